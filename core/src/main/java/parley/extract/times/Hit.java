package parley.extract.times;

import org.jspecify.annotations.Nullable;
import parley.record.TimeExpression.Type;

/**
 * A time expression found in a line.
 *
 * @param begin its first piece
 * @param end one past its last piece
 * @param value as in TIMEX3
 * @param when the stretch of the calendar that it names, null if it names none
 */
record Hit(int begin, int end, Type type, String value, @Nullable When when) {

  /** The value of what is no time expression but must not be read as one: an age. */
  static final String SKIPPED = "-";

  static Hit date(int begin, int end, When when) {
    return new Hit(begin, end, Type.DATE, when.value(), when);
  }

  static Hit date(int begin, int end, String value) {
    return new Hit(begin, end, Type.DATE, value, null);
  }

  static Hit duration(int begin, int end, String value) {
    return new Hit(begin, end, Type.DURATION, value, null);
  }

  static Hit set(int begin, int end, String value) {
    return new Hit(begin, end, Type.SET, value, null);
  }

  /** The same with other bounds. */
  Hit from(int otherBegin) {
    return new Hit(otherBegin, end, type, value, when);
  }

  Hit until(int otherEnd) {
    return new Hit(begin, otherEnd, type, value, when);
  }

  /** The longer of two, the first if they are equally long. */
  static @Nullable Hit longer(@Nullable Hit one, @Nullable Hit other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.end - other.begin > one.end - one.begin ? other : one;
  }
}
