package parley.extract.statements.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plainest reading of a cue beside quotation marks: what stands between them is the content,
 * the cue's subject the source. The model weighs it against its own readings, which may be led
 * astray where several quotations stand close together.
 */
final class BesideQuotation {

  /** Tokens between the marks and the cue's head: "…," the minister of defence also said. */
  private static final int REACH = 12;

  /** Tokens from the head to marks that it opens: "said on Friday in a statement: …". */
  private static final int REACH_AFTER = 20;

  /** Words of a source that stands after its cue. */
  private static final int LONGEST_SOURCE = 10;

  private BesideQuotation() {}

  /** Null if no quotation stands beside the cue, or if it has no subject there. */
  static @Nullable Candidate read(Passage p, CueWindow window, double cueProbability) {
    int head = window.cue;
    if (p.quotation[head] >= 0) {
      return null;
    }
    int before = p.quotationBefore[head];
    int after = p.quotationAfter[head];
    if (before >= 0 && !closesOn(p, before, head)) {
      before = -1;
    }
    if (after >= 0 && !opensFrom(p, after, head)) {
      after = -1;
    }
    if (before < 0 && after < 0) {
      return null;
    }
    List<Candidate.Run> content = new ArrayList<>();
    if (before >= 0) {
      content.add(quotation(p, before, window));
    }
    if (after >= 0) {
      content.add(quotation(p, after, window));
    }
    Candidate.Run source = subject(p, head);
    if (source == null && before >= 0 && p.quotationEnd[before] == head) {
      source = inverted(p, head);
    }
    if (source == null || content.stream().anyMatch(run -> run.length() < 1)) {
      return null;
    }
    int from = head;
    while (from > 0
        && p.head[from - 1] == head
        && p.quotation[from - 1] < 0
        && isAuxiliary(p, from - 1)) {
      from--;
    }
    return Candidate.byMarks(
        p, head, source, new Candidate.Run(from, head + 1), content, cueProbability);
  }

  private static boolean isAuxiliary(Passage p, int token) {
    int relation = p.relation[token];
    return relation == Words.AUX || relation == Words.AUX_PASS;
  }

  /** Whether a quotation ends with a mark of its own just before the cue and its subject. */
  private static boolean closesOn(Passage p, int q, int head) {
    int end = p.quotationEnd[q];
    if (end < 2 || head - end >= REACH || p.sentence[head] - p.sentence[end - 1] > 1) {
      return false;
    }
    for (int t = end; t < head; t++) {
      if (p.word[t] == Words.STOP) {
        return false;
      }
    }
    int last = p.word[end - 2];
    return last == Words.COMMA
        || last == Words.QUESTION
        || last == "!".hashCode()
        || p.word[end] == Words.COMMA;
  }

  /** Whether a comma or colon after the cue opens a quotation in its sentence. */
  private static boolean opensFrom(Passage p, int q, int head) {
    int begin = p.quotationBegin[q];
    if (begin - head > REACH_AFTER || p.sentence[begin] != p.sentence[head]) {
      return false;
    }
    int opener = p.word[begin - 1];
    return opener == Words.COMMA || opener == Words.COLON;
  }

  private static Candidate.Run quotation(Passage p, int q, CueWindow window) {
    return new Candidate.Run(
        Math.max(window.begin, p.quotationBegin[q]), Math.min(window.end, p.quotationEnd[q]));
  }

  /** The subject's words up to the first comma, none of them quoted. */
  private static Candidate.@Nullable Run subject(Passage p, int head) {
    for (int c : p.children[head]) {
      if ((p.relation[c] == Words.NSUBJ || p.relation[c] == Words.NSUBJ_PASS)
          && p.quotation[c] < 0) {
        int begin = c;
        while (begin > p.low[c] && p.quotation[begin - 1] < 0 && p.word[begin - 1] != Words.COMMA) {
          begin--;
        }
        int end = c + 1;
        while (end <= p.high[c] && p.quotation[end] < 0 && p.word[end] != Words.COMMA) {
          end++;
        }
        return begin <= head && head < end ? null : new Candidate.Run(begin, end);
      }
    }
    return null;
  }

  /** "…," recalls one friend: the words after the cue, where the tree has no subject. */
  private static Candidate.@Nullable Run inverted(Passage p, int head) {
    int end = head + 1;
    boolean noun = false;
    while (end < p.sentenceEnd[p.sentence[head]]
        && end - head <= LONGEST_SOURCE
        && p.shape[end] != 1
        && p.quotation[end] < 0) {
      String tag = p.tokens[end].tag();
      if (tag.startsWith("V") || tag.startsWith("W") || tag.equals("IN") && noun) {
        break;
      }
      noun |= tag.startsWith("N") || tag.startsWith("PRP");
      end++;
    }
    return noun ? new Candidate.Run(head + 1, end) : null;
  }
}
