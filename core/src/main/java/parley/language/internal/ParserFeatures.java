package parley.language.internal;

/** What the parser sees of a partial tree: words and tags at and around its frontier. */
final class ParserFeatures {

  /** More than all groups of one tree fill in. */
  static final int MOST = 96;

  private static final int NO_TAG = 90;
  private static final int ROOT_TAG = 91;

  private ParserFeatures() {}

  private static int tag(Words w, int i) {
    return i < 0 ? NO_TAG : i >= w.size ? ROOT_TAG : w.tag[i];
  }

  private static int word(Words w, int i) {
    return i < 0 ? Words.NONE : i >= w.size ? Words.NONE + 1 : w.lower[i];
  }

  private static int get(short[] values, int i) {
    return i < 0 ? Tree.NO : values[i];
  }

  private static int distance(int a, int b) {
    int d = b - a;
    return d > 10 ? 7 : d > 5 ? 6 : d;
  }

  /** Commas, quotes, verbs and conjunctions between two words, each counted to two. */
  private static int between(Words w, int[] marks, int a, int b) {
    if (a < 0 || b < 0) {
      return 7;
    }
    int from = marks[a + 1];
    int to = marks[b];
    int commas = Math.min(2, (to & 0xFFF) - (from & 0xFFF));
    int verbs = Math.min(2, (to >>> 12 & 0x3FF) - (from >>> 12 & 0x3FF));
    int others = Math.min(2, (to >>> 22) - (from >>> 22));
    return commas * 9 + verbs * 3 + others;
  }

  /** Running counts of commas, verbs and other marks before each word, for {@link #between}. */
  static void countMarks(Words w, int[] marks) {
    int commas = 0;
    int verbs = 0;
    int others = 0;
    for (int i = 0; i <= w.size; i++) {
      marks[i] = commas | verbs << 12 | others << 22;
      if (i < w.size) {
        int t = w.tag[i];
        if (t == COMMA) {
          commas++;
        } else if (t >= FIRST_VERB && t <= LAST_VERB || t == MODAL) {
          verbs++;
        } else if (t == CONJUNCTION || t == COLON) {
          others++;
        }
      }
    }
  }

  private static final int COMMA = Labels.tag(",");
  private static final int COLON = Labels.tag(":");
  private static final int CONJUNCTION = Labels.tag("CC");
  private static final int MODAL = Labels.tag("MD");
  private static final int FIRST_VERB = Labels.tag("VB");
  private static final int LAST_VERB = Labels.tag("VBZ");

  // Groups of features, each of few places, so that what was scored once can be kept. They are
  // filled in from a place of the array; their end is given.

  /** Of the word on top of the stack by itself. */
  static int top(Words w, int s0, int[] out, int from) {
    int s0w = word(w, s0);
    int s0t = tag(w, s0);
    out[from] = Hash.feature(1, s0w);
    out[from + 1] = Hash.feature(2, s0t);
    out[from + 2] = Hash.feature(3, Hash.pair(s0w, s0t));
    return from + 3;
  }

  /** Of the word below the top. */
  static int below(Words w, int s1, int[] out, int from) {
    int s1w = word(w, s1);
    int s1t = tag(w, s1);
    out[from] = Hash.feature(4, s1w);
    out[from + 1] = Hash.feature(5, s1t);
    out[from + 2] = Hash.feature(6, Hash.pair(s1w, s1t));
    return from + 3;
  }

  /** Of the third word of the stack. */
  static int third(Words w, int s2, int[] out, int from) {
    out[from] = Hash.feature(13, tag(w, s2));
    out[from + 1] = Hash.feature(14, word(w, s2));
    return from + 2;
  }

  /** Of the next words. */
  static int next(Words w, int b0, int[] out, int from) {
    int b1 = b0 + 1 <= w.size ? b0 + 1 : Tree.NO;
    int b2 = b0 + 2 <= w.size ? b0 + 2 : Tree.NO;
    int b0w = word(w, b0);
    int b0t = tag(w, b0);
    int b1w = word(w, b1);
    int b1t = tag(w, b1);
    int b2t = tag(w, b2);
    int n = from;
    out[n++] = Hash.feature(7, b0w);
    out[n++] = Hash.feature(8, b0t);
    out[n++] = Hash.feature(9, Hash.pair(b0w, b0t));
    out[n++] = Hash.feature(10, b1w);
    out[n++] = Hash.feature(11, b1t);
    out[n++] = Hash.feature(12, b2t);
    out[n++] = Hash.feature(15, word(w, b2));
    out[n++] = Hash.feature(24, Hash.pair(b0t, b1t));
    out[n++] = Hash.feature(25, Hash.pair(b0w, b1w));
    out[n++] = Hash.feature(29, Hash.pair(b0w, b1t));
    out[n++] = Hash.feature(33, Hash.triple(b0t, b1t, b2t));
    return n;
  }

