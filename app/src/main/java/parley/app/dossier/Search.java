package parley.app.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.text.CodePoints;
import parley.text.Span;

/** Finds passages by their words, and marks the words. */
final class Search {

  /** A passage longer than this is shown in pieces around its hits, characters. */
  private static final int LONGEST_SHOWN = 1200;

  private static final int AROUND = 300;

  /** Passages that are looked at if they are to be filtered or put by date, the last added. */
  private static final int MOST_BY_DATE = 10_000;

  /**
   * If more than one in so many passages holds the words, ranking them would tell nothing (and take
   * long): the newest come first.
   */
  private static final int EVERYWHERE = 4;

  /** Entries among which those that match are gathered first. */
  private static final int MOST_GATHERED = 100_000;

  /** Passages that are ranked. */
  private static final int MOST_RANKED = 2_000;

  private static final int MOST_ENTRIES = 12;

  /** Passages that are put into the table for marking by one statement. */
  private static final int MOST_TOGETHER = 64;

  private final Reports reports;

  Search(Reports reports) {
    this.reports = reports;
  }

  /**
   * One page of hits. Words that stand in very many passages are looked for among those that came
   * last; {@code among} then says in how many.
   *
   * @param byDate the newest report first; else the best fitting passage first
   */
  ObjectNode find(
      Sql sql, Listing listing, String typed, Filter filter, boolean byDate, int offset, int limit)
      throws SQLException, IOException {
    ObjectNode result = Json.object();
    ArrayNode hits = result.putArray("hits");
    String query = Query.of(typed);
    result.put("query", typed);
    if (query == null) {
      return result;
    }
    Matching matching = new Matching(sql, listing, filter);
    int most = byDate || !filter.isEmpty() ? MOST_BY_DATE : MOST_RANKED;
    List<Long> rows =
        sql.list(
            "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?",
            r -> r.getLong(1),
            query,
            most);
    boolean everywhere = false;
    if (rows.size() == most) {
      result.put("among", most);
      everywhere = among(rows) < (long) EVERYWHERE * most;
    }
    if (!filter.isEmpty()) {
      rows = holding(listing, rows, matching);
    }
    List<Long> page =
        byDate || everywhere
            ? newest(listing, rows, offset, limit + 1)
            : best(sql, query, rows, offset, limit + 1);
    if (page.size() > limit) {
      result.put("next", offset + limit);
      page = page.subList(0, limit);
    }
    mark(sql, listing, query, matching, page, hits);
    return result;
  }

  /** Among how many passages these stand. */
  private static long among(List<Long> rows) {
    return rows.isEmpty() ? 0 : rows.get(0) - rows.get(rows.size() - 1) + 1;
  }

  /** The index in the listing of the report in which a passage stands. */
  private static int report(Listing listing, long row) {
    int at = listing.indexOf(row);
    return at >= 0 ? at : -at - 2;
  }

  /** Those passages in which an entry stands that matches. */
  private static List<Long> holding(Listing listing, List<Long> rows, Matching matching) {
    if (matching.most() > MOST_GATHERED) {
      return rows.stream().filter(row -> holds(listing, row, matching)).toList();
    }
    Matching.Rows some = matching.rows();
    long[] passages = new long[some.count()];
    for (int i = 0; i < passages.length; i++) {
      int row = some.rows()[some.from() + i];
      passages[i] = listing.number[listing.report[row]] + listing.passage[row];
    }
    Arrays.sort(passages);
    return rows.stream().filter(row -> Arrays.binarySearch(passages, row) >= 0).toList();
  }

  private static boolean holds(Listing listing, long passage, Matching matching) {
    int report = report(listing, passage);
    int number = (int) (passage - listing.number[report]);
    for (int row = listing.first[report];
        row < listing.first[report] + listing.count[report];
        row++) {
      if (listing.passage[row] == number && matching.test(row)) {
        return true;
      }
    }
    return false;
  }

  private static List<Long> newest(Listing listing, List<Long> rows, int offset, int limit) {
    return rows.stream()
        .sorted(
            Comparator.comparingInt((Long row) -> -listing.reportDay[report(listing, row)])
                .thenComparing(Comparator.naturalOrder()))
        .skip(offset)
        .limit(limit)
        .toList();
  }

  private static List<Long> best(Sql sql, String query, List<Long> rows, int offset, int limit)
      throws SQLException {
    if (rows.isEmpty()) {
      return List.of();
    }
    Set<Long> wanted = new HashSet<>(rows);
    List<Long> ranked = new ArrayList<>();
    List<Long> all =
        sql.list(
            "SELECT rowid FROM words WHERE words MATCH ? AND rowid >= ? ORDER BY rank",
            r -> r.getLong(1),
            query,
            rows.get(rows.size() - 1));
    for (long row : all) {
      if (wanted.contains(row)) {
        ranked.add(row);
      }
    }
    int from = Math.min(offset, ranked.size());
    return ranked.subList(from, (int) Math.min((long) from + limit, ranked.size()));
  }

