package parley.record;

import java.util.Locale;

/**
 * How many people an event touched, as told.
 *
 * @param low at least so many
 * @param high at most so many, {@link #OPEN} for "at least", "more than", "dozens"
 */
public record Toll(Kind kind, int low, int high, Anchor anchor) {

  /** No upper bound is told. */
  public static final int OPEN = Integer.MAX_VALUE;

  /** What happened to those counted. */
  public enum Kind {
    KILLED,
    INJURED,
    HELD,
    RELEASED,
    DISPLACED,
    MISSING;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @throws IllegalArgumentException if the bounds are negative or reversed
   */
  public Toll {
    if (low < 0 || high < low) {
      throw new IllegalArgumentException("toll from " + low + " to " + high);
    }
  }
}
