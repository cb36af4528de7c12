package parley.app.dossier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.app.dossier.RefusedException.Reason;
import parley.extract.Reader;
import parley.record.Record;
import parley.record.RecordJson;
import parley.text.Metadata;
import parley.text.Report;

/** The rows of reports: stored once by id, loaded with the decisions on them. */
final class Reports {

  /** No revision of the dossier. */
  private static final long NEVER = -1;

  private final Recent<ObjectNode> whole = new Recent<>(300);
  private final Recent<Shown> shown = new Recent<>(1_000);

  /** A row of a report without its record. */
  record Row(
      long n,
      String id,
      long day,
      @Nullable Long outlet,
      @Nullable String copyOf,
      long revision,
      int length) {}

  static @Nullable Row row(Sql sql, String id) throws SQLException {
    return sql.one(
        "SELECT n, id, day, outlet, copy_of, revision, length FROM report WHERE id = ?",
        r ->
            new Row(
                r.getLong(1),
                r.getString(2),
                r.getLong(3),
                Sql.longOrNull(r, 4),
                r.getString(5),
                r.getLong(6),
                r.getInt(7)),
        id);
  }

  static Row required(Sql sql, String id) throws SQLException, RefusedException {
    Row row = row(sql, id);
    if (row == null) {
      throw new RefusedException(Reason.UNKNOWN, "the dossier has no report " + id);
    }
    return row;
  }

  /**
   * Stores a report that the dossier does not have.
   *
   * @param machine the record as the machine read it
   * @param states decisions that come with it (imports), usually none
   * @return its number
   */
  static long insert(
      Sql sql,
      Record machine,
      Record reviewed,
      Map<String, ObjectNode> states,
      String file,
      String at)
      throws SQLException, IOException {
    Metadata about = machine.report().metadata();
    String text = machine.report().text();
    long hash = Names.fingerprint(text);
    String copyOf = about.duplicateOf();
    if (copyOf == null) {
      copyOf =
          sql.one("SELECT id FROM report WHERE text_hash = ? LIMIT 1", r -> r.getString(1), hash);
    }
    String outlet = outlet(about);
    Long outletNumber = outlet == null ? null : (Long) (long) Projection.word(sql, outlet);
    // An undated report counts for the day on which it was added, so that no view loses it.
    long day =
        about.published() == null
            ? LocalDate.parse(at.substring(0, 10)).toEpochDay()
            : about.published().date().toEpochDay();
    String title = about.title();
    long n =
        sql.number("SELECT coalesce((SELECT n + passages FROM report ORDER BY n DESC LIMIT 1), 1)");
    Passages passages = new Passages(n, machine.report());
    sql.update(
        "INSERT INTO report(n, id, title, outlet, url, day, added, reader, file, copy_of,"
            + " text_hash, length, passages, revision) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, 0)",
        n,
        machine.report().id(),
        title == null ? null : Projection.wellFormed(title),
        outletNumber,
        about.url(),
        day,
        at,
        Projection.word(sql, machine.reader()),
        file,
        copyOf,
        hash,
        text.length(),
        passages.endRow() - n);
    remark(sql, n, machine.report());
    keep(sql, n, machine);
    Repeats.keep(sql, n, machine.report());
    for (Map.Entry<String, ObjectNode> state : states.entrySet()) {
      put(sql, n, state.getKey(), state.getValue());
    }
    Projection rows =
        new Projection(
            sql,
            new Row(n, machine.report().id(), day, outletNumber, copyOf, 0, text.length()),
            reviewed,
            Effective.statuses(states));
    rows.entries();
    rows.words();
    Packings.learn(sql);
    return n;
  }

  /** Keeps what lists remark on a report: of what it is a version, its paywall, its language. */
  static void remark(Sql sql, long n, Report report) throws SQLException {
    Metadata about = report.metadata();
    String unread = Reader.reads(report) ? null : about.language();
    if (about.versionOf() != null || about.paywall() != null || unread != null) {
      sql.update(
          "UPDATE report SET version_of = ?, paywall = ?, unread = ? WHERE n = ?",
          about.versionOf(),
          about.paywall(),
          unread,
          n);
    }
  }

  /** Keeps the machine's record of a report. */
  static void keep(Sql sql, long n, Record machine) throws SQLException, IOException {
    ObjectNode tree = Json.own(RecordJson.write(machine));
    String text = tree.path("report").path("text").asText();
    ((ObjectNode) tree.path("report")).put("text", "");
    ObjectNode details = Details.take(tree);
    Payload.put(sql, n, text, tree, details);
  }

