package parley.app.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parley.app.packing.Packing;

/**
 * The rows of all entries in memory, one array a column, as of one revision of the dossier: lists,
 * counts and the board read them in one pass. {@link Store#listed} keeps it up to date.
 *
 * <p>Not safe for use while it is brought up to date; the store sees to that.
 */
final class Listing {

  private static final int ODD = 255;

  /** How many lists are unpacked at a time when all are read. */
  private static final int TOGETHER = 512;

  /** Reports in the order in which they came. */
  int reports;

  long[] number = new long[64];
  String[] reportId = new String[64];
  int[] reportDay = new int[64];
  int[] published = new int[64];
  int[] reportOutlet = new int[64];
  boolean[] copy = new boolean[64];
  boolean[] repeats = new boolean[64];
  int[] first = new int[64];
  int[] count = new int[64];
  int[][] cast = new int[64][];
  int[][] mediating = new int[64][];

  /** Rows; one whose kind is -1 is no more. */
  int rows;

  int[] report = new int[1024];
  int[] id = new int[1024];
  byte[] kind = new byte[1024];
  char[] passage = new char[1024];
  int[] actor = new int[1024];
  int[] party = new int[1024];
  int[] other = new int[1024];
  int[] code = new int[1024];
  byte[] stance = new byte[1024];
  int[] day = new int[1024];
  byte[] confidence = new byte[1024];
  byte[] status = new byte[1024];

  /** Of a statement: the same for the same words; of a position: its place in {@link #terms}. */
  int[] extra = new int[1024];

  final Terms terms = new Terms();

  /** Rows by the aliases that they name, by their word, statements by their words. */
  private final Postings byAlias = new Postings();

  private final Postings byCode = new Postings();
  private final Chains bySame = new Chains();

  private final Map<String, Object> memo = new HashMap<>();

  private final List<String> letters = new ArrayList<>();
  private final List<String> odd = new ArrayList<>();
  private final Map<String, Integer> oddNumbers = new HashMap<>();
  private String[] words = new String[64];
  private final Aliases aliases = new Aliases();

  private long revision = -1;
  private long lastWord;

  /** Grows with each change of rows. */
  private long changes;

  private final Orders orders = new Orders(this);
  private final Tallies tallies = new Tallies(this);
  private final Standing standing = new Standing(this);

  long revision() {
    return revision;
  }

  long changes() {
    return changes;
  }

  Orders orders() {
    return orders;
  }

  Tallies tallies() {
    return tallies;
  }

  Standing standing() {
    return standing;
  }

  /** Brings it to the revision that a connection sees. */
  void refresh(Sql sql, long to) throws SQLException, IOException {
    synchronized (memo) {
      memo.clear();
    }
    words(sql);
    if (aliases.refresh(sql)) {
      standing.regroup();
      orders.stale();
    }
    List<long[]> changed = new ArrayList<>();
    if (revision < 0) {
      all(sql);
    } else {
      changed =
          sql.list(
              "SELECT report FROM listing WHERE changed > ? ORDER BY report",
              row -> new long[] {row.getLong(1)},
              revision);
    }
    for (long[] one : changed) {
      take(sql, one[0]);
    }
    revision = to;
  }

  private void words(Sql sql) throws SQLException {
    sql.each(
        "SELECT n, text FROM word WHERE n > ? ORDER BY n",
        row -> {
          int n = row.getInt(1);
          if (n >= words.length) {
            words = Arrays.copyOf(words, n * 2);
          }
          words[n] = row.getString(2);
          lastWord = n;
        },
        lastWord);
  }

  /** A stored list before it is unpacked. */
  private record Stored(long n, String id, byte[] rows) {}

  private void all(Sql sql) throws SQLException, IOException {
    Map<Integer, Packing> packings = sql.packings().all(sql);
    List<Stored> some = new ArrayList<>();
    try {
      sql.each(
          "SELECT r.n, r.id, l.rows FROM listing l JOIN report r ON r.n = l.report ORDER BY"
              + " l.report",
          row -> {
            some.add(new Stored(row.getLong(1), row.getString(2), row.getBytes(3)));
            if (some.size() == TOGETHER) {
              put(packings, some);
            }
          });
      put(packings, some);
    } catch (UncheckedIOException damaged) {
      throw damaged.getCause();
    }
  }

