package parley.app.dossier;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; a null field asks for all.
 *
 * @param actor number in the register: who says or does it, or to whom
 * @param party number in the register of the side that holds it
 * @param issue the codebook's code of the issue of a position
 * @param stance of a position
 * @param type the codebook's code of an event's type
 * @param mode of a statement ("said") or its kind ("direct")
 * @param from first day
 * @param to last day
 * @param source the outlet's name
 * @param report id of a report
 */
public record Filter(
    @Nullable Kind kind,
    @Nullable Long actor,
    @Nullable Long party,
    @Nullable String issue,
    @Nullable String stance,
    @Nullable String type,
    @Nullable String mode,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String source,
    @Nullable Status status,
    @Nullable String report) {

  public static final Filter NONE =
      new Filter(null, null, null, null, null, null, null, null, null, null, null, null);

  /** Whether nothing is filtered. */
  boolean isEmpty() {
    return equals(NONE);
  }

  public Filter withKind(Kind value) {
    return new Filter(
        value, actor, party, issue, stance, type, mode, from, to, source, status, report);
  }

  public Filter withReport(String value) {
    return new Filter(
        kind, actor, party, issue, stance, type, mode, from, to, source, status, value);
  }

  static <E extends Enum<E>> int constant(E[] values, String word, String what)
      throws RefusedException {
    for (E value : values) {
      if (value.name().equals(word.toUpperCase(Locale.ROOT))) {
        return value.ordinal();
      }
    }
    throw Reviews.invalid("no such " + what + ": " + word);
  }
}
