package parley.app.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parley.app.dossier.RefusedException.Reason;
import parley.record.MalformedRecordException;
import parley.record.Record;
import parley.record.RecordJson;
import parley.text.CodePoints;
import parley.text.PartRole;

/** Takes decisions: what an entry is after each, and whether it holds. */
final class Reviews {

  /** How long a reviewer's name may be, characters. */
  private static final int LONGEST_NAME = 100;

  private Reviews() {}

  static Map<String, ObjectNode> states(Sql sql, long report) throws SQLException {
    Map<String, ObjectNode> states = new HashMap<>();
    for (String[] row :
        sql.list(
            "SELECT id, state FROM review WHERE report = ?",
            r -> new String[] {r.getString(1), r.getString(2)},
            report)) {
      states.put(row[0], Json.own(row[1]));
    }
    return states;
  }

  /** The id under which the decision is kept and its state, null for none. */
  record Taken(String entry, @Nullable ObjectNode before, @Nullable ObjectNode after) {}

  /**
   * Works out what a decision makes of an entry.
   *
   * @param machine the machine's record
   * @param states the decisions so far
   * @throws RefusedException if there is no such entry, or the result does not hold
   */
  static Taken take(
      ObjectNode machine, Map<String, ObjectNode> states, Decision decision, String at)
      throws RefusedException {
    if (decision.by().isBlank() || decision.by().length() > LONGEST_NAME) {
      throw invalid("a review needs its reviewer's name, up to " + LONGEST_NAME + " characters");
    }
    String id = decision.entry() == null ? newId(machine, states, decision) : decision.entry();
    ObjectNode before = states.get(id);
    ObjectNode current = Effective.find(Effective.of(machine.deepCopy(), states), id);
    if (decision.act() != Decision.Act.ADD && current == null) {
      throw new RefusedException(
          Reason.UNKNOWN, "report " + decision.report() + " has no entry " + id);
    }
    ObjectNode after = before == null ? Json.object() : before.deepCopy();
    after.put("by", decision.by()).put("at", at);
    if (decision.note() != null) {
      after.put("note", decision.note());
    }
    boolean added = before != null && Status.ADDED.code().equals(before.path("status").asText());
    switch (decision.act()) {
      case ACCEPT -> after.put("status", after.has("value") ? kept(before) : "accepted");
      case REJECT -> after.put("status", Status.REJECTED.code());
      case NOTE -> {
        if (!after.has("status")) {
          after.put("status", Status.MACHINE.code());
        }
      }
      case CORRECT -> {
        ObjectNode value = merged(bare(Objects.requireNonNull(current)), decision);
        anchor(value, machine.path("report").path("text").asText());
        after.put("status", (added ? Status.ADDED : Status.CORRECTED).code());
        after.set("value", value);
        ObjectNode said = Effective.find(machine, id);
        if (said != null) {
          after.set("machine", said.deepCopy());
        } else {
          after.put("kind", kindOf(machine, states, id));
        }
      }
      case ADD -> {
        Kind kind = decision.kind();
        if (kind == null || decision.value() == null) {
          throw invalid("an entry that is added needs its kind and its fields");
        }
        ObjectNode value = completed(kind, decision.value().deepCopy(), machine);
        after.put("status", Status.ADDED.code()).put("kind", kind.code());
        after.set("value", value);
      }
      case CLEAR -> {
        return new Taken(id, before, null);
      }
    }
    return new Taken(id, before, after);
  }

  private static String kindOf(ObjectNode machine, Map<String, ObjectNode> states, String id) {
    Kind kind = Effective.kind(Effective.of(machine.deepCopy(), states), id);
    return kind == null ? "" : kind.code();
  }

  /** An accepted correction stays a correction. */
  private static String kept(@Nullable ObjectNode before) {
    String status = before == null ? "" : before.path("status").asText();
    return status.equals(Status.ADDED.code()) ? status : Status.CORRECTED.code();
  }

  private static ObjectNode bare(ObjectNode entry) {
    ObjectNode bare = entry.deepCopy();
    bare.remove("review");
    return bare;
  }

