package parley.language.internal;

import java.util.Locale;
import java.util.Set;

/**
 * Cuts a text into words and marks as UD English EWT does: hyphens, clitics ("wo n't", "’s"),
 * currency signs, units ("600 m") and marks stand alone. Stateless; one pass, bounded look-ahead.
 */
public final class Tokenizer {

  /** Longer runs without white space are cut, which bounds every look-ahead. */
  private static final int LONGEST_CHUNK = 400;

  private static final Set<String> KEPT_PREFIXES =
      Set.of(
          "e", "a", "u", "x", "agro", "ante", "anti", "arch", "be", "bi", "bio", "co", "counter",
          "cross", "cyber", "de", "eco", "ex", "extra", "inter", "intra", "macro", "mega", "micro",
          "mid", "mini", "multi", "neo", "non", "over", "pan", "para", "peri", "post", "pre", "pro",
          "pseudo", "quasi", "re", "semi", "socio", "sub", "super", "tri", "ultra", "un", "uni",
          "vice");

  private static final Set<String> KEPT_SUFFIXES =
      Set.of("o", "esque", "ette", "fest", "fold", "gate", "itis", "less", "most", "rama", "wise");

  private static final Set<String> UNITS =
      Set.of(
          "m",
          "bn",
          "mn",
          "tn",
          "b",
          "k",
          "mm",
          "cm",
          "km",
          "kg",
          "g",
          "mg",
          "ft",
          "in",
          "lb",
          "lbs",
          "oz",
          "mph",
          "kph",
          "kmh",
          "am",
          "pm",
          "a.m",
          "p.m",
          "hz",
          "khz",
          "mhz",
          "ghz",
          "kw",
          "mw",
          "gw",
          "mb",
          "gb",
          "tb",
          "kb",
          "p",
          "c",
          "f",
          "sq",
          "yd",
          "yds",
          "hr",
          "hrs",
          "min",
          "mins",
          "sec",
          "secs",
          "ha",
          "km2",
          "m2",
          "million",
          "billion",
          "trillion",
          "bln",
          "mln",
          "trn",
          "t",
          "x");

  private static final Set<String> DOMAINS =
      Set.of(
          "com", "org", "net", "gov", "edu", "mil", "info", "biz", "uk", "us", "eu", "co", "ca",
          "au", "de", "fr", "ru", "il", "ir", "sy", "ly", "tv", "io", "me", "int", "br", "es", "mx",
          "in", "cn", "jp", "za", "news", "html", "htm", "pdf", "doc", "php", "asp");

  private final CharSequence text;
  private final Tokens out;
  private final Abbreviations abbreviations = Abbreviations.shipped();

  private Tokenizer(CharSequence text, Tokens out) {
    this.text = text;
    this.out = out;
  }

  /** The tokens of {@code text[begin, end)}, ascending; white space and controls are in none. */
  public static Tokens tokenize(CharSequence text, int begin, int end) {
    Tokens out = new Tokens();
    Tokenizer tokenizer = new Tokenizer(text, out);
    int at = begin;
    while (at < end) {
      if (isSpace(text.charAt(at))) {
        at++;
        continue;
      }
      int stop = at + 1;
      while (stop < end && stop - at < LONGEST_CHUNK && !isSpace(text.charAt(stop))) {
        stop++;
      }
      if (stop < end && Character.isLowSurrogate(text.charAt(stop)) && stop - at > 1) {
        stop--;
      }
      tokenizer.chunk(at, stop);
      at = stop;
    }
    return out;
  }

  static boolean isSpace(char c) {
    return c <= ' '
        || (c >= 0x7F && c <= 0xA0)
        || (c > 0xFF
            && (Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT));
  }

  private void chunk(int begin, int end) {
    if (looksLikeAddress(begin, end)) {
      address(begin, end);
      return;
    }
    int at = begin;
    while (at < end) {
      char c = text.charAt(at);
      if (isWord(at, end) || c == '_') {
        at = word(at, end);
      } else {
        at = mark(at, end);
      }
    }
  }

  // Web and mail addresses, handles

