package parley.app.dossier;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import parley.record.Record;
import parley.record.RecordJson;
import parley.text.Report;

/** Looks whether a dossier is whole, and derives anew what can be derived. */
final class Checkup {

  private Checkup() {}

  /** What is wrong, one line each; empty if all is well. */
  static List<String> look(Sql sql) throws SQLException {
    List<String> wrong = new ArrayList<>();
    for (String line : sql.list("PRAGMA integrity_check(20)", r -> r.getString(1))) {
      if (!line.equals("ok")) {
        wrong.add("store: " + line);
      }
    }
    for (String line :
        sql.list(
            "PRAGMA foreign_key_check",
            r -> "store: a row of " + r.getString(1) + " refers to nothing in " + r.getString(3))) {
      wrong.add(line);
    }
    if (!wrong.isEmpty()) {
      return wrong;
    }
    try {
      sql.run("INSERT INTO words(words) VALUES('integrity-check')");
    } catch (SQLException e) {
      wrong.add("index of words: " + e.getMessage());
    }
    for (long n : sql.list("SELECT n FROM report ORDER BY n", r -> r.getLong(1))) {
      String id = sql.one("SELECT id FROM report WHERE n = ?", r -> r.getString(1), n);
      try {
        Record record =
            Reviews.checked(Effective.of(Reports.machine(sql, n), Reviews.states(sql, n)));
        byte[] rows = sql.one("SELECT rows FROM listing WHERE report = ?", r -> r.getBytes(1), n);
        int entries = rows == null ? 0 : Listed.of(sql, rows).rows().size();
        int there = record.statements().size() + record.events().size() + record.positions().size();
        if (entries != there) {
          wrong.add("report " + id + ": " + there + " entries, " + entries + " of them listed");
        }
        Passages passages = new Passages(n, record.report());
        long words =
            sql.number(
                "SELECT count(*) FROM words WHERE rowid >= ? AND rowid < ?",
                passages.row(0),
                passages.endRow());
        if (words != passages.spans().size()) {
          wrong.add(
              "report "
                  + id
                  + ": "
                  + passages.spans().size()
                  + " passages, "
                  + words
                  + " of them in the search");
        }
      } catch (IOException | IllegalArgumentException e) {
        wrong.add("report " + id + ": " + e.getMessage());
      }
    }
    return wrong;
  }

  /**
   * Derives lists and search anew, and packs all records as the newest are from the records and
   * decisions.
   *
   * @return what could not be mended
   */
  static List<String> repair(Sql sql) throws SQLException {
    List<String> left = new ArrayList<>();
    sql.run("REINDEX");
    sql.update("DELETE FROM listing");
    sql.update("DELETE FROM signature");
    sql.run("INSERT INTO words(words) VALUES('delete-all')");
    for (String id : sql.list("SELECT id FROM report ORDER BY n", r -> r.getString(1))) {
      try {
        Reports.derive(sql, id, true);
        long n = Reports.required(sql, id).n();
        Payload.repack(sql, n);
        Report report = record(sql, n).report();
        Reports.remark(sql, n, report);
        Repeats.keep(sql, n, report);
      } catch (IOException | IllegalArgumentException e) {
        left.add("report " + id + " cannot be mended: " + e.getMessage());
      }
    }
    return left;
  }

  /** The machine's record of a report, checked. */
  static Record record(Sql sql, long n) throws SQLException, IOException {
    return RecordJson.read(Json.write(Reports.machine(sql, n)));
  }
}
