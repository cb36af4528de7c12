package parley.app.view;

import java.util.ArrayList;
import java.util.List;

/** A run of inked text that is broken into lines of a terminal's width. */
final class Paragraph {

  private record Change(int at, Ink ink) {}

  /** Columns that text gets even where its margin leaves none. */
  private static final int NARROWEST = 16;

  private final StringBuilder text = new StringBuilder();
  private final List<Change> changes = new ArrayList<>();

  /** Adds text of a report or of ours; whatever a terminal would obey is made harmless. */
  Paragraph add(String words, Ink ink) {
    String safe = TerminalText.of(words);
    if (!safe.isEmpty()) {
      changes.add(new Change(text.length(), ink));
      text.append(safe);
    }
    return this;
  }

  Paragraph add(String words) {
    return add(words, Ink.PLAIN);
  }

  /** Adds our own characters as they are, blanks at the ends included. */
  Paragraph mark(String characters) {
    changes.add(new Change(text.length(), Ink.NOTE));
    text.append(characters);
    return this;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /**
   * Writes the lines, each ended by a line feed.
   *
   * @param first what stands before the first line; later lines are indented as far
   * @param width columns of the terminal
   */
  void to(StringBuilder out, String first, int width, boolean colour) {
    to(out, first, TerminalText.columns(first), width, colour);
  }

  /**
   * @param indent blanks before the second and later lines
   */
  void to(StringBuilder out, String first, int indent, int width, boolean colour) {
    int line = 0;
    int change = 0;
    Ink ink = Ink.PLAIN;
    do {
      int margin = line == 0 ? TerminalText.columns(first) : indent;
      int end = lineEnd(line, Math.max(NARROWEST, width - margin));
      out.append(line == 0 ? first : " ".repeat(indent));
      if (colour && ink != Ink.PLAIN) {
        out.append(ink.start());
      }
      int stop = end;
      while (stop > line && text.charAt(stop - 1) == ' ') {
        stop--;
      }
      for (int i = line; i < stop; i++) {
        while (change < changes.size() && changes.get(change).at() <= i) {
          ink = changes.get(change++).ink();
          if (colour) {
            out.append(Ink.PLAIN.start());
            if (ink != Ink.PLAIN) {
              out.append(ink.start());
            }
          }
        }
        out.append(text.charAt(i));
      }
      if (colour && ink != Ink.PLAIN) {
        out.append(Ink.PLAIN.start());
      }
      out.append('\n');
      line = end;
      while (line < text.length() && text.charAt(line) == ' ') {
        line++;
      }
    } while (line < text.length());
  }

  /** Where the line that begins at {@code begin} ends: after a blank, or within a word too long. */
  private int lineEnd(int begin, int room) {
    int used = 0;
    int lastBlank = -1;
    for (int i = begin; i < text.length(); ) {
      int c = text.codePointAt(i);
      used += TerminalText.columns(c);
      if (c == ' ') {
        lastBlank = i;
      }
      if (used > room && c != ' ') {
        return lastBlank > begin ? lastBlank : Math.max(i, begin + 1);
      }
      i += Character.charCount(c);
    }
    return text.length();
  }
}
