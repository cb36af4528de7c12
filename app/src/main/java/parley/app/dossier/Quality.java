package parley.app.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How good the machine is against the reviewed entries of a dossier. A reviewed entry of the
 * machine's is right (accepted), found but wrong in a field or span (corrected), or not there
 * (rejected); an added entry is one that it missed.
 *
 * <p>Precision = accepted / (accepted + corrected + rejected); recall = accepted / (accepted +
 * corrected + added). With {@code lenient}, a corrected entry counts as found. Recall is only as
 * good as the reviewers' search for what is missing.
 */
final class Quality {

  private static final class Tally {
    int accepted;
    int corrected;
    int rejected;
    int added;
    final Map<String, Integer> fields = new TreeMap<>();
  }

  private Quality() {}

  static ObjectNode of(Sql sql) throws SQLException {
    Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
    for (String[] row :
        sql.list(
            "SELECT id, state FROM review", r -> new String[] {r.getString(1), r.getString(2)})) {
      ObjectNode state = Json.own(row[1]);
      Kind kind = kind(row[0], state);
      if (kind == null) {
        continue;
      }
      Tally tally = tallies.computeIfAbsent(kind, k -> new Tally());
      switch (state.path("status").asText()) {
        case "accepted" -> tally.accepted++;
        case "corrected" -> {
          tally.corrected++;
          changed(state, tally);
        }
        case "rejected" -> tally.rejected++;
        case "added" -> tally.added++;
        default -> {}
      }
    }
    ObjectNode quality = Json.object();
    tallies.forEach((kind, tally) -> quality.set(kind.code(), node(tally)));
    return quality;
  }

  private static ObjectNode node(Tally t) {
    ObjectNode node = Json.object();
    node.put("accepted", t.accepted)
        .put("corrected", t.corrected)
        .put("rejected", t.rejected)
        .put("added", t.added);
    int reviewed = t.accepted + t.corrected + t.rejected;
    int there = t.accepted + t.corrected + t.added;
    ratio(node, "precision", t.accepted, reviewed);
    ratio(node, "recall", t.accepted, there);
    ratio(node, "lenientPrecision", t.accepted + t.corrected, reviewed);
    ratio(node, "lenientRecall", t.accepted + t.corrected, there);
    ObjectNode fields = node.putObject("correctedFields");
    t.fields.forEach(fields::put);
    return node;
  }

  private static void ratio(ObjectNode node, String name, int part, int whole) {
    if (whole > 0) {
      node.put(name, Math.round(1000.0 * part / whole) / 1000.0);
    }
  }

  private static void changed(ObjectNode state, Tally tally) {
    JsonNode machine = state.path("machine");
    state
        .path("value")
        .properties()
        .forEach(
            field -> {
              if (!machine.path(field.getKey()).equals(field.getValue())) {
                tally.fields.merge(field.getKey(), 1, Integer::sum);
              }
            });
  }

  /** The first letters of ids tell the kind: s1, us1, ks1. */
  private static @Nullable Kind kind(String id, ObjectNode state) {
    Kind said = Kind.of(state.path("kind").asText());
    if (said != null) {
      return said;
    }
    for (Kind kind : Kind.values()) {
      if (!id.isEmpty() && id.charAt(0) == kind.prefix()) {
        return kind;
      }
    }
    return null;
  }
}
