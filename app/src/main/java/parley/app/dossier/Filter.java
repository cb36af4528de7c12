package parley.app.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.record.Event;
import parley.record.Stance;
import parley.record.Statement;

/**
 * Which entries are asked for; a null field asks for all.
 *
 * @param actor number in the register: who says or does it, or to whom
 * @param party number in the register of the side that holds it
 * @param issue the codebook's code of the issue of a position
 * @param stance of a position
 * @param type the codebook's code of an event's type
 * @param mode of a statement ("said") or its kind ("direct")
 * @param from first day
 * @param to last day
 * @param source the outlet's name
 * @param report id of a report
 */
public record Filter(
    @Nullable Kind kind,
    @Nullable Long actor,
    @Nullable Long party,
    @Nullable String issue,
    @Nullable String stance,
    @Nullable String type,
    @Nullable String mode,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String source,
    @Nullable Status status,
    @Nullable String report) {

  public static final Filter NONE =
      new Filter(null, null, null, null, null, null, null, null, null, null, null, null);

  /** Whether nothing is filtered. */
  boolean isEmpty() {
    return equals(NONE);
  }

  public Filter withKind(Kind value) {
    return new Filter(
        value, actor, party, issue, stance, type, mode, from, to, source, status, report);
  }

  public Filter withReport(String value) {
    return new Filter(
        kind, actor, party, issue, stance, type, mode, from, to, source, status, value);
  }

  /** The condition in SQL on {@code entry e}, with its arguments. */
  record Condition(String sql, List<Object> arguments) {}

  Condition condition() throws RefusedException {
    List<String> terms = new ArrayList<>();
    List<Object> arguments = new ArrayList<>();
    if (kind != null) {
      terms.add("e.kind = ?");
      arguments.add(kind.number());
    }
    if (actor != null) {
      terms.add("(e.actor = ? OR e.other = ?)");
      arguments.add(actor);
      arguments.add(actor);
    }
    if (party != null) {
      terms.add("e.party = ?");
      arguments.add(party);
    }
    code(issue, Kind.POSITION, terms, arguments);
    code(type, Kind.EVENT, terms, arguments);
    if (stance != null) {
      terms.add("e.kind = " + Kind.POSITION.number() + " AND e.stance = ?");
      arguments.add(constant(Stance.values(), stance, "stance"));
    }
    if (mode != null) {
      mode(mode, terms, arguments);
    }
    if (from != null) {
      terms.add("e.day >= ?");
      arguments.add(from.toEpochDay());
    }
    if (to != null) {
      terms.add("e.day <= ?");
      arguments.add(to.toEpochDay());
    }
    if (source != null) {
      terms.add(
          "e.report IN (SELECT n FROM report WHERE outlet = (SELECT n FROM word WHERE text = ?))");
      arguments.add(source);
    }
    if (status != null) {
      terms.add("e.status = ?");
      arguments.add(status.number());
    }
    if (report != null) {
      terms.add("e.report = (SELECT n FROM report WHERE id = ?)");
      arguments.add(report);
    }
    return new Condition(terms.isEmpty() ? "1" : String.join(" AND ", terms), arguments);
  }

  private static void code(
      @Nullable String code, Kind kind, List<String> terms, List<Object> arguments) {
    if (code != null) {
      terms.add("e.kind = " + kind.number() + " AND e.code = (SELECT n FROM word WHERE text = ?)");
      arguments.add(code);
    }
  }

  private static void mode(String mode, List<String> terms, List<Object> arguments) {
    for (Statement.Kind value : Statement.Kind.values()) {
      if (value.code().equals(mode)) {
        terms.add("e.kind = " + Kind.STATEMENT.number() + " AND e.stance = ?");
        arguments.add(value.ordinal());
        return;
      }
    }
    for (Event.Status value : Event.Status.values()) {
      if (value.code().equals(mode)) {
        terms.add("e.kind = " + Kind.EVENT.number() + " AND e.stance = ?");
        arguments.add(value.ordinal());
        return;
      }
    }
    code(mode, Kind.STATEMENT, terms, arguments);
  }

  private static <E extends Enum<E>> int constant(E[] values, String word, String what)
      throws RefusedException {
    for (E value : values) {
      if (value.name().equals(word.toUpperCase(Locale.ROOT))) {
        return value.ordinal();
      }
    }
    throw Reviews.invalid("no such " + what + ": " + word);
  }
}