  private boolean looksLikeAddress(int begin, int end) {
    if (end - begin < 4) {
      return false;
    }
    char first = text.charAt(begin);
    if ((first == '@' || first == '#') && isWord(begin + 1, end)) {
      return first == '@' || Character.isLetter(text.charAt(begin + 1));
    }
    if (startsWith(begin, end, "www.")) {
      return true;
    }
    for (int i = begin + 1; i + 2 < end; i++) {
      char c = text.charAt(i);
      if (c == ':' && text.charAt(i + 1) == '/' && text.charAt(i + 2) == '/') {
        return Character.isLetter(text.charAt(i - 1));
      }
      if (c == '@' && isWord(i - 1, end) && isWord(i + 1, end)) {
        return true;
      }
    }
    return false;
  }

  private void address(int begin, int end) {
    int from = begin;
    while (from < end
        && !isWord(from, end)
        && text.charAt(from) != '@'
        && text.charAt(from) != '#') {
      from = mark(from, end);
    }
    int to = from;
    if (text.charAt(begin) == '@' || text.charAt(begin) == '#') {
      to++;
      while (to < end && (isWord(to, end) || text.charAt(to) == '_')) {
        to++;
      }
    } else {
      to = end;
      while (to > from && !isWord(to - 1, end) && text.charAt(to - 1) != '/') {
        to--;
      }
      for (int i = from; i < to; i++) {
        char c = text.charAt(i);
        if (c == '"' || c == '<' || c == '>' || c == '“' || c == '”') {
          to = i;
        }
      }
    }
    if (to > from) {
      out.add(from, to);
    }
    int at = to;
    while (at < end) {
      at = isWord(at, end) ? word(at, end) : mark(at, end);
    }
  }

  // Marks

  private int mark(int at, int end) {
    char c = text.charAt(at);
    int stop = at + 1;
    switch (c) {
      case '.' -> {
        while (stop < end && text.charAt(stop) == '.') {
          stop++;
        }
        if (stop == at + 1 && isDigit(stop, end) && !isWord(at - 1, end)) {
          // ".04"
          return word(at, end);
        }
      }
      case '!', '?' -> {
        while (stop < end && (text.charAt(stop) == '!' || text.charAt(stop) == '?')) {
          stop++;
        }
      }
      case '-', '*', '=', '~', '_', '`', '#', '+', '•', '—' -> {
        while (stop < end && text.charAt(stop) == c) {
          stop++;
        }
      }
      case '\'', '’', '‘' -> {
        if (stop < end && text.charAt(stop) == c && c != '‘') {
          stop++;
        } else {
          stop = apostrophe(at, end);
        }
      }
      default -> {
        if (Character.isHighSurrogate(c)
            && stop < end
            && Character.isLowSurrogate(text.charAt(stop))) {
          stop++;
        }
      }
    }
    // Marks above a letter go with what stands before them.
    while (stop < end && isCombining(text.charAt(stop))) {
      stop++;
    }
    out.add(at, stop);
    return stop;
  }

  /** An apostrophe that begins a token: "'80s", "’em", or a clitic after a mark. */
  private int apostrophe(int at, int end) {
    int stop = at + 1;
    if (isDigit(stop, end) && isDigit(stop + 1, end) && !isDigit(stop + 2, end)) {
      stop += 2;
      if (stop < end && text.charAt(stop) == 's') {
        stop++;
      }
      return isWord(stop, end) ? at + 1 : stop;
    }
    int wordEnd = stop;
    while (wordEnd < end && Character.isLetter(text.charAt(wordEnd))) {
      wordEnd++;
    }
    boolean attached = at > 0 && !isSpace(text.charAt(at - 1)) && isClosing(text.charAt(at - 1));
    String word = wordEnd - stop <= 5 ? lower(stop, wordEnd) : "";
    if ((attached && isClitic(word))
        || word.equals("em")
        || word.equals("til")
        || word.equals("tis")
        || word.equals("cause")) {
      return wordEnd;
    }
    return stop;
  }

  private static boolean isClosing(char c) {
    return c == '"' || c == '”' || c == ')' || c == ']' || c == '’' || c == '\'' || c == '.';
  }

  private static boolean isClitic(String word) {
    return switch (word) {
      case "s", "re", "ve", "ll", "d", "m" -> true;
      default -> false;
    };
  }

  // Words

