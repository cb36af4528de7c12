package parley.app.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.app.dossier.RefusedException.Reason;
import parley.record.ActorKind;

/** The register of actors as people see and mend it: one actor, its names, merges and splits. */
final class Actors {

  /** In a change of an actor: the fields as they were after it; beside it, as before. */
  private static final String AFTER = "now";

  private Actors() {}

  static @Nullable ObjectNode brief(Sql sql, long n) throws SQLException {
    return sql.one(
        "SELECT a.n, a.name, a.kind, a.side, s.name, a.gone, a.wikidata FROM actor a LEFT JOIN"
            + " actor s ON s.n = a.side WHERE a.n = ?",
        row -> {
          ObjectNode node = Json.object();
          node.put("n", row.getLong(1)).put("name", row.getString(2)).put("kind", row.getString(3));
          if (row.getString(5) != null) {
            node.put("side", row.getLong(4)).put("sideName", row.getString(5));
          }
          if (Sql.longOrNull(row, 6) != null) {
            node.put("mergedInto", row.getLong(6));
          }
          if (row.getString(7) != null) {
            node.put("wikidata", row.getString(7));
          }
          return node;
        },
        n);
  }

  /** The same, looked up once a revision; without fields if there is none. Not to be changed. */
  static ObjectNode brief(Sql sql, Listing listing, long n) throws SQLException, IOException {
    return listing.once(
        "actor " + n,
        ObjectNode.class,
        () -> {
          ObjectNode found = brief(sql, n);
          return found == null ? Json.object() : found;
        });
  }

  /** The names of an actor, with how many reports use each. */
  static ArrayNode names(Sql sql, Listing listing, long n) throws SQLException {
    List<ObjectNode> names =
        sql.list(
            "SELECT n, name FROM alias WHERE actor = ? ORDER BY name",
            row -> Json.object().put("alias", row.getLong(1)).put("name", row.getString(2)),
            n);
    int[] used = listing.tallies().reportsByAlias();
    names.forEach(
        name -> {
          int alias = name.path("alias").asInt();
          name.put("reports", alias < used.length ? used[alias] : 0);
        });
    names.sort(
        Comparator.comparingInt((ObjectNode name) -> name.path("reports").asInt()).reversed());
    return Json.array().addAll(names);
  }

  /** Makes {@code from} a name of {@code into}. The change can be undone. */
  static ObjectNode merge(Sql sql, long from, long into) throws SQLException, IOException {
    if (from == into) {
      throw Reviews.invalid("an actor cannot be merged with itself");
    }
    required(sql, from);
    required(sql, into);
    ObjectNode change = Json.object().put("from", from).put("into", into);
    ArrayNode moved = change.putArray("aliases");
    aliases(sql, from).forEach(moved::add);
    move(sql, moved, into);
    decided(sql, into, 1);
    sql.update("UPDATE actor SET gone = ? WHERE n = ?", into, from);
    return change;
  }

  /** Takes some names of an actor out and makes them an actor of their own. */
  static ObjectNode split(Sql sql, long from, List<Long> aliases, @Nullable String name)
      throws SQLException, IOException {
    required(sql, from);
    List<Long> all = aliases(sql, from);
    if (aliases.isEmpty() || !all.containsAll(aliases) || all.size() == aliases.size()) {
      throw Reviews.invalid(
          "a split takes some of the actor's names, not none and not all; it has " + all.size());
    }
    String label = name;
    if (label == null || label.isBlank()) {
      label =
          sql.one("SELECT name FROM alias WHERE n = ?", row -> row.getString(1), aliases.get(0));
    }
    long to =
        sql.insert(
            "INSERT INTO actor(name, kind, side) SELECT ?, kind, side FROM actor WHERE n = ?",
            label,
            from);
    ObjectNode change = Json.object().put("from", from).put("into", to);
    ArrayNode moved = change.putArray("aliases");
    aliases.forEach(moved::add);
    move(sql, moved, to);
    decided(sql, to, 1);
    return change;
  }

  /** Takes a merge or split back. */
  static void undo(Sql sql, ObjectNode change) throws SQLException, IOException {
    long from = change.path("from").asLong();
    long into = change.path("into").asLong();
    requireAt(sql, change, into);
    sql.update("UPDATE actor SET gone = NULL WHERE n = ?", from);
    move(sql, (ArrayNode) change.path("aliases"), from);
    decided(sql, into, -1);
    if (sql.number("SELECT count(*) FROM alias WHERE actor = ?", into) == 0) {
      sql.update("UPDATE actor SET gone = ? WHERE n = ?", from, into);
    }
  }

