package parley.app.dossier;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The rows of a listing in the orders in which lists show them: all, those of a kind, of an issue,
 * type or mode, of an actor. They are put in order when first asked for and kept until rows change.
 */
final class Orders {

  /** The widest range of keys that is sorted by counting. */
  private static final int COUNTED = 4_000_000;

  /** Rows in all lists that are kept. */
  private static final int KEPT = 16_000_000;

  /** What the rows of a list have in common. */
  enum Common {
    NOTHING,
    KIND,
    CODE,
    ACTOR
  }

  /**
   * A list.
   *
   * @param number of the kind, word or actor; 0 if rows have nothing in common
   */
  record List(Entries.Order order, Common common, int number) {}

  private final Listing listing;
  private final Map<List, int[]> made = new LinkedHashMap<>(16, 0.75f, true);
  private long kept;

  Orders(Listing listing) {
    this.listing = listing;
  }

  /** Rows have come or changed. */
  synchronized void stale() {
    made.clear();
    kept = 0;
  }

  /** The rows of a list; not to be changed. */
  synchronized int[] of(List list) {
    int[] rows = made.get(list);
    if (rows == null) {
      rows = make(list);
      made.put(list, rows);
      kept += rows.length;
      var eldest = made.entrySet().iterator();
      while (kept > KEPT && made.size() > 1) {
        kept -= eldest.next().getValue().length;
        eldest.remove();
      }
    }
    return rows;
  }

  private int[] make(List list) {
    int number = list.number();
    return switch (list.common()) {
      case NOTHING -> inReports(list.order(), -1);
      case KIND -> inReports(list.order(), number);
      case CODE ->
          of(
              list.order(),
              listing
                  .coded(number)
                  .filter(row -> listing.kind[row] >= 0 && listing.code[row] == number));
      case ACTOR ->
          of(
              list.order(),
              IntStream.of(listing.naming(number)).filter(row -> listing.kind[row] >= 0));
    };
  }

  /**
   * @param kind -1 for all
   */
  private int[] inReports(Entries.Order order, int kind) {
    int[] rows = new int[listing.rows];
    int size = 0;
    boolean newest = order == Entries.Order.NEWEST;
    for (int i = 0; i < listing.reports; i++) {
      int report = newest ? listing.reports - 1 - i : i;
      int end = listing.first[report] + listing.count[report];
      for (int row = listing.first[report]; row < end; row++) {
        if (kind < 0 || listing.kind[row] == kind) {
          rows[size++] = row;
        }
      }
    }
    return sorted(order, Arrays.copyOf(rows, size));
  }

  /** Some rows in the order of lists; a row that comes twice counts once. */
  private int[] of(Entries.Order order, IntStream some) {
    return sorted(order, inReports(order, some));
  }

  /** Some rows in the order in which their reports came; a row that comes twice counts once. */
  int[] inReports(IntStream some) {
    return inReports(Entries.Order.OLDEST, some);
  }

  private int[] inReports(Entries.Order order, IntStream some) {
    boolean newest = order == Entries.Order.NEWEST;
    long[] places =
        some.mapToLong(
                row -> {
                  int report = listing.report[row];
                  long place = newest ? (long) listing.reports - report : report;
                  return place << Integer.SIZE | listing.within(row);
                })
            .sorted()
            .distinct()
            .toArray();
    int[] inReports = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      long report = places[i] >>> Integer.SIZE;
      int at = (int) (newest ? listing.reports - report : report);
      inReports[i] = listing.first[at] + (int) places[i];
    }
    return inReports;
  }

  /** The rows that have that in common and are of these days, the oldest first. */
  IntStream between(Common common, int number, long from, long to) {
    int[] rows = of(new List(Entries.Order.OLDEST, common, number));
    int first = place(rows, day -> day < from);
    return Arrays.stream(rows, first, Math.max(first, place(rows, day -> day <= to)));
  }

  /** In rows in an order by day, the first place of a row of these days. */
  int first(Entries.Order order, int[] rows, int from, int to) {
    return order == Entries.Order.NEWEST
        ? place(rows, day -> day > to)
        : place(rows, day -> day < from);
  }

  /** The place behind the last row of these days. */
  int behind(Entries.Order order, int[] rows, int from, int to) {
    return order == Entries.Order.NEWEST
        ? place(rows, day -> day >= from)
        : place(rows, day -> day <= to);
  }

  /** The first place whose day is not before another. */
  private int place(int[] rows, IntPredicate before) {
    int low = 0;
    int high = rows.length;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (before.test(listing.day[rows[mid]])) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  /** Some rows, those of each report in its order, put in order. */
  int[] sorted(Entries.Order order, int[] rows) {
    return switch (order) {
      case NEWEST -> sorted(rows, row -> -listing.day[row]);
      case OLDEST -> sorted(rows, row -> listing.day[row]);
      case CONFIDENCE -> sorted(rows, row -> listing.confidence[row]);
    };
  }

  /** Sorts by key; rows of one key stay in order. */
  private static int[] sorted(int[] rows, IntUnaryOperator key) {
    int least = Integer.MAX_VALUE;
    int most = Integer.MIN_VALUE;
    for (int row : rows) {
      int k = key.applyAsInt(row);
      least = Math.min(least, k);
      most = Math.max(most, k);
    }
    if (rows.length == 0 || (long) most - least > COUNTED) {
      long[] keyed = new long[rows.length];
      for (int i = 0; i < rows.length; i++) {
        keyed[i] = ((long) key.applyAsInt(rows[i]) << 32) + i;
      }
      Arrays.sort(keyed);
      int[] result = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        result[i] = rows[(int) keyed[i]];
      }
      return result;
    }
    int[] begins = new int[most - least + 2];
    for (int row : rows) {
      begins[key.applyAsInt(row) - least + 1]++;
    }
    for (int i = 1; i < begins.length; i++) {
      begins[i] += begins[i - 1];
    }
    int[] result = new int[rows.length];
    for (int row : rows) {
      result[begins[key.applyAsInt(row) - least]++] = row;
    }
    return result;
  }
}
