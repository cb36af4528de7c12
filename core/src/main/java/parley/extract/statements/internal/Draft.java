package parley.extract.statements.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.text.Span;

/**
 * An attribution in the making: a chosen candidate, a bare quotation without one, or a whole text.
 */
public final class Draft {

  private final @Nullable Candidate candidate;
  private final Passage passage;
  private int within;
  private final List<Span> source = new ArrayList<>();
  private final List<Span> cue = new ArrayList<>();
  private final List<Span> content = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();
  private final double confidence;
  private @Nullable String mode;

  /**
   * @param within index of the draft that this one stands in, -1 for none
   */
  Draft(Candidate candidate, int within) {
    this.candidate = candidate;
    this.passage = candidate.passage;
    this.within = within;
    confidence = candidate.confidence;
    Candidate.Run quoted = candidate.source.isEmpty() ? quotedPerson(candidate) : null;
    spans(quoted == null ? candidate.source : List.of(quoted), source);
    spans(candidate.cue, cue);
    List<Candidate.Run> said = new ArrayList<>(candidate.content);
    if (quoted != null) {
      said.removeIf(run -> quoted.begin() <= run.begin() && run.end() <= quoted.end());
      reasons.add("who \"was quoted as saying\" it is the source");
    }
    spans(said.isEmpty() ? candidate.content : said, content);
  }

  /** Whether the cue is "was quoted as saying", which always attributes. */
  static boolean isQuotedAs(Candidate c) {
    Passage p = c.passage;
    boolean quoted = false;
    boolean as = false;
    for (Candidate.Run run : c.cue) {
      for (int t = run.begin(); t < run.end(); t++) {
        quoted |= p.lemma[t] == Words.QUOTE;
        as |= quoted && p.word[t] == Words.AS;
      }
    }
    return as;
  }

  /** The subject of "was quoted as saying"; null if the cue is no such. */
  private static Candidate.@Nullable Run quotedPerson(Candidate c) {
    if (!isQuotedAs(c)) {
      return null;
    }
    Passage p = c.passage;
    for (Candidate.Run run : c.cue) {
      for (int t = run.begin(); t < run.end(); t++) {
        for (int child : p.children[t]) {
          if ((p.relation[child] == Words.NSUBJ_PASS || p.relation[child] == Words.NSUBJ)
              && p.high[child] < t) {
            return new Candidate.Run(p.low[child], p.high[child] + 1);
          }
        }
      }
    }
    return null;
  }

  /** A quotation whose speaker is taken from beside it. */
  Draft(Passage passage, Span quotation, List<Span> source, double confidence, String reason) {
    candidate = null;
    this.passage = passage;
    within = -1;
    this.confidence = confidence;
    this.source.addAll(source);
    content.add(quotation);
    reasons.add(reason);
  }

  /** A statement that is its report's whole text. */
  Draft(Passage passage, WholeText whole, double confidence) {
    candidate = null;
    this.passage = passage;
    within = -1;
    this.confidence = confidence;
    mode = whole.mode();
    source.addAll(whole.source());
    cue.addAll(whole.cue());
    content.addAll(whole.content());
    reasons.add(whole.reason());
  }

  private void spans(List<Candidate.Run> runs, List<Span> out) {
    for (Candidate.Run run : runs) {
      int from = run.begin();
      // A run over removed tokens of a nested passage is cut where the text is.
      for (int t = run.begin() + 1; t <= run.end(); t++) {
        if (t == run.end() || passage.gapBefore(t)) {
          out.add(passage.span(from, t));
          from = t;
        }
      }
    }
  }

  /** Takes a further stretch into the content. */
  void take(Span stretch, String reason) {
    content.add(stretch);
    content.sort(null);
    reasons.add(reason);
  }

  /** Null for a bare quotation and for a whole text. */
  public @Nullable Candidate candidate() {
    return candidate;
  }

  public Passage passage() {
    return passage;
  }

  public int within() {
    return within;
  }

  /** Puts an outermost draft inside the one at an index. */
  void standsIn(int index) {
    within = index;
  }

  /** Of a statement that is its report's whole text, else null. */
  public @Nullable String wholeTextMode() {
    return mode;
  }

  public List<Span> source() {
    return source;
  }

  public List<Span> cue() {
    return cue;
  }

  public List<Span> content() {
    return content;
  }

  public double confidence() {
    return confidence;
  }

  /** What was done to it after the model chose it, in words. */
  public List<String> reasons() {
    return reasons;
  }
}
