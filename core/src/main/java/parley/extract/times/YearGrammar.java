package parley.extract.times;

import org.jspecify.annotations.Nullable;
import parley.extract.times.Lexicon.Kind;
import parley.language.Amount;
import parley.language.Numbers;
import parley.record.TimeExpression.Type;

/** Years, decades and centuries: "1990", "nineteen ninety", "the late 1970s", "20th century". */
final class YearGrammar {

  private static final int FIRST_YEAR = 1500;
  private static final int LAST_YEAR = 2099;

  private final Line line;
  private final Frame frame;

  YearGrammar(Line line, Frame frame) {
    this.line = line;
    this.frame = frame;
  }

  /** A year of four digits at the piece, -1 if there is none. */
  int fullYearAt(int i) {
    if (!line.isDigits(i) || line.length(i) != 4) {
      return -1;
    }
    int year = line.figures(i);
    boolean grouped =
        line.isMark(i + 1, ',')
            && line.touches(i + 1)
            && line.isDigits(i + 2)
            && line.touches(i + 2);
    boolean fraction =
        line.isMark(i + 1, '.')
            && line.touches(i + 1)
            && line.isDigits(i + 2)
            && line.touches(i + 2);
    boolean glued = line.touches(i + 1) && line.isWordPiece(i + 1);
    return year >= FIRST_YEAR && year <= LAST_YEAR && !grouped && !fraction && !glued ? year : -1;
  }

  /** A year of two digits ("88", "'88") at the piece, -1 if there is none. */
  int shortYearAt(int i) {
    int digits = line.isApostrophe(i) && line.touches(i + 1) ? i + 1 : i;
    if (!line.isDigits(digits) || line.length(digits) != 2) {
      return -1;
    }
    if (digits == i && line.figures(digits) < 32 && line.figures(digits) > 25) {
      return -1;
    }
    boolean clock = line.isMark(digits + 1, ':') || line.isMark(digits + 1, '%');
    return clock ? -1 : frame.fullYear(line.figures(digits));
  }

  @Nullable Hit at(int i) {
    int year = fullYearAt(i);
    if (year < 0 || line.isPartOfNumber(i) || line.isMark(i + 1, '%') || counts(i)) {
      return null;
    }
    return Hit.date(i, i + 1, When.year(year));
  }

  /** Whether the four digits count things ("1900 people") or are part of a name ("Boeing 1900"). */
  private boolean counts(int i) {
    if (line.isAny(
        i - 1, "in", "since", "of", "the", "by", "until", "till", "from", "to", "during", "late",
        "early", "mid", "before", "after", "fiscal")) {
      return false;
    }
    String after = line.tag(i + 1);
    boolean plural = after.equals("NNS") && line.pieces().size() > i + 1 && !line.isCapital(i + 1);
    boolean before =
        i > 0
            && line.touches(i)
            && line.pieces().isDash(i - 1)
            && line.isWordPiece(i - 2)
            && !line.is(i - 2, "mid")
            && !line.is(i - 2, "post");
    return plural
        || line.isUnit(i + 1) && line.is(i + 1, Kind.UNITS)
        || before
        || line.is(i + 1, "hours");
  }

  /** "nineteen ninety-seven", "two thousand and five" after "the year". */
  @Nullable Hit spoken(int i) {
    int century =
        line.is(i, "nineteen")
            ? 1900
            : line.is(i, "eighteen") ? 1800 : line.is(i, "twenty") ? 2000 : -1;
    if (century > 0) {
      Amount rest = Numbers.plainAt(line.pieces(), i + 1);
      int least = century == 2000 ? 10 : 1;
      if (rest != null
          && rest.low() >= Math.max(10, least)
          && rest.low() < (century == 2000 ? 30 : 100)
          && rest.low() == Math.rint(rest.low())) {
        int end = line.pieces().from(rest.span().end());
        return Hit.date(i, end, When.year(century + (int) rest.low()));
      }
      return null;
    }
    if (line.is(i, "the") && line.is(i + 1, "year")) {
      int year = fullYearAt(i + 2);
      if (year > 0) {
        return Hit.date(i, i + 3, When.year(year));
      }
      Amount spoken = Numbers.plainAt(line.pieces(), i + 2);
      if (spoken != null
          && spoken.low() >= FIRST_YEAR
          && spoken.low() <= LAST_YEAR
          && spoken.low() == Math.rint(spoken.low())) {
        int end = line.pieces().from(spoken.span().end());
        return Hit.date(i, end, When.year((int) spoken.low()));
      }
    }
    return null;
  }

  /** "1980s", "the '80s", "nineties", "20th century", "nineteen eighties". */
  @Nullable Hit era(int i) {
    int at = line.is(i, "the") ? i + 1 : i;
    if (line.isAny(at, "early", "late", "mid")) {
      at = line.afterHyphen(at + 1);
    }
    Hit found = decade(at);
    if (found == null) {
      found = century(at);
    }
    return found == null ? null : found.from(i);
  }

  private @Nullable Hit decade(int i) {
    int digits = line.isApostrophe(i) && line.touches(i + 1) ? i + 1 : i;
    if (line.isDigits(digits) && line.figures(digits) % 10 == 0) {
      int s = line.isApostrophe(digits + 1) ? digits + 2 : digits + 1;
      if (line.is(s, "s") && line.touches(s) && line.touches(digits + 1)) {
        int value = line.figures(digits);
        if (line.length(digits) == 4 && value >= FIRST_YEAR) {
          return Hit.date(i, s + 1, When.decade(value));
        }
        boolean age = isAge(i - 1);
        if (line.length(digits) == 2 && (digits > i || value >= 20 && !age)) {
          return Hit.date(i, s + 1, When.decade(frame.fullYear(value)));
        }
      }
      return null;
    }
    if (line.is(i, "nineteen") && line.is(i + 1, Kind.DECADE)) {
      return Hit.date(i, i + 2, When.decade(1900 + line.number(i + 1)));
    }
    if (line.is(i, Kind.DECADE) && line.isAny(i - 1, "the", "early", "late", "mid", "-")) {
      return isAge(i - 1) ? null : Hit.date(i, i + 1, When.decade(frame.fullYear(line.number(i))));
    }
    return null;
  }

  /** "in his early 30s". */
  private boolean isAge(int before) {
    int at = before;
    if (line.pieces().isDash(at)) {
      at--;
    }
    if (line.isAny(at, "early", "late", "mid")) {
      at--;
    }
    return line.isAny(at, "his", "her", "their", "my", "our", "its");
  }

  private @Nullable Hit century(int i) {
    Amount ordinal = Numbers.ordinalAt(line.pieces(), i);
    if (ordinal == null) {
      return null;
    }
    int end = line.afterHyphen(line.pieces().from(ordinal.span().end()));
    if (!line.isAny(end, "century", "centuries") || ordinal.low() < 1 || ordinal.low() > 30) {
      return null;
    }
    int first = ((int) ordinal.low() - 1) * 100;
    return first == 0
        ? Hit.date(i, end + 1, "00")
        : new Hit(i, end + 1, Type.DATE, DateGrammar.two(first / 100), When.century(first));
  }
}
