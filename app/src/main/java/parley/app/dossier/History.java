package parley.app.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who changed what, when and why: only ever added to. */
final class History {

  private static final String COLUMNS =
      "SELECT n, at, who, what, report, entry, before, after, why, undoes,"
          + " (SELECT max(n) FROM history u WHERE u.undoes = history.n) FROM history ";

  private History() {}

  static long add(
      Sql sql,
      String at,
      String who,
      String what,
      @Nullable String report,
      @Nullable String entry,
      @Nullable ObjectNode before,
      @Nullable ObjectNode after,
      @Nullable String why,
      @Nullable Long undoes)
      throws SQLException {
    return sql.insert(
        "INSERT INTO history(at, who, what, report, entry, before, after, why, undoes)"
            + " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        at,
        Projection.wellFormed(who),
        what,
        report,
        entry,
        before == null ? null : Json.write(before),
        after == null ? null : Json.write(after),
        why == null ? null : Projection.wellFormed(why),
        undoes);
  }

  /** The changes of one entry, the newest first. */
  static ArrayNode of(Sql sql, String report, String entry) throws SQLException {
    return array(
        sql.list(
            COLUMNS + "WHERE report = ? AND entry = ? ORDER BY n DESC LIMIT 200",
            History::node,
            report,
            entry));
  }

  /** The changes before number {@code before}, the newest first. */
  static ArrayNode page(Sql sql, long before, int limit) throws SQLException {
    return array(
        sql.list(COLUMNS + "WHERE n < ? ORDER BY n DESC LIMIT ?", History::node, before, limit));
  }

  static @Nullable ObjectNode one(Sql sql, long n) throws SQLException {
    return sql.one(COLUMNS + "WHERE n = ?", History::node, n);
  }

  private static ArrayNode array(List<ObjectNode> nodes) {
    return Json.array().addAll(nodes);
  }

  private static ObjectNode node(ResultSet row) throws SQLException {
    ObjectNode node = Json.object();
    node.put("n", row.getLong(1));
    node.put("at", row.getString(2));
    node.put("who", row.getString(3));
    node.put("what", row.getString(4));
    String[] names = {"report", "entry", "before", "after", "why"};
    for (int i = 0; i < names.length; i++) {
      String value = row.getString(5 + i);
      if (value != null) {
        if (names[i].equals("before") || names[i].equals("after")) {
          node.set(names[i], Json.own(value));
        } else {
          node.put(names[i], value);
        }
      }
    }
    for (int column = 10; column <= 11; column++) {
      Long number = Sql.longOrNull(row, column);
      if (number != null) {
        node.put(column == 10 ? "undoes" : "undoneBy", number);
      }
    }
    return node;
  }
}
