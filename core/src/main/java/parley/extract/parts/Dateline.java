package parley.extract.parts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the place, date and agency that open an agency's text: {@code GENEVA, March 3 (AP) —}. */
final class Dateline {

  private static final int LOOK = 120;

  private static final String DATE =
      "(?:[A-Z][a-z]{2,8}\\.? \\d{1,2}|\\d{1,2} [A-Z][A-Za-z]{2,8}\\.?)(?:,? \\d{2,4})?";

  private static final Pattern FORM =
      Pattern.compile(
          "(?:"
              // PLACE (AGENCY) — with at least one of agency and dash
              + "(?=[\\p{Lu}])(?:[\\p{Lu}][\\p{Lu}.'\u2019/-]+(?:[ -][\\p{Lu}.'\u2019-]+){0,4})"
              + "(?:, [\\p{Lu}][\\p{L}.]+(?: [\\p{Lu}][\\p{L}.]+){0,3}){0,2}"
              + "(?:, "
              + DATE
              + ")?"
              + "(?: ?\\([\\p{Lu}][\\p{L} .,/-]{1,40}\\))? ?(?:\u2014|\u2013|--|-|:) ?"
              + "|[\\p{Lu}][\\p{L}.'\u2019-]+(?: [\\p{Lu}][\\p{L}.'\u2019-]+){0,2}(?:, [\\p{Lu}][\\p{L}.]+){0,2}(?:, "
              + DATE
              + ")? "
              + "?\\((?:AP|AFP|Reuters|REUTERS|CNN|UPI|dpa|Xinhua|PTI|ANI|IANS|TASS|Bloomberg|AA|EFE)\\) ?(?:\u2014|\u2013|--|-|:) ?"
              + "|\\((?:AP|AFP|Reuters|REUTERS|CNN|UPI|dpa|Xinhua|PTI|ANI|IANS|TASS|Bloomberg)\\) ?(?:\u2014|\u2013|--|-|:) ?"
              + ")(?=.)",
          Pattern.DOTALL);

  private Dateline() {}

  /** Length of the dateline at the start of a paragraph, white space behind it left out; else 0. */
  static int length(String paragraph) {
    Matcher matcher = FORM.matcher(paragraph.substring(0, Math.min(LOOK, paragraph.length())));
    if (!matcher.lookingAt()) {
      return 0;
    }
    String found = matcher.group();
    // "NATO-led forces", "US: no deal" are no places: a hyphen or colon needs a space or an agency.
    boolean agency = found.indexOf('(') >= 0;
    String trimmed = found.stripTrailing();
    char mark = trimmed.charAt(trimmed.length() - 1);
    if (!agency && mark == ':') {
      return 0;
    }
    if (!agency && mark == '-' && !trimmed.endsWith("--")) {
      boolean spaced = found.length() > trimmed.length() && trimmed.endsWith(" -");
      if (!spaced) {
        return 0;
      }
    }
    return trimmed.length();
  }
}
