package parley.app.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiFunction;

/**
 * What of a record lists do not show and what is half of it: the mentions of actors and the facts
 * about them, the provenance of entries. It is kept apart, so that lists unpack the rest alone.
 */
final class Details {

  private static final String[] OF_ENTRIES = {"facts", "mentions", "provenance"};

  private Details() {}

  /** Takes the details out of a record; an empty value holds the place of each. */
  static ArrayNode take(ObjectNode record) {
    ArrayNode details = Json.array();
    each(
        record,
        (value, at) -> {
          details.add(value);
          return value.isArray() ? Json.array() : Json.object();
        });
    return details;
  }

  /** Puts them back. */
  static void put(ObjectNode record, ArrayNode details) {
    each(record, (empty, at) -> details.get(at));
  }

  private static void each(ObjectNode record, BiFunction<JsonNode, Integer, JsonNode> with) {
    int at = 0;
    for (Kind kind : Kind.values()) {
      for (JsonNode entry : record.path(kind.list())) {
        for (String field : OF_ENTRIES) {
          if (entry instanceof ObjectNode object && object.get(field) != null) {
            object.set(field, with.apply(object.get(field), at++));
          }
        }
      }
    }
  }
}
