package parley.language.internal;

import java.util.Arrays;

/**
 * Scores classes by a linear model over features ({@link Hash}). Looking features up and adding
 * what they say are two steps, so that many features wait for memory together.
 */
public interface Scorer {

  int classes();

  /**
   * Sets {@code rows[to, to + count)} to where the model keeps what {@code features[from, from +
   * count)} say, 0 for a feature that it does not know.
   *
   * @param rows may be {@code features} itself if the ranges do not meet
   */
  void find(int[] features, int from, int count, int[] rows, int to);

  /**
   * Adds to {@code scores[0, classes)} the weights of {@code rows[from, from + count)}, in that
   * order.
   *
   * @param rows as {@link #find} set them
   */
  void add(int[] rows, int from, int count, float[] scores);

  /**
   * Sets {@code scores[0, classes)} to the sums of the weights of {@code features[0, count)}.
   *
   * @param features at least twice as long as {@code count}: the second half is overwritten
   * @param scores at least as long as there are classes
   */
  default void score(int[] features, int count, float[] scores) {
    Arrays.fill(scores, 0, classes(), 0f);
    find(features, 0, count, features, count);
    add(features, count, count, scores);
  }
}
