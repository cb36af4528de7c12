package parley.app.dossier;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.link.ActorRegister;
import parley.record.Actor;
import parley.record.ActorKind;
import parley.record.Record;

/**
 * Who is who across reports: a name is an alias of one registered actor, and a new name goes to the
 * one actor that has the same Wikidata id, or whose name it may be another form of ({@link
 * ActorRegister#alike}). Unnamed actors ("a senior official") are not registered: two of them are
 * not known to be one.
 */
final class Register {

  /** Names with the same last word that are compared. */
  private static final int COMPARED = 40;

  private Register() {}

  /** Registers the named actors of a record; record id to alias, in the record's order. */
  static Map<String, Long> file(Sql sql, Record record) throws SQLException {
    Map<String, Long> filed = new LinkedHashMap<>();
    Map<String, Long> actors = new HashMap<>();
    for (Actor actor : record.actors()) {
      String key = actor.named() ? Names.key(actor.name()) : "";
      if (key.isEmpty()) {
        continue;
      }
      long[] found = alias(sql, key);
      if (found == null) {
        found = newAlias(sql, actor, key);
      }
      if (actor.wikidata() != null) {
        // What a person has settled is not settled anew by a list.
        sql.update(
            "UPDATE actor SET wikidata = ?1 WHERE n = ?2 AND (decided = 0 OR wikidata IS NULL AND"
                + " NOT EXISTS (SELECT 1 FROM actor WHERE wikidata = ?1))",
            actor.wikidata(),
            found[1]);
      }
      filed.put(actor.id(), found[0]);
      actors.put(actor.id(), found[1]);
    }
    for (Actor actor : record.actors()) {
      Long self = actors.get(actor.id());
      Long side = actor.side() == null ? null : actors.get(actor.side());
      if (self != null && side != null && !self.equals(side)) {
        sql.update("UPDATE actor SET side = ? WHERE n = ? AND side IS NULL", side, self);
      }
    }
    return filed;
  }

  private static long[] newAlias(Sql sql, Actor actor, String key) throws SQLException {
    String last = key.substring(key.lastIndexOf(' ') + 1);
    Long known = listed(sql, actor);
    known = known == null ? alike(sql, actor, last) : known;
    long n =
        known != null
            ? known
            : sql.insert(
                "INSERT INTO actor(name, kind) VALUES(?, ?)",
                Projection.wellFormed(actor.name()),
                actor.kind().code());
    long alias =
        sql.insert(
            "INSERT INTO alias(key, last, name, actor) VALUES(?, ?, ?, ?)",
            key,
            last,
            Projection.wellFormed(actor.name()),
            n);
    return new long[] {alias, n};
  }

  /** The one registered actor with the id that the user's list gives this one. */
  private static @Nullable Long listed(Sql sql, Actor actor) throws SQLException {
    if (actor.wikidata() == null) {
      return null;
    }
    List<Long> found =
        sql.list(
            "SELECT n FROM actor WHERE wikidata = ? AND gone IS NULL LIMIT 2",
            row -> row.getLong(1),
            actor.wikidata());
    return found.size() == 1 ? found.get(0) : null;
  }

  /**
   * The one registered actor whose name may be another form of this one's; null if none or more.
   */
  private static @Nullable Long alike(Sql sql, Actor actor, String last) throws SQLException {
    record Named(long actor, String name, ActorKind kind) {}
    Set<Long> found = new HashSet<>();
    for (Named other :
        sql.list(
            "SELECT l.actor, l.name, a.kind FROM alias l JOIN actor a ON a.n = l.actor WHERE l.last"
                + " = ? LIMIT ?",
            row ->
                new Named(
                    row.getLong(1),
                    row.getString(2),
                    ActorKind.valueOf(row.getString(3).toUpperCase(Locale.ROOT))),
            last,
            COMPARED)) {
      if (ActorRegister.alike(actor.name(), actor.kind(), other.name(), other.kind())) {
        found.add(other.actor());
      }
    }
    return found.size() == 1 ? found.iterator().next() : null;
  }

  private static long @Nullable [] alias(Sql sql, String key) throws SQLException {
    return sql.one(
        "SELECT n, actor FROM alias WHERE key = ?",
        row -> new long[] {row.getLong(1), row.getLong(2)},
        key);
  }
}