  /** Unpacks some lists, several at a time, and puts them in. */
  private void put(Map<Integer, Packing> packings, List<Stored> some) {
    List<Listed> lists =
        some.parallelStream()
            .map(one -> Listed.of(packings.get(Packings.number(one.rows())), one.rows()))
            .toList();
    for (int i = 0; i < lists.size(); i++) {
      put(some.get(i).n(), some.get(i).id(), lists.get(i));
    }
    some.clear();
  }

  private void take(Sql sql, long n) throws SQLException, IOException {
    byte[] packed = sql.one("SELECT rows FROM listing WHERE report = ?", r -> r.getBytes(1), n);
    String id = sql.one("SELECT id FROM report WHERE n = ?", r -> r.getString(1), n);
    if (packed != null && id != null) {
      put(n, id, Listed.of(sql, packed));
    }
  }

  private void put(long n, String id, Listed listed) {
    int at = indexOf(n);
    if (at < 0) {
      at = reports++;
      grow(reports);
      number[at] = n;
      reportId[at] = id;
      count[at] = -1;
    } else {
      for (int row = first[at]; row < first[at] + count[at]; row++) {
        standing.forget(row);
      }
    }
    reportDay[at] = listed.day();
    published[at] = listed.published();
    reportOutlet[at] = listed.outlet();
    copy[at] = listed.copy();
    repeats[at] = listed.repeats();
    cast[at] = listed.cast().stream().mapToInt(Listed.Member::alias).toArray();
    mediating[at] = listed.mediating();
    int size = listed.rows().size();
    boolean inPlace = count[at] == size;
    if (!inPlace) {
      for (int row = first[at]; count[at] > 0 && row < first[at] + count[at]; row++) {
        kind[row] = -1;
      }
      first[at] = rows;
      count[at] = size;
      rows += size;
      growRows(rows);
    }
    for (int i = 0; i < size; i++) {
      set(first[at] + i, at, listed.rows().get(i), inPlace);
    }
    changes++;
    if (!inPlace) {
      orders.stale();
    }
  }

  private void set(int row, int at, Listed.Row r, boolean inPlace) {
    if (inPlace && !isListedAs(row, r)) {
      orders.stale();
    }
    boolean hadTerm = inPlace && kind[row] == Kind.POSITION.ordinal();
    index(row, r, inPlace);
    report[row] = at;
    id[row] = packed(r.id());
    kind[row] = (byte) r.kind().ordinal();
    passage[row] = (char) r.passage();
    actor[row] = r.actor();
    party[row] = r.party();
    other[row] = r.other();
    code[row] = r.code();
    stance[row] = (byte) r.stance();
    day[row] = r.day();
    confidence[row] = (byte) r.confidence();
    status[row] = (byte) r.status().ordinal();
    Listed.Term term = r.term();
    if (term == null) {
      extra[row] = r.same();
    } else {
      if (!hadTerm) {
        extra[row] = terms.next();
      }
      terms.set(extra[row], row, term);
      standing.take(row);
    }
  }

  /** Whether a row stands in the lists that it stood in, at the same places. */
  private boolean isListedAs(int row, Listed.Row r) {
    return day[row] == r.day()
        && confidence[row] == r.confidence()
        && kind[row] == r.kind().ordinal()
        && code[row] == r.code()
        && actor[row] == r.actor()
        && party[row] == r.party()
        && other[row] == r.other();
  }

  private void index(int row, Listed.Row r, boolean inPlace) {
    if (!inPlace || code[row] != r.code()) {
      byCode.add(r.code(), row);
    }
    boolean same = inPlace && actor[row] == r.actor() && party[row] == r.party();
    if (!same || other[row] != r.other()) {
      if (r.actor() != 0) {
        byAlias.add(r.actor(), row);
      }
      if (r.party() != 0 && r.party() != r.actor()) {
        byAlias.add(r.party(), row);
      }
      if (r.other() != 0 && r.other() != r.actor() && r.other() != r.party()) {
        byAlias.add(r.other(), row);
      }
    }
    if (r.kind() == Kind.STATEMENT && !(inPlace && extra[row] == r.same())) {
      bySame.add(r.same(), row);
    }
  }

  /** Rows that may name an actor, as who acts or speaks, its side, or who is addressed. */
  int[] naming(int actor) {
    return aliases.of(actor).flatMap(byAlias::of).toArray();
  }

