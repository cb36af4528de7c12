package parley.extract.times;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parley.extract.times.Lexicon.Kind;
import parley.record.TimeExpression.Type;

/**
 * Dates told by their place: "today", "last Friday", "next month", "this summer", "the third
 * quarter", "the following day", "Friday night".
 */
final class PeriodGrammar {

  private final Line line;
  private final Frame frame;
  private final Scanner scanner;
  private final DateGrammar dates;
  private final SeasonGrammar seasons;
  private final AccountGrammar accounts;

  PeriodGrammar(Line line, Frame frame, Scanner scanner) {
    this.line = line;
    this.frame = frame;
    this.scanner = scanner;
    dates = new DateGrammar(line, frame);
    seasons = new SeasonGrammar(line, frame, dates);
    accounts = new AccountGrammar(line, frame);
  }

  private Direction direction(int i) {
    return Tense.at(line.sentence(), line.tokenOf(i));
  }

  @Nullable Hit at(int i) {
    Hit found =
        switch (line.kind(i)) {
          case WEEKDAY, WEEKDAYS -> null;
          case SEASON -> seasons.at(i, i, 0);
          case ORDINAL -> accounts.quarter(i);
          default -> byWord(i);
        };
    return found;
  }

  private @Nullable Hit byWord(int i) {
    switch (line.word(i)) {
      case "today":
        return deictic(i, 0);
      case "yesterday":
        return deictic(i, -1);
      case "tomorrow":
        return deictic(i, 1);
      case "tonight":
        return time(i, i + 1, day(0), DayPart.NIGHT);
      case "overnight":
        return line.tag(i).startsWith("JJ") ? null : time(i, i + 1, day(0), DayPart.NIGHT);
      case "midweek":
        return null;
      case "this":
        return stepped(i, i + 1, 0);
      case "last":
        return stepped(i, i + 1, -1);
      case "next":
        return stepped(i, i + 1, 1);
      case "the":
        return the(i);
      case "its", "their", "our", "his", "her":
        return accounts.quarter(i + 1);
      case "fiscal":
        return accounts.fiscal(i, i);
      case "that":
        return line.isUnit(i + 1) && line.is(i + 1, Kind.UNIT) ? same(i, i + 1) : that(i);
      case "previous", "prior", "preceding", "following", "current", "latest":
        return relative(i, i);
      case "year":
        return accounts.yearAgo(i, i);
      case "comparable", "corresponding":
        return relative(i, i);
      case "later", "earlier", "late", "early", "mid":
        return modified(i);
      case "end", "beginning", "start", "middle":
        return null;
      default:
        return null;
    }
  }

  // Days.

  private @Nullable When day(int away) {
    return frame.today() == null ? null : When.day(frame.today().plusDays(away));
  }

  private @Nullable Hit deictic(int i, int away) {
    When when = day(away);
    if (line.isApostrophe(i + 1)
        && line.is(i + 2, "s")
        && away == 0
        && line.isWordPiece(i + 3)
        && !line.isCapital(i + 3)) {
      return Hit.date(i, i + 1, "PRESENT_REF");
    }
    if (when == null) {
      return Hit.date(i, i + 1, away == 0 ? "PRESENT_REF" : away < 0 ? "PAST_REF" : "FUTURE_REF");
    }
    return line.is(i + 1, Kind.DAYPART)
        ? time(i, i + 2, when, DayPart.of(line.number(i + 1)))
        : Hit.date(i, i + 1, when);
  }

  /** A part of a day; without a day it can only be told as such. */
  static Hit time(int begin, int end, @Nullable When day, DayPart part) {
    String value = (day == null ? "XXXX-XX-XX" : day.value()) + part.suffix;
    return new Hit(begin, end, Type.TIME, value, day);
  }

  /** "this morning", "last Friday night", "next week", "this past summer", "last May". */
  private @Nullable Hit stepped(int i, int next, int step) {
    int at = next;
    if (step == 0 && line.isAny(at, "past", "coming", "same", "current", "very")) {
      step = line.is(at, "past") ? -1 : line.is(at, "coming") ? 1 : 0;
      at++;
    }
    return target(i, at, step, at > next);
  }

