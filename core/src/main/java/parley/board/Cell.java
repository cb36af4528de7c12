package parley.board;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.record.Stance;

/**
 * Where a party stands on an issue.
 *
 * @param stance that of the latest day, the surest if there are several
 * @param latest the expression that shows it
 * @param ageDays days from the latest expression to the latest of the whole board; null if the cell
 *     has no date
 * @param evidence all expressions, oldest to newest, those without date first
 * @param sources independent outlets among them; copies of one text count once
 * @param mixed whether the party's own voices disagree on the latest day
 * @param contested whether reports disagree on it on the latest day
 * @param trend from the stance of the last earlier day to the latest
 */
public record Cell(
    String party,
    String issue,
    Stance stance,
    Expression latest,
    @Nullable Integer ageDays,
    List<Expression> evidence,
    int sources,
    boolean mixed,
    boolean contested,
    Trend trend) {

  public Cell {
    evidence = List.copyOf(evidence);
  }

  /** The latest day, null if no expression has one. */
  public @Nullable LocalDate date() {
    return latest.date();
  }

  /** Expressions of it; copies of one text count once. */
  public int expressions() {
    return evidence.size();
  }
}
