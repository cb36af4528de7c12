package parley.extract.events.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A linear layer over a few numbers.
 *
 * @param outputs how many scores it gives
 * @param weights by input, then output; those after the last input's are the biases
 */
public record Layer(int outputs, float[] weights) {

  /** The layer's scores of the numbers. */
  float[] scores(float[] numbers) {
    float[] scores = new float[outputs];
    System.arraycopy(weights, numbers.length * outputs, scores, 0, outputs);
    for (int i = 0; i < numbers.length; i++) {
      for (int o = 0; o < outputs; o++) {
        scores[o] += numbers[i] * weights[i * outputs + o];
      }
    }
    return scores;
  }

  /** The only score of a layer that has one, as a probability. */
  public double probability(float[] numbers) {
    return 1 / (1 + Math.exp(-scores(numbers)[0]));
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(outputs);
    out.writeInt(weights.length);
    for (float w : weights) {
      out.writeFloat(w);
    }
  }

  static Layer read(DataInput in) throws IOException {
    int outputs = in.readInt();
    float[] weights = new float[in.readInt()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = in.readFloat();
    }
    return new Layer(outputs, weights);
  }
}
