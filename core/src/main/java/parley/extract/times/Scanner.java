package parley.extract.times;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.extract.times.Lexicon.Kind;
import parley.record.TimeExpression.Type;

/** Reads a line from left to right and takes the longest expression at each place. */
final class Scanner {

  private final Line line;
  private final Frame frame;
  private final DateGrammar dates;
  private final YearGrammar years;
  private final PeriodGrammar periods;
  private final HolidayGrammar holidays;
  private final ClockGrammar clocks;
  private final DurationGrammar durations;
  private final SetGrammar sets;
  private final ReferenceGrammar references;

  Scanner(Line line, Frame frame) {
    this.line = line;
    this.frame = frame;
    dates = new DateGrammar(line, frame);
    years = new YearGrammar(line, frame);
    periods = new PeriodGrammar(line, frame, this);
    holidays = new HolidayGrammar(line, frame);
    clocks = new ClockGrammar(line, frame, dates, periods);
    durations = new DurationGrammar(line, frame);
    sets = new SetGrammar(line);
    references = new ReferenceGrammar(line);
  }

  /** All expressions of the line, in order, without overlap. */
  List<Hit> scan() {
    List<Hit> found = new ArrayList<>();
    int i = 0;
    while (i < line.size()) {
      Hit hit = at(i);
      if (hit == null) {
        i++;
        continue;
      }
      while (hit != null) {
        if (hit.when() != null) {
          frame.remember(hit.when());
        }
        if (!hit.value().equals(Hit.SKIPPED)) {
          found.add(hit);
        }
        i = hit.end();
        hit = dates.dayAfter(hit);
      }
    }
    return found;
  }

  private @Nullable Hit at(int i) {
    if (!line.mayBegin(i) || isTitle(i)) {
      return null;
    }
    Hit best = Hit.longer(clocks.at(i), calendar(i));
    best = Hit.longer(best, sets.at(i));
    best = Hit.longer(best, durations.at(i));
    best = Hit.longer(best, references.at(i));
    best = Hit.longer(best, edge(i));
    return best;
  }

  /** Whether a word of time ends a name in mid-sentence: "VOA Today", "High Noon". */
  private boolean isTitle(int i) {
    return i > 1
        && line.isTitled(i)
        && line.isCapital(i - 1)
        && line.isAny(
            i, "today", "tonight", "now", "noon", "tomorrow", "yesterday", "this", "weekly");
  }

  /** Dates and parts of days. */
  @Nullable Hit calendar(int i) {
    Hit best = Hit.longer(dates.at(i), years.era(i));
    best = Hit.longer(best, periods.at(i));
    best = Hit.longer(best, holidays.at(i));
    if (best != null
        && best.type() == Type.DATE
        && best.when() != null
        && best.when().unit() == Unit.DAY) {
      int next = best.end();
      if (line.is(next, Kind.DAYPART) && !line.isAny(next, "dawn")) {
        return PeriodGrammar.time(i, next + 1, best.when(), DayPart.of(line.number(next)));
      }
    }
    return best;
  }

  /** "the end of the year", "the beginning of October", "around Nov. 1", "the day before X". */
  private @Nullable Hit edge(int i) {
    int at = line.is(i, "the") ? i + 1 : i;
    if (line.is(at, "very")) {
      at++;
    }
    if (line.isAny(at, "end", "beginning", "start", "middle", "turn", "rest", "remainder", "eve")
        && line.is(at + 1, "of")
        && at > i) {
      Hit inner = calendar(at + 2);
      if (inner == null
          && line.is(at + 2, "the")
          && line.is(at + 3, Kind.UNIT)
          && frame.today() != null
          && !Unit.of(line.number(at + 3)).clock) {
        inner = Hit.date(at + 2, at + 4, When.of(Unit.of(line.number(at + 3)), frame.today()));
      }
      return inner == null || inner.type() == Type.SET ? null : inner.from(i);
    }
    if (line.is(at, "year") && frame.today() != null) {
      int end =
          line.isApostrophe(at + 1) && line.is(at + 2, "s") ? at + 3 : line.afterHyphen(at + 1);
      if (line.is(end, "end")) {
        return Hit.date(i, end + 1, When.year(frame.today().getYear()));
      }
    }
    if (i == at && line.isAny(i, "around", "about") && !line.is(i + 1, Kind.WEEKDAY)) {
      Hit inner = calendar(i + 1);
      return inner == null || inner.type() != Type.DATE || inner.value().endsWith("_REF")
          ? null
          : inner.from(i);
    }
    return null;
  }
}
