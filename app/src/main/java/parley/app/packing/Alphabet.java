package parley.app.packing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The symbols that may stand in one place, each with its prefix code (Huffman's): the more often a
 * symbol was counted the shorter. {@link #OTHER} is one of every alphabet and announces something
 * that was not counted.
 */
final class Alphabet {

  /** Stands for what the alphabet does not have. */
  static final Object OTHER =
      new Object() {
        @Override
        public String toString() {
          return "other";
        }
      };

  /** An alphabet that knows nothing. */
  static final Alphabet EMPTY = new Alphabet(List.of(OTHER), new int[] {1});

  private static final int LONGEST = 24;
  private static final int QUICK = 11;

  private final Object[] symbols;

  /** Of each symbol, in the order of {@link #symbols}. */
  private final int[] lengths;

  private final int[] codes;
  private final Map<Object, Integer> places = new HashMap<>();
  private final boolean[] isNumber;
  private final long[] numbers;

  /** By the next bits: a symbol's place and its length, zero if its code is longer. */
  private final int[] quick;

  private final int quickBits;

  /** Of the codes of each length: the first, where its symbol stands, how many there are. */
  private final int[] first = new int[LONGEST + 2];

  private final int[] start = new int[LONGEST + 2];
  private final int[] count = new int[LONGEST + 2];

  /** Symbols of the same length stand in their order. */
  Alphabet(List<Object> symbols, int[] lengths) {
    Integer[] order = new Integer[symbols.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingInt((Integer i) -> lengths[i]));
    this.symbols = new Object[order.length];
    this.lengths = new int[order.length];
    this.codes = new int[order.length];
    this.isNumber = new boolean[order.length];
    this.numbers = new long[order.length];
    int longest = 0;
    for (int i = 0; i < order.length; i++) {
      this.symbols[i] = symbols.get(order[i]);
      this.lengths[i] = lengths[order[i]];
      if (this.lengths[i] < 1 || this.lengths[i] > LONGEST) {
        throw new DamagedException("a code of " + this.lengths[i] + " bits");
      }
      longest = this.lengths[i];
      count[longest]++;
      places.put(this.symbols[i], i);
      if (this.symbols[i] instanceof Long number) {
        isNumber[i] = true;
        numbers[i] = number;
      }
    }
    quickBits = Math.min(longest, QUICK);
    quick = new int[1 << quickBits];
    long code = 0;
    int place = 0;
    for (int length = 1; length <= longest; length++) {
      code <<= 1;
      first[length] = (int) code;
      start[length] = place;
      for (int i = 0; i < count[length]; i++, place++, code++) {
        if (code >= 1L << length) {
          throw new DamagedException("more codes than there can be");
        }
        codes[place] = (int) code;
        if (length <= quickBits) {
          int from = (int) code << quickBits - length;
          Arrays.fill(quick, from, from + (1 << quickBits - length), place << 5 | length);
        }
      }
    }
  }

  /**
   * The alphabet of what was counted.
   *
   * @param least symbols that were counted less often are left out
   */
  static Alphabet of(Map<Object, int[]> counts, int least) {
    List<Object> symbols = new ArrayList<>();
    List<Long> weights = new ArrayList<>();
    long others = 1;
    for (Map.Entry<Object, int[]> entry : counts.entrySet()) {
      if (entry.getValue()[0] >= least && Symbols.isKept(entry.getKey())) {
        symbols.add(entry.getKey());
        weights.add((long) entry.getValue()[0]);
      } else {
        others += entry.getValue()[0];
      }
    }
    symbols.add(OTHER);
    weights.add(others);
    long[] left = weights.stream().mapToLong(Long::longValue).toArray();
    int[] lengths = lengths(left);
    while (Arrays.stream(lengths).max().orElse(0) > LONGEST) {
      Arrays.setAll(left, i -> left[i] / 2 + 1);
      lengths = lengths(left);
    }
    return new Alphabet(symbols, lengths);
  }

  private static int[] lengths(long[] weights) {
    int n = weights.length;
    if (n == 1) {
      return new int[] {1};
    }
    record Node(long weight, int number) {}
    PriorityQueue<Node> queue =
        new PriorityQueue<>(Comparator.comparingLong(Node::weight).thenComparingInt(Node::number));
    int[] parent = new int[2 * n - 1];
    for (int i = 0; i < n; i++) {
      queue.add(new Node(weights[i], i));
    }
    for (int made = n; made < 2 * n - 1; made++) {
      Node a = queue.remove();
      Node b = queue.remove();
      parent[a.number()] = made;
      parent[b.number()] = made;
      queue.add(new Node(a.weight() + b.weight(), made));
    }
    int[] depth = new int[2 * n - 1];
    for (int i = 2 * n - 3; i >= 0; i--) {
      depth[i] = depth[parent[i]] + 1;
    }
    return Arrays.copyOf(depth, n);
  }

  List<Object> symbols() {
    return List.of(symbols);
  }

  int length(int place) {
    return lengths[place];
  }

  boolean has(Object symbol) {
    return places.containsKey(symbol);
  }

  /** Writes the symbol, or {@link #OTHER} if it has no code. */
  boolean write(Bits.Out out, Object symbol) {
    Integer place = places.get(symbol);
    int written = place == null ? places.getOrDefault(OTHER, -1) : place;
    if (written < 0) {
      throw new DamagedException("an alphabet without a code for what it lacks");
    }
    out.put(codes[written], lengths[written]);
    return place != null;
  }

  /** A whole number, known or not. */
  long number(Bits.In in) {
    int found = quick[in.peek(quickBits)];
    if (found != 0) {
      in.skip(found & 31);
      int place = found >>> 5;
      return isNumber[place] ? numbers[place] : Pen.number(in);
    }
    return read(in) instanceof Long known ? known : Pen.number(in);
  }

  Object read(Bits.In in) {
    int found = quick[in.peek(quickBits)];
    if (found != 0) {
      in.skip(found & 31);
      return symbols[found >>> 5];
    }
    int next = in.peek(LONGEST);
    for (int length = quickBits + 1; length <= LONGEST; length++) {
      int code = (next >>> LONGEST - length) - first[length];
      if (code >= 0 && code < count[length]) {
        in.skip(length);
        return symbols[start[length] + code];
      }
    }
    throw new DamagedException("no symbol has that code");
  }
}
