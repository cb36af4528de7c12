package parley.language.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Names the relations of a finished tree, from the root down. Belongs to one thread. */
public final class Relations {

  /** How many features a word has. */
  public static final int FEATURES = 48;

  private final WordFeatures found;
  private final int classes;

  public Relations(Scorer scorer) {
    found = new WordFeatures(scorer, FEATURES, 12, 13, 25, 26, 35, 36, 39, 40, 47);
    classes = scorer.classes();
  }

  /**
   * Sets {@code relations[0, words.size())}.
   *
   * @param words tagged
   * @param heads a tree, the number of words for the root
   */
  public void name(Words words, int[] heads, int[] relations, float[] scores) {
    Outline outline = new Outline(words.size, heads);
    found.reserve(words.size);
    for (int i = 0; i < words.size; i++) {
      inTree(words, heads, outline, i, found.values, i * FEATURES);
    }
    found.find(words.size);
    for (int i : outline.order) {
      if (heads[i] == words.size) {
        relations[i] = ROOT;
        continue;
      }
      withNames(words, heads, outline, relations, i, found.values, i * FEATURES);
      found.score(i * FEATURES, scores);
      scores[ROOT] = Float.NEGATIVE_INFINITY;
      relations[i] = Tagger.best(scores, classes);
    }
  }

  public static final int ROOT = Labels.relation("root");

  /** Who depends on whom, read from the root down. */
  public static final class Outline {

    /** Words from the root down, dependents of one head from left to right. */
    public final int[] order;

    final int[] first;
    final int[] last;
    final int[] before;
    final int[] after;
    final int[] count;

    public Outline(int n, int[] heads) {
      order = new int[n];
      first = filled(n + 1);
      last = filled(n + 1);
      before = filled(n);
      after = filled(n);
      count = new int[n + 1];
      for (int i = 0; i < n; i++) {
        int h = heads[i];
        count[h]++;
        if (first[h] < 0) {
          first[h] = i;
        } else {
          before[i] = last[h];
          after[last[h]] = i;
        }
        last[h] = i;
      }
      int size = 0;
      for (int i = first[n]; i >= 0; i = after[i]) {
        order[size++] = i;
      }
      for (int k = 0; k < size; k++) {
        for (int i = first[order[k]]; i >= 0; i = after[i]) {
          order[size++] = i;
        }
      }
    }

    private static int[] filled(int n) {
      int[] values = new int[n];
      Arrays.fill(values, -1);
      return values;
    }
  }

  private static int tag(Words w, int i) {
    return i < 0 ? 90 : i >= w.size ? 91 : w.tag[i];
  }

  private static int word(Words w, int i) {
    return i < 0 ? Words.NONE : i >= w.size ? Words.NONE + 1 : w.lower[i];
  }

  /** Fills in the features of word {@code d}, whose head and left siblings have their relations. */
  public static void features(Words w, int[] heads, Outline o, int[] relations, int d, int[] out) {
    inTree(w, heads, o, d, out, 0);
    withNames(w, heads, o, relations, d, out, 0);
  }

