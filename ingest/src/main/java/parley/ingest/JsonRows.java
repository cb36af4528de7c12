package parley.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * JSON and JSON Lines: every object that holds a text or a title is a report, wherever it stands
 * (JSON Feed's {@code items}, an API's {@code results}, ninjs, one object a line).
 */
final class JsonRows {

  private static final int DEEPEST = 200;

  private static final String NOTHING = "holds no object with a text, or with title and address";

  /** Lists of pieces that each have a role and a value (ninjs 2 and 3), and what one is. */
  private static final Map<String, String> PIECES =
      Map.of("headlines", "headline", "bodies", "body");

  /** Characters that are looked at to tell lines of objects from one value. */
  private static final int LOOK = 1 << 20;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(100_000_000)
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private final Map<String, String> columns;
  private final BiConsumer<String, Row> rows;
  private final BiConsumer<String, String> wrong;

  /** Rows handed out, and things told to be wrong. */
  private int told;

  private JsonRows(
      Map<String, String> columns, BiConsumer<String, Row> rows, BiConsumer<String, String> wrong) {
    this.columns = columns;
    this.rows =
        (place, row) -> {
          told++;
          rows.accept(place, row);
        };
    this.wrong =
        (place, what) -> {
          told++;
          wrong.accept(place, what);
        };
  }

  /**
   * @param longest characters of the longest line that is read as a report
   */
  static void read(
      Reader in,
      Map<String, String> columns,
      int longest,
      BiConsumer<String, Row> rows,
      BiConsumer<String, String> wrong)
      throws IOException {
    JsonRows all = new JsonRows(columns, rows, wrong);
    BufferedReader text = new BufferedReader(in);
    // Line by line where the lines are objects, so that a broken one spoils no other.
    if (lines(text)) {
      StringBuilder line = new StringBuilder();
      for (int number = 1; next(text, line, longest); number++) {
        if (line.length() > longest) {
          wrong.accept("line " + number, "is longer than " + longest + " characters");
        } else {
          all.line(line.toString(), number);
        }
      }
    } else {
      try (JsonParser parser = JSON.createParser(text)) {
        all.values(parser, null);
      }
      if (all.told == 0) {
        wrong.accept("JSON", NOTHING);
      }
    }
  }

  /** Whether the first line is an object, and what follows begins another. */
  private static boolean lines(BufferedReader text) throws IOException {
    char[] chunk = new char[1 << 13];
    text.mark(LOOK + 2 * chunk.length);
    StringBuilder head = new StringBuilder();
    for (int n = 0; n >= 0 && head.length() <= LOOK - chunk.length; n = text.read(chunk)) {
      head.append(chunk, 0, n);
    }
    text.reset();
    String begin = head.toString();
    int end = begin.indexOf('\n');
    String rest = end < 0 ? "" : begin.substring(end).stripLeading();
    return isWhole(end < 0 ? begin : begin.substring(0, end))
        && (rest.isEmpty() || rest.startsWith("{"));
  }

  /** Reads the next line, of which no more than one character too many is kept. */
  private static boolean next(BufferedReader text, StringBuilder line, int longest)
      throws IOException {
    line.setLength(0);
    int c = text.read();
    if (c < 0) {
      return false;
    }
    for (; c >= 0 && c != '\n'; c = text.read()) {
      if (line.length() <= longest) {
        line.append((char) c);
      }
    }
    return true;
  }

  private static boolean isWhole(String line) {
    String bare = line.strip();
    return bare.startsWith("{") && bare.endsWith("}");
  }

  private void line(String line, int number) throws IOException {
    if (!line.isBlank()) {
      try (JsonParser parser = JSON.createParser(line)) {
        int before = told;
        values(parser, "line " + number);
        if (told == before) {
          wrong.accept("line " + number, NOTHING);
        }
      }
    }
  }

  private void values(JsonParser parser, @Nullable String place) throws IOException {
    try {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          object(parser, new Row(columns), "", place);
        }
      }
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      wrong.accept(
          place != null ? place : at == null ? "JSON" : "line " + at.getLineNr(),
          "is broken JSON: " + e.getOriginalMessage());
    }
  }

  /** Reads an object; its own values make a row, objects in lists make rows of their own. */
  private void object(JsonParser parser, Row row, String prefix, @Nullable String place)
      throws IOException {
    boolean top = prefix.isEmpty();
    JsonLocation at = parser.currentTokenLocation();
    String name = "";
    while (true) {
      JsonToken token = parser.nextToken();
      if (token == null || token == JsonToken.END_OBJECT) {
        break;
      }
      switch (token) {
        case FIELD_NAME -> name = prefix + parser.currentName();
        case START_OBJECT -> {
          if (isList(name)) {
            object(parser, new Row(columns), "", place);
          } else {
            object(parser, row, name + ".", place);
          }
        }
        case START_ARRAY -> array(parser, row, name, place);
        case VALUE_NULL, END_ARRAY -> {}
        default -> row.put(last(name), parser.getText());
      }
    }
    if (top && row.get("text") != null
        || top && row.get("title") != null && row.get("url") != null) {
      rows.accept(place == null ? "item at line " + at.getLineNr() : place, row);
    }
  }

  private void array(JsonParser parser, Row row, String name, @Nullable String place)
      throws IOException {
    StringBuilder joined = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return;
      }
      switch (token) {
        case START_ARRAY -> depth++;
        case END_ARRAY -> depth--;
        case START_OBJECT -> {
          if (isPeople(name)) {
            Row person = new Row(Map.of());
            object(parser, person, "person.", place);
            String named = person.get("title");
            joined.append(joined.length() > 0 ? "; " : "").append(named == null ? "" : named);
          } else if (PIECES.containsKey(name)) {
            Row piece = new Row(Map.of());
            object(parser, piece, "piece.", place);
            row.put(PIECES.getOrDefault(name, name), piece.value("value"));
          } else {
            object(parser, new Row(columns, feed(row)), "", place);
          }
        }
        case FIELD_NAME, VALUE_NULL -> {}
        default -> joined.append(joined.length() > 0 ? "; " : "").append(parser.getText());
      }
    }
    row.put(last(name), joined.toString());
  }

  /** What a JSON Feed says of all its items. */
  private static Map<String, String> feed(Row row) {
    if (!row.value("version").startsWith("https://jsonfeed.org/")) {
      return Map.of();
    }
    String language = row.value("language");
    return language.isEmpty()
        ? Map.of("source", row.value("title"))
        : Map.of("source", row.value("title"), "language", language);
  }

  private static boolean isPeople(String name) {
    String last = last(name);
    return last.startsWith("author") || last.startsWith("byline") || last.startsWith("creator");
  }

  private static boolean isList(String name) {
    String last = last(name);
    return last.equals("items")
        || last.equals("results")
        || last.equals("articles")
        || last.equals("response");
  }

  private static String last(String name) {
    int dot = name.lastIndexOf('.');
    String parent = dot > 0 ? name.substring(name.lastIndexOf('.', dot - 1) + 1, dot) : "";
    // "author.name" is the author; "fields.body" stays what it is.
    if (name.endsWith(".name") && !parent.equals("person")
        || name.endsWith(".title") && parent.equals("source")) {
      return parent;
    }
    return parent.equals("fields") || dot < 0 ? name : name.substring(dot + 1);
  }
}
