package parley.app.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings decisions over to a new reading of the same report: ids change, entries shift, some are no
 * longer found. A decision never changes by this; where machine and person now disagree anew, it is
 * a conflict to look at.
 */
final class Carrying {

  /** Entries are one if their words share at least this of all their characters. */
  private static final double ALIKE = 0.5;

  private static final Set<String> REFERENCES =
      Set.of(
          "speaker",
          "addressee",
          "time",
          "within",
          "place",
          "attributedTo",
          "party",
          "deadline",
          "counterparty",
          "statement",
          "expressedBy",
          "side");

  private static final Set<String> REFERENCE_LISTS =
      Set.of("actors", "targets", "linkedTo", "perpetrators", "victims", "events");

  private static final Set<String> NOT_OF_SUBSTANCE =
      Set.of("id", "confidence", "provenance", "review");

  private final ObjectNode before;
  private final ObjectNode after;
  private final Map<String, ObjectNode> states;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, ObjectNode> carried = new HashMap<>();
  private final ArrayNode conflicts = Json.array();

  /**
   * @param before the machine's old record
   * @param after its new one
   * @param states the decisions on the old one
   */
  Carrying(ObjectNode before, ObjectNode after, Map<String, ObjectNode> states) {
    this.before = before;
    this.after = after;
    this.states = states;
    for (Kind kind : Kind.values()) {
      match(kind);
    }
    bring();
  }

  /** The decisions as they stand on the new record. */
  Map<String, ObjectNode> states() {
    return carried;
  }

  /** What a person should look at: {@code entry}, {@code what}, {@code machine}, {@code kept}. */
  ArrayNode conflicts() {
    return conflicts;
  }

  private void match(Kind kind) {
    Set<String> taken = new HashSet<>();
    for (JsonNode old : before.path(kind.list())) {
      String best = null;
      double most = 0;
      for (JsonNode now : after.path(kind.list())) {
        String id = now.path("id").asText();
        double likeness = taken.contains(id) ? 0 : likeness(kind, old, now);
        if (likeness > most) {
          most = likeness;
          best = id;
        }
      }
      if (best != null && most >= ALIKE) {
        taken.add(best);
        ids.put(old.path("id").asText(), best);
      }
    }
  }

  private static double likeness(Kind kind, JsonNode a, JsonNode b) {
    return switch (kind) {
      case STATEMENT -> overlap(a.path("content"), b.path("content"));
      case POSITION ->
          a.path("issue").equals(b.path("issue"))
              ? overlap(a.path("content"), b.path("content"))
              : 0;
      case EVENT ->
          overlap(a.path("cue"), b.path("cue")) * (a.path("type").equals(b.path("type")) ? 1 : 0.6);
      case ACTOR ->
          a.path("name").equals(b.path("name"))
              ? 1
              : overlap(a.path("mentions"), b.path("mentions"));
      case TIME -> overlap(Json.array().add(a), Json.array().add(b));
      case INCIDENT -> a.path("type").equals(b.path("type")) ? ALIKE : 0;
    };
  }

  /** Shared characters over all characters of two lists of spans. */
  private static double overlap(JsonNode a, JsonNode b) {
    long shared = 0;
    long all = 0;
    for (JsonNode x : a) {
      all += x.path("end").asInt() - x.path("begin").asInt();
      for (JsonNode y : b) {
        shared +=
            Math.max(
                0,
                Math.min(x.path("end").asInt(), y.path("end").asInt())
                    - Math.max(x.path("begin").asInt(), y.path("begin").asInt()));
      }
    }
    for (JsonNode y : b) {
      all += y.path("end").asInt() - y.path("begin").asInt();
    }
    return all == shared ? 0 : (double) shared / (all - shared);
  }

  private void bring() {
    // Entries that people added keep their ids, so that decisions may refer to them.
    states.forEach(
        (id, state) -> {
          if (Effective.find(before, id) == null) {
            ids.put(id, id);
          }
        });
    states.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(state -> bring(state.getKey(), state.getValue().deepCopy()));
  }

