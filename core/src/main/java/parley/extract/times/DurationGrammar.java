package parley.extract.times;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parley.extract.times.Lexicon.Kind;
import parley.language.Amount;
import parley.language.Numbers;
import parley.record.TimeExpression.Type;

/**
 * Lengths of time ("a ten-day", "two and a half years", "nearly an hour", "decades") and dates told
 * by a length ("two weeks ago", "a year earlier", "three days later").
 */
final class DurationGrammar {

  private static final long MAX_COUNT = 100_000;

  private final Line line;
  private final Frame frame;

  // What the last reading of a length found.
  private Unit unit = Unit.DAY;
  private String value = "";
  private double count;
  private int end;
  private boolean compound;

  DurationGrammar(Line line, Frame frame) {
    this.line = line;
    this.frame = frame;
  }

  @Nullable Hit at(int i) {
    if (line.is(i, "these") && line.is(i + 1, "days")) {
      return null;
    }
    if (line.isAny(
        i,
        "the",
        "last",
        "past",
        "next",
        "first",
        "coming",
        "recent",
        "previous",
        "latest",
        "these",
        "those",
        "its",
        "their",
        "this",
        "another",
        "preceding",
        "following",
        "earlier",
        "later")) {
      Hit introduced = introduced(i);
      if (introduced != null) {
        return introduced;
      }
    }
    if (line.is(i, Kind.UNITS)) {
      return bare(i);
    }
    if (line.is(i, Kind.UNIT) && !line.is(i, "second")) {
      return longUnit(i);
    }
    if (!line.isDigits(i) && !line.is(i, Kind.AMOUNT)) {
      return null;
    }
    if (!length(i)) {
      return null;
    }
    return dated(i);
  }

  /** "day-long", "months-old": a unit with "long" after a hyphen. */
  private @Nullable Hit longUnit(int i) {
    int next = line.afterHyphen(i + 1);
    if (next > i + 1 && line.is(next, "long")) {
      Unit of = Unit.of(line.number(i));
      return Hit.duration(i, next + 1, one(of));
    }
    return null;
  }

  /** "years", "decades-long", "months ago". */
  private @Nullable Hit bare(int i) {
    Unit of = Unit.of(line.number(i));
    if (of == Unit.SECOND
        || of == Unit.WEEKEND
        || of == Unit.QUARTER
        || line.tag(i).startsWith("VB")) {
      return null;
    }
    if (line.isAny(i + 1, "ago")) {
      return Hit.date(i, i + 2, "PAST_REF");
    }
    if (line.is(i + 1, "old") || line.is(line.afterHyphen(i + 1), "old")) {
      return new Hit(i, i + 1, Type.DURATION, Hit.SKIPPED, null);
    }
    int next = line.afterHyphen(i + 1);
    int close = line.is(next, "long") ? next + 1 : i + 1;
    if ((line.isAny(i + 1, "or", "and")) && line.is(i + 2, Kind.UNITS)) {
      close = i + 3;
    }
    return Hit.duration(i, close, of.vague());
  }

  private static String one(Unit of) {
    return (of.clock ? "PT" : "P") + of.factor + of.letter;
  }

  /** "the past three months", "the first nine months", "recent weeks", "another two days". */
  private @Nullable Hit introduced(int i) {
    int at = line.isAny(i, "the", "these", "those", "its", "their", "this") ? i + 1 : i;
    boolean determined = at > i;
    boolean modified = false;
    String word = line.word(at);
    if (line.isAny(
        at,
        "last",
        "past",
        "next",
        "first",
        "coming",
        "recent",
        "previous",
        "latest",
        "another",
        "preceding",
        "following",
        "earlier",
        "final",
        "early",
        "opening",
        "remaining",
        "final")) {
      modified = true;
      at++;
    } else if (line.is(at, "year")
        && line.isAny(line.afterHyphen(at + 1), "earlier", "ago")
        && line.afterHyphen(at + 1) > at + 1) {
      at = line.afterHyphen(at + 1) + 1;
      modified = true;
      word = "year-earlier";
    }
    if (!modified && !determined) {
      return null;
    }
    if (line.is(at, Kind.UNITS)) {
      Unit of = Unit.of(line.number(at));
      if (of == Unit.SECOND || of == Unit.WEEKEND) {
        return null;
      }
      return modified || line.isAny(at + 1, "ahead", "since", "after", "before", "to") || determined
          ? Hit.duration(i, at + 1, of.vague())
          : null;
    }
    if (word.equals("another") && line.is(at, Kind.UNIT)) {
      Unit of = Unit.of(line.number(at));
      return of == Unit.WEEKEND || of == Unit.QUARTER || of == Unit.DAY
          ? null
          : Hit.duration(i, at + 1, one(of));
    }
    boolean plain = line.isDigits(at) || line.is(at, Kind.AMOUNT);
    if (!plain || line.isAny(at, "a", "an") || !length(at) || compound) {
      return null;
    }
    if (line.isAny(end, "ago", "earlier", "later")) {
      return dated(i);
    }
    return new Hit(i, end, Type.DURATION, value, null);
  }

