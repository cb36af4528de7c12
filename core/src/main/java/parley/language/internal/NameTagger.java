package parley.language.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds names: the best sequence of begin, inside, last and unit labels (Viterbi), with what the
 * same report called the same words before. Belongs to one thread; the weights may be shared.
 */
public final class NameTagger {

  /** The most features of a word. */
  public static final int MOST_FEATURES = 200;

  private static final int CLASSES = Labels.NAME_CLASSES;

  /** A report's words are remembered up to this many, so that memory stays bounded. */
  private static final int MOST_REMEMBERED = 20_000;

  private final Scorer scorer;
  private final Scorer transitions;
  private final NameLists lists;
  private int[] features = new int[MOST_FEATURES * 4];
  private int[] rows = new int[0];

  /** By word the end of its features; none for a plain word. */
  private int[] ends = new int[0];

  private final float[] scores = new float[CLASSES];
  private final float[] afterNormal;
  private final float[] afterCapitals;
  private float[] transition;
  private float[] best = new float[0];
  private byte[] back = new byte[0];
  private int[] lists1 = new int[0];

  /** For each word in lower case: how often it was outside, a person, an organisation, a place. */
  private final Map<Integer, int[]> memory = new HashMap<>();

  /**
   * @param scorer labels by features of the words
   * @param transitions labels by the label before: feature {@link #transitionFeature}
   */
  public NameTagger(Scorer scorer, Scorer transitions, NameLists lists) {
    this.scorer = scorer;
    this.lists = lists;
    this.transitions = transitions;
    afterNormal = transitions(false);
    afterCapitals = transitions(true);
    transition = afterNormal;
  }

  /** The feature that stands for the label before; sentences in capitals have their own. */
  public static int transitionFeature(int previous, boolean capitals) {
    return Hash.feature(capitals ? 78 : 77, previous + 1);
  }

  /** Forgets the last report. */
  public void startReport() {
    memory.clear();
  }

  private float[] transitions(boolean capitals) {
    float[] result = new float[CLASSES * CLASSES];
    int[] one = new int[2];
    for (int p = 0; p < CLASSES; p++) {
      one[0] = transitionFeature(p, capitals);
      transitions.score(one, 1, scores);
      System.arraycopy(scores, 0, result, p * CLASSES, CLASSES);
    }
    return result;
  }

