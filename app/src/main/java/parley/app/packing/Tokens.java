package parley.app.packing;

import java.util.Arrays;
import parley.text.CodePoints;

/** Where the words of a text begin and end; any other character but spaces stands for itself. */
final class Tokens {

  private final String text;
  private final CodePoints points;
  private final int[] begins;
  private final int[] ends;
  private final int size;

  Tokens(String text) {
    this(text, cut(text));
  }

  /**
   * @param places of the tokens of this text
   */
  Tokens(String text, Buffer places) {
    this.text = text;
    this.points = CodePoints.of(text);
    this.begins = places.begins;
    this.ends = places.ends;
    this.size = places.tokens;
  }

  private static Buffer cut(String text) {
    Buffer buffer = new Buffer();
    int i = 0;
    while (i < text.length()) {
      int begin = i;
      while (i < text.length() && isLetter(text.charAt(i))) {
        i++;
      }
      buffer.word(text.substring(begin, i));
      begin = i;
      while (i < text.length() && !isLetter(text.charAt(i))) {
        i++;
      }
      buffer.gap(text.substring(begin, i));
    }
    return buffer;
  }

  /** Whether a character is one of a word. */
  static boolean isLetter(char c) {
    return c < 128
        ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
        : Character.isLetterOrDigit(c);
  }

  /** The token that begins at an offset in code points, negative if none does. */
  int beginning(int offset) {
    return at(begins, offset);
  }

  /** The token that ends at an offset in code points, negative if none does. */
  int ending(int offset) {
    return at(ends, offset);
  }

  private int at(int[] places, int offset) {
    int length = text.length();
    if (offset < 0 || offset > points.fromUtf16(length)) {
      return -1;
    }
    int plain = points.toUtf16(offset);
    // An offset inside a pair of surrogates is no place of a token.
    return points.fromUtf16(plain) == offset ? Arrays.binarySearch(places, 0, size, plain) : -1;
  }

  /** Where a token begins, in code points. */
  int begin(long token) {
    return points.fromUtf16(begins[checked(token)]);
  }

  /** Where a token ends, in code points. */
  int end(long token) {
    return points.fromUtf16(ends[checked(token)]);
  }

  private int checked(long token) {
    if (token < 0 || token >= size) {
      throw new DamagedException("no token " + token + " of " + size);
    }
    return (int) token;
  }

  /** The characters from a begin to an end in code points; empty if there are none. */
  String words(int begin, int end) {
    if (begin < 0 || end < begin || end > points.fromUtf16(text.length())) {
      return "";
    }
    return text.substring(points.toUtf16(begin), points.toUtf16(end));
  }
}
