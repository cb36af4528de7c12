package parley.extract.statements.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Chooses among the candidates of a passage those that are attributions of their own. */
public final class Selection {

  private Selection() {}

  /**
   * Outermost attributions in text order: the likeliest first, none whose cue stands in another's
   * content or cue, or whose content holds another's cue.
   */
  public static List<Candidate> outermost(List<Candidate> all, double floor) {
    List<Candidate> order = new ArrayList<>(all);
    order.sort(Comparator.comparingDouble((Candidate c) -> -c.confidence));
    List<Candidate> chosen = new ArrayList<>();
    // Which chosen content or cue holds each token; a passage's tokens are few, candidates too.
    if (all.isEmpty()) {
      return chosen;
    }
    int size = all.get(0).passage.size;
    boolean[] content = new boolean[size];
    boolean[] heads = new boolean[size];
    boolean[] cues = new boolean[size];
    for (Candidate c : order) {
      if (c.confidence < floor) {
        break;
      }
      boolean free = !content[c.head] && !cues[c.head];
      for (Candidate.Run run : c.cue) {
        for (int t = run.begin(); free && t < run.end(); t++) {
          free = !heads[t];
        }
      }
      for (Candidate.Run run : c.content) {
        for (int t = run.begin(); free && t < run.end(); t++) {
          free = !heads[t];
        }
      }
      if (free) {
        chosen.add(c);
        heads[c.head] = true;
        for (Candidate.Run run : c.cue) {
          Arrays.fill(cues, run.begin(), run.end(), true);
        }
        for (Candidate.Run run : c.content) {
          Arrays.fill(content, run.begin(), run.end(), true);
        }
      }
    }
    chosen.sort(Comparator.comparingInt(c -> c.head));
    return chosen;
  }
}
