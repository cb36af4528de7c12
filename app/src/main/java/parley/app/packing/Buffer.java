package parley.app.packing;

import java.util.Arrays;

/** A text in the making, and where the words and signs in it begin and end. */
final class Buffer {

  private char[] chars = new char[256];
  private int length;
  int[] begins = new int[64];
  int[] ends = new int[64];
  int tokens;

  void word(String word) {
    int begin = length;
    add(word);
    if (length > begin) {
      token(begin, length);
    }
  }

  /** What stands between words: each character but spaces is a token. */
  void gap(String gap) {
    int begin = length;
    add(gap);
    for (int i = begin; i < length; i++) {
      if (chars[i] != ' ' && !Character.isWhitespace(chars[i])) {
        token(i, i + 1);
      }
    }
  }

  private void add(String text) {
    int size = text.length();
    if (length + size > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(length + size, chars.length * 2));
    }
    text.getChars(0, size, chars, length);
    length += size;
  }

  private void token(int begin, int end) {
    if (tokens == begins.length) {
      begins = Arrays.copyOf(begins, tokens * 2);
      ends = Arrays.copyOf(ends, tokens * 2);
    }
    begins[tokens] = begin;
    ends[tokens++] = end;
  }

  String text() {
    return new String(chars, 0, length);
  }

  /** The text; the next one may be made. */
  String take() {
    String text = text();
    length = 0;
    tokens = 0;
    return text;
  }
}
