package parley.language.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/**
 * Marks words that stand in lists: states, their people, titles, and the phrases that the training
 * program packed (given and family names, places, organisations, ...), each list a bit. Immutable.
 */
public final class NameLists {

  private static final int STATE = 1;
  private static final int PEOPLE = 2;
  private static final int TITLE = 4;

  /** The first of the packed lists; those before are not packed. */
  public static final int FIRST_LIST = 3;

  /** Phrases of more words are not looked up. */
  public static final int LONGEST = 5;

  /** Says of a phrase that longer ones begin with it. */
  private static final int OPEN = 1 << 31;

  private final States states = States.shipped();
  private final Titles titles = Titles.shipped();

  /** Pairs of phrase and bits, open addressing; no bits mark a free slot. */
  private final int[] slots;

  private final int mask;

  private NameLists(int[] phrases, int[] bits) {
    int capacity = Integer.highestOneBit(Math.max(4, phrases.length)) * 4;
    slots = new int[capacity * 2];
    mask = capacity - 1;
    for (int i = 0; i < phrases.length; i++) {
      int at = Hash.feature(1, phrases[i]) & mask;
      while (slots[at * 2 + 1] != 0) {
        at = (at + 1) & mask;
      }
      slots[at * 2] = phrases[i];
      slots[at * 2 + 1] = bits[i];
    }
  }

  /**
   * @param entries by phrase, a bit for each list that it stands in ({@link #add})
   */
  public static NameLists of(SortedMap<Integer, Integer> entries) {
    int[] phrases = new int[entries.size()];
    int[] bits = new int[phrases.length];
    int i = 0;
    for (var entry : entries.entrySet()) {
      phrases[i] = entry.getKey();
      bits[i++] = entry.getValue();
    }
    return new NameLists(phrases, bits);
  }

  /** Reads what {@link #write} wrote. */
  static NameLists read(DataInputStream in) throws IOException {
    int[] phrases = new int[in.readInt()];
    int[] bits = new int[phrases.length];
    int phrase = Integer.MIN_VALUE;
    for (int i = 0; i < phrases.length; i++) {
      phrase += Weights.readVarint(in);
      phrases[i] = phrase;
    }
    for (int i = 0; i < phrases.length; i++) {
      bits[i] = Weights.readVarint(in);
    }
    return new NameLists(phrases, bits);
  }

  /** Writes lists as they ship. */
  public static void write(DataOutputStream out, SortedMap<Integer, Integer> entries)
      throws IOException {
    out.writeInt(entries.size());
    int last = Integer.MIN_VALUE;
    for (int phrase : entries.keySet()) {
      Weights.writeVarint(out, phrase - last);
      last = phrase;
    }
    for (int bits : entries.values()) {
      Weights.writeVarint(out, bits);
    }
  }

  /** Adds a phrase, its words as the tokenizer cuts them, to the list of that number. */
  public static void add(SortedMap<Integer, Integer> entries, String phrase, int list) {
    String[] words = phrase.replace("-", " - ").replace("'s", " 's").trim().split(" +", -1);
    if (words.length > LONGEST) {
      return;
    }
    int hash = 0;
    for (int i = 0; i < words.length; i++) {
      hash = i == 0 ? Hash.ofLower(words[0]) : Hash.pair(hash, Hash.ofLower(words[i]));
      int bits = i == words.length - 1 ? 1 << list : OPEN;
      entries.merge(hash, bits, (a, b) -> a | b);
    }
  }

  private int find(int phrase) {
    int at = Hash.feature(1, phrase) & mask;
    while (slots[at * 2 + 1] != 0) {
      if (slots[at * 2] == phrase) {
        return slots[at * 2 + 1];
      }
      at = (at + 1) & mask;
    }
    return 0;
  }

  /** Sets a bit in {@code marks} for each list that a word stands in. */
  void mark(Words w, int[] marks) {
    List<String> forms = Arrays.asList(w.forms).subList(0, w.size);
    for (int i = 0; i < w.size; i++) {
      boolean title = titles.isTitle(forms.get(i));
      if (title) {
        marks[i] |= TITLE;
      }
      if (Character.isUpperCase(forms.get(i).charAt(0))) {
        set(marks, i, states.stateAt(forms, i), STATE);
        set(marks, i, states.demonymAt(forms, i), PEOPLE);
        int hash = w.lower[i];
        int bits = find(hash);
        marks[i] |= bits & ~OPEN;
        for (int end = i + 1; bits < 0 && end < Math.min(w.size, i + LONGEST); end++) {
          hash = Hash.pair(hash, w.lower[end]);
          bits = find(hash);
          set(marks, i, end + 1 - i, bits & ~OPEN);
        }
      }
    }
  }

  private static void set(int[] marks, int from, int length, int bit) {
    for (int i = from; i < from + length; i++) {
      marks[i] |= bit;
    }
  }
}
