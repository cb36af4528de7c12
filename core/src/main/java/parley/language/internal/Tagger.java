package parley.language.internal;

/** Part-of-speech tags from left to right, each from the words around and the tags before. */
public final class Tagger {

  static final int MOST_FEATURES = 40;

  private final Scorer scorer;

  public Tagger(Scorer scorer) {
    this.scorer = scorer;
  }

  /** Sets {@code words.tag}. */
  public void tag(Words words, int[] features, float[] scores) {
    for (int i = 0; i < words.size; i++) {
      if (words.sure[i] > 0) {
        words.tag[i] = words.sure[i] - 1;
        continue;
      }
      int n = features(words, i, features);
      scorer.score(features, n, scores);
      words.tag[i] = best(scores, scorer.classes());
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

  /** Fills in the features of word {@code i}, whose left neighbours are tagged; how many. */
  public static int features(Words w, int i, int[] out) {
    int n = 0;
    int p1 = i > 0 ? w.tag[i - 1] : 98;
    int p2 = i > 1 ? w.tag[i - 2] : 99;
    int l0 = w.lower[i];
    int l1 = at(w.lower, i - 1, w);
    int l2 = at(w.lower, i - 2, w);
    int r1 = at(w.lower, i + 1, w);
    int r2 = at(w.lower, i + 2, w);
    out[n++] = Hash.feature(1, w.setting.ordinal());
    out[n++] = Hash.feature(2, w.form[i]);
    out[n++] = Hash.feature(3, l0);
    out[n++] = Hash.feature(4, l1);
    out[n++] = Hash.feature(5, l2);
    out[n++] = Hash.feature(6, r1);
    out[n++] = Hash.feature(7, r2);
    out[n++] = Hash.feature(8, p1);
    out[n++] = Hash.feature(9, Hash.pair(p1, p2));
    out[n++] = Hash.feature(10, Hash.pair(p1, l0));
    out[n++] = Hash.feature(11, Hash.pair(l1, l0));
    out[n++] = Hash.feature(12, Hash.pair(l0, r1));
    out[n++] = Hash.feature(13, w.end1[i]);
    out[n++] = Hash.feature(14, w.end2[i]);
    out[n++] = Hash.feature(15, w.end3[i]);
    out[n++] = Hash.feature(16, w.end4[i]);
    out[n++] = Hash.feature(17, w.start1[i]);
    out[n++] = Hash.feature(18, w.start3[i]);
    out[n++] = Hash.feature(19, w.shape[i]);
    out[n++] = Hash.feature(20, Hash.pair(w.shape[i], w.end3[i]));
    out[n++] = Hash.feature(21, Hash.pair(w.shape[i], p1));
    out[n++] = Hash.feature(22, w.tagSet[i]);
    out[n++] = Hash.feature(23, Hash.pair(w.tagSet[i], p1));
    int nextSet = at(w.tagSet, i + 1, w);
    out[n++] = Hash.feature(24, Hash.pair(w.tagSet[i], nextSet));
    out[n++] = Hash.feature(25, Hash.triple(w.tagSet[i], p1, nextSet));
    out[n++] = Hash.feature(26, Hash.pair(p1, nextSet));
    out[n++] = Hash.feature(27, Hash.pair(at(w.end3, i + 1, w), w.tagSet[i]));
    out[n++] = Hash.feature(28, Hash.pair(at(w.shape, i + 1, w), w.shape[i]));
    out[n++] = Hash.feature(29, at(w.end3, i - 1, w));
    out[n++] = Hash.feature(34, Hash.triple(p1, p2, w.tagSet[i]));
    out[n++] = Hash.feature(35, Hash.triple(at(w.tagSet, i + 2, w), nextSet, w.tagSet[i]));
    return n;
  }

  private static int at(int[] values, int i, Words w) {
    return i < 0 ? Words.NONE : i >= w.size ? Words.NONE + 1 : values[i];
  }
}
