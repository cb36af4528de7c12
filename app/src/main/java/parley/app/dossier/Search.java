package parley.app.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.text.CodePoints;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;

/** Finds passages by their words, and marks the words. */
final class Search {

  /** A passage longer than this is shown in pieces around its hits, characters. */
  private static final int LONGEST_SHOWN = 1200;

  private static final int AROUND = 300;

  private final Reports reports;

  Search(Reports reports) {
    this.reports = reports;
  }

  /**
   * One page of hits.
   *
   * @param byDate the newest report first; else the best fitting passage first
   */
  ObjectNode find(Sql sql, String typed, Filter filter, boolean byDate, int offset, int limit)
      throws SQLException, IOException {
    ObjectNode result = Json.object();
    ArrayNode hits = result.putArray("hits");
    String query = Query.of(typed);
    result.put("query", typed);
    if (query == null) {
      return result;
    }
    Filter.Condition condition = filter.condition();
    List<Object> arguments = new ArrayList<>();
    arguments.add(query);
    String where = "words MATCH ?";
    if (!filter.isEmpty()) {
      where +=
          " AND EXISTS (SELECT 1 FROM entry e WHERE e.report = words.rowid >> 16 AND e.passage ="
              + " words.rowid & 65535 AND "
              + condition.sql()
              + ")";
      arguments.addAll(condition.arguments());
    }
    arguments.add(limit + 1);
    arguments.add(offset);
    String order = byDate ? "day DESC, rowid" : "rank";
    String from =
        byDate
            ? "SELECT words.rowid AS rowid, (SELECT day FROM report WHERE n = words.rowid >> 16) AS"
                + " day FROM words WHERE "
            : "SELECT rowid FROM words WHERE ";
    List<Long> rows =
        sql.list(
            from + where + " ORDER BY " + order + " LIMIT ? OFFSET ?",
            r -> r.getLong(1),
            arguments.toArray());
    if (rows.size() > limit) {
      result.put("next", offset + limit);
      rows = rows.subList(0, limit);
    }
    mark(sql, query, filter, rows, hits);
    return result;
  }

  private void mark(Sql sql, String query, Filter filter, List<Long> rows, ArrayNode hits)
      throws SQLException, IOException {
    sql.run(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.shown USING fts5(text, " + Schema.TOKENS + ")");
    sql.update("DELETE FROM temp.shown");
    for (long row : rows) {
      String id =
          sql.one("SELECT id FROM report WHERE n = ?", r -> r.getString(1), Passages.report(row));
      if (id == null) {
        continue;
      }
      Reports.Row report = Reports.required(sql, id);
      ObjectNode tree = reports.effective(sql, report);
      String text = tree.path("report").path("text").asText();
      Span span = span(tree, report.n(), Passages.passage(row));
      if (span == null) {
        continue;
      }
      String words = Projection.wellFormed(span.of(text));
      char[] marks = marks(words);
      sql.update("INSERT INTO temp.shown(rowid, text) VALUES(?, ?)", row, words);
      String marked =
          sql.one(
              "SELECT highlight(shown, 0, ?, ?) FROM temp.shown WHERE shown MATCH ? AND rowid = ?",
              r -> r.getString(1),
              String.valueOf(marks[0]),
              String.valueOf(marks[1]),
              query,
              row);
      ObjectNode hit = hits.addObject();
      hit.put("report", id);
      Entries.report(sql, report.n(), hit);
      passage(hit, text, span, marked == null ? words : marked, marks);
      ArrayNode entries = hit.putArray("entries");
      Filter.Condition condition = filter.condition();
      List<Object> arguments = new ArrayList<>(List.of(report.n(), Passages.passage(row)));
      arguments.addAll(condition.arguments());
      for (String entry :
          sql.list(
              "SELECT e.id FROM entry e WHERE e.report = ? AND e.passage = ? AND "
                  + condition.sql()
                  + " LIMIT 12",
              r -> r.getString(1),
              arguments.toArray())) {
        entries.add(entry);
      }
    }
    sql.update("DELETE FROM temp.shown");
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

  private static @Nullable Span span(ObjectNode tree, long report, int passage) {
    List<Span> spans = new Passages(report, partsOf(tree)).spans();
    return passage < spans.size() ? spans.get(passage) : null;
  }

  /** The report's text and parts, without its entries. */
  private static Report partsOf(ObjectNode tree) {
    JsonNode report = tree.path("report");
    String text = report.path("text").asText();
    CodePoints points = CodePoints.of(text);
    List<Part> parts = new ArrayList<>();
    for (JsonNode part : report.path("parts")) {
      parts.add(
          new Part(
              PartRole.ofCode(part.path("role").asText()),
              new Span(
                  points.toUtf16(part.path("begin").asInt()),
                  points.toUtf16(part.path("end").asInt()))));
    }
    return new Report(report.path("id").asText(), Metadata.builder().build(), text, parts, null);
  }

  /** The passage's pieces around its hits, with spans in code points of the report. */
  private static void passage(ObjectNode hit, String text, Span span, String marked, char[] marks) {
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
    CodePoints points = CodePoints.of(text);
    hit.put("begin", points.fromUtf16(shown.begin()));
    hit.put("end", points.fromUtf16(shown.end()));
    hit.put("text", shown.of(text));
    ArrayNode marksOut = hit.putArray("marks");
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
