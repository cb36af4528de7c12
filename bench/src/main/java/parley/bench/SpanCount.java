package parley.bench;

import java.util.HashSet;
import java.util.Set;

/** Precision, recall and F1 of predicted against gold items, summed over reports. */
final class SpanCount {

  private int right;
  private int predicted;
  private int gold;

  <T> void add(Set<T> goldItems, Set<T> predictedItems) {
    gold += goldItems.size();
    predicted += predictedItems.size();
    Set<T> both = new HashSet<>(goldItems);
    both.retainAll(predictedItems);
    right += both.size();
  }

  double precision() {
    return Linguistics.percent(right, predicted);
  }

  double recall() {
    return Linguistics.percent(right, gold);
  }

  double f1() {
    return predicted + gold == 0 ? 0 : 200.0 * right / (predicted + gold);
  }

  int gold() {
    return gold;
  }
}