  /**
   * Reads an amount and its unit; sets {@link #unit}, {@link #value}, {@link #count}, {@link #end}
   * and {@link #compound}.
   */
  private boolean length(int i) {
    compound = false;
    int at = opening(i);
    Amount amount = null;
    if (line.isAny(at, "a", "an")
        && !line.isAny(
            at + 1, "few", "couple", "hundred", "thousand", "dozen", "handful", "half")) {
      at = adjectives(at + 1);
      if (!line.is(at, Kind.UNIT)
          || line.pieces().isHyphen(at + 1)
          || line.is(at, "weekend")
          || line.is(at, "quarter")) {
        return false;
      }
      count = 1;
    } else if (line.is(at, "half")) {
      int next = line.isAny(at + 1, "a", "an") ? at + 2 : line.afterHyphen(at + 1);
      if (!line.is(next, Kind.UNIT) || line.is(next, "quarter") || line.is(next, "weekend")) {
        return false;
      }
      at = next;
      count = 0.5;
    } else {
      amount = Numbers.at(line.pieces(), i);
      if (amount == null) {
        return false;
      }
      count = amount.low() == 0 ? amount.high() : amount.low();
      int from = line.pieces().from(amount.span().end());
      boolean plural = amount.kind() == Amount.Kind.VAGUE && line.is(from + 1, Kind.UNITS);
      if (line.is(from, "of") && (plural || line.is(from - 1, "couple"))) {
        from++;
      }
      at = line.afterHyphen(from);
      compound = at > from;
      at = adjectives(at);
    }
    boolean seconds = line.is(at, "second") && amount != null;
    if (!line.isUnit(at) && !seconds) {
      return false;
    }
    unit = seconds ? Unit.SECOND : Unit.of(line.number(at));
    if (unit == Unit.QUARTER && line.is(at + 1, "of") || isTitle(at)) {
      return false;
    }
    if (unit == Unit.WEEKEND && count != 1 && line.is(at, Kind.UNIT)) {
      return false;
    }
    boolean vague = amount != null && amount.kind() == Amount.Kind.VAGUE || count > MAX_COUNT * 1e5;
    end = at + 1;
    if (line.is(end, "and") && line.is(end + 1, "a") && line.is(end + 2, "half")) {
      count += 0.5;
      end += 3;
    }
    value = vague ? unit.vague() : Lengths.value(count, unit);
    if (vague) {
      count = -1;
    } else {
      more();
    }
    int last = line.afterHyphen(end);
    if (line.is(last, "long") && last > end) {
      end = last + 1;
    }
    if (line.is(end, "or") && line.isAny(end + 1, "so", "more", "less")) {
      end += 2;
    }
    return true;
  }

  /** Whether the unit ends a name: "60 Minutes". */
  private boolean isTitle(int at) {
    return line.isTitled(at);
  }

  /** "two hours and 30 minutes", "1 year, 6 months". */
  private void more() {
    int at = line.isAny(end, "and") || line.isMark(end, ',') ? end + 1 : end;
    Amount amount = at < line.size() ? Numbers.plainAt(line.pieces(), at) : null;
    if (amount == null) {
      return;
    }
    int next = line.pieces().from(amount.span().end());
    boolean seconds = line.is(next, "second");
    if (!line.isUnit(next) && !seconds) {
      return;
    }
    Unit smaller = seconds ? Unit.SECOND : Unit.of(line.number(next));
    if (smaller.ordinal() >= unit.ordinal()
        || smaller == Unit.WEEKEND
        || unit == Unit.WEEK && smaller.clock
        || compound) {
      return;
    }
    value = Lengths.sum(value, Lengths.value(amount.low(), smaller));
    end = next + 1;
  }

  /** "nearly", "more than", "at least" before "a year". */
  private int opening(int i) {
    int at =
        switch (line.word(i)) {
          case "about",
              "around",
              "approximately",
              "roughly",
              "nearly",
              "almost",
              "over",
              "under",
              "just",
              "only" ->
              i + 1;
          case "more", "less" -> line.is(i + 1, "than") ? i + 2 : i;
          case "at" -> line.isAny(i + 1, "least", "most") ? i + 2 : i;
          case "up" -> line.is(i + 1, "to") ? i + 2 : i;
          case "no", "not" ->
              line.isAny(i + 1, "more", "less") && line.is(i + 2, "than") ? i + 3 : i;
          default -> i;
        };
    return line.isAny(at, "a", "an", "half") && at > i ? at : i;
  }

  private int adjectives(int i) {
    int at = i;
    for (int k = 0; k < 2; k++) {
      if (line.isAny(
          at,
          "more",
          "additional",
          "further",
          "extra",
          "consecutive",
          "straight",
          "full",
          "whole",
          "successive",
          "solid",
          "entire",
          "trading",
          "business",
          "working",
          "calendar",
          "academic",
          "school",
          "fiscal",
          "long",
          "other")) {
        at++;
      }
    }
    return at;
  }

