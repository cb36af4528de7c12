package parley.language.internal;

import java.util.Arrays;

/**
 * Features of a sentence's words, the same number for each, found together before the first word is
 * scored; but for those that wait for what earlier words are given. Belongs to one thread.
 */
final class WordFeatures {

  /** The features, word after word. */
  int[] values = new int[0];

  private final Scorer scorer;
  private final int each;
  private final int[] waiting;
  private final int[] late;
  private int[] rows = new int[0];

  /**
   * @param each features of a word
   * @param waiting where among them those stand that wait
   */
  WordFeatures(Scorer scorer, int each, int... waiting) {
    this.scorer = scorer;
    this.each = each;
    this.waiting = waiting;
    late = new int[waiting.length * 2];
  }

  /** Makes room for so many words. */
  void reserve(int words) {
    if (values.length < words * each) {
      values = new int[words * each * 2];
      rows = new int[words * each * 2];
    }
  }

  /** Finds the features of so many words, which are all there but for those that wait. */
  void find(int words) {
    scorer.find(values, 0, words * each, rows, 0);
  }

  /** Scores the word whose features begin at {@code from}, now that none waits. */
  void score(int from, float[] scores) {
    for (int k = 0; k < waiting.length; k++) {
      late[k] = values[from + waiting[k]];
    }
    scorer.find(late, 0, waiting.length, late, waiting.length);
    for (int k = 0; k < waiting.length; k++) {
      rows[from + waiting[k]] = late[waiting.length + k];
    }
    Arrays.fill(scores, 0, scorer.classes(), 0f);
    scorer.add(rows, from, each, scores);
  }
}
