package parley.extract.parts;

import java.util.ArrayList;
import java.util.List;
import parley.text.Span;

/**
 * Splits text into paragraphs: lines, or blocks of lines where the text is wrapped to a width, as
 * mail and agency files are.
 */
final class Paragraphs {

  /** No longer line than this stands in wrapped text. */
  private static final int WIDEST = 100;

  private static final int NARROWEST = 50;

  /** Lines that break in the middle of a sentence, from which a text counts as wrapped. */
  private static final int BROKEN_LINES = 3;

  private Paragraphs() {}

  /** Paragraphs in text order, without the white space around them; none is blank. */
  static List<Span> of(String text) {
    List<Span> lines = lines(text);
    int width = 0;
    for (Span line : lines) {
      width = Math.max(width, line.length());
    }
    if (width < NARROWEST || width > WIDEST || broken(text, lines) < BROKEN_LINES) {
      return lines;
    }
    List<Span> paragraphs = new ArrayList<>();
    for (Span line : lines) {
      int last = paragraphs.size() - 1;
      if (last >= 0 && continues(text, lastLine(text, paragraphs.get(last)), line, width)) {
        paragraphs.set(last, paragraphs.get(last).cover(line));
      } else {
        paragraphs.add(line);
      }
    }
    return paragraphs;
  }

  private static List<Span> lines(String text) {
    List<Span> lines = new ArrayList<>();
    int begin = 0;
    while (begin < text.length()) {
      int end = begin;
      while (end < text.length() && !breaks(text.charAt(end))) {
        end++;
      }
      int b = begin;
      int e = end;
      while (b < e && blank(text.charAt(b))) {
        b++;
      }
      while (e > b && blank(text.charAt(e - 1))) {
        e--;
      }
      if (b < e) {
        lines.add(new Span(b, e));
      }
      begin = end + 1;
    }
    return lines;
  }

  private static boolean breaks(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff' || c == '\0';
  }

  private static int broken(String text, List<Span> lines) {
    int n = 0;
    for (int i = 1; i < lines.size(); i++) {
      if (adjacent(text, lines.get(i - 1), lines.get(i))
          && Character.isLowerCase(text.charAt(lines.get(i).begin()))
          && Character.isLetter(text.charAt(lines.get(i - 1).end() - 1))) {
        n++;
      }
    }
    return n;
  }

  private static Span lastLine(String text, Span paragraph) {
    int begin = paragraph.end();
    while (begin > paragraph.begin() && !breaks(text.charAt(begin - 1))) {
      begin--;
    }
    return new Span(begin, paragraph.end());
  }

  /** Whether the second line's first word had no room on the first. */
  private static boolean continues(String text, Span first, Span second, int width) {
    if (!adjacent(text, first, second)) {
      return false;
    }
    int word = second.begin();
    while (word < second.end() && !blank(text.charAt(word))) {
      word++;
    }
    return first.length() + 1 + word - second.begin() > width - 3;
  }

  /** Whether only one line break, with no blank line, stands between the two. */
  private static boolean adjacent(String text, Span first, Span second) {
    int breaks = 0;
    for (int i = first.end(); i < second.begin(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && text.charAt(i + 1) != '\n')) {
        breaks++;
      }
    }
    return breaks == 1;
  }
}
