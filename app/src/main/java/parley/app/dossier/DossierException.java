package parley.app.dossier;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A dossier cannot be used as asked; the message says what is wrong and what a person can do. */
public final class DossierException extends IOException {

  private static final long serialVersionUID = 1L;

  public DossierException(String message) {
    super(message);
  }

  public DossierException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What an error of the store means for the person who uses it. */
  static DossierException of(Path file, SQLException e) {
    String mend = "the store says: " + e.getMessage();
    if (e instanceof SQLiteException lite) {
      SQLiteErrorCode code = lite.getResultCode();
      String name = code.name().toUpperCase(Locale.ROOT);
      if (name.startsWith("SQLITE_BUSY") || name.startsWith("SQLITE_LOCKED")) {
        mend = "another Parley is writing to it; wait until it is done, then try again";
      } else if (name.startsWith("SQLITE_FULL")) {
        mend = "the disk is full; free some space and run the command again, nothing is lost";
      } else if (name.startsWith("SQLITE_READONLY") || name.startsWith("SQLITE_PERM")) {
        mend = "it may not be written; check the permissions of the directory and its files";
      } else if (name.startsWith("SQLITE_CANTOPEN")) {
        mend = "it cannot be opened; check that the directory exists and may be written";
      } else if (name.startsWith("SQLITE_CORRUPT") || name.startsWith("SQLITE_NOTADB")) {
        mend = "it is damaged; run parley check --repair, or parley restore a backup";
      } else if (name.startsWith("SQLITE_IOERR")) {
        mend = "the disk cannot be read or written (full or failing?); nothing more was stored";
      }
    }
    return new DossierException("dossier " + file.getParent() + ": " + mend, e);
  }
}
