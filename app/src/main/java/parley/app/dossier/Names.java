package parley.app.dossier;

import java.text.Normalizer;
import java.util.Locale;

/** When two names are the same for the register: letters and digits alone, without accents. */
final class Names {

  private Names() {}

  /** Empty if the name has neither letter nor digit. */
  static String key(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder(plain.length());
    boolean gap = false;
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        if (gap && key.length() > 0) {
          key.append(' ');
        }
        key.appendCodePoint(c);
        gap = false;
      } else if (Character.getType(c) != Character.NON_SPACING_MARK && c != '\'' && c != 0x2019) {
        gap = true;
      }
    }
    String result = key.toString();
    return result.startsWith("the ") ? result.substring(4) : result;
  }

  /** A number that is the same for texts that differ only in case, accents and punctuation. */
  static long fingerprint(String text) {
    return hash(key(text));
  }

  /** FNV-1a over the characters. */
  static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
