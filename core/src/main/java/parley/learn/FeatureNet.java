package parley.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A small net over hashed features: each feature has a row of weights, the rows of what is seen are
 * added up, a part of the sum goes through one rectified hidden layer, the rest straight to the
 * outputs. Weights of rows are held in a byte each, as signed squares.
 */
public final class FeatureNet {

  private final int bits;
  private final int hidden;
  private final int outputs;
  private final byte[] rows;
  private final float[] decode = new float[256];
  private final float scale;
  private final float[] hiddenBias;
  private final float[] outputWeights;
  private final float[] outputBias;

  /**
   * Packs trained weights.
   *
   * @param bits the table has {@code 2^bits} rows
   * @param table rows of {@code hidden + outputs} weights
   * @param outputWeights by hidden unit, then output
   */
  public FeatureNet(
      int bits,
      int hidden,
      int outputs,
      float[] table,
      float[] hiddenBias,
      float[] outputWeights,
      float[] outputBias) {
    this(
        bits,
        hidden,
        outputs,
        new byte[table.length],
        largest(table),
        hiddenBias.clone(),
        outputWeights.clone(),
        outputBias.clone());
    for (int i = 0; i < table.length; i++) {
      rows[i] =
          (byte)
              Math.round(
                  Math.signum(table[i]) * 127 * (float) Math.sqrt(Math.abs(table[i]) / scale));
    }
  }

  private FeatureNet(
      int bits,
      int hidden,
      int outputs,
      byte[] rows,
      float scale,
      float[] hiddenBias,
      float[] outputWeights,
      float[] outputBias) {
    this.bits = bits;
    this.hidden = hidden;
    this.outputs = outputs;
    this.rows = rows;
    this.scale = scale;
    this.hiddenBias = hiddenBias;
    this.outputWeights = outputWeights;
    this.outputBias = outputBias;
    for (int q = -128; q < 128; q++) {
      float root = q / 127f;
      decode[q & 0xFF] = Math.signum(root) * root * root * scale;
    }
  }

  private static float largest(float[] values) {
    float max = 1e-6f;
    for (float v : values) {
      max = Math.max(max, Math.abs(v));
    }
    return max;
  }

  /** Length of the sum that {@link #add} fills. */
  public int width() {
    return hidden + outputs;
  }

  public int outputs() {
    return outputs;
  }

  /** The row of a table of {@code 2^bits} that a feature means. */
  public static int row(int hash, int bits) {
    return hash >>> (32 - bits);
  }

  /** Adds the rows of all features of the bag to {@code sum}, from {@code at}. */
  public void add(FeatureBag features, float[] sum, int at) {
    int width = hidden + outputs;
    int count = features.size();
    long[] found = features.rows();
    // First the ends of all rows are fetched, so that waiting for memory overlaps.
    for (int f = 0; f < count; f++) {
      int row = row(features.hash(f), bits) * width;
      found[f] = (long) row << 16 | (rows[row + width - 1] & 0xFF) << 8 | rows[row] & 0xFF;
    }
    if (width == 1) {
      addSingles(found, count, sum, at);
      return;
    }
    int f = 0;
    for (; f + 4 <= count; f += 4) {
      addFour(
          (int) (found[f] >>> 16),
          (int) (found[f + 1] >>> 16),
          (int) (found[f + 2] >>> 16),
          (int) (found[f + 3] >>> 16),
          sum,
          at);
    }
    for (; f < count; f++) {
      int row = (int) (found[f] >>> 16);
      for (int k = 0; k < width; k++) {
        sum[at + k] += decode[rows[row + k] & 0xFF];
      }
    }
  }

  /** Rows of one weight, which is at hand already. */
  private void addSingles(long[] found, int count, float[] sum, int at) {
    float s = sum[at];
    for (int f = 0; f < count; f++) {
      s += decode[(int) found[f] & 0xFF];
    }
    sum[at] = s;
  }

  /** Adds four rows one after the other, the sum taken up and put down once. */
  private void addFour(int a, int b, int c, int d, float[] sum, int at) {
    int width = hidden + outputs;
    byte[] all = rows;
    float[] weight = decode;
    for (int k = 0; k < width; k++) {
      float s = sum[at + k];
      s += weight[all[a + k] & 0xFF];
      s += weight[all[b + k] & 0xFF];
      s += weight[all[c + k] & 0xFF];
      s += weight[all[d + k] & 0xFF];
      sum[at + k] = s;
    }
  }

  /** Turns the sum that starts at {@code at} into scores, from {@code to}. */
  public void finish(float[] sum, int at, float[] scores, int to) {
    for (int o = 0; o < outputs; o++) {
      scores[to + o] = sum[at + hidden + o] + outputBias[o];
    }
    for (int h = 0; h < hidden; h++) {
      float v = sum[at + h] + hiddenBias[h];
      if (v > 0) {
        int from = h * outputs;
        for (int o = 0; o < outputs; o++) {
          scores[to + o] += v * outputWeights[from + o];
        }
      }
    }
  }

  /** Scores of the features, all of them seen. */
  public float[] scores(FeatureBag features) {
    return scores(features, 1);
  }

  /**
   * Scores of the features.
   *
   * @param keep share of the features that each step of the training saw; sums are scaled by it
   */
  public float[] scores(FeatureBag features, float keep) {
    float[] sum = new float[width()];
    float[] scores = new float[outputs];
    add(features, sum, 0);
    for (int k = 0; k < sum.length; k++) {
      sum[k] *= keep;
    }
    finish(sum, 0, scores, 0);
    return scores;
  }

  /** The only output of a net that has one, as a probability. */
  public double probability(FeatureBag features) {
    return 1 / (1 + Math.exp(-scores(features)[0]));
  }

  public void write(DataOutput out) throws IOException {
    out.writeByte(bits);
    out.writeShort(hidden);
    out.writeShort(outputs);
    out.writeFloat(scale);
    for (float[] part : new float[][] {hiddenBias, outputWeights, outputBias}) {
      for (float v : part) {
        out.writeFloat(v);
      }
    }
    out.write(rows);
  }

  /** What {@link #write} wrote. */
  public static FeatureNet read(DataInput in) throws IOException {
    int bits = in.readByte();
    int hidden = in.readShort();
    int outputs = in.readShort();
    float scale = in.readFloat();
    float[][] parts = {new float[hidden], new float[hidden * outputs], new float[outputs]};
    for (float[] part : parts) {
      for (int i = 0; i < part.length; i++) {
        part[i] = in.readFloat();
      }
    }
    byte[] rows = new byte[(hidden + outputs) << bits];
    in.readFully(rows);
    return new FeatureNet(bits, hidden, outputs, rows, scale, parts[0], parts[1], parts[2]);
  }
}
