package parley.board;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parley.record.Stance;

/**
 * What a board needs to know of one expression of a position, in whatever form it is held: {@link
 * Expression} holds all of its words, a store of very many may hold numbers.
 */
public interface Heard {

  Stance stance();

  /** The day on which it was expressed, null if not known. */
  @Nullable LocalDate date();

  /** Id of the report. */
  String report();

  /** Id of the position in the report's record. */
  String position();

  /** Where its content begins in the report, in code points. */
  int begin();

  /** Who published it, null if not known. */
  @Nullable String outlet();

  /** Whether the party says it of itself, not another of it. */
  boolean ownVoice();

  /** Of the reading, 0 to 1. */
  double confidence();

  /** Whether a condition is told. */
  boolean conditional();

  Expression.@Nullable Measure quantity();
}
