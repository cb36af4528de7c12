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

  /**
   * The rows that match, in no order, of which the array's first so many count.
   *
   * @param count how many match
   */
  record Rows(int[] rows, int from, int count) {}

  Rows rows() {
    if (none) {
      return new Rows(new int[0], 0, 0);
    }
    int[] some = some(Entries.Order.NEWEST);
    int begin = begin(Entries.Order.NEWEST, some);
    int end = Math.max(begin, end(Entries.Order.NEWEST, some));
    if (isPlain()) {
      return new Rows(some, begin, end - begin);
    }
    int[] found = new int[end - begin];
    int n = 0;
    for (int i = begin; i < end; i++) {
      if (test(some[i])) {
        found[n++] = some[i];
      }
    }
    return new Rows(found, 0, n);
  }

  /** How many rows {@link #rows} looks at. */
  int most() {
    if (none) {
      return 0;
    }
    int[] some = some(Entries.Order.NEWEST);
    return Math.max(0, end(Entries.Order.NEWEST, some) - begin(Entries.Order.NEWEST, some));
  }

  /** Whether all rows of a kind, or all at all, match that are of these days. */
  private boolean isPlain() {
    return code == ANY
        && stance == ANY
        && status == ANY
        && unless == ANY
        && party == ANY
        && actor == ANY
        && outlet == ANY
        && report == ANY;
  }

  /** Few rows, in an order, among which all that match stand. */
  private int[] some(Entries.Order order) {
    if (report != ANY) {
      int begin = listing.first[report];
      int[] rows = IntStream.range(begin, begin + Math.max(0, listing.count[report])).toArray();
      return listing.orders().sorted(order, rows);
    }
    int who = actor != ANY ? actor : party;
    long naming = who == ANY ? Long.MAX_VALUE : listing.namingSize(who);
    long coded = code == ANY ? Long.MAX_VALUE : listing.codedSize(code);
    Orders.Common common = kind == ANY ? Orders.Common.NOTHING : Orders.Common.KIND;
    int number = kind == ANY ? 0 : kind;
    if (who != ANY && naming <= coded) {
      common = Orders.Common.ACTOR;
      number = who;
    } else if (code != ANY) {
      common = Orders.Common.CODE;
      number = code;
    }
    return listing.orders().of(new Orders.List(order, common, number));
  }

  private int begin(Entries.Order order, int[] rows) {
    return order == Entries.Order.CONFIDENCE ? 0 : listing.orders().first(order, rows, from, to);
  }

  private int end(Entries.Order order, int[] rows) {
    return order == Entries.Order.CONFIDENCE
        ? rows.length
        : listing.orders().behind(order, rows, from, to);
  }

  /** The rows that match in an order, as many as are wanted. */
  int[] page(Entries.Order order, int offset, int limit) {
    if (none) {
      return new int[0];
    }
    int[] found = new int[Math.min(limit, 1024)];
    int n = 0;
    int skip = offset;
    int[] rows = some(order);
    int end = end(order, rows);
    for (int i = begin(order, rows); i < end && n < limit; i++) {
      if (test(rows[i]) && skip-- <= 0) {
        if (n == found.length) {
          found = Arrays.copyOf(found, n * 2);
        }
        found[n++] = rows[i];
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
