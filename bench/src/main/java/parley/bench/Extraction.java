package parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.parser.Parser;
import parley.ingest.Ingest;
import parley.ingest.Outcome;
import parley.ingest.Settings;
import parley.ingest.charset.Decoded;
import parley.text.Alignment;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;

/**
 * Bodies of saved pages against the article-extraction-benchmark, and whether every kept character
 * maps to its place in the page.
 */
final class Extraction implements Task {

  private static final String USUAL = "extraction";

  @Override
  public String name() {
    return "extraction";
  }

  @Override
  public String summary() {
    return "page to text: body F1, places in the HTML, peers beside (data: extraction/)";
  }

  @Override
  public void run(Call call) throws IOException {
    Path data = call.dataOr(USUAL);
    ObjectMapper json = new ObjectMapper();
    ObjectNode predictions = json.createObjectNode();
    Places places = new Places();
    for (Map.Entry<String, byte[]> page : pages(data).entrySet()) {
      StringBuilder body = new StringBuilder();
      for (Outcome outcome : new Ingest(Settings.DEFAULT).read(page.getKey(), page.getValue())) {
        if (outcome instanceof Outcome.Read read) {
          Report report = read.report();
          append(body, report);
          places.check(page.getKey(), report, Decoded.page(page.getValue()).text());
        }
      }
      predictions.putObject(page.getKey()).put("articleBody", body.toString());
    }
    Path file = call.write(List.of(json.writeValueAsString(predictions)));
    call.print().println(places);
    Path gold = data.resolve("ground-truth.json");
    if (!Files.exists(gold)) {
      call.noGold(file);
      return;
    }
    Path peers = data.resolve("peers");
    String[] arguments = {"--gold", gold.toString(), file.toString()};
    if (Files.isDirectory(peers)) {
      try (Stream<Path> list = Files.list(peers)) {
        arguments =
            Stream.concat(Stream.of(arguments), list.map(Path::toString).sorted())
                .toArray(String[]::new);
      }
    }
    call.score("score_extraction.py", arguments);
  }

  /** Pages by id, in the order of their ids. */
  static Map<String, byte[]> pages(Path data) throws IOException {
    Map<String, byte[]> pages = new LinkedHashMap<>();
    Path directory = Files.isDirectory(data.resolve("html")) ? data.resolve("html") : data;
    try (Stream<Path> list = Files.list(directory)) {
      for (Path path : list.sorted().toList()) {
        String name = path.getFileName().toString();
        if (name.endsWith(".html.gz")) {
          try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
            pages.put(name.substring(0, name.length() - 8), in.readAllBytes());
          }
        } else if (name.endsWith(".html")) {
          pages.put(name.substring(0, name.length() - 5), Files.readAllBytes(path));
        }
      }
    }
    return pages;
  }

  private static void append(StringBuilder body, Report report) {
    for (Part part : report.parts()) {
      PartRole role = part.role();
      if (role == PartRole.BODY || role == PartRole.SUBHEADING || role == PartRole.DATELINE) {
        if (body.length() > 0) {
          body.append("\n\n");
        }
        body.append(part.span().of(report.text()));
      }
    }
  }

  static JsonNode gold(Path data) throws IOException {
    return new ObjectMapper().readTree(data.resolve("ground-truth.json").toFile());
  }

  /** Counts characters of reports that do, and do not, equal the page at the place they name. */
  private static final class Places {
    private long characters;
    private long placed;
    private long wrong;
    private int pages;
    private final StringBuilder faults = new StringBuilder();

    void check(String id, Report report, String html) {
      pages++;
      Alignment map = report.sourceMap();
      if (map == null) {
        faults.append("  ").append(id, 0, 12).append(": no map\n");
        return;
      }
      for (Part part : report.parts()) {
        characters += part.span().length();
      }
      for (Alignment.Run run : map.runs()) {
        placed += run.text().length();
        String here = run.text().of(report.text());
        String there = folded(Parser.unescapeEntities(run.source().of(html), false));
        if (!folded(here).equals(there)) {
          wrong += run.text().length();
          if (faults.length() < 2000) {
            faults.append("  ").append(id, 0, 12).append(": '").append(here);
            faults.append("' against '").append(there).append("'\n");
          }
        }
      }
    }

    private static String folded(String text) {
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
        if (!space) {
          out.append(c);
        } else if (out.length() == 0 || out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
        }
      }
      return out.toString();
    }

    @Override
    public String toString() {
      return "# places: "
          + pages
          + " reports, "
          + characters
          + " characters in parts, "
          + (characters - placed)
          + " without a place (line breaks kept as a space), "
          + wrong
          + " that differ from their place\n"
          + faults;
    }
  }
}
