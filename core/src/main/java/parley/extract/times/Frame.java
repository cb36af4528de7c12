package parley.extract.times;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import parley.text.Timestamp;

/**
 * From where a report's dates are seen: its own date, and the dates that it has named so far. One
 * reading's state.
 */
final class Frame {

  /** A year may be named by its last two digits up to so many years after the report's. */
  private static final int SHORT_YEARS_AHEAD = 20;

  /** Without tense a month's name means the next one if that is no further away than this. */
  private static final int MONTHS_AHEAD = 2;

  private final @Nullable LocalDate today;
  private final @Nullable LocalTime time;
  private @Nullable When last;
  private int lastSentence = -1;
  private @Nullable When quarter;
  private int sentence;

  Frame(@Nullable Timestamp published) {
    today = published == null ? null : published.date();
    time = published == null ? null : published.time();
  }

  /** The report's date. */
  @Nullable LocalDate today() {
    return today;
  }

  @Nullable LocalTime time() {
    return time;
  }

  /** Tells that reading has come to the sentence of that number. */
  void enter(int number) {
    sentence = number;
  }

  /** Remembers a date that was named. */
  void remember(When when) {
    last = when;
    lastSentence = sentence;
    if (when.unit() == Unit.QUARTER && isTold(when)) {
      quarter = when;
    }
  }

  /** Whether a quarter is the one that the report tells of, not one it is compared with. */
  private boolean isTold(When when) {
    if (today != null && when.start().isAfter(today)) {
      return false;
    }
    if (quarter == null) {
      return true;
    }
    boolean running = today != null && when.equals(When.quarter(today));
    return !running && when.start().isAfter(quarter.start().minusMonths(9));
  }

  /** The date named last, or the report's own. */
  @Nullable When last() {
    return last != null ? last : today == null ? null : When.day(today);
  }

  /** The date named last if it was named in this sentence. */
  @Nullable When lastHere() {
    return lastSentence == sentence ? last : null;
  }

  /** The quarter that the report speaks of. */
  @Nullable When quarter() {
    return quarter;
  }

  /** The weekday nearest in that direction; the report's own day counts as past. */
  @Nullable When weekday(int number, Direction direction) {
    if (today == null) {
      return null;
    }
    int back = Math.floorMod(today.getDayOfWeek().getValue() - number, 7);
    boolean ahead = direction == Direction.FUTURE && back != 0;
    return When.day(ahead ? today.plusDays(7 - back) : today.minusDays(back));
  }

  /** The day itself or the next or the last one before {@code from} on that weekday. */
  static LocalDate weekdayFrom(LocalDate from, int number, boolean after) {
    DayOfWeek day = DayOfWeek.of(number);
    int ahead = Math.floorMod(day.getValue() - from.getDayOfWeek().getValue(), 7);
    return after
        ? from.plusDays(ahead == 0 ? 7 : ahead)
        : from.minusDays(ahead == 0 ? 7 : 7 - ahead);
  }

  /** The year of a month that is named without one. */
  @Nullable When month(int month, Direction direction) {
    if (today == null) {
      return null;
    }
    int year = today.getYear();
    int now = today.getMonthValue();
    boolean soon = Math.floorMod(month - now, 12) <= MONTHS_AHEAD;
    boolean ahead = direction == Direction.FUTURE || direction == Direction.UNKNOWN && soon;
    if (ahead && month < now) {
      year++;
    } else if (!ahead && month > now) {
      year--;
    }
    return When.month(YearMonth.of(year, month));
  }

  /** The year of a day that is named without one: the nearest, unless tense speaks against it. */
  @Nullable When day(int month, int day, Direction direction) {
    if (today == null) {
      return null;
    }
    LocalDate best = null;
    for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
      LocalDate candidate = date(year, month, day);
      if (candidate != null && (best == null || far(candidate, direction) < far(best, direction))) {
        best = candidate;
      }
    }
    return best == null ? null : When.day(best);
  }

  private long far(LocalDate candidate, Direction direction) {
    long days = candidate.toEpochDay() - (today == null ? 0 : today.toEpochDay());
    boolean against =
        direction == Direction.PAST && days > 100 || direction == Direction.FUTURE && days < -60;
    return Math.abs(days) + (against ? 250 : 0);
  }

  /** The date, null if there is no such day. */
  static @Nullable LocalDate date(int year, int month, int day) {
    return When.isWritable(year)
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(year, month).lengthOfMonth()
        ? LocalDate.of(year, month, day)
        : null;
  }

  /** The year that two digits mean. */
  int fullYear(int twoDigits) {
    int now = today == null ? 2010 : today.getYear();
    int year = now - Math.floorMod(now, 100) + twoDigits;
    return year > now + SHORT_YEARS_AHEAD ? year - 100 : year;
  }

  /** The quarter of that number nearest in that direction; the running one counts as past. */
  @Nullable When quarter(int number, Direction direction) {
    if (today == null) {
      return null;
    }
    int year = today.getYear();
    int now = (today.getMonthValue() + 2) / 3;
    if (direction == Direction.FUTURE && number < now - 1) {
      year++;
    } else if ((direction != Direction.FUTURE || number == now + 3) && number > now) {
      year--;
    }
    return When.quarter(year, number);
  }

  /** The season nearest in that direction; the running one counts as past. */
  @Nullable When season(int season, Direction direction) {
    if (today == null) {
      return null;
    }
    LocalDate start = When.season(today.getYear(), season).start();
    int year = today.getYear();
    if (direction == Direction.FUTURE && start.plusMonths(3).isBefore(today)) {
      year++;
    } else if (direction != Direction.FUTURE && start.isAfter(today)) {
      year--;
    }
    return When.season(year, season);
  }
}
