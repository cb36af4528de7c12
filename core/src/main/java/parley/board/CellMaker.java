package parley.board;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one cell, and the moves in it, of its expressions. */
final class CellMaker {

  private static final Comparator<Expression> BY_DAY =
      Comparator.comparing(
              Expression::date, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(Expression::report)
          .thenComparingInt(Expression::begin)
          .thenComparing(Expression::position);

  private final List<Expression> evidence;
  private final List<List<Expression>> days = new ArrayList<>();

  /**
   * @param expressions of one party and issue, at least one
   */
  CellMaker(List<Expression> expressions) {
    evidence = new ArrayList<>(expressions);
    evidence.sort(BY_DAY);
    for (Expression e : evidence) {
      if (days.isEmpty() || !Objects.equals(days.get(days.size() - 1).get(0).date(), e.date())) {
        days.add(new ArrayList<>());
      }
      days.get(days.size() - 1).add(e);
    }
  }

  Cell cell(@Nullable LocalDate boardLatest) {
    List<Expression> last = days.get(days.size() - 1);
    Expression latest = surest(last);
    LocalDate day = latest.date();
    Integer age =
        day == null || boardLatest == null
            ? null
            : (Integer) (int) ChronoUnit.DAYS.between(day, boardLatest);
    Trend trend =
        days.size() < 2
            ? Trend.NEW
            : Trend.from(surest(days.get(days.size() - 2)).stance(), latest.stance());
    return new Cell(
        latest.party(),
        latest.issue(),
        latest.stance(),
        latest,
        age,
        evidence,
        sources(),
        disagree(last, true),
        disagree(last, false),
        trend);
  }

  /** One move a day on which the party was heard. */
  void changes(List<Change> into) {
    Expression before = null;
    for (List<Expression> day : days) {
      Expression after = surest(day);
      into.add(Change.between(before, after));
      before = after;
    }
  }

  /** The stance that most of a day's confidence speaks for, and the surest expression of it. */
  private static Expression surest(List<Expression> day) {
    double[] weight = new double[parley.record.Stance.values().length];
    for (Expression e : day) {
      // What an opponent ascribes weighs less than what the party says of itself.
      weight[e.stance().ordinal()] += e.confidence() * (e.voice() == null ? 1 : 0.5);
    }
    Expression best = day.get(0);
    for (Expression e : day) {
      double w = weight[e.stance().ordinal()];
      double b = weight[best.stance().ordinal()];
      if (w > b || (w == b && e.confidence() > best.confidence())) {
        best = e;
      }
    }
    return best;
  }

  private int sources() {
    Set<String> outlets = new HashSet<>();
    for (Expression e : evidence) {
      String outlet = e.outlet();
      outlets.add(outlet == null ? "report " + e.report() : Expressions.sortKey(outlet));
    }
    return outlets.size();
  }

  /**
   * Whether the day holds both agreement and refusal: of the party's own voices within one report,
   * or between reports.
   */
  private static boolean disagree(List<Expression> day, boolean ownVoices) {
    for (int i = 0; i < day.size(); i++) {
      for (int j = i + 1; j < Math.min(day.size(), i + 50); j++) {
        Expression a = day.get(i);
        Expression b = day.get(j);
        boolean apart = Trend.isAgainst(a.stance()) != Trend.isAgainst(b.stance());
        boolean sameReport = a.report().equals(b.report());
        boolean own = a.voice() == null && b.voice() == null && sameReport;
        if (apart && own == ownVoices) {
          return true;
        }
      }
    }
    return false;
  }
}
