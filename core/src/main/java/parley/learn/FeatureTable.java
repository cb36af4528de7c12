package parley.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A linear model over hashed features that knows each of its features: one that it does not know
 * adds nothing, where in a {@link FeatureNet} it may meet the weights of another. Weights are held
 * in a byte each, as signed squares. Immutable.
 */
public final class FeatureTable {

  private final int outputs;
  private final float scale;
  private final float[] bias;

  /** Ascending. */
  private final int[] features;

  /** By feature, then output. */
  private final byte[] weights;

  private final float[] decode = new float[256];

  /** Open addressing: places in {@link #features} from 1, 0 for a free slot. */
  private final int[] slots;

  /**
   * Packs trained weights.
   *
   * @param features their hashes, ascending
   * @param weights by feature, then output
   * @param bias what each output starts from
   */
  public FeatureTable(int[] features, float[] weights, float[] bias) {
    this(bias.clone(), features.clone(), largest(weights), new byte[weights.length]);
    for (int i = 0; i < weights.length; i++) {
      double root = Math.sqrt(Math.abs(weights[i]) / scale);
      this.weights[i] = (byte) Math.round(Math.signum(weights[i]) * 127 * root);
    }
  }

  private FeatureTable(float[] bias, int[] features, float scale, byte[] weights) {
    this.outputs = bias.length;
    this.bias = bias;
    this.features = features;
    this.scale = scale;
    this.weights = weights;
    for (int q = -128; q < 128; q++) {
      decode[q & 0xFF] = Math.signum(q) * q * q / (127f * 127f) * scale;
    }
    slots = new int[Integer.highestOneBit(Math.max(4, features.length)) * 4];
    for (int row = 0; row < features.length; row++) {
      int at = features[row] & slots.length - 1;
      while (slots[at] != 0) {
        at = at + 1 & slots.length - 1;
      }
      slots[at] = row + 1;
    }
  }

  private static float largest(float[] values) {
    float max = 1e-6f;
    for (float v : values) {
      max = Math.max(max, Math.abs(v));
    }
    return max;
  }

  /**
   * Scores of the features.
   *
   * @param value what each of them counts
   */
  public float[] scores(FeatureBag bag, float value) {
    float[] scores = new float[outputs];
    for (int f = 0; f < bag.size(); f++) {
      int feature = bag.hash(f);
      int at = feature & slots.length - 1;
      while (slots[at] != 0 && features[slots[at] - 1] != feature) {
        at = at + 1 & slots.length - 1;
      }
      int row = (slots[at] - 1) * outputs;
      for (int o = 0; row >= 0 && o < outputs; o++) {
        scores[o] += decode[weights[row + o] & 0xFF];
      }
    }
    for (int o = 0; o < outputs; o++) {
      scores[o] = scores[o] * value + bias[o];
    }
    return scores;
  }

  /** Writes the features that have a weight left after packing. */
  public void write(DataOutput out) throws IOException {
    int kept = 0;
    for (int row = 0; row < features.length; row++) {
      kept += speaks(row) ? 1 : 0;
    }
    out.writeByte(outputs);
    out.writeFloat(scale);
    for (float b : bias) {
      out.writeFloat(b);
    }
    out.writeInt(kept);
    int last = Integer.MIN_VALUE;
    for (int row = 0; row < features.length; row++) {
      if (speaks(row)) {
        writeGap(out, features[row] - last);
        last = features[row];
        out.write(weights, row * outputs, outputs);
      }
    }
  }

  private boolean speaks(int row) {
    for (int k = row * outputs; k < (row + 1) * outputs; k++) {
      if (weights[k] != 0) {
        return true;
      }
    }
    return false;
  }

  /** What {@link #write} wrote. */
  public static FeatureTable read(DataInput in) throws IOException {
    int outputs = in.readUnsignedByte();
    float scale = in.readFloat();
    float[] bias = new float[outputs];
    for (int o = 0; o < outputs; o++) {
      bias[o] = in.readFloat();
    }
    int[] features = new int[in.readInt()];
    byte[] weights = new byte[features.length * outputs];
    int last = Integer.MIN_VALUE;
    for (int row = 0; row < features.length; row++) {
      last += readGap(in);
      features[row] = last;
      in.readFully(weights, row * outputs, outputs);
    }
    return new FeatureTable(bias, features, scale, weights);
  }

  private static void writeGap(DataOutput out, int gap) throws IOException {
    int rest = gap;
    while ((rest & ~0x7F) != 0) {
      out.writeByte(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }

  private static int readGap(DataInput in) throws IOException {
    int gap = 0;
    for (int shift = 0; ; shift += 7) {
      int b = in.readUnsignedByte();
      gap |= (b & 0x7F) << shift;
      if (b < 128) {
        return gap;
      }
    }
  }
}
