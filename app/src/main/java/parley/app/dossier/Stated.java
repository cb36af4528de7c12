package parley.app.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import parley.record.Actor;
import parley.record.Record;
import parley.text.Timestamp;

/**
 * The roles of registered actors with the dates of the reports that state them: offices change, so
 * no role is taken to hold beyond these.
 */
final class Stated {

  /** Roles of one actor that are shown, those stated last. */
  private static final int SHOWN = 40;

  private Stated() {}

  /**
   * Writes the roles that a report states anew.
   *
   * @param filed from the record's actors to their names in the register
   */
  static void keep(Sql sql, long report, Record record, Map<String, Long> filed)
      throws SQLException {
    sql.update("DELETE FROM role WHERE report = ?", report);
    Timestamp published = record.report().metadata().published();
    Long day = published == null ? null : (Long) published.date().toEpochDay();
    for (Actor actor : record.actors()) {
      Long alias = filed.get(actor.id());
      if (alias == null) {
        continue;
      }
      for (String role : actor.roles()) {
        sql.update(
            "INSERT OR IGNORE INTO role(alias, report, role, day) VALUES(?, ?, ?, ?)",
            alias,
            report,
            Projection.word(sql, role),
            day);
      }
    }
  }

  /**
   * The roles of an actor, those stated last first: each with the publication days of the first and
   * last report that states it, if any is dated, and how many do, copies not counted.
   */
  static ArrayNode roles(Sql sql, long actor) throws SQLException {
    ArrayNode roles = Json.array();
    sql.each(
        "SELECT min(w.text), min(s.day), max(s.day), max(1, count(DISTINCT CASE WHEN r.copy_of IS"
            + " NULL THEN s.report END)) AS reports FROM alias l JOIN role s ON s.alias = l.n JOIN"
            + " word w ON w.n = s.role JOIN report r ON r.n = s.report WHERE l.actor = ? GROUP BY"
            + " lower(w.text) ORDER BY max(s.day) DESC, reports DESC, 1 LIMIT ?",
        row -> {
          ObjectNode role = roles.addObject().put("role", row.getString(1));
          Long first = Sql.longOrNull(row, 2);
          Long last = Sql.longOrNull(row, 3);
          if (first != null && last != null) {
            role.put("first", LocalDate.ofEpochDay(first).toString());
            role.put("last", LocalDate.ofEpochDay(last).toString());
          }
          role.put("reports", row.getLong(4));
        },
        actor,
        SHOWN);
    return roles;
  }
}
