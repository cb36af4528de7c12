package parley.text;

import java.util.List;

/**
 * A map from a derived text back to the source it was taken from, as runs in text order. A run
 * whose two sides are of one length maps unit for unit; any other maps as a whole (an entity such
 * as {@code &eacute;}, folded white space). Text that no run covers was added by the reader
 * (paragraph breaks).
 *
 * <p>All offsets are UTF-16 units, 0-based, end exclusive.
 */
public record Alignment(List<Run> runs) {

  /** One stretch of the derived text and where it stands in the source. */
  public record Run(Span text, Span source) {}

  /**
   * @throws IllegalArgumentException if the runs are not in text order
   */
  public Alignment {
    runs = List.copyOf(runs);
    int last = 0;
    for (Run run : runs) {
      if (run.text().begin() < last) {
        throw new IllegalArgumentException("run " + run + " begins before " + last);
      }
      last = run.text().end();
    }
  }
}