  /** Adds the word at {@code at}, cut where its parts stand alone; returns where it ends. */
  private int word(int begin, int end) {
    int at = begin;
    while (at < end) {
      char c = text.charAt(at);
      if (isWord(at, end) || c == '_' || isCombining(c)) {
        at++;
      } else if (c == '.' && stopBelongs(begin, at, end)) {
        at++;
      } else if (c == ',' && isDigit(at - 1, end) && isDigit(at + 1, end)) {
        at++;
      } else if (c == ':' && at > begin && isDigit(at - 1, end) && isDigit(at + 1, end)) {
        at++;
      } else if (c == '&'
          && at - begin <= 3
          && at > begin
          && isUpper(at - 1)
          && isUpperAt(at + 1, end)) {
        at++;
      } else if ((c == '/' || c == '-')
          && at > begin
          && isWord(at + 1, end)
          && joins(begin, at, end)) {
        at++;
      } else if ((c == '\'' || c == '’') && at > begin && innerApostrophe(begin, at, end)) {
        at++;
      } else {
        break;
      }
    }
    if (at == begin) {
      at++;
    }
    return addWord(begin, at, end);
  }

  private int addWord(int begin, int stop, int end) {
    // "n't", "cannot", "gonna": the parts are tokens.
    int apostrophe = stop;
    boolean clitic =
        stop + 1 < end
            && (text.charAt(stop) == '\'' || text.charAt(stop) == '’')
            && Character.isLetter(text.charAt(stop + 1));
    if (clitic) {
      int wordEnd = stop + 1;
      while (wordEnd < end && isWord(wordEnd, end)) {
        wordEnd++;
      }
      String after = wordEnd - stop <= 4 ? lower(stop + 1, wordEnd) : "";
      if (after.equals("t") && stop - begin > 1 && lowerAt(stop - 1) == 'n') {
        out.add(begin, stop - 1);
        out.add(stop - 1, wordEnd);
        return wordEnd;
      }
      if (isClitic(after)) {
        out.add(begin, stop);
        out.add(apostrophe, wordEnd);
        return wordEnd;
      }
    }
    int cut = cutInside(begin, stop);
    if (cut > begin) {
      out.add(begin, cut);
      out.add(cut, stop);
    } else {
      out.add(begin, stop);
    }
    return stop;
  }

  /** Where a word that is written as one but is two is cut; {@code begin} if it is not. */
  private int cutInside(int begin, int stop) {
    int length = stop - begin;
    if (isDigit(begin, stop) || text.charAt(begin) == '.') {
      int i = begin;
      while (i < stop && (isDigit(i, stop) || isNumberMark(text.charAt(i)))) {
        i++;
      }
      if (i < stop && i > begin && stop - i <= 8 && Character.isLetter(text.charAt(i))) {
        int unitEnd = text.charAt(stop - 1) == '.' ? stop - 1 : stop;
        if (UNITS.contains(lower(i, unitEnd))) {
          return i;
        }
      }
      return begin;
    }
    if (length >= 5 && length <= 6) {
      return switch (lower(begin, stop)) {
        case "cannot", "gonna", "gotta", "wanna", "lemme", "gimme" -> begin + 3;
        default -> begin;
      };
    }
    if (length > 2 && length <= 4 && text.charAt(stop - 1) == '$') {
      return stop - 1;
    }
    return begin;
  }

  private static boolean isNumberMark(char c) {
    return c == '.' || c == ',' || c == ':';
  }

  private boolean innerApostrophe(int begin, int at, int end) {
    if (at + 1 >= end || !Character.isLetter(text.charAt(at + 1))) {
      return false;
    }
    int stop = at + 1;
    while (stop < end && isWord(stop, end)) {
      stop++;
    }
    String after = stop - at <= 4 ? lower(at + 1, stop) : "";
    if (isClitic(after)) {
      return false;
    }
    return !(after.equals("t") && lowerAt(at - 1) == 'n');
  }

