package parley.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What moved in a cell from one day to the next on which the party was heard, computed from the two
 * expressions that it shows.
 *
 * @param before null if it is new
 * @param kinds at least one, in the order of {@link Kind}
 */
public record Change(
    String party, String issue, List<Kind> kinds, @Nullable Expression before, Expression after) {

  /** What kind of move. */
  public enum Kind {
    NEW,
    REPEATED,
    HARDENED,
    SOFTENED,
    REVERSED,
    CONDITION_ADDED,
    CONDITION_DROPPED,
    QUANTITY_UP,
    QUANTITY_DOWN;

    /** As it stands in output: "condition added". */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  public Change {
    kinds = List.copyOf(kinds);
  }

  /** The day of the later expression, null if it is not known. */
  public @Nullable LocalDate date() {
    return after.date();
  }

  /** Whether anything moved but that the same was said again. */
  public boolean moved() {
    return kinds.stream().anyMatch(k -> k != Kind.REPEATED);
  }

  /** The move between two expressions of one cell. */
  static Change between(@Nullable Expression before, Expression after) {
    return new Change(after.party(), after.issue(), kinds(before, after), before, after);
  }

  /**
   * What kinds of move lie between two days of a cell, at least one.
   *
   * @param before what the day before showed, null if there was none
   */
  public static List<Kind> kinds(@Nullable Heard before, Heard after) {
    Set<Kind> kinds = new TreeSet<>();
    if (before == null) {
      kinds.add(Kind.NEW);
    } else {
      kinds.add(Kind.valueOf(Trend.from(before.stance(), after.stance()).name()));
      if (before.stance() == after.stance()) {
        terms(before, after, kinds);
      }
    }
    return List.copyOf(kinds);
  }

  private static void terms(Heard before, Heard after, Set<Kind> kinds) {
    if (!before.conditional() && after.conditional()) {
      kinds.add(Kind.CONDITION_ADDED);
    }
    if (before.conditional() && !after.conditional()) {
      kinds.add(Kind.CONDITION_DROPPED);
    }
    Expression.Measure from = before.quantity();
    Expression.Measure to = after.quantity();
    if (from != null && to != null) {
      Double old = from.value();
      Double now = to.value();
      boolean sameUnit = from.unit() != null && from.unit().equals(to.unit());
      if (old != null && now != null && sameUnit && old.doubleValue() != now.doubleValue()) {
        kinds.add(now > old ? Kind.QUANTITY_UP : Kind.QUANTITY_DOWN);
      }
    }
    if (kinds.size() > 1) {
      kinds.remove(Kind.REPEATED);
    }
  }
}
