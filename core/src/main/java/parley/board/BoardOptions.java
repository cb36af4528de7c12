package parley.board;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be on a board.
 *
 * @param parties names of the columns in the user's order; empty for all, in the board's own order
 * @param from expressions before this day are left out; null for none
 * @param to expressions after this day are left out; null for none
 * @param minConfidence readings less sure than this are left out, 0 to 1
 */
public record BoardOptions(
    List<String> parties, @Nullable LocalDate from, @Nullable LocalDate to, double minConfidence) {

  /** Everything. */
  public static final BoardOptions ALL = new BoardOptions(List.of(), null, null, 0);

  public BoardOptions {
    parties = List.copyOf(parties);
  }
}