  private @Nullable Hit target(int i, int at, int step, boolean stressed) {
    LocalDate today = frame.today();
    switch (line.kind(at)) {
      case WEEKDAY -> {
        return weekday(i, at, step);
      }
      case DAYPART -> {
        DayPart part = DayPart.of(line.number(at));
        return time(i, at + 1, day(step), part);
      }
      case MONTH -> {
        return month(i, at, step);
      }
      case SEASON -> {
        return seasons.at(i, at, step == 0 ? 2 : step);
      }
      case UNIT -> {
        Unit unit = Unit.of(line.number(at));
        if (line.isTitled(at)) {
          return null;
        }
        if (unit.clock || unit == Unit.DAY) {
          return unit == Unit.DAY && step != 0 && line.is(i, "next") ? relativeDay(i, at, 1) : null;
        }
        if (today == null) {
          return Hit.date(
              i, at + 1, step == 0 ? "PRESENT_REF" : step < 0 ? "PAST_REF" : "FUTURE_REF");
        }
        When when = When.away(today, unit, step);
        if (unit == Unit.QUARTER && step == 0 && frame.quarter() != null) {
          when = frame.quarter();
        }
        if (unit == Unit.WEEKEND && step < 0 && today.getDayOfWeek().getValue() < 6) {
          when = When.weekend(today.minusWeeks(1));
        } else if (unit == Unit.WEEKEND && step == 0) {
          when = weekend(i);
        } else if (unit == Unit.CENTURY) {
          when = When.century(today.getYear() + 100 * step);
        }
        return when == null ? null : accounts.yearsQuarter(i, Hit.date(i, at + 1, when));
      }
      case ORDINAL -> {
        return null;
      }
      default -> {
        if (line.is(at, "fiscal")) {
          Hit fiscal = accounts.fiscal(i, at);
          return fiscal != null && today != null && line.is(at + 1, "year")
              ? Hit.date(i, fiscal.end(), When.year(today.getYear() + step))
              : fiscal;
        }
        return null;
      }
    }
  }

  private @Nullable Hit weekday(int i, int at, int step) {
    int number = line.number(at);
    if (frame.today() == null) {
      return Hit.date(i, at + 1, "XXXX-WXX-" + number);
    }
    LocalDate today = frame.today();
    LocalDate day =
        step == 0
            ? today.plusDays(number - today.getDayOfWeek().getValue())
            : Frame.weekdayFrom(today, number, step > 0);
    When when = When.day(day);
    int comma = line.isMark(at + 1, ',') ? at + 2 : at + 1;
    if (line.is(comma, Kind.MONTH)) {
      Hit full = dates.at(at);
      return full == null ? Hit.date(i, at + 1, when) : full.from(i);
    }
    return line.is(at + 1, Kind.DAYPART)
        ? time(i, at + 2, when, DayPart.of(line.number(at + 1)))
        : Hit.date(i, at + 1, when);
  }

  private @Nullable Hit month(int i, int at, int step) {
    if (frame.today() == null || !line.isCapital(at)) {
      return null;
    }
    int month = line.number(at);
    Hit day = dates.at(at);
    if (day != null && day.when() != null && day.when().unit() == Unit.DAY) {
      int year = day.when().start().getYear();
      LocalDate now = frame.today();
      LocalDate start = day.when().start();
      if (step < 0 && start.isAfter(now)) {
        start = start.minusYears(1);
      } else if (step > 0 && start.isBefore(now)) {
        start = start.plusYears(1);
      }
      return year < 0 ? null : Hit.date(i, day.end(), When.day(start));
    }
    int now = frame.today().getMonthValue();
    int year = frame.today().getYear();
    if (step < 0 && month >= now) {
      year--;
    } else if (step > 0 && month <= now) {
      year++;
    }
    return Hit.date(i, at + 1, When.month(java.time.YearMonth.of(year, month)));
  }

