package parley.extract.times;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import parley.extract.times.Lexicon.Kind;
import parley.language.Amount;
import parley.language.Numbers;

/**
 * Calendar dates: "March 3", "20 Aug 88", "Friday, Oct. 23", "October 1984", "1990", "2013-03-22".
 */
final class DateGrammar {

  private static final int FIRST_YEAR = 1500;
  private static final String[] SHORT_WEEKDAYS = {
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"
  };

  private final Line line;
  private final Frame frame;
  private final YearGrammar years;

  DateGrammar(Line line, Frame frame) {
    this.line = line;
    this.frame = frame;
    years = new YearGrammar(line, frame);
  }

  /** The longest date that begins at the piece. */
  @Nullable Hit at(int i) {
    if (line.is(i, Kind.WEEKDAY)) {
      return weekdayFirst(i);
    }
    if (line.is(i, Kind.MONTH)) {
      return month(i);
    }
    if (line.isDigits(i)) {
      Hit numeric = numeric(i);
      if (numeric != null) {
        return numeric;
      }
      Hit day = dayFirst(i);
      day = day != null ? day : dayOfList(i);
      return day != null ? day : years.at(i);
    }
    if (line.is(i, "the")) {
      Hit day = dayFirst(i + 1);
      day = day == null ? ordinalDay(i) : day.from(i);
      return day == null ? years.spoken(i) : day;
    }
    return line.is(i, Kind.ORDINAL) ? dayFirst(i) : years.spoken(i);
  }

  Direction direction(int i) {
    return Tense.at(line.sentence(), line.tokenOf(i));
  }

  // Weekdays.

  private @Nullable Hit weekdayFirst(int i) {
    boolean isShort = line.isAny(i, SHORT_WEEKDAYS);
    int next = i + 1;
    if (isShort && line.isMark(next, '.')) {
      next++;
    }
    int date = line.isMark(next, ',') ? next + 1 : next;
    if (line.is(date, "the")) {
      date++;
    }
    Hit rest = line.is(date, Kind.MONTH) ? month(date) : dayFirst(date);
    if (rest != null && rest.when() != null && rest.when().unit() == Unit.DAY) {
      return rest.from(i);
    }
    if (isShort || !line.isCapital(i) || isPaper(i)) {
      return null;
    }
    int number = line.number(i);
    When when = frame.weekday(number, direction(i));
    return when == null ? Hit.date(i, i + 1, "XXXX-WXX-" + number) : Hit.date(i, i + 1, when);
  }

  /** Whether the weekday is part of a newspaper's or a day's own name ("Sunday Times"). */
  private boolean isPaper(int i) {
    if (line.sentence().size() > 1 && line.isCapital(i + 1) && !line.isShouted(i + 1)) {
      String next = line.pieces().text(i + 1);
      switch (next) {
        case "Times",
            "Telegraph",
            "Mirror",
            "Express",
            "Mail",
            "Post",
            "Herald",
            "Mercury",
            "Star",
            "Review",
            "People",
            "Sport",
            "Business",
            "Agreement" -> {
          return true;
        }
        default -> {}
      }
    }
    if (i == 0 || line.isShouted(i - 1) || !line.isCapital(i - 1)) {
      return false;
    }
    return switch (line.pieces().text(i - 1)) {
      case "Bloody", "Black", "Super", "Palm", "Good", "Ash", "Fat", "Cyber", "Easter" -> true;
      default -> false;
    };
  }

  // Months.

  private @Nullable Hit month(int i) {
    int month = line.number(i);
    int next = i + 1;
    boolean dotted = false;
    if (line.isMark(next, '.') && line.touches(next) && isAbbreviated(i)) {
      next++;
      dotted = true;
    }
    boolean abbreviated = line.length(i) == 3 && month != 5 || line.is(i, "sept");
    if (!line.isCapital(i) && !line.isDigits(next)) {
      return null;
    }
    Hit full = monthDay(i, month, next);
    if (full != null) {
      return full;
    }
    Hit withYear = monthYear(i, month, next);
    if (withYear != null) {
      return withYear;
    }
    if (abbreviated && !dotted || !isMonthName(i)) {
      return null;
    }
    When when = frame.month(month, direction(i));
    return when == null
        ? Hit.date(i, i + 1, "XXXX-" + two(month))
        : Hit.date(i, dotted ? next : i + 1, when);
  }

  private boolean isAbbreviated(int i) {
    return line.length(i) == 3 && !line.is(i, "may") || line.is(i, "sept");
  }

