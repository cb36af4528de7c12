package parley.teacher.statements;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import parley.extract.statements.internal.Candidate;
import parley.extract.statements.internal.Selection;

/** Fits how often an attribution of a given confidence is right, never falling (isotonic). */
final class Calibration {

  private static final int KNOTS = 41;

  private Calibration() {}

  /** Shares of right ones at confidence 0, 1/40, … 1, from articles that no net had seen. */
  static float[] fit(List<JudgeTrainer.Judged> passages) {
    List<double[]> seen = new ArrayList<>();
    for (JudgeTrainer.Judged judged : passages) {
      List<Candidate> chosen = Selection.outermost(judged.candidates(), 0.25);
      int[] right = new Score().add(judged.passage(), chosen);
      for (int i = 0; i < right.length; i++) {
        seen.add(new double[] {chosen.get(i).confidence(), right[i] == 2 ? 1 : 0});
      }
    }
    seen.sort(Comparator.comparingDouble(x -> x[0]));
    // Pools of neighbours: mean confidence, mean right, weight.
    List<double[]> pools = new ArrayList<>();
    for (double[] one : seen) {
      pools.add(new double[] {one[0], one[1], 1});
      while (pools.size() > 1 && pools.get(pools.size() - 2)[1] >= pools.get(pools.size() - 1)[1]) {
        double[] last = pools.remove(pools.size() - 1);
        double[] pool = pools.get(pools.size() - 1);
        double weight = pool[2] + last[2];
        pool[0] = (pool[0] * pool[2] + last[0] * last[2]) / weight;
        pool[1] = (pool[1] * pool[2] + last[1] * last[2]) / weight;
        pool[2] = weight;
      }
    }
    float[] result = new float[KNOTS];
    int k = 0;
    for (int i = 0; i < KNOTS; i++) {
      double at = (double) i / (KNOTS - 1);
      while (k < pools.size() && pools.get(k)[0] < at) {
        k++;
      }
      if (k == 0) {
        result[i] = pools.isEmpty() ? (float) at : (float) pools.get(0)[1];
      } else if (k == pools.size()) {
        result[i] = (float) pools.get(k - 1)[1];
      } else {
        double[] a = pools.get(k - 1);
        double[] b = pools.get(k);
        result[i] = (float) (a[1] + (b[1] - a[1]) * (at - a[0]) / (b[0] - a[0]));
      }
    }
    return result;
  }
}
