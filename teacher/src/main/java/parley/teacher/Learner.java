package parley.teacher;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import parley.language.internal.Weights;

/** An averaged perceptron over hashed features. A feature counts from its second update on. */
final class Learner implements DenseRows {

  private static final int FILTER_BITS = 24;
  private static final int FIRST_ROWS = 1 << 14;

  private final int classes;
  private final byte[] touched = new byte[1 << FILTER_BITS];
  private final int needed;
  private final FeatureRows rows = new FeatureRows();
  private float[] weights;
  private float[] sums;

  /** Examples seen, from 1: the weight of an update in the average. */
  private long time = 1;

  /**
   * @param needed updates after which a feature counts
   */
  Learner(int classes, int needed) {
    this.classes = classes;
    this.needed = needed;
    weights = new float[FIRST_ROWS * classes];
    sums = new float[FIRST_ROWS * classes];
  }

  @Override
  public int classes() {
    return classes;
  }

  int size() {
    return rows.size();
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
    return rows.row(feature);
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
    int row = rows.add(feature);
    if (rows.size() * classes > weights.length) {
      weights = Arrays.copyOf(weights, row * 2 * classes);
      sums = Arrays.copyOf(sums, row * 2 * classes);
    }
    return row;
  }

  /** The averaged weights. */
  private float[] averaged() {
    float[] result = new float[rows.size() * classes];
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
    return Weights.write(out, classes, rows.features(), averaged(), least);
  }
}
