package parley.app.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parley.board.Party;

/** A column of the board in memory: its cells, and how much they show as of each day. */
final class ColumnCourse {

  final int column;
  private final List<CellCourse> cells = new ArrayList<>();

  /** The days on which something changes, ascending, and what all cells show from then on. */
  private int[] day = {};

  private int[] expressions = {};
  private int threatened = Integer.MAX_VALUE;
  private int addressed;
  private int mediating;

  ColumnCourse(int column) {
    this.column = column;
  }

  void add(CellCourse cell) {
    cells.add(cell);
  }

  List<CellCourse> cells() {
    return cells;
  }

  /** Adds up its cells again. */
  void make() {
    threatened = Integer.MAX_VALUE;
    int size = 0;
    for (CellCourse cell : cells) {
      size += cell.days();
    }
    long[] more = new long[size];
    int n = 0;
    for (CellCourse cell : cells) {
      threatened = Math.min(threatened, cell.threatened());
      int before = 0;
      for (int at = 0; at < cell.days(); at++) {
        more[n++] = (long) cell.day(at) << Integer.SIZE | cell.expressions(at) - before;
        before = cell.expressions(at);
      }
    }
    Arrays.sort(more);
    day = new int[size];
    expressions = new int[size];
    int days = 0;
    int sum = 0;
    for (long one : more) {
      int on = (int) (one >> Integer.SIZE);
      sum += (int) one;
      if (days == 0 || day[days - 1] != on) {
        day[days++] = on;
      }
      expressions[days - 1] = sum;
    }
    day = Arrays.copyOf(day, days);
    expressions = Arrays.copyOf(expressions, days);
  }

  /** What is counted of it in all reports ({@link Party.Role#of}). */
  void count(int addressedNow, int mediatingNow) {
    addressed = addressedNow;
    mediating = mediatingNow;
  }

  /** The day from which on it is on the board; none if it never is. */
  int first() {
    return day.length == 0 ? Integer.MAX_VALUE : day[0];
  }

  /** Whether it is ever on the board. */
  boolean isShown() {
    return day.length > 0;
  }

  /** The most that it ever shows. */
  int most() {
    return day.length == 0 ? 0 : expressions[day.length - 1];
  }

  /** What it shows at the end of a day, 0 if it is not on the board. */
  int expressions(int end) {
    int at = Arrays.binarySearch(day, end);
    at = at >= 0 ? at : -at - 2;
    return at < 0 ? 0 : expressions[at];
  }

  /** Its role at the end of a day; on no day a role that comes before that at the last one. */
  Party.Role role(int end) {
    return Party.Role.of(addressed, mediating, threatened <= end);
  }
}
