package parley.app.dossier;

import java.util.Arrays;

/** What the board needs of the positions in memory, one array a column ({@link Listed.Term}). */
final class Terms {

  /** Numbers of a position's three spans. */
  static final int CONTENT = 0;

  static final int CONDITION = 2;
  static final int QUANTITY = 4;

  private int size;

  /** Whose terms they are; a row that is no more, or has others now, may stand here too. */
  int[] row = new int[256];

  int[] column = new int[256];
  int[] towards = new int[256];
  int[] heard = new int[256];
  int[] copyDay = new int[256];
  int[] outlet = new int[256];
  boolean[] own = new boolean[256];
  double[] sure = new double[256];
  long[] clause = new long[256];
  double[] amount = new double[256];
  int[] unit = new int[256];

  /** Begin and end of content, condition and quantity, six for each. */
  int[] spans = new int[256 * 6];

  /** A new place. */
  int next() {
    if (size == column.length) {
      int to = size + size / 2;
      row = Arrays.copyOf(row, to);
      column = Arrays.copyOf(column, to);
      towards = Arrays.copyOf(towards, to);
      heard = Arrays.copyOf(heard, to);
      copyDay = Arrays.copyOf(copyDay, to);
      outlet = Arrays.copyOf(outlet, to);
      own = Arrays.copyOf(own, to);
      sure = Arrays.copyOf(sure, to);
      clause = Arrays.copyOf(clause, to);
      amount = Arrays.copyOf(amount, to);
      unit = Arrays.copyOf(unit, to);
      spans = Arrays.copyOf(spans, to * 6);
    }
    return size++;
  }

  int size() {
    return size;
  }

  void set(int at, int of, Listed.Term term) {
    row[at] = of;
    column[at] = term.column();
    towards[at] = term.towards();
    heard[at] = term.heard();
    copyDay[at] = term.copyDay();
    outlet[at] = term.outlet();
    own[at] = term.own();
    sure[at] = term.sure();
    clause[at] = term.clause();
    amount[at] = term.amount();
    unit[at] = term.unit();
    System.arraycopy(term.content(), 0, spans, at * 6 + CONTENT, 2);
    System.arraycopy(term.condition(), 0, spans, at * 6 + CONDITION, 2);
    System.arraycopy(term.quantity(), 0, spans, at * 6 + QUANTITY, 2);
  }
}
