package parley.teacher.statements;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.extract.statements.internal.CandidateReader;
import parley.extract.statements.internal.CueWindow;
import parley.extract.statements.internal.Manner;
import parley.extract.statements.internal.Passage;
import parley.extract.statements.internal.Quotation;
import parley.extract.statements.internal.Quotations;
import parley.extract.statements.internal.RoleLattice;
import parley.language.AnalysedReport;
import parley.language.Sentence;
import parley.text.Span;

/** Passages of an annotated article with the gold attributions laid onto their tokens. */
final class GoldPassages {

  /**
   * A gold attribution in one passage; what of it lies in other passages is not seen.
   *
   * @param head the cue's head, -1 if it has none that the reader could find
   */
  record Item(int head, PolnearCorpus.Gold gold) {}

  /**
   * @param discarded by token: not of the article
   */
  record Annotated(String article, Passage passage, List<Item> items, boolean[] discarded) {}

  private GoldPassages() {}

  static List<Annotated> of(PolnearCorpus.Article article, AnalysedReport analysed) {
    List<Passage> passages = Passage.of(analysed, quotations(analysed));
    List<Annotated> result = new ArrayList<>();
    for (Passage p : passages) {
      List<Item> items = new ArrayList<>();
      for (PolnearCorpus.Gold gold : article.gold()) {
        Span first = gold.cue().isEmpty() ? gold.content().get(0) : gold.cue().get(0);
        if (p.part().span().contains(first.begin())) {
          items.add(new Item(head(p, gold.cue()), gold));
        }
      }
      boolean[] discarded = new boolean[p.size()];
      for (int i = 0; i < p.size(); i++) {
        discarded[i] = touches(p.span(i), article.discard());
      }
      result.add(new Annotated(article.name(), p, items, discarded));
    }
    return result;
  }

  /** The quotations of a report, as the reader finds them. */
  static List<Quotation> quotations(AnalysedReport analysed) {
    List<Span> paragraphs = new ArrayList<>();
    for (Sentence s : analysed.sentences()) {
      if (paragraphs.isEmpty() || !paragraphs.get(paragraphs.size() - 1).equals(s.part().span())) {
        paragraphs.add(s.part().span());
      }
    }
    return Quotations.in(analysed.report().text(), paragraphs);
  }

  static boolean touches(Span token, List<Span> spans) {
    for (Span span : spans) {
      if (span.overlaps(token)) {
        return true;
      }
    }
    return false;
  }

  /** The cue's token that hangs from outside the cue; a word that may be a cue before others. */
  private static int head(Passage p, List<Span> cue) {
    if (cue.isEmpty()
        || cue.get(0).begin() >= p.part().span().end()
        || cue.get(cue.size() - 1).end() <= p.part().span().begin()) {
      return -1;
    }
    int best = -1;
    int bestRank = -1;
    for (int i = 0; i < p.size(); i++) {
      if (!touches(p.span(i), cue) || !CandidateReader.eligible(p, i)) {
        continue;
      }
      int above = p.head(i);
      boolean outside = above < 0 || !touches(p.span(above), cue);
      String tag = p.token(i).tag();
      int rank =
          (outside ? 4 : 0)
              + (Manner.of(p.token(i).lemma(), tag) > 0 ? 2 : 0)
              + (tag.startsWith("V") ? 1 : 0);
      if (rank > bestRank) {
        best = i;
        bestRank = rank;
      }
    }
    return best;
  }

  /** Gold roles of the window's tokens; null if no content token is in the window. */
  static int @Nullable [] roles(Passage p, CueWindow w, PolnearCorpus.Gold gold) {
    int[] roles = new int[w.size()];
    int at = w.cue() - w.begin();
    for (int i = 0; i < roles.length; i++) {
      Span span = p.span(w.begin() + i);
      if (touches(span, gold.content())) {
        roles[i] = RoleLattice.CONTENT;
      } else if (touches(span, gold.source())) {
        roles[i] = RoleLattice.SOURCE;
      }
    }
    int from = at;
    int to = at + 1;
    while (from > 0 && touches(p.span(w.begin() + from - 1), gold.cue())) {
      from--;
    }
    while (to < roles.length && touches(p.span(w.begin() + to), gold.cue())) {
      to++;
    }
    Arrays.fill(roles, from, to, RoleLattice.CUE);
    bridge(p, w, roles);
    onlyOneSource(roles);
    for (int role : roles) {
      if (role == RoleLattice.CONTENT) {
        return roles;
      }
    }
    return null;
  }

  /** Marks between two content tokens belong to the content. */
  private static void bridge(Passage p, CueWindow w, int[] roles) {
    int last = -1;
    for (int i = 0; i < roles.length; i++) {
      if (roles[i] == RoleLattice.CONTENT) {
        if (last >= 0 && i - last > 1) {
          boolean marks = true;
          for (int k = last + 1; k < i; k++) {
            marks &=
                roles[k] == RoleLattice.OTHER
                    && !Character.isLetterOrDigit(p.token(w.begin() + k).form().charAt(0));
          }
          if (marks) {
            Arrays.fill(roles, last + 1, i, RoleLattice.CONTENT);
          }
        }
        last = i;
      }
    }
  }

  private static void onlyOneSource(int[] roles) {
    boolean over = false;
    boolean seen = false;
    for (int i = 0; i < roles.length; i++) {
      if (roles[i] == RoleLattice.SOURCE) {
        if (over) {
          roles[i] = RoleLattice.OTHER;
        }
        seen = true;
      } else if (seen) {
        over = true;
      }
    }
  }
}