  /** Whether the full stop at {@code at} is part of the word that began at {@code begin}. */
  private boolean stopBelongs(int begin, int at, int end) {
    if (at == begin) {
      return isDigit(at + 1, end);
    }
    if (at + 1 < end && text.charAt(at + 1) == '.') {
      return false;
    }
    if (isDigit(at + 1, end)) {
      return isDigit(at - 1, end);
    }
    if (at + 1 < end && Character.isLetter(text.charAt(at + 1))) {
      // "U.S", "p.m", "gu.com"; not "war.The"
      if (singleLetterRun(begin, at)
          && (at + 2 >= end || !Character.isLetter(text.charAt(at + 2)) || at - begin > 1)) {
        return true;
      }
      if (at - begin == 2 && lower(begin, at).equals("ph")) {
        return true;
      }
      int stop = at + 1;
      while (stop < end && isWord(stop, end)) {
        stop++;
      }
      return stop - at <= 5 && DOMAINS.contains(text.subSequence(at + 1, stop).toString());
    }
    // The last character of the word.
    int from = begin;
    if (isDigit(begin, end)) {
      while (from < at && (isDigit(from, end) || isNumberMark(text.charAt(from)))) {
        from++;
      }
      if (from == at) {
        return false;
      }
      String unit = at - from <= 4 ? lower(from, at) : "";
      return unit.equals("a.m") || unit.equals("p.m");
    }
    int hyphen = at;
    while (hyphen > begin && text.charAt(hyphen - 1) != '-') {
      hyphen--;
    }
    Abbreviations.Kind kind = abbreviations.of(text, hyphen, at);
    if (kind == null) {
      return false;
    }
    if (kind == Abbreviations.Kind.NUMBER) {
      int next = at + 1;
      while (next < text.length() && next < at + 4 && isSpace(text.charAt(next))) {
        next++;
      }
      return isDigit(next, text.length());
    }
    if (at - begin == 1 && text.charAt(begin) == 'I') {
      // "…and I." ends a sentence, "I. Newton" does not.
      return at + 2 < text.length()
          && Character.isUpperCase(text.charAt(at + 2))
          && at + 3 < text.length()
          && Character.isLowerCase(text.charAt(at + 3));
    }
    return true;
  }

  private boolean singleLetterRun(int begin, int at) {
    for (int i = begin; i < at; i++) {
      boolean letter = Character.isLetter(text.charAt(i));
      if ((i - begin) % 2 == 0 ? !letter : text.charAt(i) != '.') {
        return false;
      }
    }
    return (at - begin) % 2 == 1;
  }

  /** Whether a hyphen or slash inside a word leaves it one token. */
  private boolean joins(int begin, int at, int end) {
    int stop = at + 1;
    while (stop < end && (isWord(stop, end))) {
      stop++;
    }
    boolean digitsBefore = digits(begin, at);
    boolean digitsAfter = digits(at + 1, stop);
    if (text.charAt(at) == '/') {
      if (digitsBefore && digitsAfter) {
        return stop - at <= 5;
      }
      return at - begin == 1 && stop - at == 2 && Character.isLetter(text.charAt(begin));
    }
    if (digitsBefore && digitsAfter) {
      // Telephone numbers and dates, not ranges and scores.
      boolean third = stop + 1 < end && text.charAt(stop) == '-' && isDigit(stop + 1, end);
      int previous = begin;
      for (int i = begin; i < at; i++) {
        if (text.charAt(i) == '-') {
          previous = i;
        }
      }
      return third || previous > begin || (at - begin == 3 && stop - at == 5);
    }
    if (digitsAfter || digitsBefore) {
      return false;
    }
    int from = at;
    while (from > begin && text.charAt(from - 1) != '-') {
      from--;
    }
    if (at - from <= 7 && KEPT_PREFIXES.contains(lower(from, at)) && from == begin) {
      return true;
    }
    return stop - at <= 6 && stop - at > 1 && KEPT_SUFFIXES.contains(lower(at + 1, stop));
  }

  private boolean digits(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!Character.isDigit(c) && c != '-' && c != '/' && c != '.') {
        return false;
      }
    }
    return to > from;
  }

  // Characters

  private boolean isWord(int at, int end) {
    return at >= 0 && at < end && Character.isLetterOrDigit(text.charAt(at));
  }

  private boolean isDigit(int at, int end) {
    return at >= 0 && at < end && Character.isDigit(text.charAt(at));
  }

  private boolean isUpper(int at) {
    return Character.isUpperCase(text.charAt(at));
  }

  private boolean isUpperAt(int at, int end) {
    return at < end && isUpper(at);
  }

  private char lowerAt(int at) {
    return Character.toLowerCase(text.charAt(at));
  }

  private static boolean isCombining(char c) {
    return c >= 0x300
        && switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }

  private String lower(int begin, int end) {
    return text.subSequence(begin, end).toString().toLowerCase(Locale.ROOT);
  }

  private boolean startsWith(int begin, int end, String prefix) {
    return end - begin > prefix.length() && lower(begin, begin + prefix.length()).equals(prefix);
  }
}