  /** Of the top and the next word, and what follows it. */
  static int topAndNext(Words w, int[] marks, int s0, int b0, int[] out, int from) {
    int b1 = b0 + 1 <= w.size ? b0 + 1 : Tree.NO;
    int b2 = b0 + 2 <= w.size ? b0 + 2 : Tree.NO;
    int s0w = word(w, s0);
    int s0t = tag(w, s0);
    int b0w = word(w, b0);
    int b0t = tag(w, b0);
    int b1t = tag(w, b1);
    int s0wt = Hash.pair(s0w, s0t);
    int b0wt = Hash.pair(b0w, b0t);
    int d0 = s0 < 0 ? 0 : distance(s0, b0);
    int tt = Hash.pair(s0t, b0t);
    int n = from;
    out[n++] = Hash.feature(16, Hash.pair(s0w, b0w));
    out[n++] = Hash.feature(17, Hash.pair(s0wt, b0t));
    out[n++] = Hash.feature(18, Hash.pair(s0t, b0wt));
    out[n++] = Hash.feature(19, tt);
    out[n++] = Hash.feature(28, Hash.pair(s0w, b1t));
    out[n++] = Hash.feature(30, Hash.pair(tt, b1t));
    out[n++] = Hash.feature(38, Hash.triple(s0w, b0t, b1t));
    out[n++] = Hash.feature(39, Hash.triple(s0t, b0w, b1t));
    out[n++] = Hash.feature(40, Hash.triple(tt, b1t, tag(w, b2)));
    out[n++] = Hash.feature(71, Hash.pair(s0wt, d0));
    out[n++] = Hash.feature(72, Hash.pair(b0wt, d0));
    out[n++] = Hash.feature(73, Hash.pair(tt, d0));
    out[n++] = Hash.feature(77, Hash.pair(tt, between(w, marks, s0, b0)));
    out[n++] = Hash.feature(91, Hash.pair(s0 < 0 || s0 >= w.size ? 0 : w.end3[s0], b0t));
    out[n++] = Hash.feature(92, Hash.pair(b0 >= w.size ? 0 : w.end3[b0], s0t));
    return n;
  }

  /** Of the two upper words of the stack. */
  static int topAndBelow(Words w, int[] marks, int s1, int s0, int[] out, int from) {
    int s0w = word(w, s0);
    int s0t = tag(w, s0);
    int s1w = word(w, s1);
    int s1t = tag(w, s1);
    int s0wt = Hash.pair(s0w, s0t);
    int s1wt = Hash.pair(s1w, s1t);
    int d1 = s1 < 0 ? 0 : distance(s1, s0);
    int ss = Hash.pair(s1t, s0t);
    int n = from;
    out[n++] = Hash.feature(20, Hash.pair(s1w, s0w));
    out[n++] = Hash.feature(21, Hash.pair(s1wt, s0t));
    out[n++] = Hash.feature(22, Hash.pair(s1t, s0wt));
    out[n++] = Hash.feature(23, ss);
    out[n++] = Hash.feature(74, Hash.pair(s1wt, d1));
    out[n++] = Hash.feature(75, Hash.pair(s0wt, d1));
    out[n++] = Hash.feature(76, Hash.pair(ss, d1));
    out[n++] = Hash.feature(78, Hash.pair(ss, between(w, marks, s1, s0)));
    return n;
  }

  /** Of the two upper words of the stack and the next word. */
  static int three(Words w, int[] marks, int s1, int s0, int b0, int[] out, int from) {
    int b1 = b0 + 1 <= w.size ? b0 + 1 : Tree.NO;
    int s0w = word(w, s0);
    int s0t = tag(w, s0);
    int s1w = word(w, s1);
    int s1t = tag(w, s1);
    int b0w = word(w, b0);
    int b0t = tag(w, b0);
    int ss = Hash.pair(s1t, s0t);
    int n = from;
    out[n++] = Hash.feature(26, Hash.pair(s1t, b0t));
    out[n++] = Hash.feature(27, Hash.pair(s1w, b0w));
    out[n++] = Hash.feature(31, Hash.pair(ss, b0t));
    out[n++] = Hash.feature(34, Hash.triple(ss, b0t, tag(w, b1)));
    out[n++] = Hash.feature(35, Hash.pair(ss, b0w));
    out[n++] = Hash.feature(36, Hash.triple(s1t, s0w, b0t));
    out[n++] = Hash.feature(37, Hash.triple(s1w, s0t, b0t));
    out[n++] = Hash.feature(79, Hash.triple(ss, between(w, marks, s1, s0), b0t));
    return n;
  }

