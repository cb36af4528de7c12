package parley.teacher;

import java.util.Arrays;
import parley.language.internal.Labels;
import parley.language.internal.NameTagger;

/**
 * The probabilities of one sentence's labels, forwards and backwards over all sequences that labels
 * may form. Everything is kept as numbers that sum to 1 at each word, so that nothing overflows.
 */
final class NameField {

  /** Gradients below this are not worth a step. */
  static final float TINY = 0.002f;

  private static final int S = Labels.NAME_CLASSES;

  /** Scores further below the best of their word are taken for this. */
  private static final double LEAST = -60;

  private final double[] odds;
  private final double[] before;
  private final double[] after;
  private final double[] sum;
  private final double[] pairSum;
  private final double[] order = new double[S * S];
  private int[] best = new int[0];
  private int size;

  NameField(int longest) {
    odds = new double[longest * S];
    before = new double[longest * S];
    after = new double[longest * S];
    sum = new double[longest];
    pairSum = new double[longest];
  }

  /**
   * Begins a sentence.
   *
   * @param weights of each label after each other, {@code [before * S + after]}
   */
  void start(int words, double[] weights) {
    size = words;
    for (int p = 0; p < S; p++) {
      for (int c = 0; c < S; c++) {
        order[p * S + c] = NameTagger.follows(p, c) ? Math.exp(weights[p * S + c]) : 0;
      }
    }
  }

  void score(int i, int c, double score) {
    odds[i * S + c] = score;
  }

  /** A word that is in no name. */
  void plain(int i) {
    Arrays.fill(odds, i * S, i * S + S, Double.NEGATIVE_INFINITY);
    odds[i * S + Labels.OUTSIDE] = 0;
  }

  /** Works all probabilities out; returns the loss on the words' own labels. */
  double run(int[] gold) {
    for (int i = 0; i < size; i++) {
      double top = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < S; c++) {
        top = Math.max(top, odds[i * S + c]);
      }
      for (int c = 0; c < S; c++) {
        double score = odds[i * S + c];
        odds[i * S + c] =
            score == Double.NEGATIVE_INFINITY ? 0 : Math.exp(Math.max(LEAST, score - top));
      }
    }
    forwards();
    backwards();
    best = new int[size];
    double loss = 0;
    for (int i = 0; i < size; i++) {
      for (int c = 0; c < S; c++) {
        best[i] = probability(i, c) > probability(i, best[i]) ? c : best[i];
      }
      loss -= Math.log(Math.max(1e-9, probability(i, gold[i])));
    }
    return loss;
  }

  private void forwards() {
    for (int i = 0; i < size; i++) {
      for (int c = 0; c < S; c++) {
        double ways = 0;
        if (i == 0) {
          ways = NameTagger.mayBegin(c) ? 1 : 0;
        } else {
          for (int p = 0; p < S; p++) {
            ways += before[(i - 1) * S + p] * order[p * S + c];
          }
        }
        before[i * S + c] = ways * odds[i * S + c];
      }
      normalise(before, i);
    }
  }

  private void backwards() {
    for (int i = size - 1; i >= 0; i--) {
      for (int c = 0; c < S; c++) {
        double ways = 0;
        if (i == size - 1) {
          ways = NameTagger.mayEnd(c) ? 1 : 0;
        } else {
          for (int q = 0; q < S; q++) {
            ways += order[c * S + q] * odds[(i + 1) * S + q] * after[(i + 1) * S + q];
          }
        }
        after[i * S + c] = ways;
      }
      normalise(after, i);
    }
    for (int i = 0; i < size; i++) {
      sum[i] = 0;
      pairSum[i] = 0;
      for (int c = 0; c < S; c++) {
        sum[i] += before[i * S + c] * after[i * S + c];
        for (int p = 0; i > 0 && p < S; p++) {
          pairSum[i] += pair(i, p, c);
        }
      }
    }
  }

  private static void normalise(double[] values, int i) {
    double all = 0;
    for (int c = 0; c < S; c++) {
      all += values[i * S + c];
    }
    for (int c = 0; all > 0 && c < S; c++) {
      values[i * S + c] /= all;
    }
  }

  private double pair(int i, int p, int c) {
    return before[(i - 1) * S + p] * order[p * S + c] * odds[i * S + c] * after[i * S + c];
  }

  /** Of word {@code i} having label {@code c}. */
  float probability(int i, int c) {
    return sum[i] > 0 ? (float) (before[i * S + c] * after[i * S + c] / sum[i]) : 0;
  }

  /** Of word {@code i} having label {@code c} after {@code p}. */
  float probability(int i, int p, int c) {
    return pairSum[i] > 0 ? (float) (pair(i, p, c) / pairSum[i]) : 0;
  }

  /** The likeliest label of each word by itself. */
  int[] best() {
    return best;
  }
}
