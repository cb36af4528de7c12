package parley.app.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.sqlite.SQLiteConfig;

/**
 * The file of a dossier and its connections: one that writes, a few that read at the same time and
 * see the last whole transaction (SQLite's write-ahead log).
 */
final class Store implements AutoCloseable {

  /** Something done with a connection. */
  interface Work<T> {
    T with(Sql sql) throws SQLException, IOException;
  }

  /** The one file in the dossier's directory, beside SQLite's own -wal and -shm. */
  static final String FILE = "dossier.sqlite";

  /** Connections that are kept when nobody reads. */
  private static final int READERS = 16;

  /**
   * As much of the file as this is mapped into the memory of those who read, bytes: a page is read
   * without a call of the system, and without a copy for each connection.
   */
  private static final long MAPPED = 1L << 34;

  /** Bytes of a page of a new file; smaller ones leave more room unused beside records. */
  private static final int PAGE = 16_384;

  /** How long a process waits for another one's transaction, milliseconds. */
  private static final int PATIENCE = 10_000;

  private final Path file;
  private final Sql writer;
  private final Packings packings;
  private final int patience;
  private final ReentrantLock writing = new ReentrantLock();
  private final ReadWriteLock listingLock = new ReentrantReadWriteLock();
  private Listing listing = new Listing();

  /** Those used last come first: their statements are prepared and their pages at hand. */
  private final BlockingDeque<Sql> readers = new LinkedBlockingDeque<>(READERS);

  private Store(Path file, Sql writer, Packings packings, int patience) {
    this.file = file;
    this.packings = packings;
    this.patience = patience;
    this.writer = writer;
  }

  static Store open(Path directory, boolean create) throws IOException {
    return open(directory, create, PATIENCE);
  }

  /**
   * @param patience how long to wait for another process's transaction, milliseconds
   */
  static Store open(Path directory, boolean create, int patience) throws IOException {
    Path file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      if (!create) {
        throw new DossierException(
            directory
                + " holds no dossier; parley add REPORTS --dossier "
                + directory
                + " starts one");
      }
      try {
        Files.createDirectories(directory);
      } catch (IOException e) {
        throw new DossierException(
            "dossier " + directory + " cannot be made: " + e + "; check the place's permissions",
            e);
      }
    }
    try {
      Packings packings = new Packings();
      Sql writer = connect(file, packings, patience);
      try {
        writer.run("PRAGMA journal_mode = WAL");
        Schema.migrate(writer);
      } catch (SQLException | DossierException e) {
        writer.close();
        throw e;
      }
      return new Store(file, writer, packings, patience);
    } catch (SQLException e) {
      throw DossierException.of(file, e);
    }
  }

  private static Sql connect(Path file, Packings packings, int patience) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(patience);
    config.enforceForeignKeys(true);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setCacheSize(-16_384);
    config.setPageSize(PAGE);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
    return new Sql(connection, packings);
  }

  Path file() {
    return file;
  }

  /** Reads; many threads may at once. */
  <T> T read(Work<T> work) throws IOException {
    Sql sql = readers.poll();
    try {
      if (sql == null) {
        sql = connect(file, packings, patience);
        sql.run("PRAGMA mmap_size = " + MAPPED);
        sql.run("CREATE VIRTUAL TABLE temp.shown USING fts5(text, " + Schema.TOKENS + ")");
      }
      // One snapshot for all the statements of one question.
      sql.run("BEGIN");
      try {
        return work.with(sql);
      } finally {
        sql.run("ROLLBACK");
        if (!readers.offerFirst(sql)) {
          sql.close();
        }
      }
    } catch (SQLException e) {
      throw DossierException.of(file, e);
    }
  }

  /** Something done with a connection and the listing as of the same revision. */
  interface ListedWork<T> {
    T with(Sql sql, Listing listing) throws SQLException, IOException;
  }

  /**
   * Reads with the listing, which is brought to the revision that the connection sees. Many threads
   * may at once; one that finds it too old waits until no other looks at it.
   */
  <T> T listed(ListedWork<T> work) throws IOException {
    while (true) {
      Lock looking = listingLock.readLock();
      looking.lock();
      try {
        List<T> answer =
            read(
                sql ->
                    revision(sql) == listing.revision()
                        ? List.of(work.with(sql, listing))
                        : List.of());
        if (!answer.isEmpty()) {
          return answer.get(0);
        }
      } finally {
        looking.unlock();
      }
      refresh();
    }
  }

  private void refresh() throws IOException {
    Lock changing = listingLock.writeLock();
    changing.lock();
    try {
      read(
          sql -> {
            if (revision(sql) > listing.revision()) {
              listing.refresh(sql, revision(sql));
            }
            return true;
          });
    } catch (IOException | RuntimeException e) {
      // Half of a list is none: it is read anew.
      listing = new Listing();
      throw e;
    } finally {
      changing.unlock();
    }
  }

  private static long revision(Sql sql) throws SQLException {
    return sql.number("SELECT value FROM meta WHERE key = 'revision'");
  }

  /** Does all of the work in one transaction, or none of it. */
  <T> T write(Work<T> work) throws IOException {
    writing.lock();
    try {
      writer.run("BEGIN IMMEDIATE");
      boolean done = false;
      try {
        T result = work.with(writer);
        writer.update("UPDATE meta SET value = value + 1 WHERE key = 'revision'");
        writer.run("COMMIT");
        done = true;
        return result;
      } finally {
        if (!done) {
          packings.forget();
          rollBack();
        }
      }
    } catch (SQLException e) {
      throw DossierException.of(file, e);
    } finally {
      writing.unlock();
    }
  }

  private void rollBack() throws SQLException {
    try {
      writer.run("ROLLBACK");
    } catch (SQLException e) {
      // After a full disk SQLite has rolled back by itself and says that no transaction is active.
      if (!String.valueOf(e.getMessage()).contains("no transaction")) {
        throw e;
      }
    }
  }

  /** Work on a connection of its own, outside transactions (backup, check). */
  <T> T alone(Work<T> work) throws IOException {
    try (Sql sql = connect(file, packings, patience)) {
      return work.with(sql);
    } catch (SQLException e) {
      throw DossierException.of(file, e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      for (Sql sql = readers.poll(); sql != null; sql = readers.poll()) {
        sql.close();
      }
      writer.close();
    } catch (SQLException e) {
      throw DossierException.of(file, e);
    }
  }
}
