package parley.app.packing;

import java.util.ArrayList;
import java.util.List;

/**
 * A string without what is its own: the numbers in it and what it quotes. Reasons of readers, dates
 * and addresses are of few forms.
 *
 * @param form with {@link #QUOTED} and {@link #NUMBER} where something was taken out
 * @param parts what was taken out, in order
 */
record Template(String form, List<String> parts) {

  static final char QUOTED = '\u0001';
  static final char NUMBER = '\u0002';

  /** Longer strings are their own form, characters. */
  private static final int LONGEST = 400;

  /** Takes a string apart; one that holds our own signs is taken as it is. */
  static Template of(String text) {
    List<String> parts = new ArrayList<>();
    if (text.length() > LONGEST || text.indexOf(QUOTED) >= 0 || text.indexOf(NUMBER) >= 0) {
      return new Template(text, parts);
    }
    StringBuilder form = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = c == '"' ? text.indexOf('"', i + 1) : c == '“' ? text.indexOf('”', i + 1) : -1;
      if (end > 0) {
        parts.add(text.substring(i + 1, end));
        form.append(c).append(QUOTED).append(text.charAt(end));
        i = end + 1;
      } else if (c >= '0' && c <= '9') {
        int begin = i;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
          i++;
        }
        parts.add(text.substring(begin, i));
        form.append(NUMBER);
      } else {
        form.append(c);
        i++;
      }
    }
    return new Template(form.toString(), parts);
  }
}
