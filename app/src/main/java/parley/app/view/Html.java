package parley.app.view;

/** Escapes text for HTML, in content and in quoted attributes alike. */
final class Html {

  private static final String REPLACEMENT = "\uFFFD";

  private Html() {}

  /**
   * Markup characters become references. What HTML cannot hold (controls, unpaired surrogates,
   * noncharacters) becomes the replacement character.
   */
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    escape(out, text, 0, text.length());
    return out.toString();
  }

  /** Escapes {@code text} from {@code begin} to {@code end}, UTF-16 units. */
  static void escape(StringBuilder out, String text, int begin, int end) {
    for (int i = begin; i < end; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\t', '\n' -> out.append((char) c);
        // A carriage return would be turned into a line feed; a reader sees white space either way.
        case '\r' -> out.append("&#13;");
        default -> {
          if (isAllowed(c)) {
            out.appendCodePoint(c);
          } else {
            out.append(REPLACEMENT);
          }
        }
      }
    }
  }

  private static boolean isAllowed(int c) {
    boolean control = c < 0x20 || c >= 0x7F && c < 0xA0;
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean noncharacter = c >= 0xFDD0 && c <= 0xFDEF || (c & 0xFFFE) == 0xFFFE;
    return !control && !surrogate && !noncharacter;
  }

  /** Text whose writing direction cannot touch what stands around it. */
  static String isolated(String text) {
    return "<bdi>" + escape(text) + "</bdi>";
  }
}
