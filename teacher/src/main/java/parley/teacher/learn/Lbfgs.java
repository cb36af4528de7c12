package parley.teacher.learn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Finds the least value of a smooth function by the limited-memory BFGS method. */
final class Lbfgs {

  /** A function with its slope. */
  @FunctionalInterface
  interface Function {

    /** Its value at a point; the slope there goes into {@code slope}. */
    double at(double[] point, double[] slope);
  }

  private static final int MEMORY = 6;
  private static final int HALVINGS = 20;
  private static final double ENOUGH = 1e-4;
  private static final double FLAT = 1e-7;

  /** A step that was taken and how the slope changed by it. */
  private record Move(double[] step, double[] change, double product) {}

  private Lbfgs() {}

  /** Moves {@code point} towards the least value, in so many rounds at most. */
  static void minimise(Function function, double[] point, int rounds) {
    Deque<Move> moves = new ArrayDeque<>();
    double[] slope = new double[point.length];
    double value = function.at(point, slope);
    for (int round = 0; round < rounds; round++) {
      double[] direction = direction(moves, slope);
      double descent = dot(direction, slope);
      double length = round == 0 ? 1 / Math.max(1, Math.sqrt(dot(slope, slope))) : 1;
      double[] next = new double[point.length];
      double[] nextSlope = new double[point.length];
      double nextValue = Double.POSITIVE_INFINITY;
      for (int h = 0; h < HALVINGS; h++) {
        for (int i = 0; i < next.length; i++) {
          next[i] = point[i] + length * direction[i];
        }
        nextValue = function.at(next, nextSlope);
        if (nextValue <= value + ENOUGH * length * descent) {
          break;
        }
        length /= 2;
      }
      if (nextValue >= value - FLAT * Math.abs(value)) {
        return;
      }
      double[] step = new double[point.length];
      double[] change = new double[point.length];
      for (int i = 0; i < step.length; i++) {
        step[i] = next[i] - point[i];
        change[i] = nextSlope[i] - slope[i];
      }
      double product = dot(step, change);
      if (product > 1e-10) {
        moves.addLast(new Move(step, change, product));
        if (moves.size() > MEMORY) {
          moves.removeFirst();
        }
      }
      System.arraycopy(next, 0, point, 0, next.length);
      slope = nextSlope;
      value = nextValue;
    }
  }

  /** The slope turned downhill and bent by what the last moves told of the function's curve. */
  private static double[] direction(Deque<Move> moves, double[] slope) {
    double[] q = slope.clone();
    double[] shares = new double[moves.size()];
    int k = moves.size();
    for (Iterator<Move> back = moves.descendingIterator(); back.hasNext(); ) {
      Move move = back.next();
      k--;
      shares[k] = dot(move.step, q) / move.product;
      add(q, move.change, -shares[k]);
    }
    Move last = moves.peekLast();
    double scale = last == null ? 1 : last.product / dot(last.change, last.change);
    for (int i = 0; i < q.length; i++) {
      q[i] *= scale;
    }
    for (Move move : moves) {
      double share = dot(move.change, q) / move.product;
      add(q, move.step, shares[k++] - share);
    }
    for (int i = 0; i < q.length; i++) {
      q[i] = -q[i];
    }
    return q;
  }

  private static void add(double[] to, double[] what, double times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * what[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
