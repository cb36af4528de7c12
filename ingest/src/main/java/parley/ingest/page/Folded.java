package parley.ingest.page;

import java.util.Arrays;

/** Text whose white space is folded: runs of it are one space, none stands at the start. */
final class Folded {

  private char[] text = new char[1024];
  private int length;

  /** Adds characters, white space folded, soft hyphens and marks of no width left out. */
  void add(String raw) {
    int end = length + raw.length();
    if (end > text.length) {
      text = Arrays.copyOf(text, Math.max(end, text.length * 2));
    }
    raw.getChars(0, raw.length(), text, length);
    char[] folded = text;
    int to = length;
    for (int from = length; from < end; from++) {
      char c = folded[from];
      if (c > ' ' && c < '\u00a0') {
        folded[to++] = c;
      } else if (space(c)) {
        if (to > 0 && folded[to - 1] != ' ') {
          folded[to++] = ' ';
        }
      } else if (!dropped(c)) {
        folded[to++] = c;
      }
    }
    length = to;
  }

  /** A space, unless one stands there already. */
  void gap() {
    if (length > 0 && text[length - 1] != ' ') {
      if (length == text.length) {
        text = Arrays.copyOf(text, length * 2);
      }
      text[length++] = ' ';
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
    return length;
  }

  boolean endsSentence() {
    int e = length - 1;
    while (e >= 0 && " \"'\u201d\u2019\u00bb)]".indexOf(text[e]) >= 0) {
      e--;
    }
    return e > 30 && ".?!\u3002\uff01\uff1f".indexOf(text[e]) >= 0;
  }

  void clear() {
    length = 0;
  }

  /** The text without white space around it. */
  String stripped() {
    int end = length > 0 && text[length - 1] == ' ' ? length - 1 : length;
    return new String(text, 0, end).strip();
  }
}