  /** Whether a word that may be a verb or a person's name is a month here. */
  private boolean isMonthName(int i) {
    boolean ambiguous = line.isAny(i, "may", "march", "april", "june", "august", "jan", "mar");
    if (!ambiguous) {
      return true;
    }
    if (line.isAny(
        i - 1,
        "in",
        "of",
        "since",
        "until",
        "till",
        "by",
        "during",
        "last",
        "next",
        "this",
        "early",
        "late",
        "mid",
        "from",
        "to",
        "through",
        "before",
        "after",
        "and",
        "each",
        "every",
        "between",
        "on",
        "or",
        "for",
        "throughout",
        "previous",
        "following",
        "past")) {
      return !line.isAny(i, "may", "march") || (line.isCapital(i) && noun(i));
    }
    if (line.isMark(i - 1, '-') && line.is(i - 2, "mid")) {
      return true;
    }
    if (line.isAny(i, "may", "march")) {
      return false;
    }
    boolean partOfName = line.isCapital(i - 1) && i > 1 || line.isCapital(i + 1);
    return !partOfName && !line.isShouted(i);
  }

  private boolean noun(int i) {
    return !line.tag(i).equals("MD") && !line.tag(i).startsWith("VB");
  }

  /** "Oct. 23", "March eighth", "Aug. 10, 1988", "April 2 this year". */
  private @Nullable Hit monthDay(int i, int month, int next) {
    int day = -1;
    int end = next;
    if (line.is(next, "the")) {
      next++;
    }
    Amount ordinal = Numbers.ordinalAt(line.pieces(), next);
    if (ordinal != null) {
      day = (int) Math.min(99, ordinal.low());
      end = line.pieces().from(ordinal.span().end());
    } else if (line.isDigits(next) && line.length(next) <= 2) {
      boolean decimal =
          line.isMark(next + 1, '.')
              && line.touches(next + 1)
              && line.isDigits(next + 2)
              && line.touches(next + 2);
      boolean clock =
          line.isMark(next + 1, ':') && line.touches(next + 1) && line.isDigits(next + 2);
      boolean percent = line.isMark(next + 1, '%');
      if (!decimal && !clock && !percent) {
        day = line.figures(next);
        end = next + 1;
      }
    }
    if (day < 1 || day > 31) {
      return null;
    }
    return withYear(i, end, month, day);
  }

  /** The rest of a date after month and day: the year, or what stands for it. */
  private @Nullable Hit withYear(int begin, int end, int month, int day) {
    int at = line.isMark(end, ',') ? end + 1 : line.is(end, "of") ? end + 1 : end;
    int year = years.fullYearAt(at);
    if (year < 0 && at == end) {
      year = years.shortYearAt(at);
    }
    if (year > 0) {
      LocalDate date = Frame.date(year, month, day);
      int close = line.isApostrophe(at) ? at + 2 : at + 1;
      return date == null ? null : Hit.date(begin, close, When.day(date));
    }
    Integer away = yearAway(at);
    if (away != null && frame.today() != null) {
      LocalDate date = Frame.date(frame.today().getYear() + away, month, day);
      return date == null ? null : Hit.date(begin, at + 2, When.day(date));
    }
    if (day > 31 || Frame.date(2000, month, day) == null) {
      return null;
    }
    When when = frame.day(month, day, direction(begin));
    return when == null
        ? Hit.date(begin, end, "XXXX-" + two(month) + "-" + two(day))
        : Hit.date(begin, end, when);
  }

  /** "October 1984", "Aug 88" after nothing else, "July last year", "September of 1990". */
  private @Nullable Hit monthYear(int i, int month, int next) {
    int at = line.isMark(next, ',') || line.is(next, "of") ? next + 1 : next;
    int year = years.fullYearAt(at);
    if (year > 0) {
      return Hit.date(i, at + 1, When.month(YearMonth.of(year, month)));
    }
    int shortYear = line.isApostrophe(at) ? years.shortYearAt(at) : -1;
    if (shortYear > 0) {
      return Hit.date(i, at + 2, When.month(YearMonth.of(shortYear, month)));
    }
    Hit spoken = years.spoken(at);
    if (spoken != null && spoken.when() != null) {
      return Hit.date(
          i, spoken.end(), When.month(YearMonth.of(spoken.when().start().getYear(), month)));
    }
    Integer away = yearAway(at);
    if (away != null && frame.today() != null) {
      return Hit.date(i, at + 2, When.month(YearMonth.of(frame.today().getYear() + away, month)));
    }
    return null;
  }

  /** "this year", "last year", "next year" as years from the report's. */
  private @Nullable Integer yearAway(int at) {
    if (!line.is(at + 1, "year")) {
      return null;
    }
    return switch (line.word(at)) {
      case "this" -> 0;
      case "last" -> -1;
      case "next" -> 1;
      default -> null;
    };
  }

  // Days before months.

  /** "7 JAN 90", "20 Aug 88", "the 5th of October", "9 August 1988". */
  private @Nullable Hit dayFirst(int i) {
    int day;
    int next;
    Amount ordinal = Numbers.ordinalAt(line.pieces(), i);
    if (ordinal != null) {
      day = (int) Math.min(99, ordinal.low());
      next = line.pieces().from(ordinal.span().end());
    } else if (line.isDigits(i) && line.length(i) <= 2 && !line.isPartOfNumber(i)) {
      day = line.figures(i);
      next = i + 1;
    } else {
      return null;
    }
    next = line.afterHyphen(next);
    if (line.is(next, "of")) {
      next++;
    }
    if (day < 1 || day > 31 || !line.is(next, Kind.MONTH)) {
      return null;
    }
    if (line.is(next, "may") && (!line.isCapital(next) || line.tag(next).equals("MD"))) {
      return null;
    }
    int end = next + 1;
    if (line.isMark(end, '.') && line.touches(end) && isAbbreviated(next)) {
      end++;
    }
    int month = line.number(next);
    int year = line.afterHyphen(end);
    return year > end && years.shortYearAt(year) > 0
        ? withYear(i, year, month, day)
        : withYear(i, end, month, day);
  }

