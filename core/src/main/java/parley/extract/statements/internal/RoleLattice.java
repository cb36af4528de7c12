package parley.extract.statements.internal;

import java.util.Arrays;

/**
 * All ways to give the tokens of a window their roles around one cue: the cue is one run of tokens
 * about its head, the source at most one run, the content one or more. A state is a role with what
 * was seen before it. Potentials are multiplied, each step scaled to sum to one.
 */
public final class RoleLattice {

  public static final int OTHER = 0;
  public static final int SOURCE = 1;
  public static final int CUE = 2;
  public static final int CONTENT = 3;
  public static final int ROLES = 4;

  /** Role of each state. */
  private static final int[] ROLE;

  /** State after a state and a role, -1 if that may not be. */
  private static final int[][] NEXT;

  private static final int[] CONTENTS;
  public static final int STATES;
  private static final int START;

  static {
    // state = role, source seen (0, 1), contents begun (0, 1, 2 or more)
    int[] role = new int[ROLES * 6];
    int[] key = new int[ROLES * 6];
    int[] index = new int[ROLES * 6];
    Arrays.fill(index, -1);
    int n = 0;
    for (int r = 0; r < ROLES; r++) {
      for (int s = 0; s < 2; s++) {
        for (int c = 0; c < 3; c++) {
          if ((r != SOURCE || s == 1) && (r != CONTENT || c > 0)) {
            role[n] = r;
            key[n] = s * 3 + c;
            index[r * 6 + s * 3 + c] = n++;
          }
        }
      }
    }
    STATES = n;
    ROLE = Arrays.copyOf(role, n);
    CONTENTS = new int[n];
    NEXT = new int[n][ROLES];
    for (int from = 0; from < n; from++) {
      int s = key[from] / 3;
      int c = key[from] % 3;
      CONTENTS[from] = c;
      for (int to = 0; to < ROLES; to++) {
        int next;
        if (to == ROLE[from]) {
          next = from;
        } else if (to == SOURCE) {
          next = s == 0 ? index[SOURCE * 6 + 3 + c] : -1;
        } else if (to == CONTENT) {
          next = index[CONTENT * 6 + s * 3 + Math.min(2, c + 1)];
        } else {
          next = index[to * 6 + s * 3 + c];
        }
        NEXT[from][to] = next;
      }
    }
    START = index[OTHER * 6];
  }

  /** Weights of moving from a state to a role, before the cue's head and after it. */
  public static final int MOVES = STATES * ROLES * 2;

  private final int n;
  private final int headAt;
  private final double[] emission;
  private final double[] edge;
  private final double[] move;
  private final double[][] forward;
  private final double[] scale;
  private double logScale;

  /**
   * @param n tokens of the window
   * @param headAt where the cue's head is
   * @param roleScores by token and role
   * @param edgeScores by token, role before, role: what speaks for a border before the token
   * @param moveScores by side, state, role
   */
  public RoleLattice(
      int n, int headAt, float[] roleScores, float[] edgeScores, float[] moveScores) {
    this.n = n;
    this.headAt = headAt;
    emission = exponents(roleScores, n * ROLES, ROLES);
    edge = exponents(edgeScores, n * ROLES * ROLES, ROLES * ROLES);
    move = exponents(moveScores, MOVES, MOVES);
    forward = new double[n + 1][STATES];
    scale = new double[n + 1];
    forward();
  }

  private double shift;

  private double[] exponents(float[] scores, int length, int group) {
    double[] result = new double[length];
    for (int i = 0; i < length; i += group) {
      float max = 0;
      if (group != MOVES) {
        max = Float.NEGATIVE_INFINITY;
        for (int k = 0; k < group; k++) {
          max = Math.max(max, scores[i + k]);
        }
        shift += max;
      }
      for (int k = 0; k < group; k++) {
        result[i + k] = Math.exp(scores[i + k] - max);
      }
    }
    return result;
  }

  /** Whether a role may follow another between tokens {@code i - 1} and {@code i}. */
  private boolean may(int i, int before, int role) {
    if (i == headAt) {
      return role == CUE;
    }
    if (i < headAt) {
      return before != CUE || role == CUE;
    }
    return role != CUE || before == CUE;
  }

  private double potential(int i, int state, int role) {
    int before = i == 0 ? OTHER : ROLE[state];
    return emission[i * ROLES + role]
        * edge[(i * ROLES + before) * ROLES + role]
        * move[((i <= headAt ? 0 : 1) * STATES + state) * ROLES + role];
  }

