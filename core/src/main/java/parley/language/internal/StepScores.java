package parley.language.internal;

import java.util.Arrays;

/**
 * Scores of transitions, group by group of features; what a group gave for the same places of the
 * same sentence is looked up. Belongs to one thread.
 */
final class StepScores {

  private static final int GROUPS = 11;
  private static final int TOP = 0;
  private static final int BELOW = 1;
  private static final int THIRD = 2;
  private static final int NEXT = 3;
  private static final int TOP_NEXT = 4;
  private static final int TOP_BELOW = 5;
  private static final int THREE = 6;
  private static final int TOP_DEPENDENTS = 7;
  private static final int BELOW_DEPENDENTS = 8;
  private static final int NEXT_DEPENDENTS = 9;
  private static final int REST = 10;
  private static final int BITS = 10;
  private static final int A = ArcHybrid.ACTIONS;

  private final Scorer scorer;
  private final long[] keys = new long[GROUPS << BITS];
  private final float[] kept = new float[(GROUPS << BITS) * A];
  private final int[] features = new int[ParserFeatures.MOST];
  private final float[] part = new float[8];
  private int[] marks = new int[0];

  StepScores(Scorer scorer) {
    this.scorer = scorer;
  }

  /** To be called before the first step of each sentence. */
  void start(Words words) {
    if (marks.length < words.size + 1) {
      marks = new int[(words.size + 1) * 2];
    }
    ParserFeatures.countMarks(words, marks);
    Arrays.fill(keys, 0);
  }

  /** Sets the scores of the transitions from a partial tree. */
  void score(Words w, Tree t, float[] scores) {
    int s0 = t.stackAt(0);
    int s1 = t.stackAt(1);
    int s2 = t.stackAt(2);
    int b0 = t.next;
    Arrays.fill(scores, 0, A, 0f);
    // Places are below 512, so a key holds what its group depends on; 1 marks it as set.
    long i0 = s0 + 1L;
    long i1 = s1 + 1L;
    if (missing(TOP, i0, scores)) {
      keep(ParserFeatures.top(w, s0, features), scores);
    }
    if (missing(BELOW, i1, scores)) {
      keep(ParserFeatures.below(w, s1, features), scores);
    }
    if (missing(THIRD, s2 + 1L, scores)) {
      keep(ParserFeatures.third(w, s2, features), scores);
    }
    if (missing(NEXT, b0, scores)) {
      keep(ParserFeatures.next(w, b0, features), scores);
    }
    if (missing(TOP_NEXT, i0 << 9 | b0, scores)) {
      keep(ParserFeatures.topAndNext(w, marks, s0, b0, features), scores);
    }
    if (missing(TOP_BELOW, i1 << 9 | i0, scores)) {
      keep(ParserFeatures.topAndBelow(w, marks, s1, s0, features), scores);
    }
    if (missing(THREE, i1 << 18 | i0 << 9 | b0, scores)) {
      keep(ParserFeatures.three(w, marks, s1, s0, b0, features), scores);
    }
    if (missing(TOP_DEPENDENTS, dependents(t, s0, true), scores)) {
      keep(ParserFeatures.topDependents(w, t, s0, features), scores);
    }
    if (missing(BELOW_DEPENDENTS, dependents(t, s1, false), scores)) {
      keep(ParserFeatures.belowDependents(w, t, s1, features), scores);
    }
    long left = (t.left1[b0] + 1L) << 9 | (t.left2[b0] + 1L);
    if (missing(NEXT_DEPENDENTS, (left << 9 | b0) << 4 | t.lefts[b0], scores)) {
      keep(ParserFeatures.nextDependents(w, t, b0, features), scores);
    }
    // Two trees of the beam often differ only far from here.
    long near = dependents(t, s0, true) * 0x9E3779B97F4A7C15L ^ dependents(t, s1, true);
    near = (near ^ near >>> 31) * 0xBF58476D1CE4E5B9L ^ left;
    near = (near ^ near >>> 29) * 0x94D049BB133111EBL ^ ((long) b0 << 9 | s2 + 1);
    if (missing(REST, near & Long.MAX_VALUE >>> 1, scores)) {
      keep(ParserFeatures.rest(w, t, s2, s1, s0, b0, features), scores);
    }
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

  private int slot;

  /** Adds what is kept for the key, or makes room for it: then {@link #keep} must follow. */
  private boolean missing(int group, long places, float[] scores) {
    long key = places << 1 | 1;
    long h = places * 0x9E3779B97F4A7C15L;
    slot = group << BITS | (int) (h >>> (64 - BITS));
    if (keys[slot] != key) {
      keys[slot] = key;
      return true;
    }
    int at = slot * A;
    scores[0] += kept[at];
    scores[1] += kept[at + 1];
    scores[2] += kept[at + 2];
    return false;
  }

  private void keep(int n, float[] scores) {
    scorer.score(features, n, part);
    int at = slot * A;
    for (int a = 0; a < A; a++) {
      kept[at + a] = part[a];
      scores[a] += part[a];
    }
  }

  /** Tells every feature of a partial tree, in the order of {@link #score}. */
  void tell(Words w, Tree t, int action, float by, Parser.Update update) {
    int s0 = t.stackAt(0);
    int s1 = t.stackAt(1);
    int s2 = t.stackAt(2);
    int b0 = t.next;
    update.change(features, ParserFeatures.top(w, s0, features), action, by);
    update.change(features, ParserFeatures.below(w, s1, features), action, by);
    update.change(features, ParserFeatures.third(w, s2, features), action, by);
    update.change(features, ParserFeatures.next(w, b0, features), action, by);
    update.change(features, ParserFeatures.topAndNext(w, marks, s0, b0, features), action, by);
    update.change(features, ParserFeatures.topAndBelow(w, marks, s1, s0, features), action, by);
    update.change(features, ParserFeatures.three(w, marks, s1, s0, b0, features), action, by);
    update.change(features, ParserFeatures.topDependents(w, t, s0, features), action, by);
    update.change(features, ParserFeatures.belowDependents(w, t, s1, features), action, by);
    update.change(features, ParserFeatures.nextDependents(w, t, b0, features), action, by);
    update.change(features, ParserFeatures.rest(w, t, s2, s1, s0, b0, features), action, by);
  }
}
