package parley.extract.times;

import org.jspecify.annotations.Nullable;
import parley.extract.times.Lexicon.Kind;
import parley.language.Amount;
import parley.language.Numbers;

/** Times that come again: "daily", "every Monday", "once a week", "Tuesday nights". */
final class SetGrammar {

  private static final String[] SEASONS = {"SP", "SU", "FA", "WI"};

  private final Line line;

  SetGrammar(Line line) {
    this.line = line;
  }

  @Nullable Hit at(int i) {
    switch (line.kind(i)) {
      case SET:
        boolean name = line.isCapital(i) && !line.isShouted(i) && i > 0;
        return name || line.is(i, "quarterly")
            ? null
            : Hit.set(i, i + 1, one(Unit.of(line.number(i))));
      case WEEKDAY, WEEKDAYS:
        return weekdays(i);
      default:
    }
    if (line.isAny(i, "each", "every")) {
      return every(i);
    }
    if (line.isAny(i, "a", "an") && line.is(i + 1, Kind.UNIT)) {
      return rate(i);
    }
    return null;
  }

  private static String one(Unit unit) {
    return (unit.clock ? "PT" : "P") + unit.factor + unit.letter;
  }

  private @Nullable Hit weekdays(int i) {
    boolean plural = line.is(i, Kind.WEEKDAYS);
    boolean nights = line.is(i + 1, Kind.DAYPARTS);
    if (!plural && !nights) {
      return null;
    }
    String part =
        nights || line.is(i + 1, Kind.DAYPART) ? DayPart.of(line.number(i + 1)).suffix : "";
    return Hit.set(i, part.isEmpty() ? i + 1 : i + 2, "XXXX-WXX-" + line.number(i) + part);
  }

  private @Nullable Hit every(int i) {
    int at = line.is(i + 1, "single") ? i + 2 : i + 1;
    switch (line.kind(at)) {
      case WEEKDAY:
        {
          boolean part = line.is(at + 1, Kind.DAYPART);
          return Hit.set(
              i,
              part ? at + 2 : at + 1,
              "XXXX-WXX-" + line.number(at) + (part ? DayPart.of(line.number(at + 1)).suffix : ""));
        }
      case MONTH:
        return line.isCapital(at)
            ? Hit.set(i, at + 1, "XXXX-" + DateGrammar.two(line.number(at)))
            : null;
      case SEASON:
        return Hit.set(i, at + 1, "XXXX-" + SEASONS[line.number(at)]);
      case DAYPART:
        return Hit.set(i, at + 1, "XXXX-XX-XX" + DayPart.of(line.number(at)).suffix);
      case UNIT:
        return Hit.set(i, at + 1, one(Unit.of(line.number(at))));
      default:
    }
    if (line.is(at, "other") && line.is(at + 1, Kind.UNIT)) {
      Unit unit = Unit.of(line.number(at + 1));
      return Hit.set(i, at + 2, (unit.clock ? "PT" : "P") + 2 * unit.factor + unit.letter);
    }
    Amount amount = Numbers.plainAt(line.pieces(), at);
    if (amount != null && amount.isWhole()) {
      int unit = line.pieces().from(amount.span().end());
      if (line.is(unit, Kind.UNITS)) {
        Unit of = Unit.of(line.number(unit));
        return Hit.set(
            i, unit + 1, (of.clock ? "PT" : "P") + (long) amount.low() * of.factor + of.letter);
      }
    }
    return null;
  }

  /** "once a week", "three times a day", "$5,000 a year", "40 a day". */
  private @Nullable Hit rate(int i) {
    boolean counted =
        line.isAny(i - 1, "once", "twice", "thrice", "times", "hours", "days")
            || line.isDigits(i - 1)
            || line.isMark(i - 1, '%')
            || line.tag(i - 1).equals("CD")
            || line.tag(i - 1).equals("NNS") && counted(i - 1);
    if (!counted || line.isAny(i + 2, "ago", "earlier", "later", "before", "after")) {
      return null;
    }
    return Hit.set(i, i + 2, one(Unit.of(line.number(i + 1))));
  }

  /** Whether a number stands before the noun: "four flights". */
  private boolean counted(int noun) {
    for (int i = noun - 1; i >= Math.max(0, noun - 3); i--) {
      if (line.isDigits(i) || line.is(i, Kind.AMOUNT) && line.tag(i).equals("CD")) {
        return true;
      }
    }
    return false;
  }
}
