package parley.app.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
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
        ObjectNode actor = Actors.brief(sql, listing, n);
        if (!actor.isEmpty()) {
          brief.set(field, actor);
        }
      }
    }
  }

  /** A brief row with its names, its report and the entry's own tree, as lists show it. */
  ObjectNode whole(Sql sql, Listing listing, ObjectNode brief) throws SQLException, IOException {
    return whole(sql, listing, brief, reports.shown(sql, listing, brief.path("n").asLong()));
  }

  private static ObjectNode whole(Sql sql, Listing listing, ObjectNode brief, Shown report)
      throws SQLException, IOException {
    brief.remove("n");
    named(sql, listing, brief);
    brief.setAll(report.told().about());
    ObjectNode entry = report.find(sql, brief.path("id").asText());
    if (entry != null) {
      terms(entry, brief);
      brief.set("entry", entry);
      brief.set("names", report.names(sql, entry));
      String within = entry.path("statement").asText(entry.path("attributedTo").asText(""));
      ObjectNode statement = within.isEmpty() ? null : report.find(sql, within);
      if (statement != null) {
        brief.set("said", statement);
        ((ObjectNode) brief.path("names")).setAll(report.names(sql, statement));
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
    whole(sql, listing, shown, reports.whole(sql, listing, row.n(), tree));
    shown.set("history", History.of(sql, report, id));
    String statement = kind == Kind.STATEMENT ? id : entry.path("statement").asText("");
    ArrayNode alike = Json.array();
    for (ObjectNode other :
        elsewhere.alike(sql, listing, listing.rowOf(row.n(), statement), shown)) {
      alike.add(whole(sql, listing, other));
    }
    shown.set("alike", alike);
    ArrayNode accounts = shown.putArray("accounts");
    for (ObjectNode other : elsewhere.accounts(sql, listing, self, shown)) {
      accounts.add(whole(sql, listing, other));
    }
    return shown;
  }
}
