package parley.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * JSON and JSON Lines: every object that holds a text or a title is a report, wherever it stands
 * (JSON Feed's {@code items}, an API's {@code results}, ninjs, one object a line).
 */
final class JsonRows {

  private static final int DEEPEST = 200;

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

  private JsonRows(
      Map<String, String> columns, BiConsumer<String, Row> rows, BiConsumer<String, String> wrong) {
    this.columns = columns;
    this.rows = rows;
    this.wrong = wrong;
  }

  static void read(
      String text,
      Map<String, String> columns,
      BiConsumer<String, Row> rows,
      BiConsumer<String, String> wrong) {
    new JsonRows(columns, rows, wrong).read(text);
  }

  private void read(String text) {
    // Line by line where the lines are objects, so that a broken one spoils no other.
    int from = 0;
    int line = 1;
    if (lines(text)) {
      while (from < text.length()) {
        int end = text.indexOf('\n', from);
        end = end < 0 ? text.length() : end;
        String one = text.substring(from, end);
        if (!one.isBlank()) {
          values(one, "line " + line);
        }
        from = end + 1;
        line++;
      }
    } else {
      values(text, null);
    }
  }

  private static boolean lines(String text) {
    int end = text.indexOf('\n');
    if (!text.startsWith("{") || end < 2) {
      return text.startsWith("{") && end < 0;
    }
    String first = text.substring(0, end).strip();
    return first.endsWith("}") && text.substring(end).stripLeading().startsWith("{")
        || text.substring(end).isBlank();
  }

  private void values(String text, @org.jspecify.annotations.Nullable String place) {
    try (JsonParser parser = JSON.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          object(parser, new Row(columns), "", place);
        }
      }
    } catch (IOException e) {
      String reason =
          e instanceof com.fasterxml.jackson.core.JsonProcessingException json
              ? json.getOriginalMessage()
              : String.valueOf(e.getMessage());
      wrong.accept(place == null ? "JSON" : place, "is broken JSON: " + reason);
    }
  }

  /** Reads an object; its own values make a row, objects in lists make rows of their own. */
  private void object(
      JsonParser parser, Row row, String prefix, @org.jspecify.annotations.Nullable String place)
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

  private void array(
      JsonParser parser, Row row, String name, @org.jspecify.annotations.Nullable String place)
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
          } else {
            object(parser, new Row(columns), "", place);
          }
        }
        case FIELD_NAME, VALUE_NULL -> {}
        default -> joined.append(joined.length() > 0 ? "; " : "").append(parser.getText());
      }
    }
    row.put(last(name), joined.toString());
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
    if (name.endsWith(".name") && !parent.equals("person")) {
      return parent;
    }
    return parent.equals("fields") || dot < 0 ? name : name.substring(dot + 1);
  }
}
