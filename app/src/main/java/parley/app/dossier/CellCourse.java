package parley.app.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import parley.board.Copies;
import parley.board.Course;
import parley.record.Stance;

/** A cell of the board in memory: its rows, and its {@link Course} as numbers. */
final class CellCourse {

  private static final int MIXED = 1;
  private static final int CONTESTED = 2;

  final int column;
  final int issue;
  private int[] rows = new int[4];
  private int size;
  private boolean made;

  private int[] day = {};
  private int[] shown = {};
  private int[] expressions = {};
  private int[] sources = {};
  private byte[] flags = {};

  /** The stances heard on each day, a bit each. */
  private byte[] stances = {};

  private int threatened = Integer.MAX_VALUE;

  CellCourse(int column, int issue) {
    this.column = column;
    this.issue = issue;
  }

  void add(int row) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
    }
    rows[size++] = row;
    made = false;
  }

  void remove(int row) {
    for (int i = 0; i < size; i++) {
      if (rows[i] == row) {
        rows[i] = rows[--size];
        made = false;
        return;
      }
    }
  }

  /** All of its rows, those that a person rejected among them, in no order. */
  int[] rows() {
    return Arrays.copyOf(rows, size);
  }

  void make(Listing listing) {
    if (made) {
      return;
    }
    made = true;
    Copies<HeardRow> copies = new Copies<>((original, copy) -> original);
    List<HeardRow> heard = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      if (listing.status[rows[i]] != Status.REJECTED.number()) {
        heard.add(new HeardRow(listing, rows[i]));
      }
    }
    // The earliest report is the one that others copy, as for Board.of.
    heard.sort(
        Comparator.<HeardRow>comparingInt(h -> listing.published[listing.report[h.row()]])
            .thenComparing(h -> listing.repeats[listing.report[h.row()]])
            .thenComparing(HeardRow::report)
            .thenComparingInt(HeardRow::row));
    heard.forEach(h -> copies.add(h.sameAs(), h));
    List<Course.Day<HeardRow>> days =
        heard.isEmpty() ? List.of() : Course.of(copies.originals()).days();
    int n = days.size();
    day = new int[n];
    shown = new int[n];
    expressions = new int[n];
    sources = new int[n];
    flags = new byte[n];
    stances = new byte[n];
    threatened = Integer.MAX_VALUE;
    for (int i = 0; i < n; i++) {
      Course.Day<HeardRow> on = days.get(i);
      day[i] = on.date() == null ? Listed.NO_DAY : Math.toIntExact(on.date().toEpochDay());
      shown[i] = on.shown().row();
      expressions[i] = on.expressions();
      sources[i] = on.sources();
      flags[i] = (byte) ((on.mixed() ? MIXED : 0) | (on.contested() ? CONTESTED : 0));
      for (HeardRow h : on.heard()) {
        stances[i] |= (byte) (1 << h.stance().ordinal());
        if (h.stance() == Stance.THREATEN) {
          threatened = Math.min(threatened, day[i]);
        }
      }
    }
  }

  /** The last day that is not after {@code end}; -1 if the cell was empty then. */
  int asOf(int end) {
    int at = Arrays.binarySearch(day, end);
    return at >= 0 ? at : -at - 2;
  }

  /** On how many days something was heard. */
  int days() {
    return day.length;
  }

  int day(int at) {
    return day[at];
  }

  int shown(int at) {
    return shown[at];
  }

  int expressions(int at) {
    return expressions[at];
  }

  int sources(int at) {
    return sources[at];
  }

  boolean mixed(int at) {
    return (flags[at] & MIXED) != 0;
  }

  boolean contested(int at) {
    return (flags[at] & CONTESTED) != 0;
  }

  /** The stances that were heard on that day. */
  List<Stance> stances(int at) {
    return Arrays.stream(Stance.values())
        .filter(s -> (stances[at] & 1 << s.ordinal()) != 0)
        .toList();
  }

  /** The first day with a threat, {@link Integer#MAX_VALUE} if there is none. */
  int threatened() {
    return threatened;
  }

  /** The days on which something was heard, ascending; not to be changed. */
  int[] heardOn() {
    return day;
  }
}
