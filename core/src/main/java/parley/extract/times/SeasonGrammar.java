package parley.extract.times;

import org.jspecify.annotations.Nullable;
import parley.extract.times.Lexicon.Kind;

/** Seasons: "last fall", "the summer of 1987", "in autumn". */
final class SeasonGrammar {

  private final Line line;
  private final Frame frame;
  private final DateGrammar dates;

  SeasonGrammar(Line line, Frame frame, DateGrammar dates) {
    this.line = line;
    this.frame = frame;
    this.dates = dates;
  }

  /**
   * @param step -1 last, 1 next, 2 this, 0 without such a word
   */
  @Nullable Hit at(int i, int at, int step) {
    boolean shaky = line.isAny(at, "fall", "spring");
    if (line.tag(at).startsWith("VB") || line.is(at, Kind.SEASONS)) {
      return null;
    }
    if (step == 0
        && shaky
        && !line.isAny(
            at - 1, "the", "in", "this", "early", "late", "by", "until", "since", "mid")) {
      return null;
    }
    if (line.isCapital(at) && !line.isShouted(at) && line.isCapital(at - 1) && at > 1) {
      return null;
    }
    int season = line.number(at);
    int end = at + 1;
    int of = line.is(end, "of") ? end + 1 : end;
    Hit year = dates.at(of);
    if (year != null && year.when() != null && year.when().unit() == Unit.YEAR) {
      return Hit.date(i, year.end(), When.season(year.when().start().getYear(), season));
    }
    if (shaky && step == 0 && line.is(at, "fall") && !isSeasonal(i)
        || line.is(end, "of") && shaky) {
      return null;
    }
    if (frame.today() == null) {
      return Hit.date(i, end, "XXXX-" + "SPSUFAWI".substring(season * 2, season * 2 + 2));
    }
    int now = frame.today().getYear();
    if (line.is(end + 1, "year") && line.isAny(end, "last", "this", "next")) {
      int away = line.is(end, "last") ? -1 : line.is(end, "next") ? 1 : 0;
      return Hit.date(i, end + 2, When.season(now + away, season));
    }
    When near =
        frame.season(
            season,
            step == 1
                ? Direction.FUTURE
                : step == -1 ? Direction.PAST : Tense.at(line.sentence(), line.tokenOf(at)));
    if (step == 2) {
      near = When.season(now, season);
    } else if (step == -1 && near != null && near.start().plusMonths(2).isAfter(frame.today())) {
      near = When.season(near.start().getYear() - 1, season);
    }
    return near == null ? null : Hit.date(i, end, near);
  }

  /** Whether a preposition before "the fall" makes it a season, not an overthrow. */
  private boolean isSeasonal(int i) {
    return line.isAny(
        i - 1,
        "in",
        "by",
        "since",
        "until",
        "till",
        "during",
        "through",
        "throughout",
        "late",
        "early",
        "mid",
        "this",
        "last",
        "next",
        "before",
        "after");
  }
}
