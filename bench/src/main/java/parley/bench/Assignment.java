package parley.bench;

import java.util.Arrays;

/** The one-to-one assignment of the greatest total weight (Kuhn-Munkres, cubic). */
final class Assignment {

  private Assignment() {}

  /** The greatest sum of one entry in each row and column of a square matrix. */
  static double best(double[][] weight) {
    int n = weight.length;
    double[] u = new double[n + 1];
    double[] v = new double[n + 1];
    int[] match = new int[n + 1];
    int[] way = new int[n + 1];
    for (int i = 1; i <= n; i++) {
      match[0] = i;
      int column = 0;
      double[] least = new double[n + 1];
      Arrays.fill(least, Double.POSITIVE_INFINITY);
      boolean[] used = new boolean[n + 1];
      do {
        used[column] = true;
        int row = match[column];
        double delta = Double.POSITIVE_INFINITY;
        int next = 0;
        for (int j = 1; j <= n; j++) {
          if (!used[j]) {
            double cost = -weight[row - 1][j - 1] - u[row] - v[j];
            if (cost < least[j]) {
              least[j] = cost;
              way[j] = column;
            }
            if (least[j] < delta) {
              delta = least[j];
              next = j;
            }
          }
        }
        for (int j = 0; j <= n; j++) {
          if (used[j]) {
            u[match[j]] += delta;
            v[j] -= delta;
          } else {
            least[j] -= delta;
          }
        }
        column = next;
      } while (match[column] != 0);
      do {
        int previous = way[column];
        match[column] = match[previous];
        column = previous;
      } while (column != 0);
    }
    double sum = 0;
    for (int j = 1; j <= n; j++) {
      sum += weight[match[j] - 1][j - 1];
    }
    return sum;
  }
}
