package parley.teacher.learn;

import java.util.Arrays;
import java.util.SplittableRandom;
import parley.learn.SlotNet;

/** Trains the weights of a {@link SlotNet} by Adagrad, hidden units left out at random. */
public final class SlotTrainer {

  private static final float LEFT_OUT = 0.3f;

  private final int inputs;
  private final int hidden;
  private final int outputs;
  private final float rate;
  private final float decay;
  private final float[] weights;
  private final float[] weightSquares;
  private final float[] bias;
  private final float[] biasSquares;
  private final float[] out;
  private final float[] outSquares;
  private final float[] units;
  private final float[] slopes;
  private final SplittableRandom random;

  /**
   * @param rate step of Adagrad
   */
  public SlotTrainer(int inputs, int hidden, int outputs, float rate, float decay, long seed) {
    this.inputs = inputs;
    this.hidden = hidden;
    this.outputs = outputs;
    this.rate = rate;
    this.decay = decay;
    weights = new float[inputs * hidden];
    weightSquares = filled(weights.length);
    bias = new float[hidden];
    biasSquares = filled(hidden);
    out = new float[hidden * outputs];
    outSquares = filled(out.length);
    units = new float[hidden];
    slopes = new float[hidden];
    random = new SplittableRandom(seed);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (random.nextDouble() - 0.5) * 0.12f;
    }
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) (random.nextDouble() - 0.5) * 0.3f;
    }
  }

  private static float[] filled(int n) {
    float[] result = new float[n];
    Arrays.fill(result, 0.1f);
    return result;
  }

  /** Adds to the scores, some hidden units left out; {@link #back} steps by what was kept. */
  public void add(float[] x, float[] scores) {
    System.arraycopy(bias, 0, units, 0, hidden);
    for (int i = 0; i < inputs; i++) {
      float v = x[i];
      if (v != 0) {
        int from = i * hidden;
        for (int h = 0; h < hidden; h++) {
          units[h] += v * weights[from + h];
        }
      }
    }
    for (int h = 0; h < hidden; h++) {
      boolean kept = units[h] > 0 && random.nextDouble() >= LEFT_OUT;
      units[h] = kept ? units[h] / (1 - LEFT_OUT) : 0;
      if (kept) {
        for (int o = 0; o < outputs; o++) {
          scores[o] += units[h] * out[h * outputs + o];
        }
      }
    }
  }

  /** Steps by the slope of the loss over the scores that {@link #add} last made of {@code x}. */
  public void back(float[] x, float[] slope) {
    for (int h = 0; h < hidden; h++) {
      slopes[h] = 0;
      if (units[h] > 0) {
        for (int o = 0; o < outputs; o++) {
          int k = h * outputs + o;
          slopes[h] += slope[o] * out[k];
          float g = slope[o] * units[h] + decay * out[k];
          outSquares[k] += g * g;
          out[k] -= rate * g / (float) Math.sqrt(outSquares[k]);
        }
        slopes[h] /= 1 - LEFT_OUT;
        biasSquares[h] += slopes[h] * slopes[h];
        bias[h] -= rate * slopes[h] / (float) Math.sqrt(biasSquares[h]);
      }
    }
    for (int i = 0; i < inputs; i++) {
      float v = x[i];
      if (v != 0) {
        int from = i * hidden;
        for (int h = 0; h < hidden; h++) {
          if (slopes[h] != 0) {
            float g = slopes[h] * v + decay * weights[from + h];
            weightSquares[from + h] += g * g;
            weights[from + h] -= rate * g / (float) Math.sqrt(weightSquares[from + h]);
          }
        }
      }
    }
  }

  public SlotNet net() {
    return new SlotNet(inputs, hidden, outputs, weights, bias, out);
  }
}
