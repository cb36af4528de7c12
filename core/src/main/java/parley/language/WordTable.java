package parley.language;

import java.util.Locale;

/**
 * A fixed set of lower-case ASCII words, each with a number, looked up in any case and without
 * making a string. Immutable.
 */
public final class WordTable {

  /** What {@link #find} gives for a word that is not in the table. */
  public static final int NONE = -1;

  private final String[] words;
  private final int[] values;
  private final int mask;

  /**
   * @param entries lists of words apart by blanks, each with the value that its words get
   * @throws IllegalArgumentException if a word has two values or is not lower-case ASCII
   */
  public WordTable(Entry... entries) {
    int count = 0;
    for (Entry entry : entries) {
      count += entry.words().split(" ").length;
    }
    int size = Integer.highestOneBit(Math.max(8, count) * 4);
    words = new String[size];
    values = new int[size];
    mask = size - 1;
    for (Entry entry : entries) {
      for (String word : entry.words().split(" ")) {
        put(word, entry.value());
      }
    }
  }

  /** Words apart by blanks, and the value of each. */
  public record Entry(String words, int value) {

    public Entry {
      if (value < 0) {
        throw new IllegalArgumentException("negative value " + value + " for: " + words);
      }
    }
  }

  private void put(String word, int value) {
    if (!word.equals(word.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("not in lower case: " + word);
    }
    int slot = hash(word, 0, word.length()) & mask;
    while (words[slot] != null) {
      if (words[slot].equals(word)) {
        throw new IllegalArgumentException("twice in the table: " + word);
      }
      slot = (slot + 1) & mask;
    }
    words[slot] = word;
    values[slot] = value;
  }

  /** The value of the word at {@code [begin, end)} of the text, {@link #NONE} if it has none. */
  public int find(CharSequence text, int begin, int end) {
    int slot = hash(text, begin, end) & mask;
    String word = words[slot];
    while (word != null) {
      if (same(word, text, begin, end)) {
        return values[slot];
      }
      slot = (slot + 1) & mask;
      word = words[slot];
    }
    return NONE;
  }

  public int find(CharSequence word) {
    return find(word, 0, word.length());
  }

  private static int hash(CharSequence text, int begin, int end) {
    int h = 0;
    for (int i = begin; i < end; i++) {
      h = h * 31 + lower(text.charAt(i));
    }
    return h ^ (h >>> 15);
  }

  private static boolean same(String word, CharSequence text, int begin, int end) {
    if (word.length() != end - begin) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != lower(text.charAt(begin + i))) {
        return false;
      }
    }
    return true;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }
}