  /** How many rows {@link #naming} gives. */
  long namingSize(int actor) {
    return aliases.of(actor).mapToLong(byAlias::size).sum();
  }

  /** Rows that may be of an issue, type or mode. */
  IntStream coded(int word) {
    return byCode.of(word);
  }

  int codedSize(int word) {
    return byCode.size(word);
  }

  /** Statements that may be of the same words. */
  IntStream saying(int same) {
    IntStream.Builder rows = IntStream.builder();
    bySame.each(same, rows::add);
    return rows.build();
  }

  /** Something made once for each revision. */
  interface Making<T> {
    T make() throws SQLException, IOException;
  }

  /** What was made under a name at this revision, or is made now; it must not be changed. */
  <T> T once(String name, Class<T> type, Making<T> making) throws SQLException, IOException {
    synchronized (memo) {
      Object made = memo.get(name);
      if (made == null) {
        made = making.make();
        memo.put(name, made);
      }
      return type.cast(made);
    }
  }

  /** Where the report of that number stands, negative if it is not there. */
  int indexOf(long n) {
    return Arrays.binarySearch(number, 0, reports, n);
  }

  private int packed(String text) {
    int digits = Id.letters(text);
    if (digits < 0) {
      return ODD << 24
          | oddNumbers.computeIfAbsent(
              text,
              t -> {
                odd.add(t);
                return odd.size() - 1;
              });
    }
    String prefix = text.substring(0, digits);
    int known = letters.indexOf(prefix);
    if (known < 0) {
      known = letters.size();
      letters.add(prefix);
    }
    return known << 24 | Integer.parseInt(text.substring(digits));
  }

  /** The entry's id. */
  String idOf(int row) {
    int packed = id[row];
    int known = packed >>> 24;
    return known == ODD ? odd.get(packed & 0xFFFFFF) : letters.get(known) + (packed & 0xFFFFFF);
  }

  /** The row of a report's entry, -1 if it is not listed. */
  int rowOf(long n, String entry) {
    int at = indexOf(n);
    if (at >= 0) {
      for (int row = first[at]; row < first[at] + count[at]; row++) {
        if (idOf(row).equals(entry)) {
          return row;
        }
      }
    }
    return -1;
  }

  /** The place of a row among those of its report. */
  int within(int row) {
    return row - first[report[row]];
  }

  /** More than any number of an alias. */
  int aliasBound() {
    return aliases.bound();
  }

  /** A word of the dossier's list, null for none. */
  @Nullable String word(int n) {
    return n == 0 ? null : words[n];
  }

  /** More than any number of a word. */
  int wordBound() {
    return words.length;
  }

  /** The registered actor of an alias, 0 for none. */
  int actorOf(int alias) {
    return aliases.actorOf(alias);
  }

  /** Actors with a name whose key holds another key. */
  List<Integer> actorsNamed(String key) {
    return aliases.named(key);
  }

  private void grow(int to) {
    if (to > number.length) {
      int size = number.length * 2;
      number = Arrays.copyOf(number, size);
      reportId = Arrays.copyOf(reportId, size);
      reportDay = Arrays.copyOf(reportDay, size);
      published = Arrays.copyOf(published, size);
      reportOutlet = Arrays.copyOf(reportOutlet, size);
      copy = Arrays.copyOf(copy, size);
      repeats = Arrays.copyOf(repeats, size);
      first = Arrays.copyOf(first, size);
      count = Arrays.copyOf(count, size);
      cast = Arrays.copyOf(cast, size);
      mediating = Arrays.copyOf(mediating, size);
    }
  }

  private void growRows(int to) {
    if (to > report.length) {
      int size = Math.max(to, report.length + report.length / 2);
      report = Arrays.copyOf(report, size);
      id = Arrays.copyOf(id, size);
      kind = Arrays.copyOf(kind, size);
      passage = Arrays.copyOf(passage, size);
      actor = Arrays.copyOf(actor, size);
      party = Arrays.copyOf(party, size);
      other = Arrays.copyOf(other, size);
      code = Arrays.copyOf(code, size);
      stance = Arrays.copyOf(stance, size);
      day = Arrays.copyOf(day, size);
      confidence = Arrays.copyOf(confidence, size);
      status = Arrays.copyOf(status, size);
      extra = Arrays.copyOf(extra, size);
    }
  }
}
