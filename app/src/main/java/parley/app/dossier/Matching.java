package parley.app.dossier;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parley.record.Event;
import parley.record.Stance;
import parley.record.Statement;

/** Whether a row of a listing is one that a filter asks for. */
final class Matching implements IntPredicate {

  private static final int ANY = -1;

  private final Listing listing;
  private int kind = ANY;
  private int code = ANY;
  private int stance = ANY;
  private int status = ANY;
  private int from = Integer.MIN_VALUE;
  private int to = Integer.MAX_VALUE;
  private int outlet = ANY;
  private int report = ANY;
  private int actor = ANY;
  private int party = ANY;
  private int unless = ANY;
  private boolean none;

  Matching(Sql sql, Listing listing, Filter filter) throws SQLException, RefusedException {
    this.listing = listing;
    if (filter.kind() != null) {
      only(filter.kind());
    }
    actor = number(filter.actor());
    party = number(filter.party());
    code(sql, filter.issue(), Kind.POSITION);
    code(sql, filter.type(), Kind.EVENT);
    if (filter.stance() != null) {
      only(Kind.POSITION);
      stance = Filter.constant(Stance.values(), filter.stance(), "stance");
    }
    if (filter.mode() != null) {
      mode(sql, filter.mode());
    }
    from = day(filter.from(), from);
    to = day(filter.to(), to);
    if (filter.source() != null) {
      outlet = word(sql, filter.source());
    }
    if (filter.status() != null) {
      status = filter.status().number();
    }
    if (filter.report() != null) {
      report = listing.indexOf(sql.number("SELECT n FROM report WHERE id = ?", filter.report()));
      none |= report < 0;
    }
  }

  /** Leaves out what a person has made that of. */
  Matching unless(Status left) {
    unless = left.number();
    return this;
  }

  private void only(Kind wanted) {
    none |= kind != ANY && kind != wanted.ordinal();
    kind = wanted.ordinal();
  }

  private int number(@Nullable Long n) {
    if (n == null) {
      return ANY;
    }
    none |= n < 1 || n > Integer.MAX_VALUE;
    return (int) (long) n;
  }

  private static int day(@Nullable LocalDate day, int otherwise) {
    return day == null ? otherwise : Math.toIntExact(day.toEpochDay());
  }

  private int word(Sql sql, String text) throws SQLException {
    int n = (int) sql.number("SELECT n FROM word WHERE text = ?", text);
    none |= n < 0;
    return n;
  }

  private void code(Sql sql, @Nullable String text, Kind of) throws SQLException {
    if (text != null) {
      only(of);
      code = word(sql, text);
    }
  }

  private void mode(Sql sql, String mode) throws SQLException {
    for (Statement.Kind value : Statement.Kind.values()) {
      if (value.code().equals(mode)) {
        only(Kind.STATEMENT);
        stance = value.ordinal();
        return;
      }
    }
    for (Event.Status value : Event.Status.values()) {
      if (value.code().equals(mode)) {
        only(Kind.EVENT);
        stance = value.ordinal();
        return;
      }
    }
    code(sql, mode, Kind.STATEMENT);
  }

  /** So many rows are rather looked at one after another than put in order. */
  private static final int MOST_ORDERED = 200_000;

  /** The rows that match, in no order. */
  IntStream rows() {
    IntStream some = some();
    if (some == null && kind == Kind.POSITION.ordinal()) {
      some =
          IntStream.range(0, listing.terms.size())
              .filter(at -> listing.extra[listing.terms.row[at]] == at)
              .map(at -> listing.terms.row[at]);
    }
    return (some == null ? IntStream.range(0, listing.rows) : some).filter(this);
  }

  /** Few rows among which all that match stand, each once; null if these would be many. */
  private @Nullable IntStream some() {
    if (none) {
      return IntStream.empty();
    }
    if (report != ANY) {
      int begin = listing.first[report];
      return IntStream.range(begin, begin + Math.max(0, listing.count[report]));
    }
    int who = actor != ANY ? actor : party;
    long naming = who == ANY ? Long.MAX_VALUE : listing.namingSize(who);
    long coded = code == ANY ? Long.MAX_VALUE : listing.codedSize(code);
    if (Math.min(naming, coded) > MOST_ORDERED) {
      return null;
    }
    return (naming < coded ? IntStream.of(listing.naming(who)) : listing.coded(code))
        .sorted()
        .distinct();
  }

  /** The rows that match in an order, as many as are wanted. */
  int[] page(Entries.Order order, int offset, int limit) {
    IntStream some = some();
    if (some != null) {
      int[] sorted = listing.orders().of(order, some.filter(this).toArray());
      int begin = Math.min(offset, sorted.length);
      return Arrays.copyOfRange(sorted, begin, (int) Math.min((long) begin + limit, sorted.length));
    }
    int[] found = new int[Math.min(limit, 1024)];
    int n = 0;
    int skip = offset;
    int[] rows = listing.orders().of(order);
    boolean byDay = order != Entries.Order.CONFIDENCE;
    int end = byDay ? listing.orders().behind(order, from, to) : rows.length;
    for (int i = byDay ? listing.orders().first(order, from, to) : 0; i < end; i++) {
      if (test(rows[i]) && skip-- <= 0) {
        if (n == found.length) {
          found = Arrays.copyOf(found, n * 2);
        }
        found[n++] = rows[i];
        if (n == limit) {
          break;
        }
      }
    }
    return Arrays.copyOf(found, n);
  }

  @Override
  public boolean test(int row) {
    int is = listing.kind[row];
    if (is < 0 || none) {
      return false;
    }
    return (kind == ANY || is == kind)
        && (code == ANY || listing.code[row] == code)
        && (stance == ANY || listing.stance[row] == stance)
        && (status == ANY || listing.status[row] == status)
        && listing.status[row] != unless
        && listing.day[row] >= from
        && listing.day[row] <= to
        && (party == ANY || listing.actorOf(listing.party[row]) == party)
        && (actor == ANY
            || listing.actorOf(listing.actor[row]) == actor
            || listing.actorOf(listing.other[row]) == actor)
        && (outlet == ANY || listing.reportOutlet[listing.report[row]] == outlet)
        && (report == ANY || listing.report[row] == report);
  }
}
