package parley.world;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds a word of a name to a key that is the same for its spellings: case, accents, hyphens, and
 * the usual variants of transliteration from Arabic, Hebrew, Persian, Russian and Chinese (Gaddafi,
 * Qadhafi, Kadhafi; Yeltsin, Eltsin; Hussein, Husayn).
 */
public final class NameKey {

  /** Longer words are cut: no name is that long. */
  private static final int LONGEST = 64;

  private NameKey() {}

  /** Lower case without accents, apostrophes and dots: "N'Djamena" and "Ndjamena" are equal. */
  public static String plain(String word) {
    String w = word.length() > LONGEST ? word.substring(0, LONGEST) : word;
    boolean ascii = true;
    boolean lower = true;
    for (int i = 0; i < w.length(); i++) {
      char c = w.charAt(i);
      if (c >= 128) {
        ascii = false;
      }
      if (!(c >= 'a' && c <= 'z')) {
        lower = false;
      }
    }
    if (lower) {
      return w;
    }
    if (!ascii) {
      w = Normalizer.normalize(w, Normalizer.Form.NFD);
    }
    StringBuilder out = new StringBuilder(w.length());
    for (int i = 0; i < w.length(); i++) {
      char c = w.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        out.append((char) (c + 32));
      } else if (c < 128) {
        if (Character.isLetterOrDigit(c)) {
          out.append(c);
        } else if (c == '-' || c == ' ') {
          out.append(c);
        }
      } else if (Character.isLetterOrDigit(c)) {
        out.append(special(c));
      }
    }
    return out.toString();
  }

  private static String special(char c) {
    switch (c) {
      case 'ø':
      case 'Ø':
        return "o";
      case 'ł':
      case 'Ł':
        return "l";
      case 'đ':
      case 'Đ':
      case 'ð':
        return "d";
      case 'ı':
        return "i";
      case 'ß':
        return "ss";
      case 'æ':
      case 'Æ':
        return "ae";
      case 'œ':
      case 'Œ':
        return "oe";
      default:
        return String.valueOf(c).toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The key under which the spellings of one name meet. Different names may share a key, so a match
   * asks for agreement in the other words of the name.
   */
  public static String sound(String word) {
    String w = plain(word).replace("-", "").replace(" ", "");
    if (w.length() > 4 && (w.startsWith("al") || w.startsWith("el")) && hasArticle(word)) {
      w = w.substring(2);
    }
    if (w.length() < 4) {
      return w;
    }
    // Zelensky, Zelenskiy, Zelenskyy.
    while (w.length() > 4 && isIota(w.charAt(w.length() - 1)) && isIota(w.charAt(w.length() - 2))) {
      w = w.substring(0, w.length() - 1);
    }
    StringBuilder out = new StringBuilder(w.length());
    for (int i = 0; i < w.length(); i++) {
      i = step(w, i, out);
    }
    return collapse(out);
  }

  private static boolean isIota(char c) {
    return c == 'i' || c == 'y' || c == 'j';
  }

  private static boolean hasArticle(String word) {
    return word.length() > 3 && (word.charAt(2) == '-' || word.charAt(2) == ' ');
  }

  /** Appends the key of the letters at {@code i}; returns the index of the last one read. */
  private static int step(String w, int i, StringBuilder out) {
    char c = w.charAt(i);
    char next = i + 1 < w.length() ? w.charAt(i + 1) : '\0';
    char third = i + 2 < w.length() ? w.charAt(i + 2) : '\0';
    boolean first = i == 0;
    switch (c) {
      case 'k':
      case 'q':
      case 'g':
        if (next == 'h') {
          // Kh, gh: Khadafy, Baghdadi.
          out.append('k');
          return i + 1;
        }
        if (c == 'g' && (next == 'e' || next == 'i') && !first) {
          out.append('j');
          return i;
        }
        out.append('k');
        return c == 'q' && next == 'u' ? i + 1 : i;
      case 'c':
        if (next == 'h') {
          out.append('c');
          return i + 1;
        }
        if (next == 'k') {
          out.append('k');
          return i + 1;
        }
        out.append(next == 'e' || next == 'i' || next == 'y' ? 's' : 'k');
        return i;
      case 'x':
        out.append(first ? "s" : "ks");
        return i;
      case 'd':
        if (next == 'h') {
          out.append('d');
          return i + 1;
        }
        if (next == 'j') {
          out.append('j');
          return i + 1;
        }
        out.append('d');
        return i;
      case 't':
        if (next == 'h') {
          out.append('t');
          return i + 1;
        }
        if (next == 's') {
          out.append('s');
          return i + 1;
        }
        out.append('t');
        return i;
      case 's':
        if (next == 'h') {
          out.append('c');
          return i + 1;
        }
        if (next == 'c' && third == 'h') {
          out.append('c');
          return i + 2;
        }
        out.append('s');
        return i;
      case 'z':
        if (next == 'h') {
          out.append('j');
          return i + 1;
        }
        out.append('s');
        return i;
      case 'p':
        if (next == 'h') {
          out.append('f');
          return i + 1;
        }
        out.append('p');
        return i;
      case 'v':
      case 'w':
        out.append('v');
        return i;
      case 'f':
        out.append(i == w.length() - 1 ? 'v' : 'f');
        return i == w.length() - 2 && next == 'f' ? i + 1 : i;
      case 'h':
        if (first) {
          out.append('h');
        }
        return i;
      case 'i':
      case 'y':
      case 'j':
        if (c == 'j') {
          out.append('j');
          return i;
        }
        if (i == 0 || i == w.length() - 1) {
          out.append('i');
        } else {
          vowel(out);
        }
        return i;
      case 'a':
      case 'e':
      case 'o':
      case 'u':
        if (first) {
          // Yeltsin and Eltsin, Osama and Usama.
          out.append(c == 'a' || c == 'e' ? c : 'o');
        } else if (i == w.length() - 1) {
          out.append(c == 'a' || c == 'e' ? 'a' : 'o');
        } else {
          vowel(out);
        }
        return i;
      default:
        out.append(c);
        return i;
    }
  }

  /** Inner vowels are all one: Hussein, Husayn, Hossein. */
  private static void vowel(StringBuilder out) {
    out.append('*');
  }

  private static String collapse(StringBuilder raw) {
    StringBuilder out = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (out.length() == 0 || out.charAt(out.length() - 1) != c) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
