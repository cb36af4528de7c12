package parley.text;

import java.util.Arrays;

/**
 * Converts between UTF-16 offsets, used in the process, and Unicode code point offsets, used in
 * everything that leaves it. An unpaired surrogate counts as one code point. This is the one place
 * where the two meet.
 */
public final class CodePoints {

  /** UTF-16 offset of the second unit of each surrogate pair, ascending. */
  private final int[] lows;

  private final int length;

  private CodePoints(int[] lows, int length) {
    this.lows = lows;
    this.length = length;
  }

  /** Reads the text once; conversions then cost the logarithm of its surrogate pairs. */
  public static CodePoints of(CharSequence text) {
    int[] lows = new int[16];
    int n = 0;
    for (int i = 1; i < text.length(); i++) {
      if (Character.isLowSurrogate(text.charAt(i))
          && Character.isHighSurrogate(text.charAt(i - 1))) {
        if (n == lows.length) {
          lows = Arrays.copyOf(lows, n * 2);
        }
        lows[n++] = i;
      }
    }
    return new CodePoints(Arrays.copyOf(lows, n), text.length());
  }

  /**
   * Code points before a UTF-16 offset. An offset inside a surrogate pair counts as after it.
   *
   * @throws IndexOutOfBoundsException if the offset is not in the text or at its end
   */
  public int fromUtf16(int offset) {
    if (offset < 0 || offset > length) {
      throw new IndexOutOfBoundsException(offset + " not in [0, " + length + "]");
    }
    return offset - pairsBefore(offset);
  }

  private int pairsBefore(int offset) {
    int at = Arrays.binarySearch(lows, offset);
    return at >= 0 ? at : -at - 1;
  }

  /**
   * The UTF-16 offset of a code point offset.
   *
   * @throws IndexOutOfBoundsException if there is no such code point offset in the text
   */
  public int toUtf16(int offset) {
    if (offset < 0 || offset > length - lows.length) {
      throw new IndexOutOfBoundsException(offset + " not in [0, " + (length - lows.length) + "]");
    }
    // The k-th pair (0-based) ends at UTF-16 lows[k] + 1, code point lows[k] - k.
    int low = 0;
    int high = lows.length;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (lows[mid] - mid <= offset) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    // low = number of pairs wholly before, since pair k is over at code point offset lows[k] - k.
    return offset + low;
  }
}
