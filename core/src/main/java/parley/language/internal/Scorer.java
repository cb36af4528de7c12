package parley.language.internal;

/** Scores classes by a linear model over features ({@link Hash}). */
public interface Scorer {

  int classes();

  /**
   * Sets {@code scores[0, classes)} to the sums of the weights of {@code features[0, count)}.
   *
   * @param features at least twice as long as {@code count}: the second half is overwritten
   * @param scores at least as long as there are classes
   */
  void score(int[] features, int count, float[] scores);
}
