package parley.extract.statements.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

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

  /** Kind of way that ends in each state, by whether it has a source and a second content. */
  private static final int[] KIND;

  private static final int KINDS = 4;

  /** A way this much less likely than the best one is not offered beside it. */
  private static final double FAR = 0.02;

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
    KIND = new int[n];
    NEXT = new int[n][ROLES];
    for (int from = 0; from < n; from++) {
      int s = key[from] / 3;
      int c = key[from] % 3;
      CONTENTS[from] = c;
      KIND[from] = s * 2 + (c == 2 ? 1 : 0);
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

  /** Moves that may be, before the cue's head, at it and after it: state, role, state after. */
  private static final int[][] BEFORE_HEAD = moves((before, role) -> before != CUE || role == CUE);

  private static final int[][] AT_HEAD = moves((before, role) -> role == CUE);
  private static final int[][] AFTER_HEAD = moves((before, role) -> role != CUE || before == CUE);

  private interface May {
    boolean follow(int before, int role);
  }

  private static int[][] moves(May may) {
    int[][] result = new int[STATES][];
    for (int s = 0; s < STATES; s++) {
      int[] found = new int[ROLES * 2];
      int size = 0;
      for (int r = 0; r < ROLES; r++) {
        if (NEXT[s][r] >= 0 && may.follow(ROLE[s], r)) {
          found[size++] = r;
          found[size++] = NEXT[s][r];
        }
      }
      result[s] = Arrays.copyOf(found, size);
    }
    return result;
  }

  private final int n;
  private final int headAt;

  /** By token, role before, role: emission times edge. */
  private final double[] factor;

  private final double[] move;
  private final double[] forward;
  private final double[] scale;
  private double logScale;
  private double shift;
  private boolean walked;

  /**
   * @param n tokens of the window
   * @param headAt where the cue's head is
   * @param roleScores by token and role
   * @param edgeScores by token, role before, role: what speaks for a border before the token
   * @param moveScores by side, state, role
   */
  public RoleLattice(
      int n, int headAt, float[] roleScores, float[] edgeScores, float[] moveScores) {
    this(n, headAt, roleScores, edgeScores, moveFactors(moveScores));
  }

  /**
   * @param move what {@link #moveFactors} gives
   */
  RoleLattice(int n, int headAt, float[] roleScores, float[] edgeScores, double[] move) {
    this.n = n;
    this.headAt = headAt;
    this.move = move;
    double[] emission = new double[n * ROLES];
    for (int i = 0; i < n; i++) {
      float max = max(roleScores, i * ROLES, ROLES);
      shift += max;
      for (int k = i * ROLES; k < (i + 1) * ROLES; k++) {
        emission[k] = Math.exp(roleScores[k] - max);
      }
    }
    factor = new double[n * ROLES * ROLES];
    for (int i = 0; i < n; i++) {
      int at = i * ROLES * ROLES;
      float max = max(edgeScores, at, ROLES * ROLES);
      shift += max;
      for (int before = 0; before < ROLES; before++) {
        for (int role = 0; role < ROLES; role++) {
          int k = at + before * ROLES + role;
          if (may(i, before, role)) {
            factor[k] = emission[i * ROLES + role] * Math.exp(edgeScores[k] - max);
          }
        }
      }
    }
    forward = new double[(n + 1) * STATES];
    scale = new double[n + 1];
  }

  private static float max(float[] scores, int from, int count) {
    float max = Float.NEGATIVE_INFINITY;
    for (int k = from; k < from + count; k++) {
      max = Math.max(max, scores[k]);
    }
    return max;
  }

  /** The weights of moves as factors, worked out once for many windows. */
  static double[] moveFactors(float[] moveScores) {
    double[] result = new double[MOVES];
    for (int k = 0; k < MOVES; k++) {
      result[k] = Math.exp(moveScores[k]);
    }
    return result;
  }

  /** Whether a role may follow another between tokens {@code i - 1} and {@code i}. */
  private boolean may(int i, int before, int role) {
    if (i == 0 && before != OTHER) {
      return false;
    }
    if (i == headAt) {
      return role == CUE;
    }
    return i < headAt ? before != CUE || role == CUE : role != CUE || before == CUE;
  }

  private int[][] moves(int i) {
    return i < headAt ? BEFORE_HEAD : i == headAt ? AT_HEAD : AFTER_HEAD;
  }

  private int side(int i) {
    return (i <= headAt ? 0 : 1) * STATES;
  }

  private double potential(int i, int state, int role) {
    return factor[(i * ROLES + ROLE[state]) * ROLES + role]
        * move[(side(i) + state) * ROLES + role];
  }

  /** Sums over all ways to each state of each token. */
  private void walk() {
    if (walked) {
      return;
    }
    walked = true;
    forward[START] = 1;
    scale[0] = 1;
    for (int i = 0; i < n; i++) {
      double sum = step(i, forward, i * STATES);
      scale[i + 1] = sum;
      logScale += Math.log(sum);
      for (int s = (i + 1) * STATES; s < (i + 2) * STATES; s++) {
        forward[s] /= sum;
      }
    }
  }

  private double step(int i, double[] values, int from) {
    double sum = 0;
    int[][] moves = moves(i);
    int side = side(i);
    int to = from + STATES;
    for (int s = 0; s < STATES; s++) {
      double f = values[from + s];
      if (f == 0) {
        continue;
      }
      int[] next = moves[s];
      int at = (i * ROLES + ROLE[s]) * ROLES;
      int over = (side + s) * ROLES;
      for (int k = 0; k < next.length; k += 2) {
        double v = f * (factor[at + next[k]] * move[over + next[k]]);
        values[to + next[k + 1]] += v;
        sum += v;
      }
    }
    return sum;
  }

  private double total() {
    walk();
    double total = 0;
    for (int s = 0; s < STATES; s++) {
      total += ends(s) * forward[n * STATES + s];
    }
    return total;
  }

  private static double ends(int state) {
    return CONTENTS[state] > 0 ? 1 : 0;
  }

  /** The logarithm of the sum over all ways; not finite if there is none with a content. */
  public double logTotal() {
    double total = total();
    return shift + logScale + Math.log(total);
  }

  /**
   * Roles of the tokens.
   *
   * @param kindTotal the share of all ways that have a source as this one has or none, and one
   *     content or more
   */
  public record Way(int[] roles, double kindTotal) {}

  /** The most likely roles; empty if no way has a content. */
  public int[] best() {
    List<Way> ways = ways();
    return ways.isEmpty() ? new int[0] : ways.get(0).roles();
  }

  /**
   * The most likely way first, then the best of each other kind: with or without a source, with one
   * content or more. Empty if no way has a content.
   */
  public List<Way> ways() {
    double[] score = new double[(n + 1) * STATES];
    byte[] back = new byte[(n + 1) * STATES];
    score[START] = 1;
    for (int i = 0; i < n; i++) {
      double max = bestStep(i, score, back);
      if (max == 0) {
        return List.of();
      }
      for (int s = (i + 1) * STATES; s < (i + 2) * STATES; s++) {
        score[s] /= max;
      }
    }
    double all = total();
    int end = n * STATES;
    int[] last = new int[KINDS];
    double[] total = new double[KINDS];
    Arrays.fill(last, -1);
    double most = 0;
    for (int s = 0; s < STATES; s++) {
      int k = KIND[s];
      if (ends(s) > 0 && score[end + s] > 0) {
        total[k] += forward[end + s];
        most = Math.max(most, score[end + s]);
        if (last[k] < 0 || score[end + s] > score[end + last[k]]) {
          last[k] = s;
        }
      }
    }
    List<Integer> kinds = new ArrayList<>(KINDS);
    for (int k = 0; k < KINDS; k++) {
      if (last[k] >= 0 && score[end + last[k]] >= most * FAR) {
        kinds.add(k);
      }
    }
    kinds.sort(Comparator.comparingDouble(k -> -score[end + last[k]]));
    List<Way> ways = new ArrayList<>(KINDS);
    for (int k : kinds) {
      ways.add(new Way(trace(back, last[k]), total[k] / all));
    }
    return ways;
  }

  private int[] trace(byte[] back, int last) {
    int at = last;
    int[] roles = new int[n];
    for (int i = n; i > 0; i--) {
      roles[i - 1] = ROLE[at];
      at = back[i * STATES + at];
    }
    return roles;
  }

  private double bestStep(int i, double[] score, byte[] back) {
    double max = 0;
    int[][] moves = moves(i);
    int side = side(i);
    int to = (i + 1) * STATES;
    for (int s = 0; s < STATES; s++) {
      double f = score[i * STATES + s];
      if (f == 0) {
        continue;
      }
      int[] next = moves[s];
      int at = (i * ROLES + ROLE[s]) * ROLES;
      int over = (side + s) * ROLES;
      for (int k = 0; k < next.length; k += 2) {
        double v = f * (factor[at + next[k]] * move[over + next[k]]);
        int state = to + next[k + 1];
        if (v > score[state]) {
          score[state] = v;
          back[state] = (byte) s;
          max = Math.max(max, v);
        }
      }
    }
    return max;
  }

  /** The logarithm of the product over one way, as {@link #logTotal} counts. */
  public double logScore(int[] roles) {
    double sum = shift;
    int state = START;
    for (int i = 0; i < n; i++) {
      if (!may(i, ROLE[state], roles[i]) || NEXT[state][roles[i]] < 0) {
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
        double f = forward[i * STATES + s];
        if (f == 0) {
          continue;
        }
        int role = ROLE[s];
        for (int r = 0; r < ROLES; r++) {
          int to = NEXT[s][r];
          if (to >= 0 && backward[to] != 0 && may(i, role, r)) {
            double v = potential(i, s, r) / scale[i + 1] * backward[to];
            before[s] += v;
            double p = f * v;
            roles[i * ROLES + r] += p;
            edges[(i * ROLES + role) * ROLES + r] += p;
            moves[(side(i) + s) * ROLES + r] += p;
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
      int role = ROLE[state];
      int r = way[i];
      roles[i * ROLES + r] += weight;
      edges[(i * ROLES + role) * ROLES + r] += weight;
      moves[(side(i) + state) * ROLES + r] += weight;
      state = NEXT[state][r];
    }
  }
}