  /** A passage that is shown: the place of its report in the listing, and where it stands. */
  private record Hit(long row, int at, int passage, Shown report, Span span) {
    String words() {
      return Projection.wellFormed(span.of(report.text()));
    }
  }

  private void mark(
      Sql sql, Listing listing, String query, Matching matching, List<Long> rows, ArrayNode hits)
      throws SQLException, IOException {
    List<Hit> found = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    for (long row : rows) {
      int at = report(listing, row);
      Shown report = reports.shown(sql, listing, listing.number[at]);
      int passage = (int) (row - listing.number[at]);
      Span span = span(sql, listing.number[at], passage);
      if (span != null && span.end() <= report.text().length()) {
        Hit hit = new Hit(row, at, passage, report, span);
        found.add(hit);
        all.append(hit.words());
      }
    }
    char[] marks = marks(all.toString());
    Map<Long, String> marked = marked(sql, query, found, marks);
    for (Hit hit : found) {
      ObjectNode node = hits.addObject();
      node.put("report", listing.reportId[hit.at()]);
      node.setAll(hit.report().told().about());
      passage(node, hit, marked.getOrDefault(hit.row(), hit.words()), marks);
      ArrayNode entries = node.putArray("entries");
      int end = listing.first[hit.at()] + listing.count[hit.at()];
      for (int e = listing.first[hit.at()]; e < end && entries.size() < MOST_ENTRIES; e++) {
        if (listing.passage[e] == hit.passage() && matching.test(e)) {
          entries.add(listing.idOf(e));
        }
      }
    }
  }

  /**
   * The passages' words with marks around what the query finds in them, by row. They stand in a
   * table of the connection, until its transaction is taken back.
   */
  private static Map<Long, String> marked(Sql sql, String query, List<Hit> hits, char[] marks)
      throws SQLException {
    Map<Long, String> marked = new HashMap<>();
    int done = 0;
    while (done < hits.size()) {
      // Each statement makes a piece of the index, so that few are better; few forms are kept.
      int some = Math.min(MOST_TOGETHER, Integer.highestOneBit(hits.size() - done));
      List<Object> values = new ArrayList<>();
      for (Hit hit : hits.subList(done, done + some)) {
        values.add(hit.row());
        values.add(hit.words());
      }
      sql.update(
          "INSERT INTO temp.shown(rowid, text) VALUES(?, ?)" + ", (?, ?)".repeat(some - 1),
          values.toArray());
      done += some;
    }
    sql.each(
        "SELECT rowid, highlight(shown, 0, ?, ?) FROM temp.shown WHERE shown MATCH ?",
        row -> marked.put(row.getLong(1), row.getString(2)),
        String.valueOf(marks[0]),
        String.valueOf(marks[1]),
        query);
    return marked;
  }

  /** Two characters that the text does not hold. */
  private static char[] marks(String text) {
    char[] marks = new char[2];
    int found = 0;
    for (char c = '\uE000'; c < '\uF8FF' && found < 2; c++) {
      if (text.indexOf(c) < 0) {
        marks[found++] = c;
      }
    }
    return marks;
  }

  private static @Nullable Span span(Sql sql, long report, int passage)
      throws SQLException, IOException {
    byte[] rows = sql.one("SELECT rows FROM listing WHERE report = ?", r -> r.getBytes(1), report);
    int[] places = rows == null ? new int[0] : Listed.passages(sql, rows);
    return 2 * passage + 1 < places.length
        ? new Span(places[2 * passage], places[2 * passage + 1])
        : null;
  }

  /** The passage's pieces around its hits, with spans in code points of the report. */
  private static void passage(ObjectNode node, Hit hit, String marked, char[] marks) {
    String text = hit.report().text();
    Span span = hit.span();
    List<Span> found = new ArrayList<>();
    int at = 0;
    int begin = 0;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == marks[0]) {
        begin = at;
      } else if (c == marks[1]) {
        found.add(new Span(span.begin() + begin, span.begin() + at));
      } else {
        at++;
      }
    }
    Span shown = span;
    if (span.length() > LONGEST_SHOWN) {
      int first = found.isEmpty() ? span.begin() : found.get(0).begin();
      int from = Math.max(span.begin(), first - AROUND);
      int to = Math.min(span.end(), from + LONGEST_SHOWN);
      shown = new Span(whole(text, from), whole(text, to));
    }
    CodePoints points = hit.report().points();
    node.put("begin", points.fromUtf16(shown.begin()));
    node.put("end", points.fromUtf16(shown.end()));
    node.put("text", shown.of(text));
    ArrayNode marksOut = node.putArray("marks");
    for (Span mark : found) {
      if (shown.contains(mark)) {
        marksOut
            .addObject()
            .put("begin", points.fromUtf16(mark.begin()))
            .put("end", points.fromUtf16(mark.end()));
      }
    }
  }

  private static int whole(String text, int offset) {
    boolean inside =
        offset > 0
            && offset < text.length()
            && Character.isLowSurrogate(text.charAt(offset))
            && Character.isHighSurrogate(text.charAt(offset - 1));
    return inside ? offset - 1 : offset;
  }
}