  /** "the weekend" and "this weekend": the one before unless the verb looks ahead. */
  private @Nullable When weekend(int i) {
    LocalDate today = frame.today();
    if (today == null) {
      return null;
    }
    boolean early = today.getDayOfWeek().getValue() <= 5;
    return direction(i) != Direction.FUTURE && early && today.getDayOfWeek().getValue() <= 3
        ? When.weekend(today.minusWeeks(1))
        : When.weekend(today);
  }

  // What follows "the".

  private @Nullable Hit the(int i) {
    int at = i + 1;
    Hit found =
        switch (line.word(at)) {
          case "previous",
              "prior",
              "preceding",
              "following",
              "next",
              "same",
              "current",
              "latest",
              "corresponding",
              "comparable",
              "coming",
              "ensuing",
              "last",
              "past" ->
              relative(i, at);
          case "year" -> accounts.yearAgo(i, at);
          case "fiscal" -> accounts.fiscal(i, at);
          case "late", "early", "mid", "later" -> modified(at);
          default -> null;
        };
    if (found != null) {
      return found.begin() == i || line.is(at, "year") ? found : found.from(i);
    }
    if (line.is(at, Kind.SEASON)) {
      return seasons.at(i, at, 0);
    }
    Hit quarter = accounts.quarter(at);
    if (quarter != null) {
      return quarter.from(i);
    }
    int year = line.length(at) == 4 ? line.figures(at) : -1;
    if (year > 1500 && year < 2100) {
      Hit inYear = accounts.quarter(at + 1);
      if (inYear != null && inYear.when() != null && inYear.when().unit() == Unit.QUARTER) {
        int which = (inYear.when().start().getMonthValue() + 2) / 3;
        return Hit.date(i, inYear.end(), When.quarter(year, which));
      }
      if (line.isAny(at + 1, "period", "quarter") && frame.quarter() != null) {
        int which = (frame.quarter().start().getMonthValue() + 2) / 3;
        return Hit.date(i, at + 2, When.quarter(year, which));
      }
      return null;
    }
    return bare(i, at);
  }

  /** "the weekend", "the quarter", "the year", "the week of March 6". */
  private @Nullable Hit bare(int i, int at) {
    if (frame.today() == null || !line.is(at, Kind.UNIT)) {
      return null;
    }
    Unit unit = Unit.of(line.number(at));
    switch (unit) {
      case WEEKEND -> {
        When when = weekend(i);
        return when == null ? null : Hit.date(i, at + 1, when);
      }
      case QUARTER -> {
        When when =
            frame.quarter() != null ? frame.quarter() : When.away(frame.today(), Unit.QUARTER, -1);
        return when == null ? null : Hit.date(i, at + 1, when);
      }
      case WEEK -> {
        if (line.is(at + 1, "of")) {
          Hit day = dates.at(at + 2);
          if (day != null && day.when() != null && day.when().unit() == Unit.DAY) {
            return Hit.date(i, day.end(), When.week(day.when().start()));
          }
        }
        return null;
      }
      case YEAR -> {
        return line.isAny(at + 1, "ended", "ending")
            ? Hit.duration(i, at + 1, "P1Y")
            : Hit.date(i, at + 1, When.year(frame.today().getYear()));
      }
      default -> {
        return null;
      }
    }
  }