  private void bring(String id, ObjectNode state) {
    ObjectNode said = Effective.find(before, id);
    ObjectNode value = (ObjectNode) state.get("value");
    if (said == null) {
      if (value != null) {
        place(id, state, value);
      }
      return;
    }
    String status = state.path("status").asText();
    String now = ids.get(id);
    ObjectNode says = now == null ? null : Effective.find(after, now);
    if (says == null) {
      if (status.equals("accepted") || status.equals("corrected")) {
        Kind kind = Effective.kind(before, id);
        state.put("kind", kind == null ? "" : kind.code());
        String kept = free(kind == null ? 'k' : kind.prefix());
        place(kept, state, value == null ? said : value);
        conflict(kept, "the machine no longer finds it; your entry is kept", null, said);
      } else {
        conflict(
            id,
            "the machine no longer finds what was " + status + "; the decision rests",
            null,
            said);
      }
      return;
    }
    boolean changed = !substance(mapped(said, null)).equals(substance(says));
    if (status.equals("accepted") && value == null) {
      if (changed) {
        place(String.valueOf(now), state, said);
        conflict(
            String.valueOf(now),
            "the machine now reads it differently; the accepted entry is kept",
            says,
            said);
      } else {
        carried.put(String.valueOf(now), state);
      }
    } else if (value != null) {
      place(String.valueOf(now), state, value);
      if (changed && !substance(mapped(value, null)).equals(substance(says))) {
        conflict(
            String.valueOf(now),
            "the machine now reads it differently; the correction is kept",
            says,
            value);
      }
    } else {
      carried.put(String.valueOf(now), state);
    }
    if (state.has("machine")) {
      state.set("machine", says.deepCopy());
    }
  }

  private void place(String id, ObjectNode state, ObjectNode value) {
    ArrayNode needs = Json.array();
    ObjectNode mapped = mapped(value, needs);
    mapped.put("id", id);
    state.set("value", mapped);
    state.remove("needs");
    if (!needs.isEmpty()) {
      state.set("needs", needs);
    }
    carried.put(id, state);
  }

  /**
   * The entry with its references turned to the new record's ids.
   *
   * @param needs takes the old actors and times to which it refers and which are no more; null to
   *     leave such references as they are
   */
  private ObjectNode mapped(ObjectNode entry, @Nullable ArrayNode needs) {
    ObjectNode mapped = entry.deepCopy();
    mapped.remove("review");
    for (String field : fieldNames(mapped)) {
      JsonNode value = mapped.get(field);
      if (REFERENCES.contains(field) && value.isTextual()) {
        String to = reference(value.asText(), needs);
        if (to == null) {
          mapped.remove(field);
        } else {
          mapped.put(field, to);
        }
      } else if (REFERENCE_LISTS.contains(field) && value.isArray()) {
        ArrayNode list = Json.array();
        for (JsonNode element : value) {
          String to = reference(element.asText(), needs);
          if (to != null) {
            list.add(TextNode.valueOf(to));
          }
        }
        mapped.set(field, list);
      }
    }
    return mapped;
  }

  private static List<String> fieldNames(ObjectNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private @Nullable String reference(String id, @Nullable ArrayNode needs) {
    String to = ids.get(id);
    if (to != null || needs == null) {
      return to == null ? id : to;
    }
    Kind kind = Effective.kind(before, id);
    ObjectNode entry = Effective.find(before, id);
    if (entry == null || kind != Kind.ACTOR && kind != Kind.TIME) {
      return null;
    }
    String kept = free(kind.prefix());
    ObjectNode copy = entry.deepCopy();
    copy.put("id", kept);
    copy.remove("side");
    needs.addObject().put("kind", kind.code()).set("entry", copy);
    ids.put(id, kept);
    return kept;
  }

  private final Set<String> given = new HashSet<>();

  private String free(char prefix) {
    for (int i = 1; ; i++) {
      String id = "k" + prefix + i;
      if (!states.containsKey(id)
          && !carried.containsKey(id)
          && Effective.find(after, id) == null
          && given.add(id)) {
        return id;
      }
    }
  }

  private void conflict(String entry, String what, @Nullable ObjectNode machine, ObjectNode kept) {
    ObjectNode conflict = conflicts.addObject();
    conflict.put("report", after.path("report").path("id").asText());
    conflict.put("entry", entry).put("what", what);
    if (machine != null) {
      conflict.set("machine", machine);
    }
    conflict.set("kept", kept);
  }

  private static ObjectNode substance(ObjectNode entry) {
    ObjectNode substance = entry.deepCopy();
    NOT_OF_SUBSTANCE.forEach(substance::remove);
    return substance;
  }
}
