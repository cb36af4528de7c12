package parley.language.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SortedMap;

/**
 * What is known of words by themselves: the tags they were seen with. Keyed by {@link
 * Hash#ofLower}. Immutable.
 */
public final class Lexicon {

  /** Of a word: a hash of its tags, its only tag from 1 or 0. */
  public record Entry(int tagSet, int sure) {}

  public static final Lexicon EMPTY = new Lexicon(new int[0], new int[0], new int[0]);

  private final int[] slots;
  private final int mask;
  private final int[] tagSets;
  private final int[] sure;

  private Lexicon(int[] words, int[] tagSets, int[] sure) {
    this.sure = sure;
    this.tagSets = tagSets;
    int capacity = Integer.highestOneBit(Math.max(4, words.length)) * 4;
    slots = new int[capacity * 2];
    mask = capacity - 1;
    for (int i = 0; i < words.length; i++) {
      int at = Hash.feature(1, words[i]) & mask;
      while (slots[at * 2 + 1] != 0) {
        at = (at + 1) & mask;
      }
      slots[at * 2] = words[i];
      slots[at * 2 + 1] = i + 1;
    }
  }

  /** The entry of a word, -1 if it has none. */
  int find(int word) {
    int at = Hash.feature(1, word) & mask;
    while (slots[at * 2 + 1] != 0) {
      if (slots[at * 2] == word) {
        return slots[at * 2 + 1] - 1;
      }
      at = (at + 1) & mask;
    }
    return -1;
  }

  int tagSet(int entry) {
    return entry < 0 ? 0 : tagSets[entry];
  }

  int sure(int entry) {
    return entry < 0 ? 0 : sure[entry];
  }

  public static Lexicon of(SortedMap<Integer, Entry> entries) {
    int[] words = new int[entries.size()];
    int[] tagSets = new int[words.length];
    int[] sure = new int[words.length];
    int i = 0;
    for (var entry : entries.entrySet()) {
      words[i] = entry.getKey();
      tagSets[i] = entry.getValue().tagSet();
      sure[i++] = entry.getValue().sure();
    }
    return new Lexicon(words, tagSets, sure);
  }

  static Lexicon read(DataInputStream in) throws IOException {
    int n = in.readInt();
    int kinds = in.readUnsignedShort();
    int[] sets = new int[kinds];
    for (int i = 0; i < kinds; i++) {
      sets[i] = in.readInt();
    }
    int[] words = new int[n];
    int[] tagSets = new int[n];
    int[] sure = new int[n];
    int word = Integer.MIN_VALUE;
    for (int i = 0; i < n; i++) {
      word += Weights.readVarint(in);
      words[i] = word;
      tagSets[i] = sets[Weights.readVarint(in)];
      sure[i] = in.readUnsignedByte();
    }
    return new Lexicon(words, tagSets, sure);
  }

  public static void write(DataOutputStream out, SortedMap<Integer, Entry> entries)
      throws IOException {
    java.util.TreeMap<Integer, Integer> sets = new java.util.TreeMap<>();
    for (Entry entry : entries.values()) {
      sets.put(entry.tagSet(), 0);
    }
    out.writeInt(entries.size());
    out.writeShort(sets.size());
    int k = 0;
    for (var set : sets.entrySet()) {
      out.writeInt(set.getKey());
      set.setValue(k++);
    }
    int last = Integer.MIN_VALUE;
    for (var entry : entries.entrySet()) {
      Weights.writeVarint(out, entry.getKey() - last);
      last = entry.getKey();
      Weights.writeVarint(
          out, java.util.Objects.requireNonNull(sets.get(entry.getValue().tagSet())));
      out.writeByte(entry.getValue().sure());
    }
  }
}
