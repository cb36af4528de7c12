package parley.app.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import parley.app.dossier.Dossier;
import parley.app.dossier.Filter;
import parley.app.dossier.Kind;

/** One page without scripts: the board, then every position with its words and where they stand. */
final class HtmlDossier {

  private static final int PARTIES = 12;

  private HtmlDossier() {}

  static void write(Dossier dossier, Filter filter, OutputStream out) throws IOException {
    Writer page = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    LocalDate day = filter.to() == null ? dossier.today() : filter.to();
    ObjectNode summary = dossier.summary();
    page.write(
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Parley dossier</title>
        <style>
        body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1b1b1b;background:#fff}
        table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:.35rem .5rem;text-align:start;vertical-align:top}
        th{background:#f2f2f2}.w{overflow-x:auto}.q{font-family:Georgia,serif}.m{color:#555;font-size:.87em}
        h3{margin:1.4rem 0 .3rem}li{margin:.4rem 0}@media print{body{margin:0}}
        </style></head><body>
        """);
    page.write(
        "<h1>Dossier as of "
            + day
            + "</h1><p>"
            + summary.path("reports").asLong()
            + " reports, "
            + summary.path("positions").asLong()
            + " positions, "
            + summary.path("statements").asLong()
            + " statements, "
            + summary.path("reviewed").asLong()
            + " entries reviewed by people. A record of what reports say, not of what is"
            + " true.</p>");
    board(page, dossier.board(day, PARTIES));
    page.write("<h2>Positions, with their words</h2><ul>");
    Rows.each(dossier, filter.withKind(Kind.POSITION), row -> position(page, row));
    page.write("</ul></body></html>\n");
    page.flush();
  }

  private static void board(Writer page, ObjectNode board) throws IOException {
    Map<String, JsonNode> cells = new HashMap<>();
    for (JsonNode cell : board.path("cells")) {
      cells.put(cell.path("party").asText() + " " + cell.path("issue").asText(), cell);
    }
    page.write("<h2>Board</h2><div class=w><table><tr><th>Issue</th>");
    for (JsonNode party : board.path("parties")) {
      page.write("<th dir=auto>" + text(party.path("name").asText("Not named")) + "</th>");
    }
    page.write("</tr>");
    for (JsonNode issue : board.path("issues")) {
      String code = issue.path("code").asText();
      page.write("<tr><th>" + text(code) + "</th>");
      for (JsonNode party : board.path("parties")) {
        JsonNode cell = cells.get(party.path("name").asText() + " " + code);
        page.write("<td>");
        if (cell != null) {
          page.write(
              "<b>"
                  + text(cell.path("stance").asText())
                  + "</b> <span class=m>"
                  + cell.path("day").asText()
                  + ", "
                  + cell.path("sources").asInt()
                  + " sources"
                  + (cell.has("contested") ? ", contested" : "")
                  + "</span>");
          String condition = cell.path("words").path("condition").asText();
          if (!condition.isEmpty()) {
            page.write("<br><span dir=auto>if: " + text(condition) + "</span>");
          }
        }
        page.write("</td>");
      }
      page.write("</tr>");
    }
    page.write("</table></div>");
  }

  private static void position(Writer page, ObjectNode row) throws IOException {
    JsonNode said = row.path("said");
    String quote =
        Rows.words(said.isMissingNode() ? row.path("entry").path("content") : said.path("content"));
    page.write(
        "<li><b dir=auto>"
            + text(row.path("party").path("name").asText(Rows.name(row, "party")))
            + "</b> "
            + text(row.path("stance").asText())
            + " "
            + text(row.path("code").asText())
            + " <span class=m>"
            + row.path("day").asText()
            + ", <span dir=auto>"
            + text(row.path("source").asText())
            + ": "
            + text(row.path("title").asText())
            + "</span>, "
            + row.path("status").asText()
            + "</span><br><span class=q dir=auto>"
            + text(quote)
            + "</span></li>");
  }

  private static String text(String text) {
    return GraphMl.escaped(text);
  }
}
