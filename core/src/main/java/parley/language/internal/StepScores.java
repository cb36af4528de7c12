package parley.language.internal;

import java.util.Arrays;

/**
 * Scores of transitions, group by group of features; what a group gave for the same places of the
 * same sentence is looked up. The features that all trees of a step still need are found together,
 * for the time goes into waiting for memory. Belongs to one thread.
 */
final class StepScores {

  // Groups that hang on one word: scored for the whole sentence.
  private static final int TOP = 0;
  private static final int BELOW = 1;
  private static final int THIRD = 2;
  private static final int NEXT = 3;
  private static final int SINGLES = 4;

  // Groups that hang on more.
  private static final int TOP_NEXT = 0;
  private static final int TOP_BELOW = 1;
  private static final int THREE = 2;
  private static final int TOP_DEPENDENTS = 3;
  private static final int BELOW_DEPENDENTS = 4;
  private static final int NEXT_DEPENDENTS = 5;
  private static final int REST = 6;
  private static final int GROUPS = 7;

  private static final int BITS = 10;
  private static final int A = ArcHybrid.ACTIONS;

  private final Scorer scorer;

  /** By group and hash of the places, what is kept there; the sentence uses {@code 1 << bits}. */
  private final long[] keys = new long[GROUPS << BITS];

  private int bits = BITS;

  /** The last step that needed what is kept in a place. */
  private final int[] used = new int[GROUPS << BITS];

  private int step;

  /** Sums of the kept groups; behind them those that found their place taken in this step. */
  private final float[] kept;

  /** By tree and group where its sums are kept. */
  private final int[] places;

  /** Groups to be scored in this step: where they go, where their features end. */
  private final int[] missing;

  private final int[] ends;
  private int missed;

  private int[] features;
  private int[] rows;
  private int[] marks = new int[0];
  private float[] singles = new float[0];
  private final float[] part = new float[A];
  private final float[] scores;

  /**
   * @param width most trees of a step
   */
  StepScores(Scorer scorer, int width) {
    this.scorer = scorer;
    kept = new float[((GROUPS << BITS) + GROUPS * width) * A];
    places = new int[GROUPS * width];
    missing = new int[GROUPS * width];
    ends = new int[GROUPS * width];
    features = new int[ParserFeatures.MOST * width];
    rows = new int[features.length];
    scores = new float[width * A];
  }

  /** To be called before the first step of each sentence. */
  void start(Words words) {
    int n = words.size;
    if (marks.length < n + 1) {
      marks = new int[(n + 1) * 2];
    }
    ParserFeatures.countMarks(words, marks);
    bits = Math.min(BITS, Math.max(6, Integer.SIZE - Integer.numberOfLeadingZeros(n * 16)));
    for (int group = 0; group < GROUPS; group++) {
      Arrays.fill(keys, group << BITS, (group << BITS) + (1 << bits), 0);
    }
    startSingles(words);
  }

  private void startSingles(Words words) {
    int size = (words.size + 1) * SINGLES;
    if (singles.length < size * A) {
      singles = new float[size * A * 2];
    }
    Arrays.fill(singles, 0, size * A, 0f);
    int[] end = new int[size];
    int n = 0;
    for (int i = 0; i <= words.size; i++) {
      if (features.length < n + ParserFeatures.MOST) {
        features = Arrays.copyOf(features, features.length * 2);
        rows = new int[features.length];
      }
      // The stack's words from none, the next word from the first to the root.
      n = ParserFeatures.top(words, i - 1, features, n);
      end[i * SINGLES + TOP] = n;
      n = ParserFeatures.below(words, i - 1, features, n);
      end[i * SINGLES + BELOW] = n;
      n = ParserFeatures.third(words, i - 1, features, n);
      end[i * SINGLES + THIRD] = n;
      n = ParserFeatures.next(words, i, features, n);
      end[i * SINGLES + NEXT] = n;
    }
    scorer.find(features, 0, n, rows, 0);
    int from = 0;
    for (int k = 0; k < size; k++) {
      keep(from, end[k], singles, k * A);
      from = end[k];
    }
  }

  private void keep(int from, int end, float[] to, int at) {
    Arrays.fill(part, 0f);
    scorer.add(rows, from, end - from, part);
    for (int a = 0; a < A; a++) {
      to[at + a] = part[a];
    }
  }

  /**
   * Scores the transitions from {@code trees[0, count)}; {@link #of} gives them until the next
   * call.
   */
  void score(Words w, Tree[] trees, int count) {
    step++;
    missed = 0;
    int n = 0;
    for (int k = 0; k < count; k++) {
      n = look(w, trees[k], k, n);
    }
    scorer.find(features, 0, n, rows, 0);
    int from = 0;
    for (int m = 0; m < missed; m++) {
      keep(from, ends[m], kept, missing[m] * A);
      from = ends[m];
    }
    for (int k = 0; k < count; k++) {
      add(trees[k], k);
    }
  }

  /** The score of a transition from the tree of that number. */
  float of(int tree, int action) {
    return scores[tree * A + action];
  }

