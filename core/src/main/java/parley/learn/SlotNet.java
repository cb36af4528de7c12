package parley.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A small net over word vectors: those of a fixed number of places ("slots") go through one
 * rectified hidden layer. Its scores are added to those of a {@link FeatureNet} over the same
 * thing.
 */
public final class SlotNet {

  private final int inputs;
  private final int hidden;
  private final int outputs;
  private final float[] weights;
  private final float[] bias;
  private final float[] outputWeights;

  /**
   * @param inputs slots times dimensions
   * @param weights by input, then hidden unit
   * @param outputWeights by hidden unit, then output
   */
  public SlotNet(
      int inputs, int hidden, int outputs, float[] weights, float[] bias, float[] outputWeights) {
    this.inputs = inputs;
    this.hidden = hidden;
    this.outputs = outputs;
    this.weights = weights.clone();
    this.bias = bias.clone();
    this.outputWeights = outputWeights.clone();
  }

  /** Adds to the scores what the net makes of the vectors. */
  public void add(float[] vectors, float[] scores) {
    float[] sum = bias.clone();
    int i = 0;
    for (; i + 4 <= inputs; i += 4) {
      float p = vectors[i];
      float q = vectors[i + 1];
      float r = vectors[i + 2];
      float s = vectors[i + 3];
      // A place that no word fills is nought all along.
      if (p != 0 || q != 0 || r != 0 || s != 0) {
        addFour(i * hidden, p, q, r, s, sum);
      }
    }
    for (; i < inputs; i++) {
      int from = i * hidden;
      for (int h = 0; h < hidden; h++) {
        sum[h] += vectors[i] * weights[from + h];
      }
    }
    for (int h = 0; h < hidden; h++) {
      if (sum[h] > 0) {
        for (int o = 0; o < outputs; o++) {
          scores[o] += sum[h] * outputWeights[h * outputs + o];
        }
      }
    }
  }

  /** Adds four inputs one after the other, the sum taken up and put down once. */
  private void addFour(int from, float p, float q, float r, float s, float[] sum) {
    float[] all = weights;
    int n = hidden;
    int second = from + n;
    int third = second + n;
    int fourth = third + n;
    for (int h = 0; h < n; h++) {
      float v = sum[h];
      v += p * all[from + h];
      v += q * all[second + h];
      v += r * all[third + h];
      v += s * all[fourth + h];
      sum[h] = v;
    }
  }

  public void write(DataOutput out) throws IOException {
    out.writeInt(inputs);
    out.writeShort(hidden);
    out.writeShort(outputs);
    float largest = 1e-6f;
    for (float w : weights) {
      largest = Math.max(largest, Math.abs(w));
    }
    out.writeFloat(largest);
    for (float w : weights) {
      out.writeByte(Math.round(Math.signum(w) * 127 * (float) Math.sqrt(Math.abs(w) / largest)));
    }
    for (float[] part : new float[][] {bias, outputWeights}) {
      for (float v : part) {
        out.writeFloat(v);
      }
    }
  }

  /** What {@link #write} wrote. */
  public static SlotNet read(DataInput in) throws IOException {
    int inputs = in.readInt();
    int hidden = in.readShort();
    int outputs = in.readShort();
    float largest = in.readFloat();
    byte[] packed = new byte[inputs * hidden];
    in.readFully(packed);
    float[] weights = new float[packed.length];
    for (int i = 0; i < packed.length; i++) {
      float root = packed[i] / 127f;
      weights[i] = Math.signum(root) * root * root * largest;
    }
    float[][] parts = {new float[hidden], new float[hidden * outputs]};
    for (float[] part : parts) {
      for (int i = 0; i < part.length; i++) {
        part[i] = in.readFloat();
      }
    }
    return new SlotNet(inputs, hidden, outputs, weights, parts[0], parts[1]);
  }
}