  /**
   * Sets {@code labels[0, words.size())}.
   *
   * @param words tagged
   */
  public void label(Words words, int[] labels) {
    int n = words.size;
    if (best.length < n * CLASSES) {
      best = new float[n * CLASSES * 2];
      back = new byte[n * CLASSES * 2];
    }
    transition = words.isInCapitals() ? afterCapitals : afterNormal;
    prepareLists(words);
    findAll(words);
    int from = 0;
    for (int i = 0; i < n; i++) {
      if (ends[i] == from) {
        Arrays.fill(scores, -1e6f);
        scores[Labels.OUTSIDE] = 0;
      } else {
        Arrays.fill(scores, 0f);
        scorer.add(rows, from, ends[i] - from, scores);
        from = ends[i];
      }
      step(i, n);
    }
    int last = 0;
    for (int c = 1; c < CLASSES; c++) {
      if (mayEnd(c) && best[(n - 1) * CLASSES + c] > best[(n - 1) * CLASSES + last]) {
        last = c;
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      labels[i] = last;
      last = back[i * CLASSES + last];
    }
  }

  /** Finds the features of all words that are not plain, together. */
  private void findAll(Words words) {
    if (ends.length < words.size) {
      ends = new int[words.size * 2];
    }
    int end = 0;
    for (int i = 0; i < words.size; i++) {
      if (features.length < end + MOST_FEATURES) {
        features = Arrays.copyOf(features, features.length * 2);
      }
      end = isPlain(words, i) ? end : features(words, i, features, end);
      ends[i] = end;
    }
    if (rows.length < end) {
      rows = new int[features.length];
    }
    scorer.find(features, 0, end, rows, 0);
  }

  /** A small word among small words, in a sentence that tells names by their capitals. */
  public static boolean isPlain(Words w, int i) {
    if (w.setting != Words.Setting.NORMAL && w.setting != Words.Setting.TITLE) {
      return false;
    }
    // Two words away, for "al-Assad" is three tokens.
    for (int k = Math.max(0, i - 2); k <= Math.min(w.size - 1, i + 2); k++) {
      if (capital(w, k)) {
        return false;
      }
    }
    return true;
  }

  private void step(int i, int n) {
    for (int c = 0; c < CLASSES; c++) {
      float top = Float.NEGATIVE_INFINITY;
      int from = 0;
      if (i == 0) {
        top = mayBegin(c) ? 0 : -1e9f;
      } else {
        for (int p : BEFORE[c]) {
          float s = best[(i - 1) * CLASSES + p] + transition[p * CLASSES + c];
          if (s > top) {
            top = s;
            from = p;
          }
        }
      }
      best[i * CLASSES + c] = top + scores[c];
      back[i * CLASSES + c] = (byte) from;
    }
  }

  // Labels: 0 outside, then begin, inside, last, unit of each kind.

  /** Whether a sentence may begin with the label. */
  public static boolean mayBegin(int c) {
    return c == 0 || (c - 1) % 4 == 0 || (c - 1) % 4 == 3;
  }

  /** Whether a sentence may end with the label. */
  public static boolean mayEnd(int c) {
    return c == 0 || (c - 1) % 4 >= 2;
  }

  /** Whether label {@code c} may stand after {@code p}. */
  public static boolean follows(int p, int c) {
    boolean open = p != 0 && (p - 1) % 4 < 2;
    if (!open) {
      return mayBegin(c);
    }
    return c != 0 && (c - 1) / 4 == (p - 1) / 4 && ((c - 1) % 4 == 1 || (c - 1) % 4 == 2);
  }

  /** The labels that may stand before each. */
  private static final int[][] BEFORE = new int[CLASSES][];

  static {
    for (int c = 0; c < CLASSES; c++) {
      int label = c;
      BEFORE[c] = IntStream.range(0, CLASSES).filter(p -> follows(p, label)).toArray();
    }
  }

  /** The label of token {@code i} of a name. */
  public static int labelOf(int kind, int i, int begin, int end) {
    if (end - begin == 1) {
      return kind + 3;
    }
    return kind + (i == begin ? 0 : i == end - 1 ? 2 : 1);
  }

  // What the report said before

  /** Remembers a labelled sentence for the rest of the report. */
  public void remember(Words words, int[] labels) {
    for (int i = 0; i < words.size; i++) {
      if (!Character.isUpperCase(words.forms[i].charAt(0)) || words.forms[i].length() < 2) {
        continue;
      }
      int[] seen = memory.get(words.lower[i]);
      if (seen == null) {
        if (memory.size() >= MOST_REMEMBERED) {
          continue;
        }
        seen = new int[4];
        memory.put(words.lower[i], seen);
      }
      seen[labels[i] == 0 ? 0 : 1 + (labels[i] - 1) / 4]++;
    }
  }

  private int remembered(Words w, int i) {
    if (i < 0 || i >= w.size) {
      return 9;
    }
    int[] seen = memory.get(w.lower[i]);
    if (seen == null) {
      return 8;
    }
    int top = 0;
    int sum = seen[0];
    for (int k = 1; k < 4; k++) {
      sum += seen[k];
      if (seen[k] > seen[top]) {
        top = k;
      }
    }
    return top * 2 + (seen[top] * 3 >= sum * 2 ? 1 : 0);
  }

  /** Looks the words up; to be called before {@link #features}. */
  public void prepareLists(Words w) {
    if (lists1.length < w.size) {
      lists1 = new int[w.size * 2];
    }
    Arrays.fill(lists1, 0, w.size, 0);
    lists.mark(w, lists1);
  }

  /**
   * Takes some words for unlisted, as unheard-of names are; for training, after {@link
   * #prepareLists}.
   *
   * @param salt the same words for the same number
   * @param percent how many
   */
  public void forgetLists(Words w, int salt, int percent) {
    for (int i = 0; i < w.size; i++) {
      if ((Hash.feature(salt, w.lower[i]) >>> 8) % 100 < percent) {
        lists1[i] &= (1 << NameLists.FIRST_LIST) - 1;
      }
    }
  }

  /**
   * Fills in the features of word {@code i} from {@code from}, after {@link #prepareLists}; gives
   * their end.
   */
  public int features(Words w, int i, int[] out, int from) {
    int n = from;
    int l0 = w.lower[i];
    int l1 = at(w.lower, i - 1, w);
    int l2 = at(w.lower, i - 2, w);
    int r1 = at(w.lower, i + 1, w);
    int r2 = at(w.lower, i + 2, w);
    int t0 = w.tag[i];
    int tl = tag(w, i - 1);
    int tr = tag(w, i + 1);
    int sh = w.shape[i];
    int shl = at(w.shape, i - 1, w);
    int shr = at(w.shape, i + 1, w);
    out[n++] = Hash.feature(1, w.setting.ordinal());
    out[n++] = Hash.feature(2, w.form[i]);
    out[n++] = Hash.feature(3, l0);
    out[n++] = Hash.feature(4, l1);
    out[n++] = Hash.feature(5, l2);
    out[n++] = Hash.feature(6, r1);
    out[n++] = Hash.feature(7, r2);
    out[n++] = Hash.feature(8, Hash.pair(l1, l0));
    out[n++] = Hash.feature(9, Hash.pair(l0, r1));
    out[n++] = Hash.feature(10, Hash.pair(l2, l1));
    out[n++] = Hash.feature(11, Hash.pair(r1, r2));
    out[n++] = Hash.feature(12, t0);
    out[n++] = Hash.feature(13, Hash.pair(t0, tl));
    out[n++] = Hash.feature(14, Hash.pair(t0, tr));
    out[n++] = Hash.feature(15, Hash.triple(tl, t0, tr));
    out[n++] = Hash.feature(16, sh);
    out[n++] = Hash.feature(17, Hash.pair(sh, shl));
    out[n++] = Hash.feature(18, Hash.pair(sh, shr));
    out[n++] = Hash.feature(19, Hash.triple(shl, sh, shr));
    out[n++] = Hash.feature(20, w.end2[i]);
    out[n++] = Hash.feature(21, w.end3[i]);
    out[n++] = Hash.feature(22, w.end4[i]);
    out[n++] = Hash.feature(23, w.start3[i]);
    out[n++] = Hash.feature(24, Hash.pair(sh, l1));
    out[n++] = Hash.feature(25, Hash.pair(sh, r1));
    out[n++] = Hash.feature(26, Hash.pair(t0, l1));
    out[n++] = Hash.feature(27, Hash.pair(t0, r1));
    out[n++] = Hash.feature(28, Hash.pair(at(w.end3, i - 1, w), sh));
    out[n++] = Hash.feature(29, Hash.pair(at(w.end3, i + 1, w), sh));
    out[n++] = Hash.feature(35, w.tagSet[i]);
    int g0 = lists1[i];
    int gl = i > 0 ? lists1[i - 1] : 0;
    int gr = i + 1 < w.size ? lists1[i + 1] : 0;
    out[n++] = Hash.feature(40, g0);
    out[n++] = Hash.feature(41, Hash.pair(g0, sh));
    out[n++] = Hash.feature(42, Hash.pair(gl, sh));
    out[n++] = Hash.feature(43, Hash.pair(gr, sh));
    out[n++] = Hash.feature(44, Hash.triple(gl, g0, gr));
    out[n++] = Hash.feature(45, Hash.pair(g0, l1));
    n = bits(46, g0, out, n);
    n = bits(48, gl, out, n);
    n = bits(49, gr, out, n);
    for (int rest = g0; rest != 0; rest &= rest - 1) {
      out[n++] = Hash.feature(47, Hash.pair(Integer.numberOfTrailingZeros(rest), t0));
    }
    int m0 = remembered(w, i);
    int ml = remembered(w, i - 1);
    int mr = remembered(w, i + 1);
    out[n++] = Hash.feature(50, m0);
    out[n++] = Hash.feature(51, Hash.pair(m0, sh));
    out[n++] = Hash.feature(52, Hash.pair(m0, ml));
    out[n++] = Hash.feature(53, Hash.pair(m0, mr));
    out[n++] = Hash.feature(54, Hash.triple(m0, ml, mr));
    // The nearest small word on either side of a run of capitalised ones.
    int before = i - 1;
    int after = i + 1;
    int limit = 6;
    while (before >= 0 && i - before < limit && capital(w, before)) {
      before--;
    }
    while (after < w.size && after - i < limit && capital(w, after)) {
      after++;
    }
    out[n++] = Hash.feature(60, Hash.pair(at(w.lower, before, w), sh));
    out[n++] = Hash.feature(61, Hash.pair(at(w.lower, after, w), sh));
    out[n++] = Hash.feature(62, Hash.triple(after - i, i - before, sh));
    if (after - i > 1) {
      out[n++] = Hash.feature(63, at(w.lower, after - 1, w));
    }
    if (i - before > 1) {
      out[n++] = Hash.feature(64, at(w.lower, before + 1, w));
    }
    if (w.isInCapitals()) {
      // What capitals tell elsewhere they do not tell here: such sentences have weights of their
      // own.
      for (int k = from; k < n; k++) {
        out[k] = Hash.feature(79, out[k]);
      }
    }
    return n;
  }

  private static int bits(int template, int lists, int[] out, int from) {
    int n = from;
    for (int rest = lists; rest != 0; rest &= rest - 1) {
      out[n++] = Hash.feature(template, Integer.numberOfTrailingZeros(rest));
    }
    return n;
  }

  private static boolean capital(Words w, int i) {
    return Character.isUpperCase(w.forms[i].charAt(0));
  }

  private static int tag(Words w, int i) {
    return i < 0 ? 90 : i >= w.size ? 91 : w.tag[i];
  }

  private static int at(int[] values, int i, Words w) {
    return i < 0 ? Words.NONE : i >= w.size ? Words.NONE + 1 : values[i];
  }
}