  private static ObjectNode merged(ObjectNode current, Decision decision) throws RefusedException {
    ObjectNode changes = decision.value();
    if (changes == null || changes.isEmpty()) {
      throw invalid("a correction needs at least one field");
    }
    changes
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isNull()) {
                current.remove(field.getKey());
              } else if (!field.getKey().equals("id") && !field.getKey().equals("review")) {
                current.set(field.getKey(), field.getValue().deepCopy());
              }
            });
    return current;
  }

  private static String newId(ObjectNode machine, Map<String, ObjectNode> states, Decision decision)
      throws RefusedException {
    Kind kind = decision.kind();
    if (kind == null) {
      throw invalid("an entry that is added needs its kind");
    }
    for (int i = 1; ; i++) {
      String id = "u" + kind.prefix() + i;
      if (!states.containsKey(id) && Effective.find(machine, id) == null) {
        return id;
      }
    }
  }

  /** What the form requires and a person need not say. */
  private static ObjectNode completed(Kind kind, ObjectNode value, ObjectNode machine)
      throws RefusedException {
    anchor(value, machine.path("report").path("text").asText());
    switch (kind) {
      case STATEMENT -> {
        defaults(value, "kind", "indirect", "mode", "said");
        lists(value, "source", "cue", "content");
        if (!value.has("part")) {
          value.put("part", role(machine, value.path("content").path(0).path("begin").asInt()));
        }
        if (!value.has("negated")) {
          value.put("negated", false);
        }
        if (!value.has("hypothetical")) {
          value.put("hypothetical", false);
        }
        person(value);
      }
      case EVENT -> {
        defaults(value, "status", "asserted");
        lists(value, "cue", "actors", "targets");
        person(value);
      }
      case POSITION -> {
        lists(value, "cue", "content");
        person(value);
      }
      case ACTOR -> {
        defaults(value, "kind", "person");
        lists(value, "roles", "mentions");
        if (!value.has("named")) {
          value.put("named", true);
        }
      }
      case TIME -> defaults(value, "type", "DATE");
      case INCIDENT -> lists(value, "perpetrators", "victims", "targets", "events");
    }
    return value;
  }

  private static void defaults(ObjectNode value, String... pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (!value.hasNonNull(pairs[i])) {
        value.put(pairs[i], pairs[i + 1]);
      }
    }
  }

  private static void lists(ObjectNode value, String... fields) {
    for (String field : fields) {
      if (!value.hasNonNull(field)) {
        value.putArray(field);
      }
    }
  }

  private static void person(ObjectNode value) {
    value.put("confidence", 1);
    value.putObject("provenance").put("rule", "person");
  }

  private static String role(ObjectNode machine, int offset) {
    for (JsonNode part : machine.path("report").path("parts")) {
      if (offset < part.path("end").asInt()) {
        return part.path("role").asText();
      }
    }
    return PartRole.BODY.code();
  }

  /** Puts to each span the characters that stand there; all other text for a span is overruled. */
  private static void anchor(ObjectNode value, String text) throws RefusedException {
    anchor(value, text, CodePoints.of(text));
  }

  private static void anchor(JsonNode node, String text, CodePoints points)
      throws RefusedException {
    if (node instanceof ObjectNode object) {
      if (object.has("begin") || object.has("end")) {
        object.put("text", words(object, text, points));
      }
      for (JsonNode child : object) {
        anchor(child, text, points);
      }
    } else if (node instanceof ArrayNode array) {
      for (JsonNode child : array) {
        anchor(child, text, points);
      }
    }
  }

  private static String words(ObjectNode span, String text, CodePoints points)
      throws RefusedException {
    JsonNode begin = span.path("begin");
    JsonNode end = span.path("end");
    if (!begin.canConvertToInt() || !end.canConvertToInt() || begin.asInt() >= end.asInt()) {
      throw invalid("a span needs begin and end, begin before end: " + Json.write(span));
    }
    try {
      return text.substring(points.toUtf16(begin.asInt()), points.toUtf16(end.asInt()));
    } catch (IndexOutOfBoundsException e) {
      throw invalid("a span leaves the report's text: " + Json.write(span));
    }
  }

  /**
   * The record as reviewed, every anchor and reference checked.
   *
   * @throws RefusedException if it does not hold
   */
  static Record checked(ObjectNode effective) throws RefusedException {
    try {
      return RecordJson.read(Json.write(effective));
    } catch (MalformedRecordException e) {
      throw invalid("that would not hold: " + e.getMessage());
    }
  }

  static RefusedException invalid(String message) {
    return new RefusedException(Reason.INVALID, message);
  }
}
