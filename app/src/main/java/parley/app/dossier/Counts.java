package parley.app.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Counts entries by one of their properties. */
final class Counts {

  private static final int MOST = 200;

  private final Sql sql;
  private final Listing listing;

  Counts(Sql sql, Listing listing) {
    this.sql = sql;
    this.listing = listing;
  }

  /** How many entries there are by a property, the most frequent first. */
  ArrayNode of(Filter filter, String by) throws SQLException, IOException {
    IntUnaryOperator key = key(by);
    Matching matching = new Matching(sql, listing, filter);
    Matching.Rows rows = matching.rows();
    Tally tally = new Tally();
    for (int i = rows.from(); i < rows.from() + rows.count(); i++) {
      tally.count(key.applyAsInt(rows.rows()[i]));
    }
    ArrayNode counts = Json.array();
    for (Tally.Counted counted : tally.most(MOST)) {
      ObjectNode node = counts.addObject();
      String value = value(by, counted.value());
      if (value != null) {
        node.put("value", value);
      }
      node.put("count", counted.count());
      if (value != null && (by.equals("party") || by.equals("actor"))) {
        ObjectNode actor = Actors.brief(sql, listing, counted.value());
        if (!actor.isEmpty()) {
          node.set("name", actor.get("name"));
        }
      }
    }
    return counts;
  }

  private IntUnaryOperator key(String by) throws RefusedException {
    return switch (by) {
      case "issue", "type", "mode" -> row -> listing.code[row];
      case "stance" -> row -> listing.kind[row] << 8 | listing.stance[row];
      case "party" -> row -> listing.actorOf(listing.party[row]);
      case "actor" -> row -> listing.actorOf(listing.actor[row]);
      case "status" -> row -> listing.status[row];
      case "kind" -> row -> listing.kind[row];
      case "day" -> row -> listing.day[row];
      case "month" -> new Months(listing);
      // A copy is no source of its own.
      case "source" ->
          row -> listing.copy[listing.report[row]] ? 0 : listing.reportOutlet[listing.report[row]];
      default -> throw Reviews.invalid("entries cannot be counted by " + by);
    };
  }

  private @Nullable String value(String by, int key) {
    return switch (by) {
      case "stance" -> Entries.stance(Kind.values()[key >> 8], key & 0xFF);
      case "status" -> Status.ofNumber(key).code();
      case "kind" -> Kind.values()[key].code();
      case "day" -> LocalDate.ofEpochDay(key).toString();
      case "month" -> YearMonth.of(Math.floorDiv(key, 12), Math.floorMod(key, 12) + 1).toString();
      case "party", "actor" -> key == 0 ? null : Integer.toString(key);
      default -> listing.word(key);
    };
  }

  /** Months since the year 0; rows of one day mostly stand together. */
  private static final class Months implements IntUnaryOperator {
    private final Listing listing;
    private int day = Integer.MIN_VALUE;
    private int month;

    Months(Listing listing) {
      this.listing = listing;
    }

    @Override
    public int applyAsInt(int row) {
      if (listing.day[row] != day) {
        day = listing.day[row];
        LocalDate date = LocalDate.ofEpochDay(day);
        month = date.getYear() * 12 + date.getMonthValue() - 1;
      }
      return month;
    }
  }
}
