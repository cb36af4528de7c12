package parley.extract.parts;

import parley.text.Span;

/**
 * One paragraph of bare text with the few facts that tell parts apart. Only the first {@value
 * #LOOK} characters are looked at.
 */
final class Line {

  /** A paragraph longer than this is body whatever it holds. */
  static final int LOOK = 400;

  final Span span;

  /** The text, cut to {@link #LOOK}. */
  final String text;

  /** Lower case, white space folded, without marks at either end. */
  final String plain;

  final int words;

  Line(String report, Span span) {
    this.span = span;
    this.text = report.substring(span.begin(), Math.min(span.end(), span.begin() + LOOK));
    this.plain = plain(text);
    this.words = words(plain);
  }

  /** Lower case, white space folded, only letters, digits and inner marks kept at the ends. */
  static String plain(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ' && c < 0x7f) {
        folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
      } else if (c == ' ' || c == '\u00a0' || Character.isWhitespace(c)) {
        int n = folded.length();
        if (n > 0 && folded.charAt(n - 1) != ' ') {
          folded.append(' ');
        }
      } else {
        folded.append(Character.toLowerCase(c));
      }
    }
    int b = 0;
    int e = folded.length();
    while (b < e && !Character.isLetterOrDigit(folded.charAt(b)) && folded.charAt(b) != '\u00a9') {
      b++;
    }
    while (e > b && !Character.isLetterOrDigit(folded.charAt(e - 1))) {
      e--;
    }
    return folded.substring(b, e);
  }

  private static int words(String plain) {
    int n = plain.isEmpty() ? 0 : 1;
    for (int i = 0; i < plain.length(); i++) {
      n += plain.charAt(i) == ' ' ? 1 : 0;
    }
    return n;
  }

  int length() {
    return span.length();
  }

  boolean isLong() {
    return length() >= 140;
  }

  /** Whether it ends as a sentence does, closing quotation marks and brackets aside. */
  boolean endsSentence() {
    int e = lastMark();
    return e >= 0 && ".?!\u2026".indexOf(text.charAt(e)) >= 0;
  }

  /** Whether it ends with a full stop, closing quotation marks and brackets aside. */
  boolean endsWithStop() {
    int e = lastMark();
    return e >= 0 && text.charAt(e) == '.';
  }

  private int lastMark() {
    if (length() > LOOK) {
      return -1;
    }
    int e = text.length() - 1;
    while (e >= 0 && "\"'\u201d\u2019\u00bb)]".indexOf(text.charAt(e)) >= 0) {
      e--;
    }
    return e;
  }

  /** Whether the whole line stands in quotation marks. */
  boolean isQuoted() {
    return text.length() > 2
        && length() <= LOOK
        && "\"'\u201c\u2018\u00ab".indexOf(text.charAt(0)) >= 0
        && "\"'\u201d\u2019\u00bb".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** Whether it reads as running text: long, or several words that end as a sentence. */
  boolean isProse() {
    return isLong() || (words >= 8 && endsSentence());
  }

  /** Words that begin with a capital, of all words that begin with a letter; 0 to 1. */
  double capitals() {
    int capital = 0;
    int all = 0;
    for (String word : text.split("[\\s\u00a0]+")) {
      if (!word.isEmpty() && Character.isLetter(word.charAt(0))) {
        all++;
        if (Character.isUpperCase(word.charAt(0))) {
          capital++;
        }
      }
    }
    return all == 0 ? 0 : (double) capital / all;
  }
}
