package parley.teacher;

import java.io.DataOutputStream;
import java.io.IOException;
import parley.language.internal.Weights;

/**
 * Weights of hashed features, learnt by gradients with steps of their own size for each (Adagrad).
 * First the features are counted ({@link #meet}), then learnt.
 */
final class FieldWeights implements DenseRows {

  private static final int FILTER_BITS = 25;
  private static final float SMALL = 0.01f;

  private final int classes;
  private final FeatureRows rows = new FeatureRows();
  private float[] weights = new float[0];
  private float[] squares = new float[0];

  /** How often the features of a slot were met, while they are counted. */
  private byte[] met = new byte[1 << FILTER_BITS];

  FieldWeights(int classes) {
    this.classes = classes;
  }

  @Override
  public int classes() {
    return classes;
  }

  int size() {
    return rows.size();
  }

  /** Counts a feature; it has a row from the {@code needed}th time on. */
  void meet(int feature, int needed) {
    int slot = feature >>> (32 - FILTER_BITS);
    if (met[slot] < needed - 1) {
      met[slot]++;
    } else if (row(feature) < 0) {
      rows.add(feature);
    }
  }

  /** Ends the counting. */
  void start() {
    met = new byte[0];
    weights = new float[size() * classes];
    squares = new float[size() * classes];
  }

  @Override
  public int row(int feature) {
    return rows.row(feature);
  }

  float weight(int row, int c) {
    return weights[row * classes + c];
  }

  void step(int row, int c, float gradient, float rate) {
    int at = row * classes + c;
    squares[at] += gradient * gradient;
    weights[at] += rate * gradient / (float) Math.sqrt(squares[at] + SMALL);
  }

  @Override
  public float[] weights() {
    return weights;
  }

  /**
   * Makes the weights the mean of these and those of {@code other}, learnt from the same features.
   */
  void average(FieldWeights other) {
    for (int i = 0; i < size() * classes; i++) {
      weights[i] = (weights[i] + other.weights[i]) / 2;
    }
  }

  /** Writes the model as it ships; weights below {@code least} are left out. */
  void write(DataOutputStream out, float least) throws IOException {
    Weights.write(out, classes, rows.features(), weights, least);
  }
}