  /** Of the top and its dependents. */
  static int topDependents(Words w, Tree t, int s0, int[] out, int from) {
    int s0t = tag(w, s0);
    int s0wt = Hash.pair(word(w, s0), s0t);
    int l = get(t.left1, s0);
    int r = get(t.right1, s0);
    int lt = tag(w, l);
    int rt = tag(w, r);
    int lefts = s0 < 0 ? 0 : t.lefts[s0];
    int rights = s0 < 0 ? 0 : t.rights[s0];
    int n = from;
    out[n++] = Hash.feature(48, Hash.triple(s0t, lt, tag(w, get(t.left2, s0))));
    out[n++] = Hash.feature(49, Hash.triple(s0t, rt, tag(w, get(t.right2, s0))));
    out[n++] = Hash.feature(52, Hash.pair(s0wt, lt));
    out[n++] = Hash.feature(53, Hash.pair(s0wt, rt));
    out[n++] = Hash.feature(56, Hash.pair(s0t, word(w, l)));
    out[n++] = Hash.feature(57, Hash.pair(s0t, word(w, r)));
    out[n++] = Hash.feature(63, Hash.pair(s0wt, lefts));
    out[n++] = Hash.feature(64, Hash.pair(s0wt, rights));
    out[n++] = Hash.feature(65, Hash.triple(s0t, lefts, rights));
    return n;
  }

  /** Of the word below the top and its dependents. */
  static int belowDependents(Words w, Tree t, int s1, int[] out, int from) {
    int s1t = tag(w, s1);
    int s1wt = Hash.pair(word(w, s1), s1t);
    int r = get(t.right1, s1);
    int rt = tag(w, r);
    int lefts = s1 < 0 ? 0 : t.lefts[s1];
    int rights = s1 < 0 ? 0 : t.rights[s1];
    int n = from;
    out[n++] = Hash.feature(51, Hash.triple(s1t, rt, tag(w, get(t.right2, s1))));
    out[n++] = Hash.feature(55, Hash.pair(s1wt, rt));
    out[n++] = Hash.feature(59, Hash.pair(s1t, word(w, r)));
    out[n++] = Hash.feature(68, Hash.pair(s1wt, rights));
    out[n++] = Hash.feature(69, Hash.triple(s1t, lefts, rights));
    return n;
  }

  /** Of the next word and its dependents. */
  static int nextDependents(Words w, Tree t, int b0, int[] out, int from) {
    int b0t = tag(w, b0);
    int b0wt = Hash.pair(word(w, b0), b0t);
    int l = get(t.left1, b0);
    int lt = tag(w, l);
    int n = from;
    out[n++] = Hash.feature(50, Hash.triple(b0t, lt, tag(w, get(t.left2, b0))));
    out[n++] = Hash.feature(54, Hash.pair(b0wt, lt));
    out[n++] = Hash.feature(58, Hash.pair(b0t, word(w, l)));
    out[n++] = Hash.feature(66, Hash.pair(b0wt, t.lefts[b0]));
    return n;
  }

  /** Of words with the dependents of others: seldom twice the same. */
  static int rest(Words w, Tree t, int s2, int s1, int s0, int b0, int[] out, int from) {
    int s0t = tag(w, s0);
    int s1t = tag(w, s1);
    int b0t = tag(w, b0);
    int tt = Hash.pair(s0t, b0t);
    int ss = Hash.pair(s1t, s0t);
    int s0lt = tag(w, get(t.left1, s0));
    int s0rt = tag(w, get(t.right1, s0));
    int s1rt = tag(w, get(t.right1, s1));
    int lefts = s0 < 0 ? 0 : t.lefts[s0];
    int rights = s1 < 0 ? 0 : t.rights[s1];
    int n = from;
    out[n++] = Hash.feature(32, Hash.pair(ss, tag(w, s2)));
    out[n++] = Hash.feature(41, Hash.pair(tt, s0lt));
    out[n++] = Hash.feature(42, Hash.pair(tt, s0rt));
    out[n++] = Hash.feature(43, Hash.pair(tt, tag(w, get(t.left1, b0))));
    out[n++] = Hash.feature(44, Hash.pair(ss, s0lt));
    out[n++] = Hash.feature(45, Hash.pair(ss, s0rt));
    out[n++] = Hash.feature(46, Hash.pair(ss, tag(w, get(t.left1, s1))));
    out[n++] = Hash.feature(47, Hash.pair(ss, s1rt));
    out[n++] = Hash.feature(60, Hash.triple(ss, s1rt, b0t));
    out[n++] = Hash.feature(61, Hash.triple(word(w, s0), s0lt, word(w, b0)));
    out[n++] = Hash.feature(62, Hash.triple(word(w, s1), s1rt, word(w, s0)));
    out[n++] = Hash.feature(67, Hash.pair(tt, t.lefts[b0]));
    out[n++] = Hash.feature(70, Hash.triple(ss, rights, lefts));
    return n;
  }
}