  /** The first of "22 and 23 December", "9 to 11 May". */
  private @Nullable Hit dayOfList(int i) {
    int next = line.isAny(i + 1, "and", "or", "to") || line.pieces().isDash(i + 1) ? i + 2 : -1;
    int day = line.figures(i);
    if (next < 0
        || line.length(i) > 2
        || line.length(next) > 2
        || line.isPartOfNumber(i)
        || day < 1) {
      return null;
    }
    Hit second = dayFirst(next);
    if (second == null || second.when() == null || !line.isDigits(next)) {
      return null;
    }
    LocalDate last = second.when().start();
    LocalDate date = Frame.date(last.getYear(), last.getMonthValue(), day);
    return date == null || !date.isBefore(last) ? null : Hit.date(i, i + 1, When.day(date));
  }

  /** The second of "April 24 and 25": a bare number after a day that ends in one. */
  @Nullable Hit dayAfter(Hit first) {
    int link = first.end();
    int next = link + 1;
    boolean linked = line.isAny(link, "and", "or", "to") || line.pieces().isDash(link);
    if (!linked
        || first.when() == null
        || first.when().unit() != Unit.DAY
        || !line.isDigits(next)
        || line.length(next) > 2
        || !line.isDigits(link - 1)
        || line.length(link - 1) > 2) {
      return null;
    }
    boolean closed =
        next + 1 >= line.size()
            || line.isMark(next + 1, ',')
            || line.isMark(next + 1, '.') && !line.isDigits(next + 2)
            || line.isAny(next + 1, "in", "at", "to", "and", "on", "by", "for")
            || line.isMark(next + 1, ')')
            || line.isMark(next + 1, ';');
    LocalDate start = first.when().start();
    LocalDate date = Frame.date(start.getYear(), start.getMonthValue(), line.figures(next));
    return closed && date != null && date.isAfter(start)
        ? Hit.date(next, next + 1, When.day(date))
        : null;
  }

  /** "the 15th" as a day of the running month. */
  private @Nullable Hit ordinalDay(int i) {
    if (!line.isDigits(i + 1) || frame.today() == null) {
      return null;
    }
    Amount ordinal = Numbers.ordinalAt(line.pieces(), i + 1);
    if (ordinal == null || ordinal.low() > 31 || !line.isAny(i - 1, "on", "by", "until", "since")) {
      return null;
    }
    int end = line.pieces().from(ordinal.span().end());
    if (line.isWordPiece(end) && line.tag(end).startsWith("N")) {
      return null;
    }
    LocalDate today = frame.today();
    LocalDate date = Frame.date(today.getYear(), today.getMonthValue(), (int) ordinal.low());
    return date == null ? null : Hit.date(i, end, When.day(date));
  }

  // Figures.

  /** "2013-03-22", "22/03/2013", "22.03.2013", with or without a time of day. */
  private @Nullable Hit numeric(int i) {
    char mark = '-';
    for (char c : new char[] {'-', '/', '.'}) {
      if (line.isMark(i + 1, c)) {
        mark = c;
      }
    }
    for (int k = 1; k <= 4; k++) {
      boolean fits = k % 2 == 1 ? line.isMark(i + k, mark) : line.isDigits(i + k);
      if (!fits || !line.touches(i + k)) {
        return null;
      }
    }
    boolean longer =
        line.touches(i + 5)
            && (line.isDigits(i + 5)
                || line.isMark(i + 5, mark) && line.isDigits(i + 6) && line.touches(i + 6));
    if (longer || line.isPartOfNumber(i) && !line.isMark(i - 1, ',')) {
      return null;
    }
    int first = line.figures(i);
    int second = line.figures(i + 2);
    int third = line.figures(i + 4);
    LocalDate date = null;
    if (line.length(i) == 4 && line.length(i + 4) <= 2) {
      date = Frame.date(first, second, third);
    } else if (line.length(i) <= 2 && line.length(i + 2) <= 2 && mark != '-') {
      int year =
          line.length(i + 4) == 4 ? third : line.length(i + 4) == 2 ? frame.fullYear(third) : -1;
      boolean dayFirst = first > 12 || mark == '.';
      date =
          year < FIRST_YEAR
              ? null
              : dayFirst ? Frame.date(year, second, first) : Frame.date(year, first, second);
    }
    return date == null ? null : Hit.date(i, i + 5, When.day(date));
  }

  static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