  /** Keeps a decision's state; null takes it away. */
  static void put(Sql sql, long report, String id, @Nullable ObjectNode state) throws SQLException {
    if (state == null) {
      sql.update("DELETE FROM review WHERE report = ? AND id = ?", report, id);
    } else {
      sql.update(
          "INSERT OR REPLACE INTO review(report, id, state) VALUES(?, ?, ?)",
          report,
          id,
          Json.write(state));
    }
  }

  /** The outlet's name, or the host of the address. */
  static @Nullable String outlet(Metadata about) {
    if (about.source() != null && !about.source().isBlank()) {
      return about.source();
    }
    if (about.url() != null) {
      try {
        String host = new URI(about.url()).getHost();
        if (host != null) {
          String lower = host.toLowerCase(Locale.ROOT);
          return lower.startsWith("www.") ? lower.substring(4) : lower;
        }
      } catch (URISyntaxException noAddress) {
        return null;
      }
    }
    return null;
  }

  /** The machine's record, unpacked anew. */
  static ObjectNode machine(Sql sql, long n) throws SQLException, IOException {
    return Payload.of(sql, n).whole(sql);
  }

  /** A report as lists tell it beside an entry: headline, outlet, date. */
  record Told(Row row, ObjectNode about) {

    private static Told of(Sql sql, long n) throws SQLException, RefusedException {
      Told told =
          sql.one(
              "SELECT id, title, (SELECT text FROM word WHERE n = outlet), day, copy_of, url,"
                  + " version_of, paywall, outlet, revision, length FROM report WHERE n = ?",
              row -> {
                ObjectNode node = Json.object();
                String[] names = {
                  "report", "title", "source", "published", "copyOf", "url", "versionOf", "paywall"
                };
                for (int i = 0; i < names.length; i++) {
                  String value = row.getString(i + 1);
                  if (value != null) {
                    node.put(
                        names[i], i == 3 ? LocalDate.ofEpochDay(row.getLong(4)).toString() : value);
                  }
                }
                return new Told(
                    new Row(
                        n,
                        row.getString(1),
                        row.getLong(4),
                        Sql.longOrNull(row, 9),
                        row.getString(5),
                        row.getLong(10),
                        row.getInt(11)),
                    node);
              },
              n);
      if (told == null) {
        throw new RefusedException(Reason.UNKNOWN, "the dossier has no report number " + n);
      }
      return told;
    }
  }

  /** The report of that number as lists show it. */
  Shown shown(Sql sql, Listing listing, long n) throws SQLException, IOException {
    Shown kept = shown.get(n, listing.revision());
    if (kept != null) {
      return kept;
    }
    Told told = Told.of(sql, n);
    kept = shown.get(told.row(), listing.revision());
    return kept != null
        ? kept
        : shown.put(told.row(), listing.revision(), new Shown(this, told, Payload.of(sql, n)));
  }

  /** The same with the record's whole tree at hand. */
  Shown whole(Sql sql, Listing listing, long n, ObjectNode tree) throws SQLException, IOException {
    Shown shown = shown(sql, listing, n);
    return new Shown(this, shown.told(), shown.payload(), tree);
  }

  /** Whether a person has decided on an entry of the report. */
  boolean isDecided(Sql sql, Row row) throws SQLException {
    return sql.number("SELECT 1 FROM review WHERE report = ? LIMIT 1", row.n()) >= 0;
  }

  /** The record as reviewed; shared, not to be changed. */
  ObjectNode effective(Sql sql, Row row) throws SQLException, IOException {
    ObjectNode kept = whole.get(row, NEVER);
    return kept != null
        ? kept
        : whole.put(row, NEVER, Effective.of(machine(sql, row.n()), Reviews.states(sql, row.n())));
  }

  /** Derives what the dossier derives from a report again, after a decision on it. */
  static void derive(Sql sql, String id, boolean words) throws SQLException, IOException {
    Row row = required(sql, id);
    Map<String, ObjectNode> states = Reviews.states(sql, row.n());
    derive(sql, row, states, Reviews.checked(Effective.of(machine(sql, row.n()), states)), words);
  }

  static void derive(
      Sql sql, Row row, Map<String, ObjectNode> states, Record reviewed, boolean words)
      throws SQLException, IOException {
    Projection rows = new Projection(sql, row, reviewed, Effective.statuses(states));
    rows.entries();
    if (words) {
      rows.forgetWords();
      rows.words();
    }
    sql.update("UPDATE report SET revision = revision + 1 WHERE n = ?", row.n());
  }
}
