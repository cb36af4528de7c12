package parley.language;

import parley.text.Span;

/**
 * A number or amount in a sentence: "ten", "about thirty", "between 20 and 30", "dozens", "2,000".
 *
 * @param kind how exactly it is told
 * @param low at least so much; the told number where one is told
 * @param high at most so much; equal to {@code low} for {@link Kind#EXACT} and {@link Kind#ABOUT},
 *     {@link #OPEN} if no upper bound is told
 * @param span the words, with those that blur or bound them ("at least thirty"), in the report's
 *     text
 * @param begin index of the first token
 * @param end one past the last token; "ten" in an undivided "ten-day" is part of its token
 */
public record Amount(Kind kind, double low, double high, Span span, int begin, int end) {

  /** The upper bound where none is told. */
  public static final double OPEN = Double.POSITIVE_INFINITY;

  /** How exactly an amount is told. */
  public enum Kind {
    /** "thirty". */
    EXACT,
    /** "about thirty", "thirty or so", "a couple". */
    ABOUT,
    /** "20 to 30", "between 20 and 30", "two or three". */
    RANGE,
    /** "at least thirty", "more than thirty"; low is the number told. */
    AT_LEAST,
    /** "up to thirty", "fewer than thirty"; high is the number told, low is 0. */
    AT_MOST,
    /** "several", "dozens", "hundreds of thousands": low is the least that the words allow. */
    VAGUE
  }

  public Amount {
    if (!(low >= 0) || !(high >= low)) {
      throw new IllegalArgumentException("amount from " + low + " to " + high);
    }
  }

  /** The number that the words name: the upper one of "up to thirty", else the lower. */
  public double told() {
    return kind == Kind.AT_MOST ? high : low;
  }

  /** Whether the amount is a whole number of things, within {@code int}. */
  public boolean isWhole() {
    return told() == Math.rint(told()) && told() <= Integer.MAX_VALUE;
  }
}
