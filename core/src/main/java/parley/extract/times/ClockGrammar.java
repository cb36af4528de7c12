package parley.extract.times;

import org.jspecify.annotations.Nullable;
import parley.extract.times.Lexicon.Kind;
import parley.language.Amount;
import parley.language.Numbers;
import parley.record.TimeExpression.Type;

/** Times of day: "10:35 a.m.", "5 p.m. EST Nov. 9", "0700 GMT", "noon Saturday", "7 o'clock". */
final class ClockGrammar {

  private static final int MAX_AHEAD = 8;

  private final Line line;
  private final Frame frame;
  private final DateGrammar dates;
  private final PeriodGrammar periods;

  // What the last reading of hours found.
  private int hour;
  private int minute;
  private int end;

  ClockGrammar(Line line, Frame frame, DateGrammar dates, PeriodGrammar periods) {
    this.line = line;
    this.frame = frame;
    this.dates = dates;
    this.periods = periods;
  }

  @Nullable Hit at(int i) {
    if (line.is(i, Kind.DAYPART)) {
      return part(i);
    }
    if (!clock(i)) {
      return null;
    }
    int close = end;
    int h = hour;
    int m = minute;
    if (line.is(close, "in") && line.is(close + 1, "the") && line.is(close + 2, Kind.DAYPART)) {
      close += 3;
    } else if (line.is(close, "at") && line.is(close + 1, "night")) {
      close += 2;
    }
    String zone = "";
    if (line.is(close, Kind.ZONE)) {
      zone = line.isAny(close, "gmt", "utc", "z") ? "Z" : "";
      close++;
    } else if (line.is(close, "local") && line.is(close + 1, "time")) {
      close += 2;
    }
    String clock = "T" + DateGrammar.two(h) + ":" + DateGrammar.two(m) + zone;
    return dated(i, close, clock);
  }

  /** The time with the day that stands beside it, else the one named last in the sentence. */
  private Hit dated(int i, int close, String clock) {
    int next = line.isMark(close, ',') ? close + 1 : close;
    Hit day = dayAt(next);
    if (day != null && day.when() != null) {
      return new Hit(i, day.end(), Type.TIME, day.when().value() + clock, day.when());
    }
    When when = null;
    if (line.is(next, "on")) {
      Hit later = dayAt(next + 1);
      when = later == null ? null : later.when();
    }
    if (when == null && frame.lastHere() == null) {
      when = ahead(next);
    }
    if (when == null) {
      When here = frame.lastHere();
      when =
          here != null && here.unit() == Unit.DAY
              ? here
              : frame.today() == null ? null : When.day(frame.today());
    }
    return new Hit(i, close, Type.TIME, (when == null ? "XXXX-XX-XX" : when.value()) + clock, when);
  }

  /** A day named soon after in the sentence: "10 a.m. (0700 GMT) Friday". */
  private @Nullable When ahead(int from) {
    for (int i = from; i < from + MAX_AHEAD; i++) {
      if (line.is(i, Kind.WEEKDAY)
          || line.is(i, Kind.MONTH)
          || line.isAny(i, "today", "yesterday", "tomorrow")) {
        Hit day = dayAt(i);
        return day == null ? null : day.when();
      }
    }
    return null;
  }

  private @Nullable Hit dayAt(int i) {
    Hit day = dates.at(i);
    if (day == null && line.isAny(i, "today", "yesterday", "tomorrow", "last", "next", "this")) {
      day = periods.at(i);
    }
    return day != null
            && day.type() == Type.DATE
            && day.when() != null
            && day.when().unit() == Unit.DAY
        ? day
        : null;
  }

  /** "noon", "midnight", "dawn": a day's part that stands alone. */
  private @Nullable Hit part(int i) {
    DayPart part = DayPart.of(line.number(i));
    if (part == DayPart.NOON || part == DayPart.MIDNIGHT) {
      return line.tag(i - 1).startsWith("DT") && line.is(i - 1, "a")
          ? null
          : dated(i, i + 1, part.suffix);
    }
    return null;
  }

  private boolean clock(int i) {
    if (line.isDigits(i)) {
      return !gluedBefore(i) && figures(i);
    }
    Amount amount = line.is(i, Kind.AMOUNT) ? Numbers.plainAt(line.pieces(), i) : null;
    if (amount == null
        || amount.low() < 1
        || amount.low() > 12
        || amount.low() != Math.rint(amount.low())) {
      return false;
    }
    hour = (int) amount.low();
    minute = 0;
    return named(line.pieces().from(amount.span().end()));
  }

