package parley.extract.times;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import parley.record.TimeExpression.Type;

/** Days with names of their own: "Christmas Day", "last Thanksgiving", "New Year's Eve". */
final class HolidayGrammar {

  private final Line line;
  private final Frame frame;

  HolidayGrammar(Line line, Frame frame) {
    this.line = line;
    this.frame = frame;
  }

  @Nullable Hit at(int i) {
    boolean stepped = line.isAny(i, "last", "next", "this");
    int at = stepped ? i + 1 : i;
    if (!line.isCapital(at)) {
      return null;
    }
    int end = at + 1;
    if (line.isApostrophe(end) && line.is(end + 1, "s")) {
      end += 2;
    }
    boolean named = line.isAny(end, "day", "eve", "sunday", "monday", "friday");
    String second = line.word(end);
    String first = line.word(at);
    if (first.equals("new") && line.is(at + 1, "year")) {
      first = "new year";
      end = line.isApostrophe(at + 2) && line.is(at + 3, "s") ? at + 4 : at + 2;
      second = line.word(end);
      named = line.isAny(end, "day", "eve");
    }
    if (!named && !stepped) {
      return null;
    }
    Direction direction =
        line.is(i, "last")
            ? Direction.PAST
            : line.is(i, "next") ? Direction.FUTURE : Tense.at(line.sentence(), line.tokenOf(at));
    LocalDate today = frame.today();
    if (today == null) {
      return null;
    }
    LocalDate best = null;
    for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
      LocalDate day = of(first, second, year);
      if (day == null) {
        return null;
      }
      boolean fits =
          direction == Direction.FUTURE
              ? !day.isBefore(today) && best == null
              : !day.isAfter(today);
      if (fits) {
        best = day;
      }
    }
    if (best == null) {
      return null;
    }
    When when = When.day(best);
    return new Hit(i, named ? end + 1 : end, Type.DATE, when.value(), when);
  }

  private static @Nullable LocalDate of(String first, String second, int year) {
    LocalDate day =
        switch (first) {
          case "christmas" -> LocalDate.of(year, 12, 25);
          case "new year" -> LocalDate.of(year, 1, 1);
          case "thanksgiving" ->
              LocalDate.of(year, 11, 1)
                  .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
          case "independence" -> LocalDate.of(year, 7, 4);
          case "veterans" -> LocalDate.of(year, 11, 11);
          case "labor" ->
              LocalDate.of(year, 9, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
          case "memorial" ->
              LocalDate.of(year, 5, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
          case "election" ->
              LocalDate.of(year, 11, 2).with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
          case "valentine" -> LocalDate.of(year, 2, 14);
          case "halloween" -> LocalDate.of(year, 10, 31);
          case "boxing" -> LocalDate.of(year, 12, 26);
          case "may" -> LocalDate.of(year, 5, 1);
          case "bastille" -> LocalDate.of(year, 7, 14);
          case "easter" -> easter(year);
          case "palm" -> second.equals("sunday") ? easter(year).minusDays(7) : null;
          case "good" -> second.equals("friday") ? easter(year).minusDays(2) : null;
          default -> null;
        };
    if (day == null) {
      return null;
    }
    return switch (second) {
      case "eve" -> day.minusDays(1);
      case "monday" -> first.equals("easter") ? day.plusDays(1) : null;
      case "sunday" -> first.equals("easter") || first.equals("palm") ? day : null;
      case "friday" -> first.equals("good") ? day : null;
      default -> day;
    };
  }

  /** Western Easter (Meeus, Jones and Butcher). */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int month = (h + l - 7 * m + 114) / 31;
    return LocalDate.of(year, month, (h + l - 7 * m + 114) % 31 + 1);
  }
}
