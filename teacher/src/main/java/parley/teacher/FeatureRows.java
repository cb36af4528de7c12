package parley.teacher;

import java.util.Arrays;

/** The rows of hashed features, numbered from 0 in the order in which they are added. */
final class FeatureRows {

  /** Open addressing; 0 marks a free slot. */
  private int[] keys = new int[1 << 16];

  private int[] rows = new int[1 << 16];
  private int[] features = new int[1 << 14];
  private int size;

  int size() {
    return size;
  }

  /** The features by row. */
  int[] features() {
    return Arrays.copyOf(features, size);
  }

  /** The row of a feature, -1 for none. */
  int row(int feature) {
    int mask = keys.length - 1;
    int at = feature & mask;
    while (keys[at] != 0) {
      if (keys[at] == feature) {
        return rows[at];
      }
      at = (at + 1) & mask;
    }
    return -1;
  }

  /** Gives a feature that has none the next row, and tells it. */
  int add(int feature) {
    if (size == features.length) {
      features = Arrays.copyOf(features, size * 2);
    }
    if (size * 2 >= keys.length) {
      rehash(keys.length * 2);
    }
    features[size] = feature;
    put(feature, size);
    return size++;
  }

  private void rehash(int capacity) {
    keys = new int[capacity];
    rows = new int[capacity];
    for (int i = 0; i < size; i++) {
      put(features[i], i);
    }
  }

  private void put(int feature, int row) {
    int mask = keys.length - 1;
    int at = feature & mask;
    while (keys[at] != 0) {
      at = (at + 1) & mask;
    }
    keys[at] = feature;
    rows[at] = row;
  }
}
