package parley.teacher.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parley.learn.FeatureTable;

/**
 * Logistic regression with quadratic decay, fitted to all examples at once: no order, no chance.
 */
public final class Regression {

  private int inputs;
  private final int outputs;
  private final boolean exclusive;
  private final List<int[]> rows = new ArrayList<>();
  private final List<float[]> values = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();

  /**
   * @param inputs how many numbers an example has; for hashed features any
   * @param exclusive whether an example has exactly one of the outputs, and its label is that
   *     output's number; else its label is a set of bits
   */
  public Regression(int inputs, int outputs, boolean exclusive) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.exclusive = exclusive;
  }

  /**
   * Adds an example.
   *
   * @param row the inputs that it has, or the hashes of its features
   * @param value of each of them; one alone holds for all
   */
  public void add(int[] row, float[] value, int label) {
    rows.add(row);
    values.add(value);
    labels.add(label);
  }

  /**
   * Takes the inputs for hashes of features and numbers those anew that enough examples have.
   *
   * @return the hashes by their number, ascending
   */
  private int[] index(int least) {
    int[] all = rows.stream().flatMapToInt(Arrays::stream).sorted().toArray();
    int[] features = new int[all.length];
    int n = 0;
    for (int begin = 0, end = 0; begin < all.length; begin = end) {
      while (end < all.length && all[end] == all[begin]) {
        end++;
      }
      if (end - begin >= least) {
        features[n++] = all[begin];
      }
    }
    int[] kept = Arrays.copyOf(features, n);
    rows.replaceAll(
        row ->
            Arrays.stream(row)
                .map(f -> Arrays.binarySearch(kept, f))
                .filter(i -> i >= 0)
                .toArray());
    return kept;
  }

  /**
   * The weights by input, then output; the last "input" is the bias.
   *
   * @param decay pull of the weights to zero, the biases excepted
   */
  public double[] fit(double decay, int rounds) {
    double[] weights = new double[(inputs + 1) * outputs];
    // The biases begin with how often each output is seen, where they would end without inputs.
    for (int o = 0; o < outputs; o++) {
      double seen = 0.5;
      for (int label : labels) {
        seen += exclusive ? (label == o ? 1 : 0) : label >> o & 1;
      }
      double rest = exclusive ? labels.size() : labels.size() + 1 - seen;
      weights[inputs * outputs + o] = Math.log(seen / rest);
    }
    Lbfgs.minimise((w, slope) -> loss(w, slope, decay), weights, rounds);
    return weights;
  }

  /**
   * The same over hashed features, of which at least {@code least} examples must have one.
   *
   * @param scale weights are multiplied by it: what a feature counted here and will not count there
   */
  public FeatureTable table(int least, float scale, double decay, int rounds) {
    int[] features = index(least);
    inputs = features.length;
    double[] fitted = fit(decay, rounds);
    float[] weights = new float[inputs * outputs];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) fitted[i] * scale;
    }
    float[] bias = new float[outputs];
    for (int o = 0; o < outputs; o++) {
      bias[o] = (float) fitted[weights.length + o];
    }
    return new FeatureTable(features, weights, bias);
  }

  private double loss(double[] w, double[] slope, double decay) {
    double loss = 0;
    int bias = inputs * outputs;
    for (int k = 0; k < bias; k++) {
      loss += decay * w[k] * w[k] / 2;
      slope[k] = decay * w[k];
    }
    Arrays.fill(slope, bias, slope.length, 0);
    double[] scores = new double[outputs];
    for (int e = 0; e < rows.size(); e++) {
      int[] row = rows.get(e);
      float[] value = values.get(e);
      System.arraycopy(w, bias, scores, 0, outputs);
      for (int j = 0; j < row.length; j++) {
        float v = value[value.length == 1 ? 0 : j];
        int from = row[j] * outputs;
        for (int o = 0; o < outputs; o++) {
          scores[o] += v * w[from + o];
        }
      }
      loss += exclusive ? oneOf(scores, labels.get(e)) : anyOf(scores, labels.get(e));
      for (int j = 0; j < row.length; j++) {
        float v = value[value.length == 1 ? 0 : j];
        int from = row[j] * outputs;
        for (int o = 0; o < outputs; o++) {
          slope[from + o] += v * scores[o];
        }
      }
      for (int o = 0; o < outputs; o++) {
        slope[bias + o] += scores[o];
      }
    }
    return loss;
  }

  /** The loss; the scores become its slopes. */
  private static double oneOf(double[] scores, int label) {
    double max = Double.NEGATIVE_INFINITY;
    for (double s : scores) {
      max = Math.max(max, s);
    }
    double sum = 0;
    for (double s : scores) {
      sum += Math.exp(s - max);
    }
    double loss = max + Math.log(sum) - scores[label];
    for (int o = 0; o < scores.length; o++) {
      scores[o] = Math.exp(scores[o] - max) / sum - (o == label ? 1 : 0);
    }
    return loss;
  }

  private static double anyOf(double[] scores, int label) {
    double loss = 0;
    for (int o = 0; o < scores.length; o++) {
      double s = scores[o];
      int y = label >> o & 1;
      loss += Math.max(s, 0) + Math.log1p(Math.exp(-Math.abs(s))) - y * s;
      scores[o] = 1 / (1 + Math.exp(-s)) - y;
    }
    return loss;
  }
}
