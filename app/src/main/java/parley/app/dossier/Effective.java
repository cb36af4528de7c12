package parley.app.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record as people left it: the machine's entries with the decisions beside them.
 *
 * <p>A decision is kept as its state: {@code status}, {@code by}, {@code at}, {@code note}, for an
 * entry that a person changed or made its {@code value}, for one that the machine had found what it
 * said ({@code machine}), and what the value refers to that the machine no longer finds ({@code
 * needs}). In the record it shows as the field {@code review} of the entry.
 */
final class Effective {

  private Effective() {}

  /** Puts the decisions into the machine's record, which is changed and returned. */
  static ObjectNode of(ObjectNode record, Map<String, ObjectNode> states) {
    if (states.isEmpty()) {
      return record;
    }
    Map<String, ObjectNode> left = new HashMap<>(states);
    Set<String> ids = new HashSet<>();
    for (Kind kind : Kind.values()) {
      ArrayNode list = record.withArray(kind.list());
      for (int i = 0; i < list.size(); i++) {
        ObjectNode entry = (ObjectNode) list.get(i);
        String id = entry.path("id").asText();
        ids.add(id);
        ObjectNode state = left.remove(id);
        if (state == null) {
          continue;
        }
        ObjectNode value = (ObjectNode) state.get("value");
        if (value == null) {
          entry.set("review", shown(state, null));
        } else {
          ObjectNode changed = value.deepCopy();
          changed.put("id", id);
          changed.set("review", shown(state, entry));
          list.set(i, changed);
        }
      }
    }
    left.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> append(record, e.getKey(), e.getValue(), ids));
    return record;
  }

  private static void append(ObjectNode record, String id, ObjectNode state, Set<String> ids) {
    ObjectNode value = (ObjectNode) state.get("value");
    Kind kind = Kind.of(state.path("kind").asText());
    if (value == null || kind == null) {
      return;
    }
    for (JsonNode need : state.path("needs")) {
      Kind needed = Kind.of(need.path("kind").asText());
      ObjectNode entry = (ObjectNode) need.get("entry");
      if (needed != null && entry != null && ids.add(entry.path("id").asText())) {
        record.withArray(needed.list()).add(entry.deepCopy());
      }
    }
    ObjectNode entry = value.deepCopy();
    entry.put("id", id);
    ObjectNode review = shown(state, null);
    if (!Status.ADDED.code().equals(review.path("status").asText())) {
      review.put("carried", true);
    }
    entry.set("review", review);
    ids.add(id);
    record.withArray(kind.list()).add(entry);
  }

  private static ObjectNode shown(ObjectNode state, @Nullable ObjectNode machine) {
    ObjectNode review = Json.object();
    for (String field : new String[] {"status", "by", "at", "note"}) {
      if (state.hasNonNull(field)) {
        review.set(field, state.get(field));
      }
    }
    if (machine != null) {
      review.set("machine", machine);
    }
    return review;
  }

  /** The entry of that id in a record's tree, null if there is none. */
  static @Nullable ObjectNode find(ObjectNode record, String id) {
    for (Kind kind : Kind.values()) {
      for (JsonNode entry : record.path(kind.list())) {
        if (id.equals(entry.path("id").asText())) {
          return (ObjectNode) entry;
        }
      }
    }
    return null;
  }

  /** The kind of the entry of that id, null if there is none. */
  static @Nullable Kind kind(ObjectNode record, String id) {
    for (Kind kind : Kind.values()) {
      for (JsonNode entry : record.path(kind.list())) {
        if (id.equals(entry.path("id").asText())) {
          return kind;
        }
      }
    }
    return null;
  }

  static Map<String, Status> statuses(Map<String, ObjectNode> states) {
    Map<String, Status> statuses = new HashMap<>();
    states.forEach(
        (id, state) -> {
          Status status = Status.of(state.path("status").asText());
          statuses.put(id, status == null ? Status.MACHINE : status);
        });
    return statuses;
  }
}
