package parley.app.packing;

import java.util.Arrays;

/** The last number of each kind of id: {@code s12} is one step after {@code s11}. */
final class Numbering {

  private String[] letters = new String[8];
  private int[] last = new int[8];
  private int size;

  /** The number that is a step after the last one with these letters. */
  int step(String of, int step) {
    int at = 0;
    while (at < size && !letters[at].equals(of)) {
      at++;
    }
    if (at == size) {
      if (size == last.length) {
        letters = Arrays.copyOf(letters, size * 2);
        last = Arrays.copyOf(last, size * 2);
      }
      letters[size++] = of;
    }
    last[at] += step;
    return last[at];
  }

  /** The numbers as they stand, to come back to. */
  int[] mark() {
    return Arrays.copyOf(last, size);
  }

  void back(int[] mark) {
    System.arraycopy(mark, 0, last, 0, mark.length);
    // Letters that came later had no number then.
    Arrays.fill(last, mark.length, last.length, 0);
  }
}
