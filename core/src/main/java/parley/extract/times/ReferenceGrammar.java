package parley.extract.times;

import org.jspecify.annotations.Nullable;
import parley.extract.times.Lexicon.Kind;

/** Times told only as past, present or to come: "now", "recently", "the near future". */
final class ReferenceGrammar {

  private static final String PAST = "PAST_REF";
  private static final String PRESENT = "PRESENT_REF";
  private static final String FUTURE = "FUTURE_REF";

  private final Line line;

  ReferenceGrammar(Line line) {
    this.line = line;
  }

  @Nullable Hit at(int i) {
    return switch (line.word(i)) {
      case "now" -> Hit.date(i, i + 1, PRESENT);
      case "right" -> line.is(i + 1, "now") ? Hit.date(i, i + 2, PRESENT) : null;
      case "nowadays", "currently", "presently" -> Hit.date(i, i + 1, PRESENT);
      case "current" -> current(i);
      case "these" -> line.is(i + 1, "days") ? Hit.date(i, i + 2, PRESENT) : null;
      case "recently", "lately" ->
          line.is(i - 1, "more") ? Hit.date(i - 1, i + 1, PAST) : Hit.date(i, i + 1, PAST);
      case "recent" -> line.isUnit(i + 1) ? null : Hit.date(i, i + 1, PAST);
      case "the" -> the(i);
      case "as" ->
          line.is(i + 1, "soon") && line.is(i + 2, "as") && line.is(i + 3, "possible")
              ? Hit.date(i, i + 4, FUTURE)
              : null;
      default -> null;
    };
  }

  private @Nullable Hit current(int i) {
    if (line.isCapital(i) && !line.isShouted(i) && i > 0) {
      return null;
    }
    return line.is(i + 1, Kind.UNIT) ? null : Hit.date(i, i + 1, PRESENT);
  }

  private @Nullable Hit the(int i) {
    int at = line.isAny(i + 1, "near", "foreseeable", "immediate") ? i + 2 : i + 1;
    return switch (line.word(at)) {
      case "future" -> Hit.date(i, at + 1, FUTURE);
      case "past" ->
          at == i + 1
                  && !line.isUnit(at + 1)
                  && !line.isDigits(at + 1)
                  && !line.is(at + 1, Kind.AMOUNT)
                  && !line.is(at + 1, Kind.WEEKDAY)
                  && !line.is(at + 1, Kind.SEASON)
                  && !line.is(at + 1, Kind.SEASONS)
              ? Hit.date(i, at + 1, PAST)
              : null;
      default -> null;
    };
  }
}
