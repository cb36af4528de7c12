package parley.teacher.positions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.text.CodePoints;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;
import parley.text.Timestamp;

/**
 * A report with the positions that a reader marked in it.
 *
 * @param name of its files
 * @param positions empty if it was not marked
 */
public record MarkedReport(String name, Report report, List<Marked> positions) {

  public MarkedReport {
    positions = List.copyOf(positions);
  }

  /**
   * A marked position.
   *
   * @param party the words that name the holder, null if none were marked
   */
  public record Marked(
      @Nullable Span party,
      String partyName,
      String stance,
      String issue,
      Span content,
      @Nullable Span cue) {}

  /** Whether it is one that we wrote to train on. */
  boolean ours() {
    return name.startsWith("own");
  }

  /** All reports of a directory of NAME.txt, with NAME.json where there is one, by name. */
  public static List<MarkedReport> read(Path directory) throws IOException {
    List<Path> texts;
    try (Stream<Path> files = Files.list(directory)) {
      texts = files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
    }
    ObjectMapper mapper = new ObjectMapper();
    List<MarkedReport> result = new ArrayList<>();
    for (Path text : texts) {
      String name = text.getFileName().toString().replaceFirst("\\.txt$", "");
      Path gold = directory.resolve(name + ".json");
      JsonNode node = Files.exists(gold) ? mapper.readTree(gold.toFile()) : null;
      result.add(of(name, Files.readString(text), node));
    }
    return result;
  }

  /**
   * Reports that are marked by offsets alone, a line each; their texts stay in the bench.
   *
   * @param marks JSON Lines with {@code doc}, {@code source} (a file below {@code bench}: JSON
   *     Lines with {@code id} and {@code text}, or a text) and {@code positions}
   */
  public static List<MarkedReport> read(Path marks, Path bench) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    Map<Path, Map<String, String>> texts = new HashMap<>();
    List<MarkedReport> result = new ArrayList<>();
    for (String line : Files.readAllLines(marks)) {
      JsonNode node = mapper.readTree(line);
      String name = node.get("doc").asText();
      Path source = bench.resolve(node.get("source").asText());
      String text;
      if (source.toString().endsWith(".jsonl")) {
        if (!texts.containsKey(source)) {
          Map<String, String> byId = new HashMap<>();
          for (String report : Files.readAllLines(source)) {
            JsonNode r = mapper.readTree(report);
            byId.put(r.get("id").asText().toLowerCase(Locale.ROOT), r.get("text").asText());
          }
          texts.put(source, byId);
        }
        text = texts.get(source).get(name);
      } else {
        text = Files.readString(source);
      }
      if (text == null) {
        throw new IOException(marks + ": " + name + " is not in " + source);
      }
      result.add(of(name, text, node));
    }
    return result;
  }

  private static MarkedReport of(String name, String text, @Nullable JsonNode gold) {
    Metadata.Builder about = Metadata.builder().language("en");
    List<Marked> positions = new ArrayList<>();
    if (gold != null) {
      if (gold.hasNonNull("published")) {
        about.published(Timestamp.parse(gold.get("published").asText()));
      }
      CodePoints points = CodePoints.of(text);
      for (JsonNode p : gold.path("positions")) {
        Span content = span(points, p.get("content"));
        if (content != null) {
          positions.add(
              new Marked(
                  span(points, p.get("party")),
                  p.path("partyName").asText(),
                  p.path("stance").asText(),
                  p.path("issue").asText(),
                  content,
                  span(points, p.get("cue"))));
        }
      }
    }
    return new MarkedReport(name, Report.ofText(about.build(), text, paragraphs(text)), positions);
  }

  private static @Nullable Span span(CodePoints points, @Nullable JsonNode node) {
    return node == null || !node.hasNonNull("begin")
        ? null
        : new Span(
            points.toUtf16(node.get("begin").asInt()), points.toUtf16(node.get("end").asInt()));
  }

  /** Each line that is not blank is a paragraph. */
  private static List<Part> paragraphs(String text) {
    List<Part> parts = new ArrayList<>();
    int begin = 0;
    while (begin < text.length()) {
      int end = text.indexOf('\n', begin);
      end = end < 0 ? text.length() : end;
      if (!text.substring(begin, end).isBlank()) {
        parts.add(new Part(PartRole.BODY, new Span(begin, end)));
      }
      begin = end + 1;
    }
    return parts;
  }
}
