package parley.app.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.board.Change;
import parley.board.Party;
import parley.text.CodePoints;

/**
 * The issue x party table as of a day, and what moved in it, as {@code parley.board} defines them.
 */
final class Boards {

  /** A report without a date is on the board from the first day on. */
  private static final int ALWAYS = Listed.NO_DAY;

  private final Reports reports;
  private final Entries entries;

  Boards(Reports reports, Entries entries) {
    this.reports = reports;
    this.entries = entries;
  }

  /**
   * The board at the end of {@code day}.
   *
   * @param most how many parties at most, in the board's order
   */
  ObjectNode at(Sql sql, Listing listing, LocalDate day, int most)
      throws SQLException, IOException {
    Standing standing = listing.standing();
    standing.prepare(sql);
    int end = Math.toIntExact(day.toEpochDay());
    ObjectNode board = Json.object().put("day", day.toString());
    Standing.Columns columns = standing.columns(end, most);
    board.put("partiesInAll", columns.all());
    ArrayNode shown = board.putArray("parties");
    Map<Integer, Integer> places = new HashMap<>();
    for (Map.Entry<Integer, Party> party : columns.first().entrySet()) {
      places.put(party.getKey(), places.size());
      party(sql, party.getValue(), shown.addObject());
    }
    Map<String, Integer> issues = new HashMap<>();
    List<CellCourse> cells = new ArrayList<>();
    for (int column : places.keySet()) {
      for (CellCourse cell : standing.cells(column)) {
        int at = cell.asOf(end);
        if (at >= 0) {
          String issue = String.valueOf(listing.word(cell.issue));
          issues.merge(issue, cell.expressions(at), Integer::sum);
          cells.add(cell);
        }
      }
    }
    ArrayNode rows = board.putArray("issues");
    issues.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(e -> rows.addObject().put("code", e.getKey()).put("positions", e.getValue()));
    cells.sort(
        Comparator.comparingInt((CellCourse c) -> places.getOrDefault(c.column, 0))
            .thenComparingInt(c -> c.issue));
    ArrayNode shownCells = board.putArray("cells");
    for (CellCourse cell : cells) {
      shownCells.add(cell(sql, listing, cell, cell.asOf(end)));
    }
    return board;
  }

  private static void party(Sql sql, Party party, ObjectNode node) throws SQLException {
    node.put("name", party.name())
        .put("role", party.role().code())
        .put("positions", party.expressions());
    long actor = sql.number("SELECT actor FROM alias WHERE key = ?", Names.key(party.name()));
    if (actor >= 0) {
      node.put("n", actor);
    }
  }

  private ObjectNode cell(Sql sql, Listing listing, CellCourse cell, int at)
      throws SQLException, IOException {
    int row = cell.shown(at);
    ObjectNode node = Json.object();
    node.put("party", listing.standing().name(cell.column));
    node.put("issue", listing.word(cell.issue));
    node.put("report", listing.reportId[listing.report[row]]);
    ObjectNode brief = Entries.brief(listing, row);
    for (String field : new String[] {"id", "stance", "status", "confidence"}) {
      node.set(field, brief.get(field));
    }
    day(node, "day", cell.day(at));
    node.set("words", words(sql, listing, row));
    node.put("positions", cell.expressions(at)).put("sources", cell.sources(at));
    if (cell.mixed(at)) {
      node.put("mixed", true);
    }
    if (cell.contested(at)) {
      ArrayNode contested = node.putArray("contested");
      cell.stances(at).forEach(stance -> contested.add(stance.name()));
    }
    if (at > 0 && listing.stance[cell.shown(at - 1)] != listing.stance[row]) {
      ObjectNode before = node.putObject("before");
      before.put("stance", new HeardRow(listing, cell.shown(at - 1)).stance().name());
      day(before, "day", cell.day(at - 1));
    }
    return node;
  }

  private static void day(ObjectNode node, String field, int day) {
    if (day != Listed.NO_DAY) {
      node.put(field, LocalDate.ofEpochDay(day).toString());
    }
  }

  private ObjectNode words(Sql sql, Listing listing, int row) throws SQLException, IOException {
    Shown report = reports.shown(sql, listing, listing.number[listing.report[row]]);
    String text = report.text();
    CodePoints points = report.points();
    int[] spans = listing.terms.spans;
    int at = listing.extra[row] * 6;
    ObjectNode words = Json.object();
    String[] names = {"content", "condition", "quantity"};
    for (int i = 0; i < names.length; i++) {
      int begin = spans[at + 2 * i];
      int end = spans[at + 2 * i + 1];
      if (end > 0) {
        words.put(names[i], cut(text.substring(points.toUtf16(begin), points.toUtf16(end))));
      }
    }
    return words;
  }

