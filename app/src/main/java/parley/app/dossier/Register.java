package parley.app.dossier;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.record.Actor;
import parley.record.Record;

/**
 * Who is who across reports: a name is an alias of one registered actor. Unnamed actors ("a senior
 * official") are not registered: two of them are not known to be one.
 */
final class Register {

  private Register() {}

  /**
   * Registers the named actors of a record and files which of them is which; record id to actor.
   */
  static Map<String, Long> file(Sql sql, long report, Record record) throws SQLException {
    Map<String, Long> filed = new HashMap<>();
    for (Actor actor : record.actors()) {
      String key = actor.named() ? Names.key(actor.name()) : "";
      if (key.isEmpty()) {
        continue;
      }
      long[] found = alias(sql, key);
      if (found == null) {
        long n =
            sql.insert(
                "INSERT INTO actor(name, kind) VALUES(?, ?)", actor.name(), actor.kind().code());
        long alias =
            sql.insert("INSERT INTO alias(key, name, actor) VALUES(?, ?, ?)", key, actor.name(), n);
        found = new long[] {alias, n};
      }
      sql.update(
          "INSERT OR REPLACE INTO cast_member(report, id, alias) VALUES(?, ?, ?)",
          report,
          actor.id(),
          found[0]);
      filed.put(actor.id(), found[1]);
    }
    for (Actor actor : record.actors()) {
      Long self = filed.get(actor.id());
      Long side = actor.side() == null ? null : filed.get(actor.side());
      if (self != null && side != null && !self.equals(side)) {
        sql.update("UPDATE actor SET side = ? WHERE n = ? AND side IS NULL", side, self);
      }
    }
    return filed;
  }

  private static long @Nullable [] alias(Sql sql, String key) throws SQLException {
    return sql.one(
        "SELECT n, actor FROM alias WHERE key = ?",
        row -> new long[] {row.getLong(1), row.getLong(2)},
        key);
  }
}
