package parley.app.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parley.link.Account;
import parley.link.Accounts;
import parley.link.SharedStatements;
import parley.record.Toll;

/**
 * What other reports of the dossier have of one entry: the same words, another account of the same
 * event, an expression of the same position that differs.
 */
final class Elsewhere {

  /** Entries of other reports whose records are looked at. */
  private static final int COMPARED = 60;

  private static final int MOST_ALIKE = 50;
  private static final int MOST_ACCOUNTS = 20;

  /** Positions told within so many days of each other may be accounts of one; so may words. */
  private static final int DAYS = 7;

  /** The same for events, whose day may not be told. */
  private static final int EVENT_DAYS = 2;

  private final Reports reports;

  /** Accounts by their events, of a report that is a copy none. */
  private final Recent<Map<String, Account>> known = new Recent<>(1_000);

  Elsewhere(Reports reports) {
    this.reports = reports;
  }

  /**
   * Statements of other reports in the same words or nearly, the oldest first. The version of the
   * earliest day and the one with the most words, this one's own included, carry {@code first} and
   * {@code widest}.
   *
   * @param self the statement's row, negative if it has none
   * @param shown the entry itself, which is marked too
   */
  List<ObjectNode> alike(Sql sql, Listing listing, int self, ObjectNode shown)
      throws SQLException, IOException {
    List<ObjectNode> found = new ArrayList<>();
    if (self < 0) {
      return found;
    }
    int speaker = listing.actorOf(listing.actor[self]);
    IntStream same = listing.saying(listing.extra[self]);
    int[] candidates =
        rows(
            listing,
            self,
            speaker == 0
                ? same
                : IntStream.concat(same, near(listing, self, Orders.Common.ACTOR, speaker, DAYS)),
            row ->
                listing.extra[row] == listing.extra[self]
                    || speaker != 0
                        && listing.actorOf(listing.actor[row]) == speaker
                        && apart(listing, row, self) <= DAYS);
    List<String> words = candidates.length == 0 ? List.of() : words(entry(sql, listing, self));
    ObjectNode first = shown;
    ObjectNode widest = shown;
    int firstDay = listing.day[self];
    int most = words.size();
    for (int row : candidates) {
      boolean equal = listing.extra[row] == listing.extra[self];
      List<String> theirs = words(entry(sql, listing, row));
      if (found.size() >= MOST_ALIKE || !equal && !SharedStatements.same(words, theirs)) {
        continue;
      }
      ObjectNode brief = Entries.brief(listing, row);
      found.add(brief);
      if (listing.day[row] < firstDay) {
        firstDay = listing.day[row];
        first = brief;
      }
      if (theirs.size() > most) {
        most = theirs.size();
        widest = brief;
      }
    }
    if (!found.isEmpty()) {
      first.put("first", true);
      widest.put("widest", true);
    }
    return found;
  }

  /**
   * Other accounts, the oldest first: of an event those that {@link Accounts#same} takes for the
   * same, with what they contradict in; of a position the same party's on the same issue within a
   * week, if they differ in stance. A copy of another report gives no account of an event.
   *
   * @param self the entry's row, negative if it has none
   * @param shown the entry itself; an event's gets its toll to compare
   */
  List<ObjectNode> accounts(Sql sql, Listing listing, int self, ObjectNode shown)
      throws SQLException, IOException {
    int kind = self < 0 ? -1 : listing.kind[self];
    if (kind == Kind.EVENT.ordinal()) {
      return events(sql, listing, self, shown);
    }
    List<ObjectNode> found = new ArrayList<>();
    int party = kind == Kind.POSITION.ordinal() ? listing.actorOf(listing.party[self]) : 0;
    if (party != 0) {
      int[] rows =
          rows(
              listing,
              self,
              near(listing, self, Orders.Common.ACTOR, party, DAYS),
              row ->
                  listing.code[row] == listing.code[self]
                      && apart(listing, row, self) <= DAYS
                      && listing.actorOf(listing.party[row]) == party
                      && listing.stance[row] != listing.stance[self]
                      && listing.status[row] != Status.REJECTED.number());
      for (int row : rows) {
        if (found.size() < MOST_ACCOUNTS) {
          found.add(Entries.brief(listing, row));
        }
      }
    }
    return found;
  }

