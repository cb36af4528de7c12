package parley.language.internal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Takes storms out of the names: they bear people's, and what a report calls "Hurricane Matthew" is
 * no person where it is just "Matthew". Belongs to one thread.
 */
public final class Storms {

  private static final int[] KINDS = kinds();

  /** A report is not expected to tell of more. */
  private static final int MOST = 50;

  private final Set<Integer> named = new HashSet<>();

  private static int[] kinds() {
    int[] hashes = {
      Hash.ofLower("cyclone"),
      Hash.ofLower("hurricane"),
      Hash.ofLower("typhoon"),
      Hash.ofLower("superstorm"),
      Hash.ofLower("storm")
    };
    Arrays.sort(hashes);
    return hashes;
  }

  /** Forgets the last report. */
  public void startReport() {
    named.clear();
  }

  /** Clears the labels of a sentence's storms. */
  public void clear(Words w, int[] labels) {
    if (w.setting != Words.Setting.NORMAL) {
      return;
    }
    int begin = 0;
    for (int i = 0; i < w.size; i++) {
      if (isKind(w, i) && i + 1 < w.size && isUpper(w, i + 1) && named.size() < MOST) {
        named.add(w.lower[i + 1]);
      }
      if (labels[i] == Labels.OUTSIDE) {
        continue;
      }
      int place = (labels[i] - 1) % 4;
      if (place == 0 || place == 3) {
        begin = i;
      }
      if (place >= 2 && isStorm(w, begin, i + 1, labels[i])) {
        Arrays.fill(labels, begin, i + 1, Labels.OUTSIDE);
      }
    }
  }

  private boolean isStorm(Words w, int begin, int end, int label) {
    boolean person = label < Labels.ORGANIZATION;
    return isKind(w, begin)
        || begin > 0 && isKind(w, begin - 1)
        || person && end - begin == 1 && named.contains(w.lower[begin]);
  }

  private static boolean isKind(Words w, int i) {
    return isUpper(w, i) && Arrays.binarySearch(KINDS, w.lower[i]) >= 0;
  }

  private static boolean isUpper(Words w, int i) {
    return Character.isUpperCase(w.forms[i].charAt(0));
  }
}