  private static String cut(String text) {
    if (text.length() <= AT_HAND) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(AT_HAND - 1)) ? AT_HAND - 1 : AT_HAND;
    return text.substring(0, end) + "…";
  }

  /** The most characters of a position's words that the board shows. */
  private static final int AT_HAND = 240;

  /** All positions of a cell up to a day, the newest first; rejected ones among them. */
  ArrayNode trail(Sql sql, Listing listing, String party, String issue, LocalDate day, int limit)
      throws SQLException, IOException {
    Standing standing = listing.standing();
    standing.prepare(sql);
    ArrayNode trail = Json.array();
    long code = sql.number("SELECT n FROM word WHERE text = ?", issue);
    CellCourse cell = code < 0 ? null : standing.cell(sql, party, code);
    if (cell == null) {
      return trail;
    }
    int[] heard = listing.terms.heard;
    int[] rows =
        Arrays.stream(cell.rows())
            .filter(row -> heard[listing.extra[row]] <= day.toEpochDay())
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer row) -> heard[listing.extra[row]])
                    .thenComparingInt(row -> listing.report[row])
                    .thenComparingInt(listing::within)
                    .reversed())
            .limit(limit)
            .mapToInt(Integer::intValue)
            .toArray();
    for (int row : rows) {
      trail.add(entries.whole(sql, listing, brief(listing, row)));
    }
    return trail;
  }

  /** A position with the day on which it was expressed. */
  private static ObjectNode brief(Listing listing, int row) {
    ObjectNode brief = Entries.brief(listing, row);
    day(brief, "day", listing.terms.heard[listing.extra[row]]);
    return brief;
  }

  /** A cell on a day on which something was heard in it. */
  private record Move(CellCourse cell, int at) {}

  /**
   * The last moves of some days, both included: those in cells that were taken already and show
   * something else than before, and those in cells that were empty; so many of each at most.
   */
  private record Moves(List<Move> moved, List<Move> first) {

    static Moves between(Listing listing, int begin, int end, int limit) {
      Moves moves = new Moves(new ArrayList<>(), new ArrayList<>());
      // A report without a date is of no day.
      var heard = listing.standing().heard(Math.max(begin, ALWAYS + 1), end);
      for (Map.Entry<Integer, List<CellCourse>> on : heard.entrySet()) {
        List<CellCourse> inOrder = new ArrayList<>(on.getValue());
        inOrder.sort(
            Comparator.comparingInt((CellCourse c) -> c.column).thenComparingInt(c -> c.issue));
        for (CellCourse cell : inOrder) {
          moves.take(listing, cell, cell.asOf(on.getKey()), limit);
        }
        if (moves.moved.size() == limit && moves.first.size() == limit) {
          break;
        }
      }
      return moves;
    }

    private void take(Listing listing, CellCourse cell, int at, int limit) {
      if (at == 0 && first.size() < limit) {
        first.add(new Move(cell, at));
      } else if (at > 0
          && moved.size() < limit
          && kinds(listing, cell, at).stream().anyMatch(k -> k != Change.Kind.REPEATED)) {
        moved.add(new Move(cell, at));
      }
    }
  }

  /**
   * What is new from a day on: moves in cells that were taken already, positions in cells that were
   * empty, events.
   */
  ObjectNode since(Sql sql, Listing listing, LocalDate from, LocalDate to, int limit)
      throws SQLException, IOException {
    Standing standing = listing.standing();
    standing.prepare(sql);
    int begin = Math.toIntExact(from.toEpochDay());
    int end = Math.toIntExact(to.toEpochDay());
    Moves moves = Moves.between(listing, begin, end, limit);
    ObjectNode news = Json.object().put("from", from.toString()).put("to", to.toString());
    ArrayNode moved = news.putArray("moved");
    for (Move move : moves.moved()) {
      CellCourse cell = move.cell();
      ObjectNode node = moved.addObject();
      int before = cell.shown(move.at() - 1);
      int after = cell.shown(move.at());
      node.put("party", standing.name(cell.column));
      node.put("stance", listing.stance[before] != listing.stance[after]);
      ArrayNode kinds = node.putArray("kinds");
      kinds(listing, cell, move.at()).forEach(kind -> kinds.add(kind.code()));
      node.put("sources", cell.sources(move.at()));
      node.set("before", entries.whole(sql, listing, brief(listing, before)));
      node.set("after", entries.whole(sql, listing, brief(listing, after)));
    }
    ArrayNode fresh = news.putArray("new");
    for (Move move : moves.first()) {
      fresh.add(entries.whole(sql, listing, brief(listing, move.cell().shown(move.at()))));
    }
    ArrayNode events = news.putArray("events");
    Matching happened =
        new Matching(
            sql,
            listing,
            new Filter(Kind.EVENT, null, null, null, null, null, null, from, to, null, null, null));
    for (int row : happened.unless(Status.REJECTED).page(Entries.Order.NEWEST, 0, limit)) {
      events.add(entries.whole(sql, listing, Entries.brief(listing, row)));
    }
    return news;
  }

  private static List<Change.Kind> kinds(Listing listing, CellCourse cell, int at) {
    @Nullable HeardRow before = at == 0 ? null : new HeardRow(listing, cell.shown(at - 1));
    return Change.kinds(before, new HeardRow(listing, cell.shown(at)));
  }
}
