package parley.app.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import parley.text.CodePoints;

/**
 * A record's tree without what its text tells already: a span's words are left out, its begin is
 * counted from the span before it, its end from its begin. Unfolding gives back the very tree.
 */
final class Folding {

  /** Stands for begin, end and text. */
  private static final String WORDS = "s";

  /** Stands for begin and end alone (parts of a report). */
  private static final String BARE = "p";

  private final String text;
  private final CodePoints points;
  private int last;

  private Folding(String text) {
    this.text = text;
    this.points = CodePoints.of(text);
  }

  /** The text itself is left out; it is kept apart. */
  static ObjectNode fold(ObjectNode record, String text) {
    ObjectNode folded = (ObjectNode) new Folding(text).folded(record);
    if (folded.get("report") instanceof ObjectNode report && report.has("text")) {
      report.put("text", "");
    }
    return folded;
  }

  static ObjectNode unfold(ObjectNode folded, String text) {
    ObjectNode record = (ObjectNode) new Folding(text).unfolded(folded);
    if (record.get("report") instanceof ObjectNode report && report.has("text")) {
      report.put("text", text);
    }
    return record;
  }

  private JsonNode folded(JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode result = Json.array();
      array.forEach(element -> result.add(folded(element)));
      return result;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    boolean span = object.path("begin").isInt() && object.path("end").isInt();
    boolean words = span && object.has("text");
    if (words && !object.path("text").asText().equals(words(object))) {
      // Never of a record that holds; kept as it is all the same.
      return object;
    }
    ObjectNode result = Json.object();
    for (var field : object.properties()) {
      String name = field.getKey();
      if (span && name.equals("begin")) {
        int begin = object.path("begin").asInt();
        result
            .putArray(words ? WORDS : BARE)
            .add(begin - last)
            .add(object.path("end").asInt() - begin);
        last = begin;
      } else if (!span || !name.equals("end") && !(words && name.equals("text"))) {
        result.set(name, folded(field.getValue()));
      }
    }
    return result;
  }

  private JsonNode unfolded(JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode result = Json.array();
      array.forEach(element -> result.add(unfolded(element)));
      return result;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode result = Json.object();
    for (var field : object.properties()) {
      boolean words = field.getKey().equals(WORDS);
      if ((words || field.getKey().equals(BARE)) && field.getValue() instanceof ArrayNode span) {
        int begin = last + span.path(0).asInt();
        result.put("begin", begin).put("end", begin + span.path(1).asInt());
        last = begin;
        if (words) {
          result.put("text", words(result));
        }
      } else {
        result.set(field.getKey(), unfolded(field.getValue()));
      }
    }
    return result;
  }

  private String words(ObjectNode span) {
    int length = text.length();
    int begin = span.path("begin").asInt();
    int end = span.path("end").asInt();
    if (begin < 0 || end < begin || end > points.fromUtf16(length)) {
      return "";
    }
    return text.substring(points.toUtf16(begin), points.toUtf16(end));
  }
}
