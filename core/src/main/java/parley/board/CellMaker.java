package parley.board;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one cell, and the moves in it, of its course. */
final class CellMaker {

  private final List<Course.Day<Expression>> days;

  /**
   * @param expressions of one party and issue, at least one
   */
  CellMaker(List<Expression> expressions) {
    days = Course.of(expressions).days();
  }

  Cell cell(@Nullable LocalDate boardLatest) {
    Course.Day<Expression> last = days.get(days.size() - 1);
    Expression latest = last.shown();
    LocalDate day = last.date();
    Integer age =
        day == null || boardLatest == null
            ? null
            : (Integer) (int) ChronoUnit.DAYS.between(day, boardLatest);
    Trend trend =
        days.size() < 2
            ? Trend.NEW
            : Trend.from(days.get(days.size() - 2).shown().stance(), latest.stance());
    return new Cell(
        latest.party(),
        latest.issue(),
        latest.stance(),
        latest,
        age,
        days.stream().flatMap(d -> d.heard().stream()).toList(),
        last.sources(),
        last.mixed(),
        last.contested(),
        trend);
  }

  /** One move a day on which the party was heard. */
  void changes(List<Change> into) {
    Expression before = null;
    for (Course.Day<Expression> day : days) {
      into.add(Change.between(before, day.shown()));
      before = day.shown();
    }
  }
}