  private void forward() {
    forward[0][START] = 1;
    scale[0] = 1;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int s = 0; s < STATES; s++) {
        double f = forward[i][s];
        if (f == 0) {
          continue;
        }
        for (int r = 0; r < ROLES; r++) {
          int to = NEXT[s][r];
          if (to >= 0 && may(i, i == 0 ? OTHER : ROLE[s], r)) {
            double v = f * potential(i, s, r);
            forward[i + 1][to] += v;
            sum += v;
          }
        }
      }
      scale[i + 1] = sum;
      logScale += Math.log(sum);
      for (int s = 0; s < STATES; s++) {
        forward[i + 1][s] /= sum;
      }
    }
  }

  private double total() {
    double total = 0;
    for (int s = 0; s < STATES; s++) {
      total += ends(s) * forward[n][s];
    }
    return total;
  }

  private static double ends(int state) {
    return CONTENTS[state] > 0 ? 1 : 0;
  }

  /** The logarithm of the sum over all ways; not finite if there is none with a content. */
  public double logTotal() {
    return shift + logScale + Math.log(total());
  }

  /** The most likely roles; null if no way has a content. */
  public int[] best() {
    double[][] score = new double[n + 1][STATES];
    int[][] back = new int[n + 1][STATES];
    score[0][START] = 1;
    for (int i = 0; i < n; i++) {
      double max = 0;
      for (int s = 0; s < STATES; s++) {
        double f = score[i][s];
        if (f == 0) {
          continue;
        }
        for (int r = 0; r < ROLES; r++) {
          int to = NEXT[s][r];
          if (to >= 0 && may(i, i == 0 ? OTHER : ROLE[s], r)) {
            double v = f * potential(i, s, r);
            if (v > score[i + 1][to]) {
              score[i + 1][to] = v;
              back[i + 1][to] = s;
              max = Math.max(max, v);
            }
          }
        }
      }
      if (max == 0) {
        return new int[0];
      }
      for (int s = 0; s < STATES; s++) {
        score[i + 1][s] /= max;
      }
    }
    int at = -1;
    for (int s = 0; s < STATES; s++) {
      if (ends(s) > 0 && score[n][s] > 0 && (at < 0 || score[n][s] > score[n][at])) {
        at = s;
      }
    }
    if (at < 0) {
      return new int[0];
    }
    int[] roles = new int[n];
    for (int i = n; i > 0; i--) {
      roles[i - 1] = ROLE[at];
      at = back[i][at];
    }
    return roles;
  }

  /** The logarithm of the product over one way, as {@link #logTotal} counts. */
  public double logScore(int[] roles) {
    double sum = shift;
    int state = START;
    for (int i = 0; i < n; i++) {
      if (!may(i, i == 0 ? OTHER : ROLE[state], roles[i]) || NEXT[state][roles[i]] < 0) {
        return Double.NEGATIVE_INFINITY;
      }
      sum += Math.log(potential(i, state, roles[i]));
      state = NEXT[state][roles[i]];
    }
    return ends(state) > 0 ? sum : Double.NEGATIVE_INFINITY;
  }

  /**
   * Expected counts over all ways.
   *
   * @param roles filled by token and role
   * @param edges filled by token, role before, role
   * @param moves added to, by side, state, role
   */
  public void expect(double[] roles, double[] edges, double[] moves) {
    double[] backward = new double[STATES];
    double total = total();
    for (int s = 0; s < STATES; s++) {
      backward[s] = ends(s) / total;
    }
    for (int i = n - 1; i >= 0; i--) {
      double[] before = new double[STATES];
      for (int s = 0; s < STATES; s++) {
        double f = forward[i][s];
        if (f == 0) {
          continue;
        }
        int role = i == 0 ? OTHER : ROLE[s];
        for (int r = 0; r < ROLES; r++) {
          int to = NEXT[s][r];
          if (to >= 0 && backward[to] != 0 && may(i, role, r)) {
            double v = potential(i, s, r) / scale[i + 1] * backward[to];
            before[s] += v;
            double p = f * v;
            roles[i * ROLES + r] += p;
            edges[(i * ROLES + role) * ROLES + r] += p;
            moves[((i <= headAt ? 0 : 1) * STATES + s) * ROLES + r] += p;
          }
        }
      }
      backward = before;
    }
  }

  /** Counts of one way, as {@link #expect} counts them, times {@code weight}. */
  public void count(int[] way, double weight, double[] roles, double[] edges, double[] moves) {
    int state = START;
    for (int i = 0; i < n; i++) {
      int role = i == 0 ? OTHER : ROLE[state];
      int r = way[i];
      roles[i * ROLES + r] += weight;
      edges[(i * ROLES + role) * ROLES + r] += weight;
      moves[((i <= headAt ? 0 : 1) * STATES + state) * ROLES + r] += weight;
      state = NEXT[state][r];
    }
  }
}
