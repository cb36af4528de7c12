package parley.app.dossier;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Numbers by hash, several of one hash in a chain; only ever added to. */
final class Chains {

  private static final int NONE = -1;

  private int[] heads = new int[1 << 12];
  private int[] hashes = new int[1 << 12];
  private int[] values = new int[1 << 12];
  private int[] next = new int[1 << 12];
  private int size;

  Chains() {
    Arrays.fill(heads, NONE);
  }

  void add(int hash, int value) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
      values = Arrays.copyOf(values, size * 2);
      next = Arrays.copyOf(next, size * 2);
      heads = new int[size * 2];
      Arrays.fill(heads, NONE);
      for (int at = 0; at < size; at++) {
        link(at);
      }
    }
    hashes[size] = hash;
    values[size] = value;
    link(size++);
  }

  private void link(int at) {
    int slot = slot(hashes[at]);
    next[at] = heads[slot];
    heads[slot] = at;
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 15) & heads.length - 1;
  }

  /** The numbers of a hash, the last added first. */
  void each(int hash, IntConsumer with) {
    for (int at = heads[slot(hash)]; at != NONE; at = next[at]) {
      if (hashes[at] == hash) {
        with.accept(values[at]);
      }
    }
  }
}
