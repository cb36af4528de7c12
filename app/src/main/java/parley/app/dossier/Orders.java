package parley.app.dossier;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** The rows of a listing in the orders in which lists show them, made when first asked for. */
final class Orders {

  /** The widest range of keys that is sorted by counting. */
  private static final int COUNTED = 4_000_000;

  private final Listing listing;
  private final Map<Entries.Order, int[]> made = new EnumMap<>(Entries.Order.class);

  Orders(Listing listing) {
    this.listing = listing;
  }

  /** Days have changed or rows have come. */
  synchronized void stale() {
    made.clear();
  }

  synchronized int[] of(Entries.Order order) {
    return made.computeIfAbsent(order, this::make);
  }

  private int[] make(Entries.Order order) {
    int[] rows = new int[listing.rows];
    int size = 0;
    boolean newest = order == Entries.Order.NEWEST;
    for (int i = 0; i < listing.reports; i++) {
      int report = newest ? listing.reports - 1 - i : i;
      int end = listing.first[report] + listing.count[report];
      for (int row = listing.first[report]; row < end; row++) {
        rows[size++] = row;
      }
    }
    return sorted(order, Arrays.copyOf(rows, size));
  }

  /** Some rows in the order in which {@link #of(Entries.Order)} has them. */
  int[] of(Entries.Order order, int[] rows) {
    boolean newest = order == Entries.Order.NEWEST;
    long[] places = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int report = listing.report[rows[i]];
      long within = rows[i] - (long) listing.first[report];
      places[i] = (newest ? (long) listing.reports - report : report) << Integer.SIZE | within;
    }
    Arrays.sort(places);
    int[] inReports = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      long report = places[i] >>> Integer.SIZE;
      int at = (int) (newest ? listing.reports - report : report);
      inReports[i] = listing.first[at] + (int) places[i];
    }
    return sorted(order, inReports);
  }

  /** In an order by day, the first place of a row of these days. */
  int first(Entries.Order order, int from, int to) {
    return order == Entries.Order.NEWEST
        ? place(order, day -> day > to)
        : place(order, day -> day < from);
  }

  /** The place behind the last row of these days. */
  int behind(Entries.Order order, int from, int to) {
    return order == Entries.Order.NEWEST
        ? place(order, day -> day >= from)
        : place(order, day -> day <= to);
  }

  /** The first place whose day is not before another. */
  private int place(Entries.Order order, IntPredicate before) {
    int[] rows = of(order);
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
