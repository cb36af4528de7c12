package parley.teacher.learn;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import parley.learn.FeatureNet;

/** Trains the weights of a {@link FeatureNet} by stochastic gradient descent with Adagrad. */
public final class NetTrainer {

  private static final float FIRST_SQUARES = 0.1f;

  private final int bits;
  private final int hidden;
  private final int outputs;
  private final int width;
  private final float rate;
  private final float decay;
  private final float[] table;
  private final float[] tableSquares;
  private final float[] hiddenBias;
  private final float[] hiddenBiasSquares;
  private final float[] weights;
  private final float[] weightSquares;
  private final float[] outputBias;
  private final float[] outputBiasSquares;
  private float @Nullable [] sums;
  private int snapshots;

  /**
   * @param rate step of Adagrad
   * @param decay pull of a row's weights to zero at each update
   */
  public NetTrainer(int bits, int hidden, int outputs, float rate, float decay, long seed) {
    this.bits = bits;
    this.hidden = hidden;
    this.outputs = outputs;
    this.rate = rate;
    this.decay = decay;
    width = hidden + outputs;
    table = new float[width << bits];
    tableSquares = new float[width << bits];
    Arrays.fill(tableSquares, FIRST_SQUARES);
    hiddenBias = new float[hidden];
    hiddenBiasSquares = ones(hidden);
    weights = new float[hidden * outputs];
    weightSquares = ones(hidden * outputs);
    outputBias = new float[outputs];
    outputBiasSquares = ones(outputs);
    SplittableRandom random = new SplittableRandom(seed);
    for (int r = 0; r < 1 << bits; r++) {
      for (int h = 0; h < hidden; h++) {
        table[r * width + h] = (float) (random.nextDouble() - 0.5) * 0.1f;
      }
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (random.nextDouble() - 0.5) * 0.5f;
    }
  }

  private static float[] ones(int n) {
    float[] result = new float[n];
    Arrays.fill(result, 1f);
    return result;
  }

  public int width() {
    return width;
  }

  public int outputs() {
    return outputs;
  }

  /** Adds rows of the features to the sum at {@code at}. */
  public void add(int[] features, float[] sum, int at) {
    for (int f : features) {
      int row = FeatureNet.row(f, bits) * width;
      for (int k = 0; k < width; k++) {
        sum[at + k] += table[row + k];
      }
    }
  }

  public void finish(float[] sum, int at, float[] scores, int to) {
    for (int o = 0; o < outputs; o++) {
      scores[to + o] = sum[at + hidden + o] + outputBias[o];
    }
    for (int h = 0; h < hidden; h++) {
      float v = sum[at + h] + hiddenBias[h];
      if (v > 0) {
        for (int o = 0; o < outputs; o++) {
          scores[to + o] += v * weights[h * outputs + o];
        }
      }
    }
  }

  /** Turns the slope of the loss by the scores into the slope by the sum, and steps the layers. */
  public void back(float[] sum, int at, float[] slope, int slopeAt, float[] sumSlope) {
    for (int o = 0; o < outputs; o++) {
      float g = slope[slopeAt + o];
      sumSlope[hidden + o] = g;
      outputBiasSquares[o] += g * g;
      outputBias[o] -= rate * g / (float) Math.sqrt(outputBiasSquares[o]);
    }
    for (int h = 0; h < hidden; h++) {
      float v = sum[at + h] + hiddenBias[h];
      float back = 0;
      if (v > 0) {
        for (int o = 0; o < outputs; o++) {
          float g = slope[slopeAt + o];
          int k = h * outputs + o;
          back += g * weights[k];
          float step = g * v;
          weightSquares[k] += step * step;
          weights[k] -= rate * step / (float) Math.sqrt(weightSquares[k]);
        }
        hiddenBiasSquares[h] += back * back;
        hiddenBias[h] -= rate * back / (float) Math.sqrt(hiddenBiasSquares[h]);
      }
      sumSlope[h] = back;
    }
  }

  /** Steps the rows of the features. */
  public void step(int[] features, float[] sumSlope) {
    for (int f : features) {
      int row = FeatureNet.row(f, bits) * width;
      for (int k = 0; k < width; k++) {
        float g = sumSlope[k] + decay * table[row + k];
        if (g != 0) {
          tableSquares[row + k] += g * g;
          table[row + k] -= rate * g / (float) Math.sqrt(tableSquares[row + k]);
        }
      }
    }
  }

  /**
   * Adds the weights as they stand to the average that {@link #net} then gives in their stead;
   * taken several times in the last epochs it evens out the noise of the last steps.
   */
  public void snapshot() {
    if (sums == null) {
      sums = new float[table.length + hiddenBias.length + weights.length + outputBias.length];
    }
    int at = 0;
    for (float[] part : new float[][] {table, hiddenBias, weights, outputBias}) {
      for (float v : part) {
        sums[at++] += v;
      }
    }
    snapshots++;
  }

  private void average() {
    if (sums == null) {
      return;
    }
    int at = 0;
    for (float[] part : new float[][] {table, hiddenBias, weights, outputBias}) {
      for (int i = 0; i < part.length; i++) {
        part[i] = sums[at++] / snapshots;
      }
    }
    sums = null;
    snapshots = 0;
  }

  /**
   * The trained net; rows that no feature ever stepped are zero, so that what is new adds nothing.
   */
  public FeatureNet net() {
    average();
    for (int r = 0; r < 1 << bits; r++) {
      boolean stepped = false;
      for (int k = r * width; k < (r + 1) * width; k++) {
        stepped |= tableSquares[k] != FIRST_SQUARES;
      }
      if (!stepped) {
        Arrays.fill(table, r * width, (r + 1) * width, 0f);
      }
    }
    return new FeatureNet(bits, hidden, outputs, table, hiddenBias, weights, outputBias);
  }

  /** Leaves out each feature with a probability. */
  public static int[] drop(int[] features, double probability, SplittableRandom random) {
    if (probability == 0) {
      return features;
    }
    int[] kept = new int[features.length];
    int n = 0;
    int limit = (int) (probability * (1 << 30));
    for (int f : features) {
      if (random.nextInt(1 << 30) >= limit) {
        kept[n++] = f;
      }
    }
    return Arrays.copyOf(kept, n);
  }
}
