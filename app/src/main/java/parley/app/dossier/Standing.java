package parley.app.dossier;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.board.Party;

/**
 * Where each party stands on each issue, as {@code parley.board} defines it: cells are made anew
 * only when a position in them changes.
 *
 * <p>A column is a party's common name; if a person has merged, split or named the registered actor
 * of that name, it is that actor.
 */
final class Standing {

  private static final int POSITION = Kind.POSITION.ordinal();

  private final Listing listing;
  private final Map<Long, CellCourse> cells = new LinkedHashMap<>();
  private final Set<CellCourse> stale = new LinkedHashSet<>();
  private final Map<Integer, ColumnCourse> columns = new HashMap<>();

  /** Columns that are ever shown, those first that may come first on some day. */
  private List<ColumnCourse> inOrder = List.of();

  /** The days from which on they are shown, ascending. */
  private int[] firstDays = {};

  /** The cells in which something was heard on a day. */
  private final TreeMap<Integer, List<CellCourse>> byDay = new TreeMap<>();

  private List<Integer> pending = new ArrayList<>();
  private boolean regrouped = true;
  private long counted = -1;

  /** Names of decided actors by number, and numbers by the key of each of their names. */
  private final Map<Integer, String> decided = new HashMap<>();

  private final Map<String, Integer> decidedKeys = new HashMap<>();

  Standing(Listing listing) {
    this.listing = listing;
  }

  /** A position has come or changed. */
  void take(int row) {
    if (!regrouped) {
      pending.add(row);
    }
  }

  /** A row will be no more, or another. */
  void forget(int row) {
    if (regrouped || listing.kind[row] != POSITION) {
      return;
    }
    pending.remove((Integer) row);
    CellCourse cell = cells.get(keyOf(row));
    if (cell != null) {
      cell.remove(row);
      stale.add(cell);
    }
  }

  /** A person has changed who is who. */
  void regroup() {
    regrouped = true;
  }

  /** Brings the cells up to date. */
  synchronized void prepare(Sql sql) throws SQLException {
    if (regrouped) {
      group(sql);
    }
    pending.forEach(this::place);
    pending = new ArrayList<>();
    boolean changed = !stale.isEmpty();
    Set<ColumnCourse> made = new LinkedHashSet<>();
    for (CellCourse cell : stale) {
      int[] before = cell.heardOn();
      cell.make(listing);
      days(cell, before, cell.heardOn());
      ColumnCourse column = columns.get(cell.column);
      if (column != null) {
        made.add(column);
      }
    }
    stale.clear();
    made.forEach(ColumnCourse::make);
    if (counted != listing.changes()) {
      count();
      counted = listing.changes();
      changed = true;
    }
    if (changed) {
      order();
    }
  }

  /** Keeps the days of a cell that was made anew. */
  private void days(CellCourse cell, int[] before, int[] after) {
    for (int day : before) {
      if (Arrays.binarySearch(after, day) < 0) {
        List<CellCourse> on = byDay.getOrDefault(day, new ArrayList<>());
        on.remove(cell);
        if (on.isEmpty()) {
          byDay.remove(day);
        }
      }
    }
    for (int day : after) {
      if (Arrays.binarySearch(before, day) < 0) {
        byDay.computeIfAbsent(day, d -> new ArrayList<>(4)).add(cell);
      }
    }
  }

  private void order() {
    inOrder =
        columns.values().stream()
            .filter(ColumnCourse::isShown)
            .sorted(
                Comparator.comparing((ColumnCourse c) -> c.role(Integer.MAX_VALUE))
                    .thenComparing(Comparator.comparingInt(ColumnCourse::most).reversed()))
            .toList();
    firstDays = inOrder.stream().mapToInt(ColumnCourse::first).sorted().toArray();
  }

  private void group(Sql sql) throws SQLException {
    decided.clear();
    decidedKeys.clear();
    sql.each(
        "SELECT l.key, a.n, a.name FROM actor a JOIN alias l ON l.actor = a.n WHERE a.decided > 0",
        row -> {
          decidedKeys.put(row.getString(1), row.getInt(2));
          decided.put(row.getInt(2), row.getString(3));
        });
    cells.clear();
    columns.clear();
    byDay.clear();
    stale.clear();
    pending = new ArrayList<>();
    for (int row = 0; row < listing.rows; row++) {
      if (listing.kind[row] == POSITION) {
        place(row);
      }
    }
    regrouped = false;
    counted = -1;
  }

  private void place(int row) {
    CellCourse cell = cells.computeIfAbsent(keyOf(row), this::cell);
    cell.add(row);
    stale.add(cell);
  }

