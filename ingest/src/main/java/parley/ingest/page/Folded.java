package parley.ingest.page;

/** Text whose white space is folded: runs of it are one space, none stands at the start. */
final class Folded {

  private final StringBuilder text = new StringBuilder();

  /** Adds characters, white space folded, soft hyphens and marks of no width left out. */
  void add(String raw) {
    int from = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c > ' ' && c < '\u00a0' || c == ' ' && i > from && raw.charAt(i - 1) != ' ') {
        // The usual case, letters and single spaces between them, is taken in one piece.
        continue;
      }
      boolean space = space(c);
      if (space || dropped(c)) {
        text.append(raw, from, i);
        from = i + 1;
        if (space) {
          gap();
        }
      }
    }
    text.append(raw, from, raw.length());
  }

  /** A space, unless one stands there already. */
  void gap() {
    int n = text.length();
    if (n > 0 && text.charAt(n - 1) != ' ') {
      text.append(' ');
    }
  }

  /** White space of any kind, no-break spaces and line separators included. */
  static boolean space(char c) {
    return c <= ' '
        || c == '\u00a0'
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u202f'
        || c == '\u3000'
        || c == '\u2009';
  }

  static boolean dropped(char c) {
    return c == '\u00ad' || c == '\u200b' || c == '\ufeff' || c == '\u2060';
  }

  int length() {
    return text.length();
  }

  boolean endsSentence() {
    int e = text.length() - 1;
    while (e >= 0 && " \"'\u201d\u2019\u00bb)]".indexOf(text.charAt(e)) >= 0) {
      e--;
    }
    return e > 30 && ".?!\u3002\uff01\uff1f".indexOf(text.charAt(e)) >= 0;
  }

  void clear() {
    text.setLength(0);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
