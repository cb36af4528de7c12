package parley.app.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes an exported record apart into the machine's record and the decisions on it. */
final class Importing {

  private final ObjectNode machine;
  private final Map<String, ObjectNode> states = new HashMap<>();

  Importing(ObjectNode exported) {
    machine = exported.deepCopy();
    for (Kind kind : Kind.values()) {
      ArrayNode found = Json.array();
      for (JsonNode node : machine.path(kind.list())) {
        ObjectNode entry = ((ObjectNode) node).deepCopy();
        JsonNode review = entry.remove("review");
        if (review instanceof ObjectNode decided) {
          ObjectNode said = take(kind, entry, decided.deepCopy());
          if (said != null) {
            found.add(said);
          }
        } else {
          found.add(entry);
        }
      }
      machine.set(kind.list(), found);
    }
  }

  private @Nullable ObjectNode take(Kind kind, ObjectNode entry, ObjectNode state) {
    String id = entry.path("id").asText();
    states.put(id, state);
    JsonNode said = state.get("machine");
    boolean carried = state.remove("carried") != null;
    if (carried || Status.ADDED.code().equals(state.path("status").asText())) {
      state.put("kind", kind.code());
      state.set("value", entry);
      return null;
    }
    if (said instanceof ObjectNode original) {
      state.set("value", entry);
      return original.deepCopy();
    }
    return entry;
  }

  ObjectNode machine() {
    return machine;
  }

  Map<String, ObjectNode> states() {
    return states;
  }
}
