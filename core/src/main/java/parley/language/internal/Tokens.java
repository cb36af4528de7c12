package parley.language.internal;

import java.util.Arrays;

/** Where tokens stand in a text: a growing list of {@code [begin, end)}, UTF-16 units. */
public final class Tokens {

  private int[] begins = new int[64];
  private int[] ends = new int[64];
  private int size;

  public void add(int begin, int end) {
    if (size == begins.length) {
      begins = Arrays.copyOf(begins, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    begins[size] = begin;
    ends[size++] = end;
  }

  public int size() {
    return size;
  }

  public int begin(int index) {
    return begins[index];
  }

  public int end(int index) {
    return ends[index];
  }
}
