package parley.app.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parley.app.dossier.RefusedException.Reason;
import parley.record.Record;
import parley.record.RecordJson;

/**
 * What changes a report's entries: a person's decision, its undoing, a new reading. Each is to be
 * called within one transaction, and writes the history.
 */
final class Deciding {

  private Deciding() {}

  /**
   * Takes a reviewer's decision.
   *
   * @return the number of the change, and the entry's id
   */
  static ObjectNode decide(Sql sql, Decision decision, String at) throws SQLException, IOException {
    Reports.Row row = Reports.required(sql, decision.report());
    ObjectNode machine = Reports.machine(sql, row.n());
    Map<String, ObjectNode> states = Reviews.states(sql, row.n());
    Reviews.Taken taken = Reviews.take(machine, states, decision, at);
    apply(sql, row, machine, states, taken.entry(), taken.after());
    long change =
        History.add(
            sql,
            at,
            decision.by(),
            decision.act().name().toLowerCase(Locale.ROOT),
            decision.report(),
            taken.entry(),
            taken.before(),
            taken.after(),
            decision.note(),
            null);
    return Json.object().put("change", change).put("entry", taken.entry());
  }

  private static void apply(
      Sql sql,
      Reports.Row row,
      ObjectNode machine,
      Map<String, ObjectNode> states,
      String entry,
      @Nullable ObjectNode state)
      throws SQLException, IOException {
    Map<String, ObjectNode> changed = new HashMap<>(states);
    if (state == null) {
      changed.remove(entry);
    } else {
      changed.put(entry, state);
    }
    Record reviewed = Reviews.checked(Effective.of(machine, changed));
    Reports.put(sql, row.n(), entry, state);
    Reports.derive(sql, row, changed, reviewed, false);
  }

  /** Takes a change back. */
  static ObjectNode undo(Sql sql, long number, String by, String at)
      throws SQLException, IOException {
    ObjectNode done = History.one(sql, number);
    if (done == null) {
      throw new RefusedException(Reason.UNKNOWN, "the history has no change " + number);
    }
    if (done.has("undoneBy")) {
      throw new RefusedException(Reason.CHANGED, "change " + number + " is undone already");
    }
    ObjectNode before = (ObjectNode) done.get("before");
    ObjectNode after = (ObjectNode) done.get("after");
    String report = done.path("report").asText(null);
    String entry = done.path("entry").asText(null);
    // Undoing an undoing does the change again.
    ObjectNode first = done;
    boolean back = true;
    while (first.path("what").asText().equals("undo")) {
      first = Objects.requireNonNull(History.one(sql, first.path("undoes").asLong()));
      back = !back;
    }
    switch (first.path("what").asText()) {
      case "merge", "split" -> {
        ObjectNode change = (ObjectNode) first.path("after");
        if (back) {
          Actors.undo(sql, change);
        } else {
          Actors.redo(sql, change, first.path("what").asText().equals("merge"));
        }
      }
      case "actor" -> Actors.unset(sql, (ObjectNode) first.path("after"), back);
      default -> {
        if (report == null || entry == null) {
          throw new RefusedException(
              Reason.INVALID, "a change of kind " + done.path("what") + " cannot be undone");
        }
        Reports.Row row = Reports.required(sql, report);
        Map<String, ObjectNode> states = Reviews.states(sql, row.n());
        if (!Objects.equals(states.get(entry), after)) {
          throw new RefusedException(
              Reason.CHANGED, "the entry was changed again since; undo that change first");
        }
        apply(sql, row, Reports.machine(sql, row.n()), states, entry, before);
      }
    }
    long undoing = History.add(sql, at, by, "undo", report, entry, after, before, null, number);
    return Json.object().put("change", undoing);
  }

  /**
   * Puts a new reading of a report in place of the one before; decisions are carried over.
   *
   * @return what a person should look at
   */
  static ArrayNode replace(Sql sql, Record read, String at) throws SQLException, IOException {
    Reports.Row row = Reports.required(sql, read.report().id());
    long n = row.n();
    ObjectNode after = Json.own(RecordJson.write(read));
    Map<String, ObjectNode> states = Reviews.states(sql, n);
    Carrying carrying = new Carrying(Reports.machine(sql, n), after, states);
    Record reviewed = Reviews.checked(Effective.of(after.deepCopy(), carrying.states()));
    Reports.keep(sql, n, read);
    sql.update("UPDATE report SET reader = ? WHERE n = ?", Projection.word(sql, read.reader()), n);
    sql.update("DELETE FROM review WHERE report = ?", n);
    for (Map.Entry<String, ObjectNode> state : carrying.states().entrySet()) {
      Reports.put(sql, n, state.getKey(), state.getValue());
    }
    if (!states.isEmpty()) {
      ObjectNode kept = Json.object();
      states.forEach(kept::set);
      ObjectNode now = Json.object();
      carrying.states().forEach(now::set);
      History.add(
          sql, at, read.reader(), "reread", read.report().id(), null, kept, now, null, null);
    }
    Reports.derive(sql, row, carrying.states(), reviewed, false);
    Packings.learn(sql);
    return carrying.conflicts();
  }
}