  /** Looks up the groups of a tree; the features of those to be scored follow at {@code from}. */
  private int look(Words w, Tree t, int tree, int from) {
    int s0 = t.stackAt(0);
    int s1 = t.stackAt(1);
    int s2 = t.stackAt(2);
    int b0 = t.next;
    // Places are below 512, so a key holds what its group depends on.
    long i0 = s0 + 1L;
    long i1 = s1 + 1L;
    int n = from;
    if (missing(tree, TOP_NEXT, i0 << 9 | b0)) {
      n = ParserFeatures.topAndNext(w, marks, s0, b0, features, n);
      ends[missed++] = n;
    }
    if (missing(tree, TOP_BELOW, i1 << 9 | i0)) {
      n = ParserFeatures.topAndBelow(w, marks, s1, s0, features, n);
      ends[missed++] = n;
    }
    if (missing(tree, THREE, i1 << 18 | i0 << 9 | b0)) {
      n = ParserFeatures.three(w, marks, s1, s0, b0, features, n);
      ends[missed++] = n;
    }
    long below = dependents(t, s1, false);
    if (missing(tree, TOP_DEPENDENTS, dependents(t, s0, true))) {
      n = ParserFeatures.topDependents(w, t, s0, features, n);
      ends[missed++] = n;
    }
    if (missing(tree, BELOW_DEPENDENTS, below)) {
      n = ParserFeatures.belowDependents(w, t, s1, features, n);
      ends[missed++] = n;
    }
    long left = (t.left1[b0] + 1L) << 9 | (t.left2[b0] + 1L);
    if (missing(tree, NEXT_DEPENDENTS, (left << 9 | b0) << 4 | t.lefts[b0])) {
      n = ParserFeatures.nextDependents(w, t, b0, features, n);
      ends[missed++] = n;
    }
    // Two trees of the beam often differ only far from here.
    long near = dependents(t, s0, true) * 0x9E3779B97F4A7C15L ^ dependents(t, s1, true);
    near = (near ^ near >>> 31) * 0xBF58476D1CE4E5B9L ^ left;
    near = (near ^ near >>> 29) * 0x94D049BB133111EBL ^ ((long) b0 << 9 | s2 + 1);
    if (missing(tree, REST, near & Long.MAX_VALUE >>> 1)) {
      n = ParserFeatures.rest(w, t, s2, s1, s0, b0, features, n);
      ends[missed++] = n;
    }
    return n;
  }

  private static long dependents(Tree t, int i, boolean lefts) {
    if (i < 0) {
      return 0;
    }
    long key = i + 1L;
    key = key << 9 | (t.right1[i] + 1L);
    key = key << 9 | (t.right2[i] + 1L);
    key = key << 4 | t.rights[i];
    key = key << 4 | t.lefts[i];
    if (lefts) {
      key = key << 9 | (t.left1[i] + 1L);
      key = key << 9 | (t.left2[i] + 1L);
    }
    return key;
  }

  /** Notes where a group's sums are; if they are not kept yet its features and end must follow. */
  private boolean missing(int tree, int group, long on) {
    long key = on << 1 | 1;
    int place = group << BITS | (int) (on * 0x9E3779B97F4A7C15L >>> (Long.SIZE - bits));
    boolean known = keys[place] == key;
    if (!known && used[place] == step) {
      // Another tree needs what is kept there.
      place = (GROUPS << BITS) + tree * GROUPS + group;
    } else {
      keys[place] = key;
      used[place] = step;
    }
    places[tree * GROUPS + group] = place;
    if (!known) {
      missing[missed] = place;
    }
    return !known;
  }

  private void add(Tree t, int tree) {
    float a = 0;
    float b = 0;
    float c = 0;
    for (int single = 0; single < SINGLES; single++) {
      int word = single == NEXT ? t.next : t.stackAt(single) + 1;
      int at = (word * SINGLES + single) * A;
      a += singles[at];
      b += singles[at + 1];
      c += singles[at + 2];
    }
    for (int group = 0; group < GROUPS; group++) {
      int at = places[tree * GROUPS + group] * A;
      a += kept[at];
      b += kept[at + 1];
      c += kept[at + 2];
    }
    scores[tree * A] = a;
    scores[tree * A + 1] = b;
    scores[tree * A + 2] = c;
  }

  /** Tells every feature of a partial tree, in the order of {@link #score}. */
  void tell(Words w, Tree t, int action, float by, Parser.Update update) {
    int s0 = t.stackAt(0);
    int s1 = t.stackAt(1);
    int s2 = t.stackAt(2);
    int b0 = t.next;
    update.change(features, ParserFeatures.top(w, s0, features, 0), action, by);
    update.change(features, ParserFeatures.below(w, s1, features, 0), action, by);
    update.change(features, ParserFeatures.third(w, s2, features, 0), action, by);
    update.change(features, ParserFeatures.next(w, b0, features, 0), action, by);
    update.change(features, ParserFeatures.topAndNext(w, marks, s0, b0, features, 0), action, by);
    update.change(features, ParserFeatures.topAndBelow(w, marks, s1, s0, features, 0), action, by);
    update.change(features, ParserFeatures.three(w, marks, s1, s0, b0, features, 0), action, by);
    update.change(features, ParserFeatures.topDependents(w, t, s0, features, 0), action, by);
    update.change(features, ParserFeatures.belowDependents(w, t, s1, features, 0), action, by);
    update.change(features, ParserFeatures.nextDependents(w, t, b0, features, 0), action, by);
    update.change(features, ParserFeatures.rest(w, t, s2, s1, s0, b0, features, 0), action, by);
  }
}
