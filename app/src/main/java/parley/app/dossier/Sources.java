package parley.app.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the dossier is made of: reports, outlets, copies, failures, and the register's list. */
final class Sources {

  private Sources() {}

  static ObjectNode summary(Sql sql) throws SQLException {
    ObjectNode summary = Json.object();
    summary.put("reports", sql.number("SELECT count(*) FROM report"));
    for (Kind kind : new Kind[] {Kind.STATEMENT, Kind.EVENT, Kind.POSITION}) {
      summary.put(
          kind.list(), sql.number("SELECT count(*) FROM entry WHERE kind = ?", kind.number()));
    }
    summary.put("actors", sql.number("SELECT count(*) FROM actor WHERE gone IS NULL"));
    summary.put("reviewed", sql.number("SELECT count(*) FROM review"));
    summary.put("failures", sql.number("SELECT count(*) FROM failure"));
    day(sql, summary, "firstDay", "SELECT min(day) FROM report");
    day(sql, summary, "lastDay", "SELECT max(day) FROM report");
    ArrayNode readers = summary.putArray("readers");
    sql.list(
            "SELECT text, count(*) FROM report JOIN word ON word.n = report.reader GROUP BY reader",
            r -> Json.object().put("reader", r.getString(1)).put("reports", r.getLong(2)))
        .forEach(readers::add);
    summary.put("revision", sql.number("SELECT value FROM meta WHERE key = 'revision'"));
    return summary;
  }

  private static void day(Sql sql, ObjectNode to, String name, String query) throws SQLException {
    Long day = sql.numberOrNull(query);
    if (day != null) {
      to.put(name, LocalDate.ofEpochDay(day).toString());
    }
  }

  static ObjectNode reports(Sql sql, @Nullable String source, int offset, int limit)
      throws SQLException {
    List<ObjectNode> rows =
        sql.list(
            "SELECT id, title, (SELECT text FROM word w WHERE w.n = outlet), day, added, url, file,"
                + " copy_of, (SELECT count(*) FROM entry e WHERE e.report = report.n), (SELECT"
                + " count(*) FROM review v WHERE v.report = report.n) FROM report WHERE ?1 IS NULL"
                + " OR outlet = (SELECT n FROM word WHERE text = ?1) ORDER BY day DESC, n DESC LIMIT"
                + " ?2 OFFSET ?3",
            Sources::report,
            source,
            limit + 1,
            offset);
    ObjectNode page = Json.object();
    page.putArray("reports").addAll(rows.subList(0, Math.min(limit, rows.size())));
    if (rows.size() > limit) {
      page.put("next", offset + limit);
    }
    return page;
  }

  private static ObjectNode report(ResultSet row) throws SQLException {
    ObjectNode node = Json.object();
    String[] names = {"id", "title", "source", "day", "added", "url", "file", "copyOf"};
    for (int i = 0; i < names.length; i++) {
      String value = row.getString(i + 1);
      if (value != null) {
        node.put(names[i], i == 3 ? LocalDate.ofEpochDay(row.getLong(4)).toString() : value);
      }
    }
    return node.put("entries", row.getLong(9)).put("reviewed", row.getLong(10));
  }

  static ObjectNode overview(Sql sql) throws SQLException {
    ObjectNode overview = Json.object();
    ArrayNode outlets = overview.putArray("outlets");
    sql.list(
            "SELECT (SELECT text FROM word w WHERE w.n = outlet), count(*), sum(copy_of IS NOT NULL),"
                + " min(day), max(day) FROM report GROUP BY outlet ORDER BY 2 DESC LIMIT 500",
            row -> {
              ObjectNode node = Json.object();
              if (row.getString(1) != null) {
                node.put("source", row.getString(1));
              }
              return node.put("reports", row.getLong(2))
                  .put("copies", row.getLong(3))
                  .put("firstDay", LocalDate.ofEpochDay(row.getLong(4)).toString())
                  .put("lastDay", LocalDate.ofEpochDay(row.getLong(5)).toString());
            })
        .forEach(outlets::add);
    ArrayNode copies = overview.putArray("copies");
    sql.list(
            "SELECT c.id, c.title, (SELECT text FROM word w WHERE w.n = c.outlet), o.id, o.title,"
                + " (SELECT text FROM word w WHERE w.n = o.outlet) FROM report c JOIN report o ON"
                + " o.id = c.copy_of ORDER BY c.day DESC LIMIT 500",
            row -> {
              ObjectNode node = Json.object();
              String[] names = {
                "report", "title", "source", "original", "originalTitle", "originalSource"
              };
              for (int i = 0; i < names.length; i++) {
                if (row.getString(i + 1) != null) {
                  node.put(names[i], row.getString(i + 1));
                }
              }
              return node;
            })
        .forEach(copies::add);
    ArrayNode failures = overview.putArray("failures");
    sql.list(
            "SELECT at, file, place, what, mend FROM failure ORDER BY n DESC LIMIT 500",
            row ->
                Json.object()
                    .put("at", row.getString(1))
                    .put("file", row.getString(2))
                    .put("place", row.getString(3))
                    .put("what", row.getString(4))
                    .put("mend", row.getString(5)))
        .forEach(failures::add);
    return overview;
  }

  static ObjectNode actors(Sql sql, String name, int offset, int limit) throws SQLException {
    List<ObjectNode> rows =
        sql.list(
            "SELECT a.n, a.name, a.kind, s.n, s.name, (SELECT count(*) FROM entry e WHERE e.actor ="
                + " a.n) AS entries, (SELECT group_concat(name, ' · ') FROM (SELECT name FROM alias"
                + " WHERE actor = a.n AND name <> a.name LIMIT 6)) FROM actor a LEFT JOIN actor s ON"
                + " s.n = a.side WHERE a.gone IS NULL AND (?1 = '' OR a.n IN (SELECT actor FROM"
                + " alias WHERE key LIKE '%' || ?1 || '%')) ORDER BY entries DESC, a.name LIMIT ?2"
                + " OFFSET ?3",
            row -> {
              ObjectNode node = Json.object();
              node.put("n", row.getLong(1));
              node.put("name", row.getString(2)).put("kind", row.getString(3));
              if (row.getString(5) != null) {
                node.put("side", row.getLong(4)).put("sideName", row.getString(5));
              }
              node.put("entries", row.getLong(6));
              if (row.getString(7) != null) {
                node.put("alsoKnownAs", row.getString(7));
              }
              return node;
            },
            Names.key(name),
            limit + 1,
            offset);
    ObjectNode page = Json.object();
    page.putArray("actors").addAll(rows.subList(0, Math.min(limit, rows.size())));
    if (rows.size() > limit) {
      page.put("next", offset + limit);
    }
    return page;
  }

  static ObjectNode actor(Sql sql, long n) throws SQLException, IOException {
    ObjectNode actor = Actors.required(sql, n);
    actor.set("names", Actors.names(sql, n));
    for (Kind kind : new Kind[] {Kind.STATEMENT, Kind.EVENT, Kind.POSITION}) {
      actor.put(
          kind.list(),
          sql.number("SELECT count(*) FROM entry WHERE actor = ? AND kind = ?", n, kind.number()));
    }
    ArrayNode speaksFor = actor.putArray("members");
    sql.list(
            "SELECT n, name FROM actor WHERE side = ? AND gone IS NULL ORDER BY name LIMIT 200",
            row -> Json.object().put("n", row.getLong(1)).put("name", row.getString(2)),
            n)
        .forEach(speaksFor::add);
    return actor;
  }
}