  private List<ObjectNode> events(Sql sql, Listing listing, int self, ObjectNode shown)
      throws SQLException, IOException {
    Account own = account(sql, listing, self);
    List<ObjectNode> found = new ArrayList<>();
    int[] rows =
        rows(
            listing,
            self,
            near(listing, self, Orders.Common.CODE, listing.code[self], EVENT_DAYS),
            row ->
                listing.code[row] == listing.code[self] && apart(listing, row, self) <= EVENT_DAYS);
    for (int row : rows) {
      Account other = own == null ? null : account(sql, listing, row);
      if (own != null
          && other != null
          && found.size() < MOST_ACCOUNTS
          && Accounts.same(own, other)) {
        ObjectNode brief = Entries.brief(listing, row);
        ArrayNode conflicts = brief.putArray("conflicts");
        Set<Accounts.Conflict> differ = Accounts.conflicts(own, other);
        for (Accounts.Conflict conflict : Accounts.Conflict.values()) {
          if (differ.contains(conflict)) {
            conflicts.add(conflict.name().toLowerCase(Locale.ROOT));
          }
        }
        toll(other, brief);
        found.add(brief);
      }
    }
    if (own != null && !found.isEmpty()) {
      toll(own, shown);
    }
    return found;
  }

  /** "Killed 12, injured at least 40", to be seen side by side. */
  private static void toll(Account account, ObjectNode of) {
    List<String> counts = new ArrayList<>();
    for (Toll toll : account.toll()) {
      String low = String.valueOf(toll.low());
      String count =
          toll.high() == Toll.OPEN
              ? "at least " + low
              : toll.high() == toll.low() ? low : low + " to " + toll.high();
      counts.add(toll.kind().code() + " " + count);
    }
    if (!counts.isEmpty()) {
      of.put("toll", String.join(", ", counts));
    }
  }

  /** Rows of the same kind in other reports, the oldest first, out of some that may be. */
  private static int[] rows(Listing listing, int self, IntStream some, IntPredicate wanted) {
    int[] found =
        listing
            .orders()
            .inReports(
                some.filter(
                        row ->
                            listing.kind[row] == listing.kind[self]
                                && listing.report[row] != listing.report[self])
                    .filter(wanted));
    if (found.length > COMPARED) {
      // Those of the nearest days; of the same words before others.
      found =
          listing
              .orders()
              .inReports(
                  Arrays.stream(found)
                      .boxed()
                      .sorted(
                          Comparator.comparing(
                                  (Integer row) -> listing.extra[row] != listing.extra[self])
                              .thenComparingInt(row -> apart(listing, row, self)))
                      .limit(COMPARED)
                      .mapToInt(Integer::intValue));
    }
    return listing.orders().sorted(Entries.Order.OLDEST, found);
  }

  /** Rows that have that in common, within some days of one. */
  private static IntStream near(
      Listing listing, int self, Orders.Common common, int number, int days) {
    long day = listing.day[self];
    return listing.orders().between(common, number, day - days, day + days);
  }

  private static int apart(Listing listing, int row, int other) {
    return Math.abs(listing.day[row] - listing.day[other]);
  }

  /** The account of one event; null for one in a copy. */
  private @Nullable Account account(Sql sql, Listing listing, int row)
      throws SQLException, IOException {
    Reports.Row report =
        reports.shown(sql, listing, listing.number[listing.report[row]]).told().row();
    Map<String, Account> accounts = known.get(report, listing.revision());
    if (accounts == null) {
      accounts = new HashMap<>();
      if (report.copyOf() == null) {
        for (Account account : Account.of(Reviews.checked(reports.effective(sql, report)))) {
          accounts.put(account.event(), account);
        }
      }
      known.put(report, listing.revision(), accounts);
    }
    return accounts.get(listing.idOf(row));
  }

  private @Nullable ObjectNode entry(Sql sql, Listing listing, int row)
      throws SQLException, IOException {
    return reports
        .shown(sql, listing, listing.number[listing.report[row]])
        .find(sql, listing.idOf(row));
  }

  private static List<String> words(@Nullable ObjectNode statement) {
    List<String> words = new ArrayList<>();
    if (statement != null) {
      for (JsonNode content : statement.path("content")) {
        words.addAll(SharedStatements.words(content.path("text").asText()));
      }
    }
    return words;
  }
}
