package parley.app.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.StringJoiner;
import parley.app.dossier.RefusedException.Reason;
import parley.record.Event;
import parley.record.Stance;
import parley.record.Statement;

/** Lists entries by what is asked of them, and shows one with all that belongs to it. */
final class Entries {

  private final Reports reports;
  private final Elsewhere elsewhere;

  Entries(Reports reports) {
    this.reports = reports;
    this.elsewhere = new Elsewhere(reports);
  }

  /** The order of a list of entries. */
  enum Order {
    NEWEST,
    OLDEST,
    CONFIDENCE
  }

  /** One page of entries, each whole. */
  ObjectNode list(Sql sql, Listing listing, Filter filter, Order order, int offset, int limit)
      throws SQLException, IOException {
    int[] rows = new Matching(sql, listing, filter).page(order, offset, limit + 1);
    ObjectNode result = Json.object();
    ArrayNode entries = result.putArray("entries");
    for (int i = 0; i < Math.min(limit, rows.length); i++) {
      entries.add(whole(sql, listing, brief(listing, rows[i])));
    }
    if (rows.length > limit) {
      result.put("next", offset + limit);
    }
    return result;
  }

  static String stance(Kind kind, int number) {
    return switch (kind) {
      case POSITION -> Stance.values()[number].name();
      case EVENT -> Event.Status.values()[number].code();
      default -> Statement.Kind.values()[number].code();
    };
  }

  /** What a row of the listing says, with numbers for names. */
  static ObjectNode brief(Listing listing, int row) {
    ObjectNode node = Json.object();
    Kind kind = Kind.values()[listing.kind[row]];
    node.put("n", listing.number[listing.report[row]]);
    node.put("id", listing.idOf(row));
    node.put("kind", kind.code());
    actor(node, "actor", listing, listing.actor[row]);
    actor(node, "party", listing, listing.party[row]);
    actor(node, "other", listing, listing.other[row]);
    node.put("code", listing.word(listing.code[row]));
    node.put("stance", stance(kind, listing.stance[row]));
    node.put("day", LocalDate.ofEpochDay(listing.day[row]).toString());
    node.put("status", Status.ofNumber(listing.status[row]).code());
    node.put("confidence", listing.confidence[row] / 100.0);
    return node;
  }

  private static void actor(ObjectNode node, String name, Listing listing, int alias) {
    if (alias != 0) {
      node.put(name, listing.actorOf(alias));
    }
  }

  /** Puts names for numbers. */
  private static void named(Sql sql, Listing listing, ObjectNode brief)
      throws SQLException, IOException {
    for (String field : new String[] {"actor", "party", "other"}) {
      if (brief.path(field).isNumber()) {
        long n = brief.path(field).asLong();
        ObjectNode actor =
            listing.once(
                "actor " + n,
                ObjectNode.class,
                () -> {
                  ObjectNode found = Actors.brief(sql, n);
                  return found == null ? Json.object() : found;
                });
        if (!actor.isEmpty()) {
          brief.set(field, actor);
        }
      }
    }
  }

  /** Puts a report's headline, outlet and date beside an entry. */
  static void report(Sql sql, long n, ObjectNode to) throws SQLException {
    ObjectNode about =
        sql.one(
            "SELECT id, title, (SELECT text FROM word WHERE n = outlet), day, copy_of, url,"
                + " version_of, paywall FROM report WHERE n = ?",
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
              return node;
            },
            n);
    if (about != null) {
      to.setAll(about);
    }
  }

  /** A brief row with its names, its report and the entry's own tree, as lists show it. */
  ObjectNode whole(Sql sql, Listing listing, ObjectNode brief) throws SQLException, IOException {
    return whole(sql, listing, brief, true);
  }

  /**
   * @param listed whether the entry may lack its {@link Details}
   */
  private ObjectNode whole(Sql sql, Listing listing, ObjectNode brief, boolean listed)
      throws SQLException, IOException {
    long n = brief.path("n").asLong();
    brief.remove("n");
    named(sql, listing, brief);
    report(sql, n, brief);
    Reports.Row row = Reports.required(sql, brief.path("report").asText());
    ObjectNode tree = listed ? reports.listed(sql, row) : reports.effective(sql, row);
    ObjectNode entry = Effective.find(tree, brief.path("id").asText());
    if (entry != null) {
      terms(entry, brief);
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

  /** A position's words, condition and quantity at hand. */
  private static void terms(ObjectNode entry, ObjectNode brief) {
    if (entry.path("stance").isTextual()) {
      ObjectNode words = brief.putObject("words");
      words.put("content", words(entry.path("content")));
      if (!entry.path("condition").isEmpty()) {
        words.put("condition", words(entry.path("condition")));
      }
      if (entry.path("quantity").isObject()) {
        words.put("quantity", entry.path("quantity").path("text").asText());
      }
    }
  }

  private static String words(JsonNode spans) {
    StringJoiner words = new StringJoiner(" … ");
    spans.forEach(span -> words.add(span.path("text").asText()));
    return words.toString();
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
  ObjectNode show(Sql sql, Listing listing, String report, String id)
      throws SQLException, IOException {
    Reports.Row row = Reports.required(sql, report);
    ObjectNode tree = reports.effective(sql, row);
    ObjectNode entry = Effective.find(tree, id);
    Kind kind = Effective.kind(tree, id);
    if (entry == null || kind == null) {
      throw new RefusedException(Reason.UNKNOWN, "report " + report + " has no entry " + id);
    }
    int self = listing.rowOf(row.n(), id);
    ObjectNode shown =
        self >= 0
            ? brief(listing, self)
            : Json.object().put("n", row.n()).put("id", id).put("kind", kind.code());
    shown = whole(sql, listing, shown, false);
    shown.set("history", History.of(sql, report, id));
    String statement = kind == Kind.STATEMENT ? id : entry.path("statement").asText("");
    ArrayNode alike = Json.array();
    for (ObjectNode other :
        elsewhere.alike(sql, listing, listing.rowOf(row.n(), statement), shown)) {
      alike.add(whole(sql, listing, other));
    }
    shown.set("alike", alike);
    ArrayNode accounts = shown.putArray("accounts");
    for (ObjectNode other : elsewhere.accounts(sql, listing, self)) {
      accounts.add(whole(sql, listing, other));
    }
    return shown;
  }
}
