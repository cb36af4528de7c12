package parley.app.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import parley.app.dossier.RefusedException.Reason;
import parley.record.Event;
import parley.record.Stance;
import parley.record.Statement;

/** Lists entries by what is asked of them, and shows one with all that belongs to it. */
final class Entries {

  static final String COLUMNS =
      "e.report, e.id, e.kind, e.actor, e.party, e.other, e.code, e.stance, e.day, e.status,"
          + " e.confidence, e.extra";

  private static final int MOST_ALIKE = 50;

  private final Reports reports;

  Entries(Reports reports) {
    this.reports = reports;
  }

  /** The order of a list of entries. */
  enum Order {
    NEWEST("e.day DESC, e.report DESC, e.id"),
    OLDEST("e.day, e.report, e.id"),
    CONFIDENCE("e.confidence, e.report, e.id");

    private final String sql;

    Order(String sql) {
      this.sql = sql;
    }
  }

  /** One page of entries, each whole. */
  ObjectNode list(Sql sql, Filter filter, Order order, int offset, int limit)
      throws SQLException, IOException {
    Filter.Condition condition = filter.condition();
    List<Object> arguments = new ArrayList<>(condition.arguments());
    arguments.add(limit + 1);
    arguments.add(offset);
    List<ObjectNode> rows =
        sql.list(
            "SELECT "
                + COLUMNS
                + " FROM entry e WHERE "
                + condition.sql()
                + " ORDER BY "
                + order.sql
                + " LIMIT ? OFFSET ?",
            row -> brief(sql, row),
            arguments.toArray());
    ObjectNode result = Json.object();
    ArrayNode entries = result.putArray("entries");
    for (ObjectNode row : rows.subList(0, Math.min(limit, rows.size()))) {
      entries.add(whole(sql, row));
    }
    if (rows.size() > limit) {
      result.put("next", offset + limit);
    }
    return result;
  }

  /** How many entries there are by one of their properties, the most frequent first. */
  static ArrayNode count(Sql sql, Filter filter, String by) throws SQLException, RefusedException {
    String column =
        switch (by) {
          case "issue", "type", "mode" -> "(SELECT text FROM word WHERE n = e.code)";
          case "stance" -> "e.stance";
          case "party" -> "e.party";
          case "actor" -> "e.actor";
          case "status" -> "e.status";
          case "kind" -> "e.kind";
          case "day" -> "e.day";
          case "month" -> "strftime('%Y-%m', e.day * 86400, 'unixepoch')";
          case "source" -> "(SELECT text FROM word WHERE n = e.outlet)";
          default -> throw Reviews.invalid("entries cannot be counted by " + by);
        };
    Filter.Condition condition = filter.condition();
    ArrayNode counts = Json.array();
    List<ObjectNode> rows =
        sql.list(
            "SELECT "
                + column
                + ", count(*), e.kind FROM entry e WHERE "
                + condition.sql()
                + " GROUP BY 1 ORDER BY 2 DESC LIMIT 200",
            row -> {
              ObjectNode node = Json.object();
              String value = row.getString(1);
              Kind kind = Kind.ofNumber(row.getInt(3));
              if (value != null) {
                node.put(
                    "value",
                    switch (by) {
                      case "stance" -> stance(kind, row.getInt(1));
                      case "status" -> Status.ofNumber(row.getInt(1)).code();
                      case "kind" -> kind.code();
                      case "day" -> LocalDate.ofEpochDay(row.getLong(1)).toString();
                      default -> value;
                    });
              }
              return node.put("count", row.getLong(2));
            },
            condition.arguments().toArray());
    for (ObjectNode row : rows) {
      if ((by.equals("party") || by.equals("actor")) && row.has("value")) {
        ObjectNode actor = Actors.brief(sql, row.path("value").asLong());
        if (actor != null) {
          row.set("name", actor.get("name"));
        }
      }
      counts.add(row);
    }
    return counts;
  }

  static String stance(Kind kind, int number) {
    return switch (kind) {
      case POSITION -> Stance.values()[number].name();
      case EVENT -> Event.Status.values()[number].code();
      default -> Statement.Kind.values()[number].code();
    };
  }

  /** What a row of {@link #COLUMNS} says, with names. */
  static ObjectNode brief(Sql sql, ResultSet row) throws SQLException {
    ObjectNode node = Json.object();
    node.put("n", row.getLong(1));
    node.put("id", row.getString(2));
    Kind kind = Kind.ofNumber(row.getInt(3));
    node.put("kind", kind.code());
    putNumber(node, "actor", row, 4);
    putNumber(node, "party", row, 5);
    putNumber(node, "other", row, 6);
    node.put("code", row.getLong(7));
    node.put("stance", stance(kind, row.getInt(8)));
    node.put("day", LocalDate.ofEpochDay(row.getLong(9)).toString());
    node.put("status", Status.ofNumber(row.getInt(10)).code());
    node.put("confidence", row.getInt(11) / 100.0);
    if (row.getString(12) != null) {
      node.set("words", Json.own(row.getString(12)));
    }
    return node;
  }

  private static void putNumber(ObjectNode node, String name, ResultSet row, int column)
      throws SQLException {
    Long value = Sql.longOrNull(row, column);
    if (value != null) {
      node.put(name, value);
    }
  }

  /** Puts names for numbers. */
  static ObjectNode named(Sql sql, ObjectNode brief) throws SQLException {
    for (String field : new String[] {"actor", "party", "other"}) {
      if (brief.path(field).isNumber()) {
        ObjectNode actor = Actors.brief(sql, brief.path(field).asLong());
        if (actor != null) {
          brief.set(field, actor);
        }
      }
    }
    if (brief.path("code").isNumber()) {
      String code =
          sql.one(
              "SELECT text FROM word WHERE n = ?",
              r -> r.getString(1),
              brief.path("code").asLong());
      brief.put("code", code);
    }
    return brief;
  }

