package parley.learn;

import java.util.Arrays;

/** A growing list of hashed features; which row of a table each one means is up to the net. */
public final class FeatureBag {

  private int[] hashes = new int[128];
  private int size;

  /** For a net's own use while it adds a bag up: as many places as there are features. */
  private long[] rows = new long[128];

  long[] rows() {
    if (rows.length < size) {
      rows = new long[hashes.length];
    }
    return rows;
  }

  public void clear() {
    size = 0;
  }

  public int size() {
    return size;
  }

  public int hash(int index) {
    return hashes[index];
  }

  public int[] toArray() {
    return Arrays.copyOf(hashes, size);
  }

  public void add(int template) {
    put(mix(template * 0x9E3779B1 + 0x7F4A7C15));
  }

  public void add(int template, int a) {
    put(mix(mix(template * 0x9E3779B1 + a) + 0x165667B1));
  }

  public void add(int template, int a, int b) {
    put(mix(mix(template * 0x9E3779B1 + a) * 31 + b));
  }

  public void add(int template, int a, int b, int c) {
    put(mix(mix(mix(template * 0x9E3779B1 + a) * 31 + b) * 31 + c));
  }

  public void put(int hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    hashes[size++] = hash;
  }

  /** Keeps each feature once, in an order of its own. */
  public void distinct() {
    Arrays.sort(hashes, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        hashes[kept++] = hashes[i];
      }
    }
    size = kept;
  }

  private static int mix(int h) {
    int x = h;
    x ^= x >>> 16;
    x *= 0x85EBCA6B;
    x ^= x >>> 13;
    x *= 0xC2B2AE35;
    x ^= x >>> 16;
    return x;
  }
}
