package parley.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.record.Stance;

/**
 * How one cell of the board went: the days on which the party was heard on the issue, and what each
 * of them shows. What a day shows does not depend on later ones, so that a board as of any day can
 * be read off.
 *
 * @param days oldest to newest, at least one; that of expressions without date comes first
 */
public record Course<E extends Heard>(List<Day<E>> days) {

  /** Expressions of a day that are compared with those after them, at most. */
  private static final int COMPARED = 50;

  /**
   * A day on which the party was heard.
   *
   * @param date null if not known
   * @param shown the stance that most confidence speaks for is its own; the surest of that stance
   * @param heard all expressions of the day, in the order of their reports
   * @param expressions how many there are up to this day
   * @param sources independent outlets among those
   * @param mixed whether the party's own voices disagree on the day
   * @param contested whether reports disagree on the day
   */
  public record Day<E extends Heard>(
      @Nullable LocalDate date,
      E shown,
      List<E> heard,
      int expressions,
      int sources,
      boolean mixed,
      boolean contested) {}

  public Course {
    days = List.copyOf(days);
  }

  /**
   * Makes the course of a cell.
   *
   * @param heard expressions of one party and issue, at least one, without copies
   */
  public static <E extends Heard> Course<E> of(Collection<E> heard) {
    List<E> evidence = new ArrayList<>(heard);
    evidence.sort(
        Comparator.<E, LocalDate>comparing(
                Heard::date, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Heard::report)
            .thenComparingInt(Heard::begin)
            .thenComparing(Heard::position));
    List<Day<E>> days = new ArrayList<>();
    Set<String> outlets = new HashSet<>();
    int begin = 0;
    while (begin < evidence.size()) {
      LocalDate date = evidence.get(begin).date();
      int end = begin;
      while (end < evidence.size() && Objects.equals(evidence.get(end).date(), date)) {
        E e = evidence.get(end);
        String outlet = e.outlet();
        outlets.add(outlet == null ? "report " + e.report() : Expressions.sortKey(outlet));
        end++;
      }
      List<E> day = evidence.subList(begin, end);
      days.add(
          new Day<>(
              date,
              surest(day),
              day,
              end,
              outlets.size(),
              disagree(day, true),
              disagree(day, false)));
      begin = end;
    }
    return new Course<>(days);
  }

  /** The stance that most of a day's confidence speaks for, and the surest expression of it. */
  private static <E extends Heard> E surest(List<E> day) {
    double[] weight = new double[Stance.values().length];
    for (E e : day) {
      // What an opponent ascribes weighs less than what the party says of itself.
      weight[e.stance().ordinal()] += e.confidence() * (e.ownVoice() ? 1 : 0.5);
    }
    E best = day.get(0);
    for (E e : day) {
      double w = weight[e.stance().ordinal()];
      double b = weight[best.stance().ordinal()];
      if (w > b || (w == b && e.confidence() > best.confidence())) {
        best = e;
      }
    }
    return best;
  }

  /**
   * Whether the day holds both agreement and refusal: of the party's own voices within one report,
   * or between reports.
   */
  private static <E extends Heard> boolean disagree(List<E> day, boolean ownVoices) {
    for (int i = 0; i < day.size(); i++) {
      for (int j = i + 1; j < Math.min(day.size(), i + COMPARED); j++) {
        E a = day.get(i);
        E b = day.get(j);
        boolean apart = Trend.isAgainst(a.stance()) != Trend.isAgainst(b.stance());
        boolean own = a.ownVoice() && b.ownVoice() && a.report().equals(b.report());
        if (apart && own == ownVoices) {
          return true;
        }
      }
    }
    return false;
  }
}
