package parley.language.internal;

import java.util.Arrays;

/**
 * Finds the heads of a sentence's words: arc-hybrid transitions, the best few partial trees kept at
 * each step. Belongs to one thread; the weights may be shared.
 */
public final class Parser {

  private final StepScores stepScores;
  private final int width;
  private Tree[] beam = new Tree[0];
  private Tree[] spare = new Tree[0];
  private final Tree[] unused;
  private final int[] uses;
  private final float[] candidateScore;
  private final int[] candidate;

  /**
   * @param width partial trees kept at each step
   */
  public Parser(Scorer scorer, int width) {
    stepScores = new StepScores(scorer, width);
    this.width = width;
    unused = new Tree[width];
    uses = new int[width];
    candidateScore = new float[width * ArcHybrid.ACTIONS];
    candidate = new int[width * ArcHybrid.ACTIONS];
  }

  /**
   * Sets {@code heads[0, words.size())}: a token's index, or the number of words for the root.
   *
   * @param words tagged
   */
  public void parse(Words words, int[] heads) {
    int n = words.size;
    prepare(n);
    stepScores.start(words);
    beam[0].start(n);
    int filled = 1;
    for (int step = 0; step < 2 * n; step++) {
      filled = advance(words, filled);
    }
    for (int i = 0; i < n; i++) {
      heads[i] = beam[0].head[i];
    }
  }

  private void prepare(int n) {
    if (beam.length == 0 || beam[0].head.length < n + 1) {
      int capacity = Math.max(64, (n + 1) * 2);
      beam = new Tree[width];
      spare = new Tree[width];
      for (int i = 0; i < width; i++) {
        beam[i] = new Tree(capacity);
      }
    }
  }

  /** One step of all kept trees; afterwards they stand best first. */
  private int advance(Words words, int filled) {
    int candidates = 0;
    stepScores.score(words, beam, filled);
    for (int k = 0; k < filled; k++) {
      for (int action = 0; action < ArcHybrid.ACTIONS; action++) {
        if (ArcHybrid.allowed(beam[k], action)) {
          candidates = insert(candidates, beam[k].score + stepScores.of(k, action), k * 4 + action);
        }
      }
    }
    // A tree's last continuation takes the tree itself; earlier ones take a copy.
    Arrays.fill(uses, 0);
    for (int c = 0; c < candidates; c++) {
      uses[candidate[c] >> 2]++;
    }
    int free = 0;
    for (int k = 0; k < width; k++) {
      if (uses[k] == 0) {
        unused[free++] = beam[k];
      }
    }
    for (int c = 0; c < candidates; c++) {
      int from = candidate[c] >> 2;
      Tree tree = beam[from];
      if (--uses[from] > 0) {
        tree = unused[--free];
        tree.copyOf(beam[from]);
      }
      ArcHybrid.apply(tree, candidate[c] & 3);
      tree.score = candidateScore[c];
      spare[c] = tree;
    }
    for (int c = candidates; c < width; c++) {
      spare[c] = unused[--free];
    }
    Tree[] old = beam;
    beam = spare;
    spare = old;
    return candidates;
  }

  /** Keeps the best continuations in order; the earlier of two equal ones stays first. */
  private int insert(int count, float score, int value) {
    int at = Math.min(count, width - 1);
    if (count == width && candidateScore[width - 1] >= score) {
      return count;
    }
    while (at > 0 && candidateScore[at - 1] < score) {
      candidateScore[at] = candidateScore[at - 1];
      candidate[at] = candidate[at - 1];
      at--;
    }
    candidateScore[at] = score;
    candidate[at] = value;
    return Math.min(width, count + 1);
  }

  // Training

  /** Told of the features of a transition that should have been taken, or should not. */
  public interface Update {
    void change(int[] features, int count, int action, float by);
  }

  /**
   * Parses towards a known tree and reports, where the kept trees lost it furthest, the transitions
   * of both ways up to there (max-violation; Huang and others 2012).
   *
   * @param gold projective heads, the number of words for the root
   * @return whether the best tree was the known one
   */
  public boolean learn(Words words, int[] gold, Update update) {
    int n = words.size;
    prepare(n);
    stepScores.start(words);
    int steps = 2 * n;
    byte[] goldActions = goldActions(n, gold);
    Tree truth = new Tree(n + 2);
    truth.start(n);
    Tree[] known = {truth};
    byte[][] history = new byte[width][steps];
    byte[][] nextHistory = new byte[width][steps];
    beam[0].start(n);
    int filled = 1;
    float worst = 0;
    int worstAt = -1;
    byte[] worstHistory = new byte[0];
    for (int step = 0; step < steps; step++) {
      stepScores.score(words, known, 1);
      float goldScore = truth.score + stepScores.of(0, goldActions[step]);
      filled = advance(words, filled);
      for (int k = 0; k < filled; k++) {
        System.arraycopy(history[candidate[k] >> 2], 0, nextHistory[k], 0, step);
        nextHistory[k][step] = (byte) (candidate[k] & 3);
      }
      byte[][] old = history;
      history = nextHistory;
      nextHistory = old;
      ArcHybrid.apply(truth, goldActions[step]);
      truth.score = goldScore;
      boolean same = Arrays.equals(history[0], 0, step + 1, goldActions, 0, step + 1);
      float violation = beam[0].score - goldScore;
      if (!same && violation >= worst) {
        worst = violation;
        worstAt = step;
        worstHistory = Arrays.copyOf(history[0], step + 1);
      }
    }
    if (Arrays.equals(history[0], goldActions)) {
      return true;
    }
    if (worstAt >= 0) {
      report(words, goldActions, worstHistory, worstAt, update);
    }
    return false;
  }

  private void report(Words words, byte[] gold, byte[] wrong, int last, Update update) {
    Tree a = new Tree(words.size + 2);
    Tree b = new Tree(words.size + 2);
    a.start(words.size);
    b.start(words.size);
    boolean apart = false;
    for (int step = 0; step <= last; step++) {
      apart |= gold[step] != wrong[step];
      if (apart) {
        stepScores.tell(words, a, gold[step], 1, update);
        stepScores.tell(words, b, wrong[step], -1, update);
      }
      ArcHybrid.apply(a, gold[step]);
      ArcHybrid.apply(b, wrong[step]);
    }
  }

  private static byte[] goldActions(int n, int[] gold) {
    int[] open = new int[n + 1];
    for (int i = 0; i < n; i++) {
      open[gold[i]]++;
    }
    Tree tree = new Tree(n + 2);
    tree.start(n);
    byte[] actions = new byte[2 * n];
    for (int step = 0; step < 2 * n; step++) {
      int action = ArcHybrid.oracle(tree, gold, open);
      if (!ArcHybrid.allowed(tree, action)) {
        throw new IllegalArgumentException("the tree is not projective");
      }
      if (action != ArcHybrid.SHIFT) {
        open[gold[tree.stack[tree.top - 1]]]--;
      }
      ArcHybrid.apply(tree, action);
      actions[step] = (byte) action;
    }
    return actions;
  }
}
