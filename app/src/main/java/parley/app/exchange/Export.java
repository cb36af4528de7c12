package parley.app.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.app.dossier.Dossier;
import parley.app.dossier.Filter;

/** The forms in which a dossier leaves; constants are spelt as on the command line. */
public enum Export {
  /** One record a line with the decisions on it; a dossier takes it back whole. */
  JSONL("jsonl", "application/x-ndjson; charset=utf-8", JsonLines::write),
  /** One entry a row, for spreadsheets. */
  CSV("csv", "text/csv; charset=utf-8", Csv::write),
  /** A database of Discourse Network Analyzer 3. */
  DNA("dna", "application/octet-stream", Dna::write),
  /** Actors and issues, two-mode, with stances. */
  GRAPHML("graphml", "application/xml; charset=utf-8", GraphMl::affiliation),
  /** Actors who agree: one-mode, weight is the number of issues with a common stance. */
  CONGRUENCE("graphml", "application/xml; charset=utf-8", GraphMl::congruence),
  /** Actors who disagree: one-mode, weight is the number of issues with opposed stances. */
  CONFLICT("graphml", "application/xml; charset=utf-8", GraphMl::conflict),
  /** One page with the board and the words behind it, to hand to somebody. */
  HTML("html", "text/html; charset=utf-8", HtmlDossier::write);

  private interface Form {
    void write(Dossier dossier, Filter filter, OutputStream out) throws IOException;
  }

  private final String ending;
  private final String type;
  private final Form form;

  Export(String ending, String type, Form form) {
    this.ending = ending;
    this.type = type;
    this.form = form;
  }

  /** The form of that name, in any case; null if there is none. */
  public static @Nullable Export of(String name) {
    for (Export export : values()) {
      if (export.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
        return export;
      }
    }
    return null;
  }

  /** The usual ending of such a file's name. */
  public String ending() {
    return ending;
  }

  /** The media type. */
  public String type() {
    return type;
  }

  /**
   * Writes what the filter asks for; the stream stays open. Rejected entries are left out of all
   * forms but JSON Lines, where they stand as rejected.
   */
  public void write(Dossier dossier, Filter filter, OutputStream out) throws IOException {
    form.write(dossier, filter, out);
  }
}