  private boolean gluedBefore(int i) {
    return line.touches(i)
        && !line.isMark(i - 1, '(')
        && !line.isMark(i - 1, '"')
        && !line.isApostrophe(i - 1)
        && !line.isMark(i - 1, '[')
        && !line.pieces().isDash(i - 1);
  }

  private boolean figures(int i) {
    int value = line.figures(i);
    boolean colon =
        (line.isMark(i + 1, ':') || line.isMark(i + 1, '.'))
            && line.touches(i + 1)
            && line.isDigits(i + 2)
            && line.touches(i + 2)
            && line.length(i + 2) == 2;
    if (line.length(i) <= 2 && colon && line.figures(i + 2) < 60 && value < 24) {
      hour = value;
      minute = line.figures(i + 2);
      int next = i + 3;
      boolean seconds = line.isMark(next, ':') && line.touches(next) && line.isDigits(next + 1);
      next = seconds ? next + 2 : next;
      if (named(next)) {
        return true;
      }
      end = next;
      boolean introduced =
          line.isAny(
              i - 1, "at", "by", "until", "from", "around", "about", "to", "before", "after",
              "since", "till");
      boolean point = line.isMark(i + 1, '.');
      return line.is(next, Kind.ZONE) || hourMark(next) || !point && introduced;
    }
    if (line.length(i) == 4 && value < 2400 && value % 100 < 60 && isMilitary(i)) {
      hour = value / 100;
      minute = value % 100;
      end = i + 1;
      hourMark(end);
      return true;
    }
    if (line.length(i) <= 2 && value >= 1 && value <= 12) {
      hour = value;
      minute = 0;
      return named(i + 1);
    }
    return false;
  }

  /** Whether four digits are a time, not a year or a number: "at 0300 today", "1530 GMT". */
  private boolean isMilitary(int i) {
    if (line.is(i + 1, Kind.ZONE)) {
      return true;
    }
    boolean near = line.isAny(i - 1, "about", "around", "approximately", "exactly");
    boolean at = line.isAny(near ? i - 2 : i - 1, "at", "since", "by", "until", "from", "to");
    if (line.isAny(i + 1, "hours", "hrs")) {
      return at || near;
    }
    boolean edge = line.isAny(i - 1, "before", "after");
    boolean zoned = line.isMark(i + 1, '(') && line.length(i + 2) == 4 && line.is(i + 3, Kind.ZONE);
    if (zoned || line.isAny(i + 1, "today", "yesterday", "tomorrow", "tonight", "local")) {
      return at || near || edge;
    }
    boolean bounded = edge && line.isAny(i - 2, "shortly", "just");
    boolean year = line.figures(i) >= 1900;
    return !year
        && (bounded || line.is(near ? i - 2 : i - 1, "at"))
        && !line.tag(i + 1).startsWith("N");
  }

  /** Takes in "hours" after a time on the 24-hour clock. */
  private boolean hourMark(int i) {
    if (line.isAny(i, "hours", "hrs")) {
      end = i + 1;
      return true;
    }
    return false;
  }

  /** "a.m.", "pm", "o'clock", "in the morning" after an hour. */
  private boolean named(int i) {
    boolean am = line.isAny(i, "am", "a");
    boolean pm = line.isAny(i, "pm", "p");
    int next = i + 1;
    if (line.isAny(i, "a", "p")) {
      if (!line.isMark(next, '.') || !line.is(next + 1, "m")) {
        return partNamed(i);
      }
      next += 2;
    }
    if (am || pm) {
      if (line.is(i, "am") && !line.touches(i) && line.tag(i).startsWith("VB")) {
        return false;
      }
      if (line.isMark(next, '.') && line.touches(next) && line.isMark(i + 1, '.')) {
        next++;
      }
      hour = hour > 12 ? hour : hour % 12 + (pm ? 12 : 0);
      end = next;
      return true;
    }
    if (line.is(i, "o") && line.isApostrophe(i + 1) && line.is(i + 2, "clock")) {
      end = i + 3;
      if (line.is(end, "in") && line.is(end + 1, "the")) {
        partNamed(end);
        end = i + 3;
      }
      return true;
    }
    return partNamed(i);
  }

  /** "4 in the morning", "10 at night". */
  private boolean partNamed(int i) {
    int part = line.is(i, "in") && line.is(i + 1, "the") ? i + 2 : line.is(i, "at") ? i + 1 : -1;
    if (part < 0 || !line.is(part, Kind.DAYPART)) {
      return false;
    }
    DayPart of = DayPart.of(line.number(part));
    if (of == DayPart.NOON || of == DayPart.MIDNIGHT) {
      return false;
    }
    hour = of == DayPart.MORNING ? hour : hour % 12 + 12;
    end = i;
    return true;
  }
}
