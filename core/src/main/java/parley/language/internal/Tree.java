package parley.language.internal;

import java.util.Arrays;

/**
 * A partial dependency tree during parsing: heads, and the outer two dependents on either side. The
 * root stands after the last word.
 */
final class Tree {

  static final int NO = -1;

  int size;
  short[] head;
  short[] left1;
  short[] left2;
  short[] right1;
  short[] right2;
  byte[] lefts;
  byte[] rights;

  /** Words whose head is still open, in text order; the top is last. */
  short[] stack;

  int top;

  /** First word not yet on the stack; {@code size} is the root. */
  int next;

  float score;

  Tree(int capacity) {
    head = new short[capacity];
    left1 = new short[capacity];
    left2 = new short[capacity];
    right1 = new short[capacity];
    right2 = new short[capacity];
    lefts = new byte[capacity];
    rights = new byte[capacity];
    stack = new short[capacity];
  }

  void start(int words) {
    size = words;
    int n = words + 1;
    Arrays.fill(head, 0, n, (short) NO);
    Arrays.fill(left1, 0, n, (short) NO);
    Arrays.fill(left2, 0, n, (short) NO);
    Arrays.fill(right1, 0, n, (short) NO);
    Arrays.fill(right2, 0, n, (short) NO);
    Arrays.fill(lefts, 0, n, (byte) 0);
    Arrays.fill(rights, 0, n, (byte) 0);
    top = 0;
    next = 0;
    score = 0;
  }

  void copyOf(Tree other) {
    size = other.size;
    int n = size + 1;
    System.arraycopy(other.head, 0, head, 0, n);
    System.arraycopy(other.left1, 0, left1, 0, n);
    System.arraycopy(other.left2, 0, left2, 0, n);
    System.arraycopy(other.right1, 0, right1, 0, n);
    System.arraycopy(other.right2, 0, right2, 0, n);
    System.arraycopy(other.lefts, 0, lefts, 0, n);
    System.arraycopy(other.rights, 0, rights, 0, n);
    System.arraycopy(other.stack, 0, stack, 0, other.top);
    top = other.top;
    next = other.next;
    score = other.score;
  }

  void attach(int dependent, int to) {
    head[dependent] = (short) to;
    if (dependent < to) {
      // Left dependents come from the inside outwards.
      left2[to] = left1[to];
      left1[to] = (short) dependent;
      if (lefts[to] < 9) {
        lefts[to]++;
      }
    } else {
      right2[to] = right1[to];
      right1[to] = (short) dependent;
      if (rights[to] < 9) {
        rights[to]++;
      }
    }
  }

  int stackAt(int depth) {
    return depth < top ? stack[top - 1 - depth] : NO;
  }
}
