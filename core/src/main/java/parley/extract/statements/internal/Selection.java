package parley.extract.statements.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Chooses among the candidates of a passage those that are attributions of their own. */
public final class Selection {

  private Selection() {}

  /** A quotation of fewer words may be a name, a title or a word held at arm's length. */
  private static final int LONG_QUOTATION = 6;

  /** Share of a quotation's words that other contents may hold before it counts as claimed. */
  private static final double CLAIMED = 0.3;

  /** Words that a content and a quotation have in common, of all in either. */
  private static final double SAME = 0.5;

  /** What is taken already, by token of the passage. */
  private static final class Taken {
    final boolean[] content;
    final boolean[] heads;
    final boolean[] cues;

    Taken(int size) {
      content = new boolean[size];
      heads = new boolean[size];
      cues = new boolean[size];
    }

    boolean leaves(Candidate c) {
      return !content[c.head]
          && !cues[c.head]
          && !any(c.cue, heads)
          && !any(c.content, heads)
          && !(c.rank == Candidate.BESIDE && any(c.content, content));
    }

    private static boolean any(List<Candidate.Run> runs, boolean[] tokens) {
      for (Candidate.Run run : runs) {
        for (int t = run.begin(); t < run.end(); t++) {
          if (tokens[t]) {
            return true;
          }
        }
      }
      return false;
    }

    void take(Candidate c) {
      heads[c.head] = true;
      c.cue.forEach(run -> Arrays.fill(cues, run.begin(), run.end(), true));
      c.content.forEach(run -> Arrays.fill(content, run.begin(), run.end(), true));
    }
  }

  /**
   * Outermost attributions in text order: the likeliest first, none whose cue stands in another's
   * content or cue, or whose content holds another's cue; what is read by quotation marks alone
   * takes no quotation that is another's. A long quotation that none of them holds goes to the
   * likeliest of the others that does: it is hardly ever nobody's.
   */
  public static List<Candidate> outermost(List<Candidate> all, double floor) {
    List<Candidate> chosen = new ArrayList<>();
    if (all.isEmpty()) {
      return chosen;
    }
    List<Candidate> order = new ArrayList<>(all);
    order.sort(Comparator.comparingDouble((Candidate c) -> -c.confidence));
    Passage p = all.get(0).passage;
    Taken taken = new Taken(p.size);
    for (Candidate c : order) {
      if (c.confidence >= floor && taken.leaves(c)) {
        chosen.add(c);
        taken.take(c);
      }
    }
    for (int q = 0; q < p.quotationBegin.length; q++) {
      if (isUnclaimed(p, q, taken)) {
        for (Candidate c : order) {
          if (c.confidence < floor && taken.leaves(c) && isQuotation(p, q, c)) {
            chosen.add(c);
            taken.take(c);
            break;
          }
        }
      }
    }
    chosen.sort(Comparator.comparingInt(c -> c.head));
    return chosen;
  }

  private static boolean isUnclaimed(Passage p, int q, Taken taken) {
    int words = 0;
    int held = 0;
    for (int t = p.quotationBegin[q]; t < p.quotationEnd[q]; t++) {
      if (isWordOf(p, q, t)) {
        words++;
        held += taken.content[t] ? 1 : 0;
      }
    }
    return words >= LONG_QUOTATION && held <= CLAIMED * words;
  }

  private static boolean isQuotation(Passage p, int q, Candidate c) {
    int both = 0;
    int own = 0;
    for (Candidate.Run run : c.content) {
      for (int t = run.begin(); t < run.end(); t++) {
        own += p.shape[t] == 1 ? 0 : 1;
        both += isWordOf(p, q, t) ? 1 : 0;
      }
    }
    int quoted = 0;
    for (int t = p.quotationBegin[q]; t < p.quotationEnd[q]; t++) {
      quoted += isWordOf(p, q, t) ? 1 : 0;
    }
    return both >= SAME * (own + quoted - both);
  }

  private static boolean isWordOf(Passage p, int q, int token) {
    return p.shape[token] != 1 && p.quotation[token] == q + p.quotationOffset;
  }
}
