package parley.teacher.statements;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Puts a list in random order. */
final class Shuffle {

  private Shuffle() {}

  static void in(List<?> list, SplittableRandom random) {
    for (int i = list.size() - 1; i > 0; i--) {
      Collections.swap(list, i, random.nextInt(i + 1));
    }
  }
}
