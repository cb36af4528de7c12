package parley.language.internal;

/** Part-of-speech tags from left to right, each from the words around and the tags before. */
public final class Tagger {

  /** How many features a word has. */
  public static final int FEATURES = 31;

  private final WordFeatures found;
  private final int classes;

  public Tagger(Scorer scorer) {
    found = new WordFeatures(scorer, FEATURES, 7, 8, 9, 20, 22, 24, 25, 29);
    classes = scorer.classes();
  }

  /** Sets {@code words.tag}. */
  public void tag(Words words, float[] scores) {
    found.reserve(words.size);
    int unsure = 0;
    for (int i = 0; i < words.size; i++) {
      if (words.sure[i] == 0) {
        around(words, i, found.values, unsure++ * FEATURES);
      }
    }
    found.find(unsure);
    int from = 0;
    for (int i = 0; i < words.size; i++) {
      if (words.sure[i] > 0) {
        words.tag[i] = words.sure[i] - 1;
        continue;
      }
      before(words, i, found.values, from);
      found.score(from, scores);
      words.tag[i] = best(scores, classes);
      from += FEATURES;
    }
  }

  static int best(float[] scores, int classes) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      if (scores[c] > scores[best]) {
        best = c;
      }
    }
    return best;
  }

  /** Fills in the features of word {@code i}, whose left neighbours are tagged. */
  public static void features(Words w, int i, int[] out) {
    around(w, i, out, 0);
    before(w, i, out, 0);
  }

  /** Features of the words themselves. */
  private static void around(Words w, int i, int[] out, int from) {
    int l0 = w.lower[i];
    int l1 = at(w.lower, i - 1, w);
    int r1 = at(w.lower, i + 1, w);
    int nextSet = at(w.tagSet, i + 1, w);
    out[from] = Hash.feature(1, w.setting.ordinal());
    out[from + 1] = Hash.feature(2, w.form[i]);
    out[from + 2] = Hash.feature(3, l0);
    out[from + 3] = Hash.feature(4, l1);
    out[from + 4] = Hash.feature(5, at(w.lower, i - 2, w));
    out[from + 5] = Hash.feature(6, r1);
    out[from + 6] = Hash.feature(7, at(w.lower, i + 2, w));
    out[from + 10] = Hash.feature(11, Hash.pair(l1, l0));
    out[from + 11] = Hash.feature(12, Hash.pair(l0, r1));
    out[from + 12] = Hash.feature(13, w.end1[i]);
    out[from + 13] = Hash.feature(14, w.end2[i]);
    out[from + 14] = Hash.feature(15, w.end3[i]);
    out[from + 15] = Hash.feature(16, w.end4[i]);
    out[from + 16] = Hash.feature(17, w.start1[i]);
    out[from + 17] = Hash.feature(18, w.start3[i]);
    out[from + 18] = Hash.feature(19, w.shape[i]);
    out[from + 19] = Hash.feature(20, Hash.pair(w.shape[i], w.end3[i]));
    out[from + 21] = Hash.feature(22, w.tagSet[i]);
    out[from + 23] = Hash.feature(24, Hash.pair(w.tagSet[i], nextSet));
    out[from + 26] = Hash.feature(27, Hash.pair(at(w.end3, i + 1, w), w.tagSet[i]));
    out[from + 27] = Hash.feature(28, Hash.pair(at(w.shape, i + 1, w), w.shape[i]));
    out[from + 28] = Hash.feature(29, at(w.end3, i - 1, w));
    out[from + 30] = Hash.feature(35, Hash.triple(at(w.tagSet, i + 2, w), nextSet, w.tagSet[i]));
  }

  /** Features that hold the tags of the two words before: those that wait. */
  private static void before(Words w, int i, int[] out, int from) {
    int p1 = i > 0 ? w.tag[i - 1] : 98;
    int p2 = i > 1 ? w.tag[i - 2] : 99;
    int nextSet = at(w.tagSet, i + 1, w);
    out[from + 7] = Hash.feature(8, p1);
    out[from + 8] = Hash.feature(9, Hash.pair(p1, p2));
    out[from + 9] = Hash.feature(10, Hash.pair(p1, w.lower[i]));
    out[from + 20] = Hash.feature(21, Hash.pair(w.shape[i], p1));
    out[from + 22] = Hash.feature(23, Hash.pair(w.tagSet[i], p1));
    out[from + 24] = Hash.feature(25, Hash.triple(w.tagSet[i], p1, nextSet));
    out[from + 25] = Hash.feature(26, Hash.pair(p1, nextSet));
    out[from + 29] = Hash.feature(34, Hash.triple(p1, p2, w.tagSet[i]));
  }

  private static int at(int[] values, int i, Words w) {
    return i < 0 ? Words.NONE : i >= w.size ? Words.NONE + 1 : values[i];
  }
}
