package parley.teacher;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import parley.language.internal.Weights;

/** An averaged perceptron over hashed features. A feature counts from its second update on. */
final class Learner implements DenseRows {

  private static final int FILTER_BITS = 24;

  private final int classes;
  private final byte[] touched = new byte[1 << FILTER_BITS];
  private final int needed;
  private int[] keys = new int[1 << 16];
  private int[] rows = new int[1 << 16];
  private int[] features = new int[1 << 14];
  private float[] weights;
  private float[] sums;
  private int size;

  /** Examples seen, from 1: the weight of an update in the average. */
  private long time = 1;

  /**
   * @param needed updates after which a feature counts
   */
  Learner(int classes, int needed) {
    this.classes = classes;
    this.needed = needed;
    weights = new float[features.length * classes];
    sums = new float[features.length * classes];
  }

  @Override
  public int classes() {
    return classes;
  }

  int size() {
    return size;
  }

  void tick() {
    time++;
  }

  @Override
  public float[] weights() {
    return weights;
  }

  @Override
  public int row(int feature) {
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

  void update(int[] fs, int count, int c, float by) {
    for (int i = 0; i < count; i++) {
      int row = row(fs[i]);
      if (row < 0) {
        int slot = fs[i] >>> (32 - FILTER_BITS);
        if (touched[slot] < needed - 1) {
          touched[slot]++;
          continue;
        }
        row = add(fs[i]);
      }
      weights[row * classes + c] += by;
      sums[row * classes + c] += (float) (by * (double) time / SCALE);
    }
  }

  private static final double SCALE = 1e6;

  private int add(int feature) {
    if (size == features.length) {
      features = Arrays.copyOf(features, size * 2);
      weights = Arrays.copyOf(weights, size * 2 * classes);
      sums = Arrays.copyOf(sums, size * 2 * classes);
    }
    if (size * 2 >= keys.length) {
      int[] oldKeys = keys;
      int[] oldRows = rows;
      keys = new int[oldKeys.length * 2];
      rows = new int[oldKeys.length * 2];
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] != 0) {
          put(oldKeys[i], oldRows[i]);
        }
      }
    }
    features[size] = feature;
    put(feature, size);
    return size++;
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

  /** The averaged weights. */
  private float[] averaged() {
    float[] result = new float[size * classes];
    double now = time / SCALE;
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) (weights[i] - sums[i] / now);
    }
    return result;
  }

  /** Takes the averaged weights for its own: the end of training. */
  Learner average() {
    weights = averaged();
    sums = new float[weights.length];
    return this;
  }

  /** Writes the averaged model as it ships; weights below {@code least} are left out. */
  int write(DataOutputStream out, float least) throws IOException {
    return Weights.write(out, classes, Arrays.copyOf(features, size), averaged(), least);
  }
}