  /** Features of the tree's shape, tags and words. */
  private static void inTree(Words w, int[] heads, Outline o, int d, int[] out, int from) {
    int h = heads[d];
    int g = h < w.size ? heads[h] : -1;
    int dt = tag(w, d);
    int ht = tag(w, h);
    int dw = word(w, d);
    int hw = word(w, h);
    int gt = tag(w, g);
    int side = d < h ? 1 : 0;
    int far = Math.abs(d - h);
    int dist = side + 2 * (far > 6 ? 6 : far > 3 ? 4 : far);
    int st = tag(w, o.before[d]);
    int nt = tag(w, o.after[d]);
    int ft = tag(w, o.first[d]);
    int fw = word(w, o.first[d]);
    int lt = tag(w, o.last[d]);
    int hft = tag(w, o.first[h]);
    int kids = Math.min(4, o.count[d]);
    int pair = Hash.triple(dt, ht, side);
    out[from] = Hash.feature(1, Hash.pair(dw, side));
    out[from + 1] = Hash.feature(2, Hash.pair(dt, side));
    out[from + 2] = Hash.feature(3, Hash.pair(hw, side));
    out[from + 3] = Hash.feature(4, Hash.pair(ht, side));
    out[from + 4] = Hash.feature(5, Hash.triple(dw, dt, side));
    out[from + 5] = Hash.feature(6, Hash.triple(hw, ht, side));
    out[from + 6] = Hash.feature(7, pair);
    out[from + 7] = Hash.feature(8, Hash.triple(dw, ht, side));
    out[from + 8] = Hash.feature(9, Hash.triple(dt, hw, side));
    out[from + 9] = Hash.feature(10, Hash.triple(dw, hw, side));
    out[from + 10] = Hash.feature(11, Hash.pair(pair, dist));
    out[from + 11] = Hash.feature(12, Hash.pair(pair, gt));
    out[from + 14] = Hash.feature(15, Hash.pair(pair, st));
    out[from + 15] = Hash.feature(16, Hash.pair(pair, nt));
    out[from + 16] = Hash.feature(17, Hash.pair(pair, ft));
    out[from + 17] = Hash.feature(18, Hash.pair(pair, lt));
    out[from + 18] = Hash.feature(19, Hash.pair(pair, kids));
    out[from + 19] = Hash.feature(20, Hash.pair(pair, fw));
    out[from + 20] = Hash.feature(21, Hash.pair(dw, fw));
    out[from + 21] = Hash.feature(22, Hash.triple(dw, ht, fw));
    out[from + 22] = Hash.feature(23, Hash.triple(hw, dt, ft));
    out[from + 23] = Hash.feature(24, Hash.triple(hw, dt, fw));
    out[from + 24] = Hash.feature(25, Hash.pair(pair, hft));
    out[from + 27] = Hash.feature(28, Hash.triple(pair, tag(w, d - 1), tag(w, d + 1)));
    out[from + 28] = Hash.feature(29, Hash.pair(pair, tag(w, d - 1)));
    out[from + 29] = Hash.feature(30, Hash.pair(pair, tag(w, d + 1)));
    out[from + 30] = Hash.feature(31, Hash.pair(pair, tag(w, h + 1)));
    out[from + 31] = Hash.feature(32, Hash.pair(pair, tag(w, h - 1)));
    out[from + 32] = Hash.feature(33, Hash.triple(dw, word(w, d + 1), ht));
    out[from + 33] = Hash.feature(34, Hash.triple(dw, word(w, d - 1), ht));
    out[from + 34] = Hash.feature(40, Hash.triple(w.end3[d], ht, side));
    out[from + 37] = Hash.feature(43, Hash.triple(pair, kids, ft));
    out[from + 38] = Hash.feature(44, Hash.triple(pair, ft, lt));
    int second = o.first[d] >= 0 ? o.after[o.first[d]] : -1;
    out[from + 41] = Hash.feature(47, Hash.triple(pair, ft, tag(w, second)));
    out[from + 42] = Hash.feature(48, Hash.triple(pair, fw, word(w, second)));
    out[from + 43] = Hash.feature(49, Hash.triple(w.shape[d], pair, 1));
    // A verb's auxiliaries and subject tell passives and questions.
    int auxiliary = h < w.size ? auxiliary(w, o, h) : 0;
    out[from + 44] = Hash.feature(50, Hash.triple(pair, auxiliary, 1));
    out[from + 45] = Hash.feature(51, Hash.triple(pair, auxiliary(w, o, d), 1));
    out[from + 46] = Hash.feature(52, Hash.triple(dw, auxiliary, ht));
  }

  /** Features that hold the relation of the head or of the sibling before: those that wait. */
  private static void withNames(
      Words w, int[] heads, Outline o, int[] relations, int d, int[] out, int from) {
    int h = heads[d];
    int hl = h < w.size && relations[h] >= 0 ? relations[h] : 99;
    int sib = o.before[d];
    int sl = sib >= 0 ? relations[sib] : 98;
    int side = d < h ? 1 : 0;
    int dt = tag(w, d);
    int dw = word(w, d);
    int ht = tag(w, h);
    int gt = tag(w, h < w.size ? heads[h] : -1);
    int nt = tag(w, o.after[d]);
    int pair = Hash.triple(dt, ht, side);
    // Whether the head has an earlier or a later dependent to its left.
    int firstLeft = sib < 0 ? 1 : sib < h ? 2 : 3;
    out[from + 12] = Hash.feature(13, Hash.pair(pair, hl));
    out[from + 13] = Hash.feature(14, Hash.pair(pair, sl));
    out[from + 25] = Hash.feature(26, Hash.triple(pair, firstLeft, sl));
    out[from + 26] = Hash.feature(27, Hash.triple(word(w, h), sl, dt));
    out[from + 35] = Hash.feature(41, Hash.triple(dt, hl, gt));
    out[from + 36] = Hash.feature(42, Hash.triple(hl, dw, side));
    out[from + 39] = Hash.feature(45, Hash.triple(pair, sl, nt));
    out[from + 40] = Hash.feature(46, Hash.triple(dw, sl, ht));
    out[from + 47] = Hash.feature(53, Hash.triple(pair, Math.min(4, o.count[h]), sl));
  }

  /** Which forms of "be" and of auxiliaries stand below a word on its left. */
  private static int auxiliary(Words w, Outline o, int head) {
    int code = 0;
    for (int i = o.first[head]; i >= 0 && i < head; i = o.after[i]) {
      if (Arrays.binarySearch(BE, w.lower[i]) >= 0) {
        code |= 1;
      } else if (w.tag[i] == MODAL) {
        code |= 2;
      } else if (w.tag[i] == TO) {
        code |= 4;
      } else if (w.tag[i] == IN) {
        code |= 8;
      }
    }
    return code;
  }

  private static final int MODAL = Labels.tag("MD");
  private static final int TO = Labels.tag("TO");
  private static final int IN = Labels.tag("IN");
  private static final int[] BE = be();

  private static int[] be() {
    List<Integer> forms = new ArrayList<>();
    for (String form :
        new String[] {
          "be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m", "get", "got",
          "gets", "getting"
        }) {
      forms.add(Hash.ofLower(form));
    }
    return forms.stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}
