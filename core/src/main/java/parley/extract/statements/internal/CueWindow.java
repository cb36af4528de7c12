package parley.extract.statements.internal;

import java.util.Arrays;

/**
 * The tokens in which source and content of one cue are looked for: its sentence, those beside it
 * in the same passage, and the rest of a quotation that begins or ends there; and how each token
 * hangs together with the cue.
 */
public final class CueWindow {

  private static final int REACH_BEFORE = 160;
  private static final int REACH_AFTER = 240;
  private static final int NEIGHBOUR_BEFORE = 50;
  private static final int NEIGHBOUR_AFTER = 80;
  private static final int STEPS_UP = 8;

  final Passage passage;
  final int cue;
  final int begin;
  final int end;

  /** How many steps above the cue the lowest common node is; -1 in other sentences. */
  final int[] up;

  /**
   * Token below the common node through which this one hangs; the token itself if it is the node.
   */
  final int[] top;

  /** Steps from the common node down to the token. */
  final int[] down;

  /** Nodes from the cue up. */
  final int[] above;

  final int levels;

  /** Paths of relations up to each level, as hashes. */
  final int[] pathUp;

  /**
   * What the cue governs, as a hash: has it a subject, a clause, an object; is it quoted beside.
   */
  final int frame;

  final int beforeQuotation;
  final int afterQuotation;

  public CueWindow(Passage p, int cue) {
    passage = p;
    this.cue = cue;
    int s = p.sentence[cue];
    int from = Math.max(p.sentenceBegin[s], cue - REACH_BEFORE);
    int to = Math.min(p.sentenceEnd[s], cue + REACH_AFTER);
    if (s > 0 && from - p.sentenceBegin[s - 1] <= NEIGHBOUR_BEFORE) {
      from = p.sentenceBegin[s - 1];
    }
    for (int k = s + 1; k <= s + 2 && k < p.sentenceEnd.length; k++) {
      if (p.sentenceEnd[k] - to > NEIGHBOUR_AFTER) {
        break;
      }
      to = p.sentenceEnd[k];
    }
    int q = p.quotation[from];
    if (q >= 0) {
      from = Math.max(Math.min(from, p.quotationBegin[q - p.quotationOffset]), cue - REACH_BEFORE);
    }
    q = p.quotation[to - 1];
    if (q >= 0) {
      to = Math.min(Math.max(to, p.quotationEnd[q - p.quotationOffset]), cue + REACH_AFTER);
    }
    begin = Math.max(from, 0);
    end = Math.min(to, p.size);
    int n = end - begin;
    up = new int[n];
    top = new int[n];
    down = new int[n];
    int[] chain = new int[STEPS_UP + 1];
    int count = 0;
    for (int at = cue; at >= 0 && count <= STEPS_UP; at = p.head[at]) {
      chain[count++] = at;
    }
    above = Arrays.copyOf(chain, count);
    levels = count;
    pathUp = new int[levels];
    for (int k = 1; k < levels; k++) {
      pathUp[k] = pathUp[k - 1] * 31 + p.relation[above[k - 1]];
    }
    Arrays.fill(up, Integer.MIN_VALUE);
    for (int k = 0; k < levels; k++) {
      int at = above[k] - begin;
      if (at >= 0 && at < n) {
        up[at] = k;
        top[at] = above[k];
      }
    }
    int[] stack = new int[n];
    for (int t = begin; t < end; t++) {
      hang(t, s, stack);
    }
    beforeQuotation = p.quotationBefore[cue];
    afterQuotation = p.quotationAfter[cue];
    frame = frame();
  }

  private void hang(int token, int s, int[] stack) {
    Passage p = passage;
    if (p.sentence[token] != s) {
      up[token - begin] = -1;
      top[token - begin] = token;
      return;
    }
    int n = 0;
    int at = token;
    while (at >= begin && at < end && up[at - begin] == Integer.MIN_VALUE) {
      stack[n++] = at;
      at = p.head[at];
      if (at < 0) {
        break;
      }
    }
    boolean known = at >= begin && at < end;
    while (n > 0) {
      int t = stack[--n];
      if (!known) {
        up[t - begin] = levels;
        top[t - begin] = t;
        known = true;
      } else {
        int h = p.head[t] - begin;
        up[t - begin] = up[h];
        top[t - begin] = onPath(p.head[t]) ? t : top[h];
        down[t - begin] = down[h] + 1;
      }
    }
  }

  private boolean onPath(int token) {
    for (int node : above) {
      if (node == token) {
        return true;
      }
    }
    return false;
  }

  private int frame() {
    Passage p = passage;
    int subject = 0;
    int clause = 0;
    int object = 0;
    for (int c : p.children[cue]) {
      int rel = p.relation[c];
      if (rel == Words.NSUBJ || rel == Words.NSUBJ_PASS) {
        subject = (rel == Words.NSUBJ ? 1 : 2) + (c < cue ? 0 : 2);
      } else if (rel == Words.CCOMP || rel == Words.XCOMP) {
        clause |= rel == Words.CCOMP ? c < cue ? 1 : 2 : 4;
      } else if (rel == Words.OBJ) {
        object = 1;
      }
    }
    int before =
        beforeQuotation >= 0 && p.quotationEnd[beforeQuotation] >= p.sentenceBegin[p.sentence[cue]]
            ? 1
            : 0;
    int after =
        afterQuotation >= 0 && p.quotationBegin[afterQuotation] <= p.sentenceEnd[p.sentence[cue]]
            ? 1
            : 0;
    return (((subject * 8 + clause) * 2 + object) * 2 + before) * 2 + after;
  }

  public int begin() {
    return begin;
  }

  public int size() {
    return end - begin;
  }

  public int cue() {
    return cue;
  }
}
