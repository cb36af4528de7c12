package parley.app.dossier;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
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
  private final List<CellCourse> stale = new ArrayList<>();
  private List<Integer> pending = new ArrayList<>();
  private boolean regrouped = true;
  private long counted = -1;

  /** Names of decided actors by number, and numbers by the key of each of their names. */
  private final Map<Integer, String> decided = new HashMap<>();

  private final Map<String, Integer> decidedKeys = new HashMap<>();
  private final Map<Integer, Integer> addressed = new HashMap<>();
  private final Map<Integer, Integer> mediating = new HashMap<>();

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
    for (CellCourse cell : stale) {
      cell.make(listing);
    }
    stale.clear();
    if (counted != listing.changes()) {
      count();
      counted = listing.changes();
    }
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
    CellCourse cell =
        cells.computeIfAbsent(keyOf(row), k -> new CellCourse((int) (k >> 32), (int) (long) k));
    cell.add(row);
    stale.add(cell);
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
    byColumn(towards, addressed);
    byColumn(envoys, mediating);
  }

  private void byColumn(int[] byWord, Map<Integer, Integer> into) {
    into.clear();
    for (int word = 1; word < byWord.length; word++) {
      if (byWord[word] > 0) {
        into.merge(column(word), byWord[word], Integer::sum);
      }
    }
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

  Collection<CellCourse> cells() {
    return cells.values();
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
    Map<Integer, int[]> heard = new HashMap<>();
    for (CellCourse cell : cells.values()) {
      int at = cell.asOf(end);
      if (at >= 0) {
        int[] tally = heard.computeIfAbsent(cell.column, k -> new int[2]);
        tally[0] += cell.expressions(at);
        tally[1] |= cell.threatens(end) ? 1 : 0;
      }
    }
    Comparator<Map.Entry<Integer, Party>> order = Map.Entry.comparingByValue(Party.IN_ORDER);
    // The last of those that are kept comes out first; there may be many thousands.
    PriorityQueue<Map.Entry<Integer, Party>> kept = new PriorityQueue<>(order.reversed());
    heard.forEach(
        (column, tally) -> {
          kept.add(Map.entry(column, party(column, tally[0], tally[1] > 0)));
          if (kept.size() > most) {
            kept.remove();
          }
        });
    Map<Integer, Party> first = new LinkedHashMap<>();
    kept.stream().sorted(order).forEach(e -> first.put(e.getKey(), e.getValue()));
    return new Columns(heard.size(), first);
  }

  private Party party(int column, int expressions, boolean threatens) {
    return new Party(
        name(column),
        Party.Role.of(
            addressed.getOrDefault(column, 0), mediating.getOrDefault(column, 0), threatens),
        expressions);
  }
}
