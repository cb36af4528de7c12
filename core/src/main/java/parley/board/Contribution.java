package parley.board;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.record.Record;

/**
 * What one report adds to a board.
 *
 * @param report id of the report
 * @param published the day of publication, null if not known
 * @param duplicateOf id of the report that it is known to repeat, null if none
 * @param told its expressions in the record's order, without links to other reports
 * @param mediating common names of the parties whose people are called mediators or envoys, one for
 *     each such actor
 */
public record Contribution(
    String report,
    @Nullable LocalDate published,
    @Nullable String duplicateOf,
    List<Told> told,
    List<String> mediating) {

  /**
   * A position of the report.
   *
   * @param clause letters and digits of the content in lower case, by which copies are known
   * @param towards common name of the party of whom it is demanded or to whom it is offered, null
   *     if none is named
   */
  public record Told(Expression expression, String clause, @Nullable String towards) {}

  public Contribution {
    told = List.copyOf(told);
    mediating = List.copyOf(mediating);
  }

  /** Reads a record for the board. */
  public static Contribution of(Record record) {
    return Expressions.contribution(record);
  }

  /**
   * The day by which copies are compared.
   *
   * @param original the day on which the report that this one repeats was published; null if it is
   *     not known or there is none
   */
  public static @Nullable LocalDate copyDay(Heard heard, @Nullable LocalDate original) {
    return original == null ? heard.date() : original;
  }
}