  /** Puts a report's headline, outlet and date beside an entry. */
  static void report(Sql sql, long n, ObjectNode to) throws SQLException {
    ObjectNode about =
        sql.one(
            "SELECT id, title, (SELECT text FROM word WHERE n = outlet), day, copy_of, url FROM"
                + " report WHERE n = ?",
            row -> {
              ObjectNode node = Json.object();
              String[] names = {"report", "title", "source", "published", "copyOf", "url"};
              for (int i = 0; i < names.length; i++) {
                String value = row.getString(i + 1);
                if (value != null) {
                  node.put(
                      names[i], i == 3 ? LocalDate.ofEpochDay(row.getLong(4)).toString() : value);
                }
              }
              return node;
            },
            n);
    if (about != null) {
      to.setAll(about);
    }
  }

  /** A brief row with its names, its report and the entry's own tree. */
  ObjectNode whole(Sql sql, ObjectNode brief) throws SQLException, IOException {
    long n = brief.path("n").asLong();
    brief.remove("n");
    named(sql, brief);
    report(sql, n, brief);
    Reports.Row row = Reports.required(sql, brief.path("report").asText());
    ObjectNode tree = reports.effective(sql, row);
    ObjectNode entry = Effective.find(tree, brief.path("id").asText());
    if (entry != null) {
      brief.set("entry", entry);
      brief.set("names", names(tree, entry));
      String within = entry.path("statement").asText(entry.path("attributedTo").asText(""));
      ObjectNode statement = within.isEmpty() ? null : Effective.find(tree, within);
      if (statement != null) {
        brief.set("said", statement);
        ((ObjectNode) brief.path("names")).setAll(names(tree, statement));
      }
    }
    return brief;
  }

  /** The names of the actors and the values of the times to which an entry refers. */
  static ObjectNode names(ObjectNode tree, ObjectNode entry) {
    Set<String> referred = new LinkedHashSet<>();
    entry
        .properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              if (value.isTextual() && value.asText().length() < 12) {
                referred.add(value.asText());
              } else if (value.isArray()) {
                value.forEach(v -> referred.add(v.asText("")));
              }
            });
    ObjectNode names = Json.object();
    for (JsonNode actor : tree.path("actors")) {
      if (referred.contains(actor.path("id").asText())) {
        names.set(actor.path("id").asText(), actor.get("name"));
      }
    }
    for (JsonNode time : tree.path("times")) {
      if (referred.contains(time.path("id").asText())) {
        names.put(
            time.path("id").asText(),
            time.path("text").asText() + " (" + time.path("value").asText() + ")");
      }
    }
    return names;
  }

  /**
   * One entry with everything that belongs to it: its history, the reports that carry the same
   * words, other accounts of the same.
   */
  ObjectNode show(Sql sql, String report, String id) throws SQLException, IOException {
    Reports.Row row = Reports.required(sql, report);
    ObjectNode tree = reports.effective(sql, row);
    ObjectNode entry = Effective.find(tree, id);
    Kind kind = Effective.kind(tree, id);
    if (entry == null || kind == null) {
      throw new RefusedException(Reason.UNKNOWN, "report " + report + " has no entry " + id);
    }
    ObjectNode shown =
        sql.one(
            "SELECT " + COLUMNS + " FROM entry e WHERE e.report = ? AND e.id = ?",
            r -> brief(sql, r),
            row.n(),
            id);
    if (shown == null) {
      shown = Json.object().put("n", row.n()).put("id", id).put("kind", kind.code());
    }
    shown = whole(sql, shown);
    shown.set("history", History.of(sql, report, id));
    ArrayNode alike = shown.putArray("alike");
    for (ObjectNode other : alike(sql, row, entry, kind, id)) {
      alike.add(whole(sql, other));
    }
    ArrayNode accounts = shown.putArray("accounts");
    for (ObjectNode other : accounts(sql, row, kind, id)) {
      accounts.add(whole(sql, other));
    }
    return shown;
  }

  /** Statements elsewhere in the same words. */
  private List<ObjectNode> alike(Sql sql, Reports.Row row, ObjectNode entry, Kind kind, String id)
      throws SQLException {
    String statement = kind == Kind.STATEMENT ? id : entry.path("statement").asText("");
    Long same =
        sql.numberOrNull("SELECT same FROM entry WHERE report = ? AND id = ?", row.n(), statement);
    return same == null
        ? List.of()
        : sql.list(
            "SELECT "
                + COLUMNS
                + " FROM entry e WHERE e.same = ? AND e.report <> ? ORDER BY e.day LIMIT ?",
            r -> brief(sql, r),
            same,
            row.n(),
            MOST_ALIKE);
  }

  /**
   * What other reports tell of the same: events of one type, day and actor; positions of one party
   * on one issue within a week that differ in stance.
   */
  private List<ObjectNode> accounts(Sql sql, Reports.Row row, Kind kind, String id)
      throws SQLException {
    String same =
        switch (kind) {
          case EVENT ->
              "e.kind = 3 AND e.actor = self.actor AND e.day = self.day AND e.code = self.code";
          case POSITION ->
              "e.kind = 5 AND e.party = self.party AND e.code = self.code AND e.day BETWEEN self.day"
                  + " - 7 AND self.day + 7 AND e.stance <> self.stance AND e.status <> 4";
          default -> "0";
        };
    return sql.list(
        "SELECT "
            + COLUMNS
            + " FROM entry self JOIN entry e ON e.report <> self.report AND "
            + same
            + " WHERE self.report = ? AND self.id = ? ORDER BY e.day LIMIT 20",
        r -> brief(sql, r),
        row.n(),
        id);
  }
}
