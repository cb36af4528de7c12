package parley.app.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What of a record lists do not show and what is half of it: the mentions of actors and the facts
 * about them, the provenance of entries. It is kept apart, so that lists unpack the rest alone.
 */
final class Details {

  private static final String[] OF_ENTRIES = {"facts", "mentions", "provenance"};

  private Details() {}

  /**
   * Takes the details out of a record: lists by kind and field. An empty value holds the place of
   * each in the record.
   */
  static ObjectNode take(ObjectNode record) {
    ObjectNode details = Json.object();
    each(
        record,
        (value, name) -> {
          details.withArray(name).add(value);
          return value.isArray() ? Json.array() : Json.object();
        });
    return details;
  }

  /** Puts them back. */
  static ObjectNode put(ObjectNode record, ObjectNode details) {
    Map<String, Iterator<JsonNode>> left = new HashMap<>();
    each(
        record,
        (empty, name) -> left.computeIfAbsent(name, n -> details.path(n).elements()).next());
    return record;
  }

  /** Puts back details in the form of dossiers before packings: one list of all. */
  static ObjectNode put(ObjectNode record, ArrayNode details) {
    Iterator<JsonNode> left = details.elements();
    each(record, (empty, name) -> left.next());
    return record;
  }

  private static void each(ObjectNode record, BiFunction<JsonNode, String, JsonNode> with) {
    for (Kind kind : Kind.values()) {
      for (JsonNode entry : record.path(kind.list())) {
        for (String field : OF_ENTRIES) {
          if (entry instanceof ObjectNode object && object.get(field) != null) {
            object.set(field, with.apply(object.get(field), kind.list() + "." + field));
          }
        }
      }
    }
  }
}
