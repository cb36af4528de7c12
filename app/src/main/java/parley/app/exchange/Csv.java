package parley.app.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import parley.app.dossier.Dossier;
import parley.app.dossier.Filter;

/**
 * One entry a row (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets see accents). A
 * value that a spreadsheet would take for a formula begins with an apostrophe, which spreadsheets
 * hide; a value that begins with one itself gets another, so that taking off one apostrophe gives
 * every value back.
 */
final class Csv {

  static final List<String> COLUMNS =
      List.of(
          "report",
          "entry",
          "kind",
          "day",
          "source",
          "title",
          "actor",
          "party",
          "counterpart",
          "code",
          "stance",
          "mode",
          "words",
          "cue",
          "condition",
          "quantity",
          "begin",
          "end",
          "confidence",
          "status",
          "reviewer",
          "reviewed",
          "note",
          "url");

  private Csv() {}

  static void write(Dossier dossier, Filter filter, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write("\uFEFF");
    writer.write(line(COLUMNS));
    Rows.each(dossier, filter, row -> writer.write(line(values(row))));
    writer.flush();
  }

  private static List<String> values(ObjectNode row) {
    JsonNode entry = row.path("entry");
    JsonNode review = entry.path("review");
    JsonNode spans = entry.has("content") ? entry.path("content") : entry.path("cue");
    String actor = first(Rows.name(row, "speaker"), Rows.name(row, "expressedBy"));
    return List.of(
        row.path("report").asText(),
        row.path("id").asText(),
        row.path("kind").asText(),
        row.path("day").asText(),
        row.path("source").asText(),
        row.path("title").asText(),
        first(actor, row.path("actor").path("name").asText()),
        first(Rows.name(row, "party"), row.path("party").path("name").asText()),
        first(
            first(Rows.name(row, "counterparty"), Rows.name(row, "addressee")),
            row.path("other").path("name").asText()),
        row.path("code").asText(),
        row.path("stance").asText(),
        entry.path("mode").asText(),
        Rows.words(spans),
        Rows.words(entry.path("cue")),
        Rows.words(entry.path("condition")),
        entry.path("quantity").path("text").asText(),
        spans.path(0).path("begin").asText(),
        spans.path(spans.size() - 1).path("end").asText(),
        row.path("confidence").asText(),
        row.path("status").asText(),
        review.path("by").asText(),
        review.path("at").asText(),
        review.path("note").asText(),
        row.path("url").asText());
  }

  private static String first(String value, String otherwise) {
    return value.isEmpty() ? otherwise : value;
  }

  static String line(List<String> values) {
    return values.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  static String cell(String value) {
    String safe = isFormula(value) ? "'" + value : value;
    boolean plain =
        safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';')
            && safe.equals(safe.strip());
    return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  /** Whether a spreadsheet would reckon with it, or strip an apostrophe that belongs to it. */
  private static boolean isFormula(String value) {
    return !value.isEmpty() && "=+-@\t\r\n'＝＋－＠|%".indexOf(value.charAt(0)) >= 0;
  }
}
