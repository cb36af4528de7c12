package parley.extract.times;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the calendar.
 *
 * @param value as in TIMEX3
 * @param start its first day
 * @param unit how long it is; {@link Unit#MONTH} for a season
 */
record When(String value, LocalDate start, Unit unit) {

  private static final int MAX_YEAR = 9999;

  static When day(LocalDate day) {
    return new When(day.toString(), day, Unit.DAY);
  }

  /** The ISO week in which the day lies. */
  static When week(LocalDate day) {
    int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    String value = four(day.get(IsoFields.WEEK_BASED_YEAR)) + (week < 10 ? "-W0" : "-W") + week;
    return new When(value, day.with(DayOfWeek.MONDAY), Unit.WEEK);
  }

  /** The weekend of the ISO week in which the day lies. */
  static When weekend(LocalDate day) {
    return new When(week(day).value + "-WE", day.with(DayOfWeek.SATURDAY), Unit.WEEKEND);
  }

  static When month(YearMonth month) {
    return new When(month.toString(), month.atDay(1), Unit.MONTH);
  }

  static When quarter(int year, int quarter) {
    return new When(
        four(year) + "-Q" + quarter, LocalDate.of(year, quarter * 3 - 2, 1), Unit.QUARTER);
  }

  static When quarter(LocalDate day) {
    return quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
  }

  /**
   * @param half 1 or 2
   */
  static When half(int year, int half) {
    return new When(four(year) + "-H" + half, LocalDate.of(year, half * 6 - 5, 1), Unit.MONTH);
  }

  /**
   * @param season 0 for spring; a winter is that of the year in which it begins
   */
  static When season(int year, int season) {
    String[] codes = {"SP", "SU", "FA", "WI"};
    int[] months = {3, 6, 9, 12};
    return new When(
        four(year) + "-" + codes[season], LocalDate.of(year, months[season], 1), Unit.MONTH);
  }

  static When year(int year) {
    return new When(four(year), LocalDate.of(year, 1, 1), Unit.YEAR);
  }

  /**
   * @param year any year of the decade
   */
  static When decade(int year) {
    int first = Math.floorDiv(year, 10) * 10;
    return new When(four(first).substring(0, 3), LocalDate.of(first, 1, 1), Unit.DECADE);
  }

  /**
   * @param year any year of the century, 1900 being one of the twentieth
   */
  static When century(int year) {
    int first = Math.floorDiv(year, 100) * 100;
    return new When(four(first).substring(0, 2), LocalDate.of(first, 1, 1), Unit.CENTURY);
  }

  /** The stretch of that unit in which the day lies. */
  static When of(Unit unit, LocalDate day) {
    return switch (unit) {
      case SECOND, MINUTE, HOUR, DAY -> day(day);
      case WEEK, FORTNIGHT -> week(day);
      case WEEKEND -> weekend(day);
      case MONTH -> month(YearMonth.from(day));
      case QUARTER -> quarter(day);
      case YEAR -> year(day.getYear());
      case DECADE -> decade(day.getYear());
      case CENTURY, MILLENNIUM -> century(day.getYear());
    };
  }

  /** The stretch of that unit so many units away; null if it leaves the years 1 to 9999. */
  static @Nullable When away(LocalDate from, Unit unit, long count) {
    long days = Math.abs(count) * (unit == Unit.DAY ? 1 : unit.factor);
    if (days > MAX_YEAR * 366L) {
      return null;
    }
    long n = count * unit.factor;
    LocalDate day =
        switch (unit) {
          case SECOND, MINUTE, HOUR -> from;
          case DAY -> from.plusDays(n);
          case WEEK, FORTNIGHT, WEEKEND -> from.plusWeeks(n);
          case MONTH -> from.plusMonths(n);
          case QUARTER -> from.plusMonths(3 * n);
          case YEAR, DECADE, CENTURY, MILLENNIUM -> from.plus(n, ChronoUnit.YEARS);
        };
    return isWritable(day.getYear()) ? of(unit, day) : null;
  }

  /** The same stretch some years later or earlier; null if it leaves the years 1 to 9999. */
  @Nullable When plusYears(long years) {
    if (Math.abs(years) > MAX_YEAR || !isWritable(start.getYear() + (int) years)) {
      return null;
    }
    LocalDate moved = start.plusYears(years);
    return unit == Unit.MONTH
        ? new When(four(moved.getYear()) + value.substring(4), moved, unit)
        : of(unit, moved);
  }

  static boolean isWritable(int year) {
    return year >= 1 && year <= MAX_YEAR;
  }

  private static String four(int year) {
    String digits = Integer.toString(year);
    return "0".repeat(4 - digits.length()) + digits;
  }
}