  private CellCourse cell(long key) {
    CellCourse cell = new CellCourse((int) (key >> 32), (int) key);
    columns.computeIfAbsent(cell.column, ColumnCourse::new).add(cell);
    return cell;
  }

  private long keyOf(int row) {
    return key(column(listing.terms.column[listing.extra[row]]), listing.code[row]);
  }

  private void count() {
    int[] towards = new int[listing.wordBound()];
    for (int row = 0; row < listing.rows; row++) {
      if (listing.kind[row] == POSITION && listing.status[row] != Status.REJECTED.number()) {
        towards[listing.terms.towards[listing.extra[row]]]++;
      }
    }
    int[] envoys = new int[listing.wordBound()];
    for (int report = 0; report < listing.reports; report++) {
      for (int name : listing.mediating[report]) {
        envoys[name]++;
      }
    }
    Map<Integer, Integer> addressed = byColumn(towards);
    Map<Integer, Integer> mediating = byColumn(envoys);
    columns
        .values()
        .forEach(
            c -> c.count(addressed.getOrDefault(c.column, 0), mediating.getOrDefault(c.column, 0)));
  }

  private Map<Integer, Integer> byColumn(int[] byWord) {
    Map<Integer, Integer> into = new HashMap<>();
    for (int word = 1; word < byWord.length; word++) {
      if (byWord[word] > 0) {
        into.merge(column(word), byWord[word], Integer::sum);
      }
    }
    return into;
  }

  private static long key(int column, int issue) {
    return (long) column << 32 | issue & 0xFFFFFFFFL;
  }

  /** The column of a common name: the word's number, or the decided actor's, negative. */
  private int column(int word) {
    if (decidedKeys.isEmpty()) {
      return word;
    }
    Integer actor = decidedKeys.get(Names.key(String.valueOf(listing.word(word))));
    return actor == null ? word : -actor;
  }

  /** What stands above a column. */
  String name(int column) {
    return String.valueOf(column < 0 ? decided.get(-column) : listing.word(column));
  }

  /** The cells of a column. */
  List<CellCourse> cells(int column) {
    ColumnCourse course = columns.get(column);
    return course == null ? List.of() : course.cells();
  }

  /** The cells in which something was heard on one of these days, by day, the last day first. */
  SortedMap<Integer, List<CellCourse>> heard(int from, int to) {
    return byDay.subMap(from, true, Math.max(from, to), from <= to).descendingMap();
  }

  /** The cell of a party's name and an issue, null if there is none. */
  @Nullable CellCourse cell(Sql sql, String party, long issue) throws SQLException {
    for (Map.Entry<Integer, String> actor : decided.entrySet()) {
      CellCourse cell = cells.get(key(-actor.getKey(), (int) issue));
      if (cell != null && actor.getValue().equals(party)) {
        return cell;
      }
    }
    long word = sql.number("SELECT n FROM word WHERE text = ?", party);
    return word < 0 ? null : cells.get(key(column((int) word), (int) issue));
  }

  /**
   * Columns of the board as of a day.
   *
   * @param all how many there are
   * @param first some of them, in the board's order
   */
  record Columns(int all, Map<Integer, Party> first) {}

  /** The first {@code most} columns as of the end of a day. */
  Columns columns(int end, int most) {
    int at = Arrays.binarySearch(firstDays, end + 1);
    // One of those that are equal may be found.
    at = at < 0 ? -at - 1 : at;
    while (at > 0 && firstDays[at - 1] > end) {
      at--;
    }
    Comparator<Map.Entry<Integer, Party>> order = Map.Entry.comparingByValue(Party.IN_ORDER);
    // The last of those that are kept comes out first; there may be many thousands.
    PriorityQueue<Map.Entry<Integer, Party>> kept = new PriorityQueue<>(order.reversed());
    for (ColumnCourse column : inOrder) {
      Map.Entry<Integer, Party> last = kept.size() < most ? null : kept.peek();
      if (most == 0 || last != null && isBehind(column, last.getValue())) {
        break;
      }
      int expressions = column.expressions(end);
      if (expressions > 0) {
        kept.add(
            Map.entry(
                column.column, new Party(name(column.column), column.role(end), expressions)));
        if (kept.size() > most) {
          kept.remove();
        }
      }
    }
    Map<Integer, Party> first = new LinkedHashMap<>();
    kept.stream().sorted(order).forEach(e -> first.put(e.getKey(), e.getValue()));
    return new Columns(at, first);
  }

  /** Whether a column, and so all after it, stands behind a party on every day. */
  private static boolean isBehind(ColumnCourse column, Party last) {
    int role = column.role(Integer.MAX_VALUE).compareTo(last.role());
    return role > 0 || role == 0 && column.most() < last.expressions();
  }
}
