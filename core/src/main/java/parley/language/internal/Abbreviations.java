package parley.language.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words whose full stop belongs to them. Immutable. */
final class Abbreviations {

  enum Kind {
    /** Stands before a name: no sentence ends with it. */
    TITLE,
    /** May be the last word of a sentence, whose full stop it then shares. */
    END,
    /** Is one only before a number ("No. 5"). */
    NUMBER
  }

  private static final class Holder {
    static final Abbreviations SHIPPED = new Abbreviations();
  }

  private final Map<String, Kind> kinds = new HashMap<>();

  private Abbreviations() {
    for (String line : WordLists.lines("abbreviations.txt")) {
      String[] words = line.split(" ", -1);
      Kind kind = Kind.valueOf(words[0].toUpperCase(Locale.ROOT));
      for (int i = 1; i < words.length; i++) {
        kinds.putIfAbsent(words[i], kind);
      }
    }
  }

  static Abbreviations shipped() {
    return Holder.SHIPPED;
  }

  /**
   * The kind of a word given without its last full stop, null if it is no abbreviation. Single
   * letters and letters with full stops between ("U.S") are.
   */
  @Nullable Kind of(CharSequence text, int begin, int end) {
    int length = end - begin;
    if (length == 0 || length > 8) {
      return null;
    }
    if (length == 1) {
      return Character.isUpperCase(text.charAt(begin)) ? Kind.TITLE : null;
    }
    String word = text.subSequence(begin, end).toString();
    Kind kind = kinds.get(word.toLowerCase(Locale.ROOT));
    boolean lower = Character.isLowerCase(word.charAt(0));
    if (kind != null) {
      return lower && kind == Kind.NUMBER && !word.startsWith("no") && !word.startsWith("p")
          ? null
          : kind;
    }
    return lettersWithStops(word) ? Kind.END : null;
  }

  private static boolean lettersWithStops(String word) {
    if (word.length() % 2 == 0) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (i % 2 == 0 ? !Character.isLetter(c) : c != '.') {
        return false;
      }
    }
    return true;
  }
}
