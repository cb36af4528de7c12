package parley.text;

/**
 * A stretch {@code [begin, end)} of a text, in UTF-16 code units, 0-based, end exclusive.
 *
 * <p>Inside the process all spans are of this kind; whatever leaves it is converted to Unicode code
 * points by {@link CodePoints}.
 *
 * @param begin first unit, at least 0
 * @param end one past the last unit, at least {@code begin}
 */
public record Span(int begin, int end) implements Comparable<Span> {

  /**
   * @throws IllegalArgumentException if the bounds are negative or reversed
   */
  public Span {
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("not a span: [" + begin + ", " + end + ")");
    }
  }

  /** Units between begin and end. */
  public int length() {
    return end - begin;
  }

  public boolean isEmpty() {
    return begin == end;
  }

  /** Whether every unit of {@code other} lies in this span. */
  public boolean contains(Span other) {
    return begin <= other.begin && other.end <= end;
  }

  public boolean contains(int offset) {
    return begin <= offset && offset < end;
  }

  /** Whether the two spans share a unit. */
  public boolean overlaps(Span other) {
    return begin < other.end && other.begin < end;
  }

  /** The smallest span that holds both. */
  public Span cover(Span other) {
    return new Span(Math.min(begin, other.begin), Math.max(end, other.end));
  }

  /**
   * This span without the white space at its ends in {@code text}; empty where it is nothing else.
   */
  public Span trimmed(CharSequence text) {
    int b = begin;
    int e = end;
    while (b < e && Character.isWhitespace(text.charAt(b))) {
      b++;
    }
    while (e > b && Character.isWhitespace(text.charAt(e - 1))) {
      e--;
    }
    return new Span(b, e);
  }

  /**
   * The characters of this span.
   *
   * @throws IndexOutOfBoundsException if the span does not lie in {@code text}
   */
  public String of(CharSequence text) {
    return text.subSequence(begin, end).toString();
  }

  @Override
  public int compareTo(Span other) {
    int byBegin = Integer.compare(begin, other.begin);
    return byBegin != 0 ? byBegin : Integer.compare(end, other.end);
  }
}
