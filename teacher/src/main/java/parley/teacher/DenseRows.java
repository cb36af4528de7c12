package parley.teacher;

import parley.language.internal.Scorer;

/** A model that is being learnt: each feature that has a row has a weight there for every class. */
interface DenseRows extends Scorer {

  /** The row of a feature, -1 for none. */
  int row(int feature);

  /** Row after row a weight for each class. */
  float[] weights();

  @Override
  default void find(int[] features, int from, int count, int[] rows, int to) {
    for (int i = 0; i < count; i++) {
      rows[to + i] = row(features[from + i]) + 1;
    }
  }

  @Override
  default void add(int[] rows, int from, int count, float[] scores) {
    float[] weights = weights();
    for (int i = from; i < from + count; i++) {
      int at = (rows[i] - 1) * classes();
      for (int c = 0; at >= 0 && c < classes(); c++) {
        scores[c] += weights[at + c];
      }
    }
  }
}
