package parley.app.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts how often each number comes. */
final class Tally {

  /** Numbers from 0 to this are counted in an array. */
  private static final int SMALL = 1 << 20;

  private int[] small = new int[256];
  private final Map<Integer, Integer> others = new HashMap<>();

  /** A number and how often it came. */
  record Counted(int value, int count) {}

  void count(int value) {
    if (value >= 0 && value < small.length) {
      small[value]++;
    } else if (value >= 0 && value < SMALL) {
      small = Arrays.copyOf(small, Math.min(SMALL, Math.max(value + 1, small.length * 2)));
      small[value]++;
    } else {
      others.merge(value, 1, Integer::sum);
    }
  }

  /** Those that came most often, so many at most; of equal ones the smaller number first. */
  List<Counted> most(int limit) {
    List<Counted> all = new ArrayList<>();
    for (int value = 0; value < small.length; value++) {
      if (small[value] > 0) {
        all.add(new Counted(value, small[value]));
      }
    }
    others.forEach((value, count) -> all.add(new Counted(value, count)));
    all.sort(Comparator.comparingInt(Counted::count).reversed().thenComparingInt(Counted::value));
    return all.subList(0, Math.min(limit, all.size()));
  }
}