  private static void requireAt(Sql sql, ObjectNode change, long actor)
      throws SQLException, RefusedException {
    for (JsonNode alias : change.path("aliases")) {
      if (sql.number("SELECT actor FROM alias WHERE n = ?", alias.asLong()) != actor) {
        throw new RefusedException(
            Reason.CHANGED, "these names were moved again since; undo that change first");
      }
    }
  }

  /** Does a merge or split again that was taken back. */
  static void redo(Sql sql, ObjectNode change, boolean merge) throws SQLException, IOException {
    long from = change.path("from").asLong();
    long into = change.path("into").asLong();
    requireAt(sql, change, from);
    move(sql, (ArrayNode) change.path("aliases"), into);
    decided(sql, into, 1);
    sql.update("UPDATE actor SET gone = NULL WHERE n = ?", into);
    if (merge) {
      sql.update("UPDATE actor SET gone = ? WHERE n = ?", into, from);
    }
  }

  /**
   * Takes a change of name, kind or side back, or does it again.
   *
   * @param change what {@link #set} gave
   */
  static void unset(Sql sql, ObjectNode change, boolean back) throws SQLException, IOException {
    long n = change.path("actor").asLong();
    ObjectNode after = change.path(AFTER) instanceof ObjectNode now ? now : Json.object();
    ObjectNode before = change.deepCopy();
    before.remove(AFTER);
    ObjectNode is = required(sql, n);
    ObjectNode expected = back ? after : before;
    for (String field : new String[] {"name", "kind", "side"}) {
      JsonNode should = expected.path(field);
      if (expected.has(field)
          && !is.path(field).asText().equals(should.isNull() ? "" : should.asText())) {
        throw new RefusedException(
            Reason.CHANGED, "the actor was changed again since; undo that change first");
      }
    }
    set(sql, n, back ? before : after);
    if (back && before.has("name")) {
      decided(sql, n, -2);
    }
  }

  /** Renames an actor, or says what kind it is and for which side it speaks. */
  static ObjectNode set(Sql sql, long n, ObjectNode fields) throws SQLException, IOException {
    ObjectNode before = required(sql, n);
    ObjectNode change = Json.object().put("actor", n);
    if (fields.path("name").isTextual() && !fields.path("name").asText().isBlank()) {
      change.put("name", before.path("name").asText());
      sql.update(
          "UPDATE actor SET name = ? WHERE n = ?",
          Projection.wellFormed(fields.path("name").asText()),
          n);
      decided(sql, n, 1);
    }
    if (fields.path("kind").isTextual()) {
      String kind = fields.path("kind").asText();
      if (Arrays.stream(ActorKind.values()).noneMatch(k -> k.code().equals(kind))) {
        throw Reviews.invalid("no such kind of actor: " + kind);
      }
      change.put("kind", before.path("kind").asText());
      sql.update("UPDATE actor SET kind = ? WHERE n = ?", fields.path("kind").asText(), n);
    }
    if (fields.has("side")) {
      JsonNode side = fields.path("side");
      if (!side.isNull()) {
        required(sql, side.asLong());
      }
      if (side.asLong(-1) == n) {
        throw Reviews.invalid("an actor cannot be its own side");
      }
      change.set("side", before.get("side"));
      sql.update("UPDATE actor SET side = ? WHERE n = ?", side.isNull() ? null : side.asLong(), n);
    }
    if (change.size() == 1) {
      throw Reviews.invalid("say a name, a kind or a side");
    }
    ObjectNode is = required(sql, n);
    ObjectNode after = Json.object();
    change.fieldNames().forEachRemaining(field -> after.set(field, is.get(field)));
    after.remove("actor");
    return change.set(AFTER, after);
  }

  private static void move(Sql sql, ArrayNode aliases, long to) throws SQLException {
    for (JsonNode alias : aliases) {
      sql.update("UPDATE alias SET actor = ? WHERE n = ?", to, alias.asLong());
    }
  }

  /** Counts what persons have settled about an actor: its column on the board bears its name. */
  private static void decided(Sql sql, long n, int more) throws SQLException {
    sql.update("UPDATE actor SET decided = decided + ? WHERE n = ?", more, n);
    sql.update("UPDATE meta SET value = value + 1 WHERE key = 'regrouped'");
  }

  private static List<Long> aliases(Sql sql, long actor) throws SQLException {
    return sql.list("SELECT n FROM alias WHERE actor = ? ORDER BY n", row -> row.getLong(1), actor);
  }

  static ObjectNode required(Sql sql, long n) throws SQLException, RefusedException {
    ObjectNode actor = brief(sql, n);
    if (actor == null) {
      throw new RefusedException(Reason.UNKNOWN, "the register has no actor " + n);
    }
    return actor;
  }
}
