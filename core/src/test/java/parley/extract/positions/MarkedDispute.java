package parley.extract.positions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import parley.text.CodePoints;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;
import parley.text.Timestamp;

/** One of the twelve reports on other disputes, with the positions that its author marked. */
record MarkedDispute(String name, Report report, List<Marked> positions) {

  static final List<String> NAMES =
      List.of(
          "01-rail-strike",
          "02-nurses-pay",
          "03-coalition-talks",
          "04-border-fence",
          "05-climate-summit",
          "06-kidnapping",
          "07-fishing-rights",
          "08-river-dam",
          "09-university-occupation",
          "10-steel-tariff",
          "11-church-land",
          "12-ceasefire-monitors");

  record Marked(String party, String stance, String issue, Span content) {}

  /**
   * @param coding "" for the codebook of talks on a conflict, ".labour" for the labour dispute's
   */
  static MarkedDispute read(String name, String coding) {
    String text = resource("disputes/" + name + ".txt");
    CodePoints points = CodePoints.of(text);
    List<Marked> marked = new ArrayList<>();
    Map<String, String> values = new HashMap<>();
    try (JsonParser json =
        new JsonFactory().createParser(resource("disputes/" + name + coding + ".json"))) {
      int depth = 0;
      String field = "";
      String span = "";
      for (JsonToken t = json.nextToken(); t != null; t = json.nextToken()) {
        switch (t) {
          case START_OBJECT -> {
            depth++;
            span = depth == 3 ? field : "";
          }
          case END_OBJECT -> {
            depth--;
            span = "";
            if (depth == 1) {
              marked.add(marked(values, points));
              values.keySet().removeIf(k -> !k.equals("published"));
            }
          }
          case FIELD_NAME -> field = json.currentName();
          default -> {
            if (t.isScalarValue()) {
              values.put(span.isEmpty() ? field : span + "." + field, json.getText());
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Metadata about =
        Metadata.builder()
            .language("en")
            .published(
                Timestamp.parse(Objects.requireNonNull(values.get("published"), "published")))
            .build();
    return new MarkedDispute(name, Report.ofText(about, text, paragraphs(text)), marked);
  }

  private static Marked marked(Map<String, String> values, CodePoints points) {
    return new Marked(
        get(values, "partyName"),
        get(values, "stance"),
        get(values, "issue"),
        new Span(
            points.toUtf16(Integer.parseInt(get(values, "content.begin"))),
            points.toUtf16(Integer.parseInt(get(values, "content.end")))));
  }

  private static String get(Map<String, String> values, String key) {
    return Objects.requireNonNull(values.get(key), key);
  }

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

  static String resource(String file) {
    try (InputStream in =
        Objects.requireNonNull(MarkedDispute.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Offsets at which the words of a span begin. */
  static Set<Integer> words(String text, Span span) {
    Set<Integer> words = new TreeSet<>();
    boolean in = false;
    for (int i = span.begin(); i < span.end(); i++) {
      boolean word = Character.isLetterOrDigit(text.charAt(i));
      if (word && !in) {
        words.add(i);
      }
      in = word;
    }
    return words;
  }
}