  /** What follows a length: an age, a date told by it, or nothing. */
  private @Nullable Hit dated(int i) {
    int next = line.afterHyphen(end);
    if (line.isAny(next, "old", "olds") || line.is(end, "of") && line.is(end + 1, "age")) {
      return new Hit(i, next + 1, Type.DURATION, Hit.SKIPPED, null);
    }
    if (line.isAny(i - 1, "aged", "age")) {
      return new Hit(i, end, Type.DURATION, Hit.SKIPPED, null);
    }
    switch (line.word(end)) {
      case "ago":
        return shifted(i, end + 1, -1, false);
      case "earlier":
        return shifted(i, end + 1, -1, true);
      case "later":
        return shifted(i, end + 1, 1, true);
      case "before", "after", "afterward", "previously":
        if (end + 1 >= line.size()
            || line.pieces().isMark(end + 1, '.')
            || line.isMark(end + 1, ',')) {
          return shifted(i, end + 1, line.is(end, "after") ? 1 : -1, true);
        }
        break;
      case "from":
        if (line.isAny(end + 1, "now", "today")) {
          return shifted(i, end + 2, 1, false);
        }
        if (line.is(end + 1, "yesterday") || line.is(end + 1, "tomorrow")) {
          return null;
        }
        break;
      case "hence":
        return shifted(i, end + 1, 1, false);
      default:
        break;
    }
    if (compound && notATime(end)) {
      return null;
    }
    if (count == 1 && line.isAny(i, "a", "an") && rate(i)) {
      return null;
    }
    return new Hit(i, end, Type.DURATION, value, null);
  }

  /** Whether a compound such as "30-year" names a kind of paper: a bond by its term. */
  private boolean notATime(int at) {
    return line.isWordPiece(at) && BONDS.contains(line.token(at).lemma());
  }

  private static final java.util.Set<String> BONDS =
      java.util.Set.of(
          "bond",
          "note",
          "treasury",
          "mortgage",
          "bill",
          "security",
          "rate",
          "issue",
          "fixed",
          "gilt",
          "debenture",
          "yield");

  private boolean rate(int i) {
    return line.isMark(i - 1, '%')
        || line.isAny(i - 1, "once", "twice", "times")
        || line.tag(i - 1).equals("CD");
  }

  /** A date so far from the report's or from the one named last. */
  private @Nullable Hit shifted(int begin, int close, int sign, boolean fromLast) {
    if (count < 0 && fromLast) {
      return Hit.duration(begin, end, value);
    }
    if (count < 0) {
      return Hit.date(begin, close, sign < 0 ? "PAST_REF" : "FUTURE_REF");
    }
    LocalDate base = frame.today();
    When last = frame.last();
    if (fromLast && last != null) {
      base = last.start();
    }
    if (base == null) {
      return Hit.date(begin, close, sign < 0 ? "PAST_REF" : "FUTURE_REF");
    }
    if (unit == Unit.YEAR && count == 1 && frame.quarter() != null && sign < 0) {
      When quarter = frame.quarter().plusYears(-1);
      return quarter == null ? null : new Hit(begin, close, Type.DATE, quarter.value(), null);
    }
    if (fromLast
        && unit == Unit.YEAR
        && last != null
        && count == Math.rint(count)
        && last.unit().ordinal() >= Unit.MONTH.ordinal()) {
      When moved = last.plusYears(sign * (long) count);
      return moved == null ? null : Hit.date(begin, close, moved);
    }
    if (unit.clock) {
      return clock(begin, close, sign, base);
    }
    When when;
    if (count != Math.rint(count)) {
      when =
          unit == Unit.YEAR
              ? When.away(base, Unit.MONTH, sign * Math.round(count * 12))
              : When.away(base, Unit.DAY, sign * Math.round(count * Lengths.days(unit)));
    } else if (count > MAX_COUNT) {
      when = null;
    } else {
      when =
          When.away(
              base,
              unit == Unit.DECADE || unit == Unit.CENTURY ? Unit.YEAR : unit,
              sign * (long) count * (unit == Unit.DECADE ? 10 : unit == Unit.CENTURY ? 100 : 1));
    }
    return when == null
        ? Hit.date(begin, close, sign < 0 ? "PAST_REF" : "FUTURE_REF")
        : Hit.date(begin, close, when);
  }

  private Hit clock(int begin, int close, int sign, LocalDate base) {
    if (frame.time() == null
        || frame.today() == null
        || !base.equals(frame.today())
        || count > 100) {
      long days = unit == Unit.HOUR ? (long) (count / 24) : 0;
      When day = When.away(base, Unit.DAY, sign * Math.min(days, 36500));
      return day == null ? Hit.date(begin, close, "PAST_REF") : Hit.date(begin, close, day);
    }
    long seconds = Math.round(count * (unit == Unit.HOUR ? 3600 : unit == Unit.MINUTE ? 60 : 1));
    java.time.LocalDateTime at = base.atTime(frame.time()).plusSeconds(sign * seconds);
    String hour =
        unit == Unit.HOUR
            ? DateGrammar.two(at.getHour())
            : DateGrammar.two(at.getHour()) + ":" + DateGrammar.two(at.getMinute());
    return new Hit(
        begin, close, Type.TIME, at.toLocalDate() + "T" + hour, When.day(at.toLocalDate()));
  }
}
