package parley.app.view;

/**
 * Makes text of reports fit to be sent to a terminal: no control sequences, no change of writing
 * direction, no line breaks.
 */
public final class TerminalText {

  private static final int CONTROL_PICTURES = 0x2400;
  private static final int DELETE_PICTURE = 0x2421;
  private static final char REPLACEMENT = '\uFFFD';

  private TerminalText() {}

  /**
   * White space becomes single blanks, control characters their pictures (ESC is ␛), unpaired
   * surrogates and C1 controls the replacement character; marks that steer bidirectional layout are
   * left out, since one without its end would turn the rest of the screen.
   */
  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean blank = true;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isBlank(c)) {
        if (!blank) {
          out.append(' ');
        }
        blank = true;
      } else if (!steersLayout(c)) {
        out.appendCodePoint(visible(c));
        blank = false;
      }
    }
    int end = out.length();
    return end > 0 && out.charAt(end - 1) == ' ' ? out.substring(0, end - 1) : out.toString();
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) && (c > 0x1F || c == '\t' || c == '\n' || c == '\r')
        || Character.isSpaceChar(c);
  }

  private static int visible(int c) {
    if (c < 0x20) {
      return CONTROL_PICTURES + c;
    }
    if (c == 0x7F) {
      return DELETE_PICTURE;
    }
    boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return lone || c >= 0x80 && c < 0xA0 ? REPLACEMENT : c;
  }

  /** Unicode's bidirectional formatting characters, and the byte order mark. */
  private static boolean steersLayout(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || c >= 0x202A && c <= 0x202E
        || c >= 0x2066 && c <= 0x2069
        || c == 0xFEFF;
  }

  /** Columns that a code point takes up on a terminal: 0, 1 or 2. */
  static int columns(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  /** Unicode's East Asian wide blocks and emoji, by block. */
  private static boolean isWide(int c) {
    return c >= 0x1100
        && (c <= 0x115F
            || c >= 0x2E80 && c <= 0xA4CF && c != 0x303F
            || c >= 0xAC00 && c <= 0xD7A3
            || c >= 0xF900 && c <= 0xFAFF
            || c >= 0xFE30 && c <= 0xFE6F
            || c >= 0xFF00 && c <= 0xFF60
            || c >= 0xFFE0 && c <= 0xFFE6
            || c >= 0x1F300 && c <= 0x1FAFF
            || c >= 0x20000 && c <= 0x3FFFD);
  }

  static int columns(String text) {
    int sum = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      sum += columns(c);
      i += Character.charCount(c);
    }
    return sum;
  }
}
