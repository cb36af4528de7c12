package parley.extract.statements.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.text.PartRole;
import parley.text.Span;

/** Gives paragraphs that are nothing but a quotation to the speaker beside them. */
final class Continuations {

  /** How often such a quotation is the neighbour's, by hand count on the training part. */
  private static final double BARE = 0.5;

  /** Empty paragraphs between are no part; further apart than this nothing is joined. */
  private static final int REACH = 200;

  private Continuations() {}

  /**
   * Gives sentences of quotation alone to the speaker of the sentence before, where nothing claims
   * them: as more of what he said if that was quoted, else as a statement of its own.
   */
  static void withinPassage(Passage p, List<Draft> found) {
    if (found.isEmpty() || p.quotationBegin.length == 0) {
      return;
    }
    List<Draft> alone = new ArrayList<>();
    @Nullable Draft[] told = new Draft[p.sentenceBegin.length];
    boolean[] claimed = new boolean[p.size];
    @Nullable Draft[] speaker = new Draft[p.sentenceBegin.length];
    for (Draft draft : found) {
      Candidate c = draft.candidate();
      if (c == null) {
        continue;
      }
      for (List<Candidate.Run> runs : List.of(c.content, c.source, c.cue)) {
        for (Candidate.Run run : runs) {
          Arrays.fill(claimed, run.begin(), run.end(), true);
        }
      }
      told[p.sentence[c.head]] = draft;
      if (endsQuoted(draft)) {
        for (Candidate.Run run : c.content) {
          speaker[p.sentence[run.end() - 1]] = draft;
        }
        speaker[p.sentence[c.head]] = draft;
      }
    }
    for (int s = 1; s < p.sentenceBegin.length; s++) {
      Draft before = speaker[s - 1];
      if (speaker[s] == null && before != null && quotedAlone(p, s, claimed)) {
        before.take(
            p.span(p.sentenceBegin[s], p.sentenceEnd[s]),
            "a sentence of quotation alone goes on with the speaker before");
        speaker[s] = before;
      } else if (speaker[s] == null && told[s - 1] != null && quotedAlone(p, s, claimed)) {
        Draft bare =
            new Draft(
                p,
                p.span(p.sentenceBegin[s], p.sentenceEnd[s]),
                told[s - 1].source(),
                BARE,
                "a sentence of quotation alone after what its source says");
        speaker[s] = bare;
        alone.add(bare);
      }
    }
    found.addAll(alone);
    found.sort(Comparator.comparingInt(d -> d.content().get(0).begin()));
  }

  private static boolean quotedAlone(Passage p, int s, boolean[] claimed) {
    int words = 0;
    for (int t = p.sentenceBegin[s]; t < p.sentenceEnd[s]; t++) {
      if (claimed[t]) {
        return false;
      }
      if (p.shape[t] != 1) {
        words++;
        if (p.quotation[t] < 0) {
          return false;
        }
      }
    }
    return words > 0;
  }

  /**
   * @param found by passage; changed in place
   */
  static void join(List<Passage> passages, List<Quotation> quotations, List<List<Draft>> found) {
    Draft last = null;
    int lastEnd = -1;
    for (int k = 0; k < passages.size(); k++) {
      Passage p = passages.get(k);
      Span quoted = bare(p, found.get(k));
      if (quoted != null && p.part().role() == PartRole.SUBHEADING) {
        // It is taken from the section that it heads, not from what stands before.
        found
            .get(k)
            .add(
                new Draft(
                    p, quoted, List.of(), BARE / 2, "a quotation as a subheading, no source"));
        continue;
      }
      if (quoted != null) {
        Quotation whole = quotationAt(p, quotations);
        boolean sameQuotation =
            last != null && whole != null && whole.stretches().get(0).begin() < quoted.begin();
        if (last != null
            && quoted.begin() - lastEnd < REACH
            && (sameQuotation || endsQuoted(last) || opensBlock(last))) {
          last.take(
              quoted,
              sameQuotation
                  ? "the quotation goes on in the next paragraph"
                  : "a paragraph of quotation alone goes on with the last speaker");
          lastEnd = quoted.end();
          continue;
        }
        Draft next = k + 1 < passages.size() ? firstQuoted(found.get(k + 1)) : null;
        if (next != null && passages.get(k + 1).part().span().begin() - quoted.end() < REACH) {
          next.take(quoted, "the speaker is named in the paragraph after the quotation");
          continue;
        }
        Draft bare =
            new Draft(
                p,
                quoted,
                last == null ? List.of() : last.source(),
                last == null ? BARE / 2 : BARE,
                last == null
                    ? "a quotation without a speaker beside it"
                    : "a quotation without a cue; the last source before it");
        found.get(k).add(bare);
        last = bare;
        lastEnd = quoted.end();
        continue;
      }
      if (!found.get(k).isEmpty()) {
        last = found.get(k).get(found.get(k).size() - 1);
        lastEnd = p.part().span().end();
      } else if (p.size() > 3) {
        last = null;
      }
    }
  }

  /**
   * The quotation that fills the paragraph, null if it does not or if something was found there.
   */
  private static @Nullable Span bare(Passage p, List<Draft> found) {
    if (!found.isEmpty() || p.size < 3 || p.headline) {
      return null;
    }
    int words = 0;
    int quoted = 0;
    for (int t = 0; t < p.size; t++) {
      if (p.shape[t] != 1) {
        words++;
        quoted += p.quotation[t] >= 0 ? 1 : 0;
      }
    }
    if (p.quotation[0] < 0 || words == 0 || quoted < words) {
      return null;
    }
    return p.span(0, p.size);
  }

  private static @Nullable Quotation quotationAt(Passage p, List<Quotation> quotations) {
    return p.quotation[0] < 0 ? null : quotations.get(p.quotation[0]);
  }

  private static boolean endsQuoted(Draft draft) {
    Candidate c = draft.candidate();
    if (c == null || c.content.isEmpty()) {
      return true;
    }
    for (Candidate.Run run : c.content) {
      if (c.passage.quotation[run.end() - 1] >= 0 || c.passage.quotation[run.begin()] >= 0) {
        return true;
      }
    }
    return false;
  }

  /** "He said:" at the end of a paragraph. */
  private static boolean opensBlock(Draft draft) {
    Passage p = draft.passage();
    return p.word[p.size - 1] == Words.COLON;
  }

  private static @Nullable Draft firstQuoted(List<Draft> drafts) {
    return !drafts.isEmpty() && drafts.get(0).candidate() != null && endsQuoted(drafts.get(0))
        ? drafts.get(0)
        : null;
  }
}
