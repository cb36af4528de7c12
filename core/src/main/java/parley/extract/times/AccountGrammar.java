package parley.extract.times;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parley.language.Amount;
import parley.language.Numbers;

/**
 * Quarters, halves and years of accounts: "third quarter", "fiscal 1989", "the year-ago period".
 */
final class AccountGrammar {

  private final Line line;
  private final Frame frame;

  AccountGrammar(Line line, Frame frame) {
    this.line = line;
    this.frame = frame;
  }

  /** "next year's first quarter", "last year's quarter". */
  Hit yearsQuarter(int i, Hit year) {
    if (year.when() == null
        || year.when().unit() != Unit.YEAR
        || !line.isApostrophe(year.end())
        || !line.is(year.end() + 1, "s")) {
      return year;
    }
    int at = year.end() + 2;
    int number = year.when().start().getYear();
    Hit quarter = quarter(at);
    if (quarter != null && quarter.when() != null && quarter.when().unit() == Unit.QUARTER) {
      int which = (quarter.when().start().getMonthValue() + 2) / 3;
      return Hit.date(i, quarter.end(), When.quarter(number, which));
    }
    if (line.isAny(at, "quarter", "period") && frame.quarter() != null) {
      int which = (frame.quarter().start().getMonthValue() + 2) / 3;
      return Hit.date(i, at + 1, When.quarter(number, which));
    }
    return year;
  }

  @Nullable Hit period(int i, int at, String word) {
    When quarter = frame.quarter();
    if (quarter == null && frame.today() != null) {
      quarter = When.away(frame.today(), Unit.QUARTER, -1);
    }
    if (quarter == null) {
      return null;
    }
    When when =
        switch (word) {
          case "current" -> frame.today() == null ? quarter : When.quarter(frame.today());
          case "previous", "prior", "preceding" -> When.away(quarter.start(), Unit.QUARTER, -1);
          case "following", "next" -> When.away(quarter.start(), Unit.QUARTER, 1);
          case "corresponding", "comparable", "same" -> {
            if (line.is(at + 2, "year") && line.isAny(at + 1, "last")) {
              yield quarter.plusYears(-1);
            }
            yield quarter.plusYears(-1);
          }
          default -> quarter;
        };
    int end = line.isAny(at + 1, "last") && line.is(at + 2, "year") ? at + 3 : at + 1;
    return when == null ? null : Hit.date(i, end, when);
  }

  /** "third quarter", "third-quarter", "fiscal first quarter", "first half of 1990". */
  @Nullable Hit quarter(int i) {
    int at = line.is(i, "fiscal") ? line.afterHyphen(i + 1) : i;
    Amount ordinal = Numbers.ordinalAt(line.pieces(), at);
    boolean lastOne = line.is(at, "last") && line.is(at + 1, "half");
    if (ordinal == null && !lastOne) {
      return null;
    }
    int which = ordinal == null ? 2 : (int) Math.min(9, ordinal.low());
    int unit =
        line.afterHyphen(ordinal == null ? at + 1 : line.pieces().from(ordinal.span().end()));
    boolean half = line.is(unit, "half");
    if (half ? which > 2 : which > 4 || !line.is(unit, "quarter")) {
      return null;
    }
    int end = unit + 1;
    int of = line.is(end, "of") ? end + 1 : line.isMark(end, ',') ? end + 1 : end;
    if (line.is(of, "fiscal")) {
      of++;
    }
    Integer year = yearAt(of);
    if (half) {
      if (year == null) {
        return null;
      }
      return Hit.date(i, yearEnd(of), When.half(year, which));
    }
    if (year != null) {
      return Hit.date(i, yearEnd(of), When.quarter(year, which));
    }
    When when = frame.quarter(which, Tense.at(line.sentence(), line.tokenOf(at)));
    return when == null ? Hit.date(i, end, "XXXX-Q" + which) : Hit.date(i, end, when);
  }

  private @Nullable Integer yearAt(int at) {
    int number = line.length(at) == 4 ? line.figures(at) : -1;
    if (number >= 1900 && number < 2100) {
      return number;
    }
    LocalDate today = frame.today();
    int word = line.is(at, "the") ? at + 1 : at;
    if (!line.is(word + 1, "year") || today == null) {
      return line.is(word, "year") && word > at && today != null ? (Integer) today.getYear() : null;
    }
    return switch (line.word(word)) {
      case "this", "current" -> today.getYear();
      case "last", "previous" -> today.getYear() - 1;
      case "next" -> today.getYear() + 1;
      default -> null;
    };
  }

  private int yearEnd(int at) {
    if (line.isDigits(at)) {
      return at + 1;
    }
    return line.is(at, "the") && !line.is(at + 1, "year") ? at + 3 : at + 2;
  }

  /** "fiscal 1989", "fiscal year 1990", "the fiscal year", "fiscal third quarter". */
  @Nullable Hit fiscal(int i, int at) {
    int next = line.is(at + 1, "year") ? at + 2 : at + 1;
    int year = line.length(next) == 4 ? line.figures(next) : -1;
    if (year >= 1900 && year < 2100) {
      return Hit.date(i, next + 1, When.year(year));
    }
    Hit quarter = quarter(at);
    if (quarter != null) {
      return quarter.from(i);
    }
    return next == at + 2 && frame.today() != null
        ? Hit.date(i, next, When.year(frame.today().getYear()))
        : null;
  }

  /** "year-ago quarter", "the year-earlier period", "year ago third quarter". */
  @Nullable Hit yearAgo(int i, int at) {
    int next = line.afterHyphen(at + 1);
    if (next == at + 1 || !line.isAny(next, "ago", "earlier")) {
      return null;
    }
    int end = next + 1;
    When base = frame.quarter();
    Hit quarter = quarter(end);
    if (quarter != null && quarter.when() != null) {
      return dated(i, quarter.end(), quarter.when().plusYears(-1));
    }
    boolean article = at > i;
    if (line.isAny(end, "quarter", "period", "month", "week", "day")) {
      article = false;
      end++;
      if (base == null && frame.today() != null) {
        base = When.away(frame.today(), Unit.QUARTER, -1);
      }
    }
    if (base == null && frame.today() != null) {
      base = When.year(frame.today().getYear());
    }
    return base == null ? null : dated(article ? at : i, end, base.plusYears(-1));
  }

  private static @Nullable Hit dated(int begin, int end, @Nullable When when) {
    return when == null ? null : Hit.date(begin, end, when);
  }
}