  /** "the previous day", "the following month", "the same year", "the current quarter". */
  private @Nullable Hit relative(int i, int at) {
    String word = line.word(at);
    int next = at + 1;
    if (line.is(next, "fiscal")) {
      next++;
    }
    boolean period = line.is(next, "period");
    if (period || line.is(next, "quarter")) {
      return accounts.period(i, next, word);
    }
    if (!line.is(next, Kind.UNIT) && !line.is(next, Kind.DAYPART) && !line.is(next, Kind.WEEKDAY)) {
      return null;
    }
    int step =
        switch (word) {
          case "previous", "prior", "preceding" -> -1;
          case "following", "next", "ensuing" -> 1;
          default -> 0;
        };
    if (line.is(next, Kind.WEEKDAY)) {
      return weekdayAfter(i, next, step, word);
    }
    if (line.is(next, Kind.DAYPART)) {
      When last = frame.last();
      When day = last == null || last.unit() != Unit.DAY ? day(0) : last;
      When moved = day == null ? null : When.away(day.start(), Unit.DAY, step);
      return word.equals("last") || word.equals("past") || word.equals("latest")
          ? null
          : time(i, next + 1, moved, DayPart.of(line.number(next)));
    }
    Unit unit = Unit.of(line.number(next));
    return switch (word) {
      case "past", "last" -> unit.clock && i == at ? null : i == at ? null : spanOf(i, next, unit);
      case "coming" -> spanOf(i, next, unit);
      case "latest", "current" -> {
        When when = frame.today() == null || unit.clock ? null : When.away(frame.today(), unit, 0);
        yield when == null ? null : Hit.date(i, next + 1, when);
      }
      case "same" -> same(i, next);
      default -> unit.clock ? null : relativeDay(i, next, step);
    };
  }

  private static @Nullable Hit spanOf(int i, int at, Unit unit) {
    if (unit == Unit.WEEKEND) {
      return null;
    }
    return Hit.duration(i, at + 1, (unit.clock ? "PT" : "P") + unit.factor + unit.letter);
  }

  private @Nullable Hit weekdayAfter(int i, int at, int step, String word) {
    When last = frame.last();
    if (step == 0 || last == null || last.unit() != Unit.DAY) {
      return word.equals("same") || word.equals("latest")
          ? null
          : weekday(i, at, word.equals("coming") || step > 0 ? 1 : -1);
    }
    return Hit.date(
        i, at + 1, When.day(Frame.weekdayFrom(last.start(), line.number(at), step > 0)));
  }

  private @Nullable Hit relativeDay(int i, int at, int step) {
    When last = frame.last();
    if (last == null) {
      return null;
    }
    Unit unit = Unit.of(line.number(at));
    When when = When.away(last.start(), unit, step);
    return when == null ? null : Hit.date(i, at + 1, when);
  }

  /** "that day", "the same year". */
  private @Nullable Hit same(int i, int at) {
    When last = frame.last();
    Unit unit = Unit.of(line.number(at));
    if (last == null || unit.clock || unit == Unit.DAY && last.unit() != Unit.DAY) {
      return null;
    }
    When when = When.away(last.start(), unit, 0);
    return when == null ? null : Hit.date(i, at + 1, when);
  }

  private @Nullable Hit that(int i) {
    When last = frame.last();
    if (last == null || last.unit() != Unit.DAY) {
      return null;
    }
    if (line.is(i + 1, Kind.DAYPART)) {
      return time(i, i + 2, last, DayPart.of(line.number(i + 1)));
    }
    return line.is(i + 1, "same") && line.is(i + 2, "day") ? same(i, i + 2) : null;
  }

  // Early, late.

  /** "early Tuesday", "later this month", "mid-November", "late 1990". */
  private @Nullable Hit modified(int i) {
    int at = line.afterHyphen(i + 1);
    if (line.isAny(at, "early", "late", "mid", "later", "earlier")) {
      return null;
    }
    boolean in = line.is(at, "in") || line.is(at, "on");
    int from = in ? at + 1 : at;
    if (line.isAny(i, "later", "earlier") && line.is(from, "the") && !in) {
      return null;
    }
    Hit inner = scanner.calendar(from);
    if (inner == null || inner.type() == Type.DURATION || inner.type() == Type.SET) {
      return null;
    }
    if (in && !(line.isUnit(inner.end() - 1) || line.is(inner.end() - 1, Kind.DAYPART))) {
      return null;
    }
    if (inner.value().endsWith("_REF")) {
      return null;
    }
    return inner.from(i);
  }
}
