package parley.language.internal;

/**
 * The arc-hybrid transition system with the root after the last word (Kuhlmann and others 2011;
 * Ballesteros and Nivre 2013): every sequence of {@code 2n} transitions ends in a tree of one root.
 */
final class ArcHybrid {

  static final int SHIFT = 0;

  /** The top of the stack depends on the next word. */
  static final int LEFT = 1;

  /** The top of the stack depends on the word below it. */
  static final int RIGHT = 2;

  static final int ACTIONS = 3;

  private ArcHybrid() {}

  static boolean allowed(Tree tree, int action) {
    return switch (action) {
      case SHIFT -> tree.next < tree.size;
      case LEFT -> tree.top > 0 && (tree.next < tree.size || tree.top == 1);
      default -> tree.top > 1;
    };
  }

  static void apply(Tree tree, int action) {
    switch (action) {
      case SHIFT -> tree.stack[tree.top++] = (short) tree.next++;
      case LEFT -> {
        tree.top--;
        tree.attach(tree.stack[tree.top], tree.next);
      }
      default -> {
        tree.top--;
        tree.attach(tree.stack[tree.top], tree.stack[tree.top - 1]);
      }
    }
  }

  /**
   * The transition towards a projective tree.
   *
   * @param head the head of each word, the number of words for the root
   * @param open how many dependents each word still lacks; the caller counts down
   */
  static int oracle(Tree tree, int[] head, int[] open) {
    if (tree.top > 0) {
      int top = tree.stack[tree.top - 1];
      if (open[top] == 0) {
        if (head[top] == tree.next) {
          return LEFT;
        }
        if (tree.top > 1 && head[top] == tree.stack[tree.top - 2]) {
          return RIGHT;
        }
      }
    }
    return SHIFT;
  }
}
