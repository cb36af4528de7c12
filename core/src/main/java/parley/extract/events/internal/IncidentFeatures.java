package parley.extract.events.internal;

import java.util.List;
import java.util.Locale;
import parley.extract.events.internal.Filler.Occurrence;
import parley.language.AnalysedReport;
import parley.language.Sentence;
import parley.language.Token;
import parley.learn.FeatureBag;

/** What the incident model sees: of a report, for its types; of a phrase in it, for its role. */
public final class IncidentFeatures {

  private static final int WINDOW = 5;
  private static final int OCCURRENCES = 4;
  private static final int NONE = "<none>".hashCode();

  private final AnalysedReport report;
  private final int[][] words;

  public IncidentFeatures(AnalysedReport report) {
    this.report = report;
    words = new int[report.sentences().size()][];
    for (int s = 0; s < words.length; s++) {
      Sentence sentence = report.sentences().get(s);
      words[s] = new int[sentence.size()];
      for (int i = 0; i < words[s].length; i++) {
        words[s][i] = sentence.token(i).lemma().toLowerCase(Locale.ROOT).hashCode();
      }
    }
  }

  /** Words and pairs of words, each once; the opening sentences are marked. */
  public void ofReport(FeatureBag bag) {
    bag.clear();
    java.util.Set<Long> seen = new java.util.HashSet<>();
    for (int s = 0; s < words.length; s++) {
      for (int i = 0; i < words[s].length; i++) {
        int word = words[s][i];
        if (seen.add(word * 4L)) {
          bag.add(1, word);
        }
        if (s < 4 && seen.add(word * 4L + 1)) {
          bag.add(2, word);
        }
        if (i > 0 && seen.add(((long) words[s][i - 1] << 32 ^ word) * 4L + 2)) {
          bag.add(3, words[s][i - 1], word);
        }
      }
    }
  }

  /** Of one phrase, for incidents of one type (its index). */
  public void ofFiller(Filler filler, int type, FeatureBag bag) {
    bag.clear();
    bag.add(10, type);
    String[] parts = filler.key().split(" ");
    Occurrence first = filler.occurrences().get(0);
    for (String part : parts) {
      both(bag, 11, part.hashCode(), type);
    }
    int head = words[first.sentence()][first.head()];
    both(bag, 13, head, type);
    both(bag, 15, parts[0].hashCode(), type);
    both(bag, 17, filler.key().hashCode(), type);
    if (parts.length > 1) {
      both(bag, 19, (parts[parts.length - 2] + " " + parts[parts.length - 1]).hashCode(), type);
    }
    bag.add(21, Math.min(parts.length, 6), first.whole() ? 1 : 0);
    bag.add(22, Math.min(filler.occurrences().size(), 5));
    bag.add(23, Math.min(first.sentence(), 6));
    boolean name =
        report.sentences().get(first.sentence()).token(first.head()).tag().startsWith("NNP");
    bag.add(24, name ? 1 : 0);
    for (int k = 0; k < Math.min(OCCURRENCES, filler.occurrences().size()); k++) {
      ofOccurrence(filler.occurrences().get(k), type, head, bag);
    }
  }

  private void ofOccurrence(Occurrence at, int type, int headWord, FeatureBag bag) {
    Sentence sentence = report.sentences().get(at.sentence());
    int[] row = words[at.sentence()];
    int p1 = at.begin() > 0 ? row[at.begin() - 1] : NONE;
    int p2 = at.begin() > 1 ? row[at.begin() - 2] : NONE;
    int p3 = at.begin() > 2 ? row[at.begin() - 3] : NONE;
    int n1 = at.end() < row.length ? row[at.end()] : NONE;
    int n2 = at.end() + 1 < row.length ? row[at.end() + 1] : NONE;
    int n3 = at.end() + 2 < row.length ? row[at.end() + 2] : NONE;
    both(bag, 31, p1, type);
    both(bag, 33, n1, type);
    pair(bag, 35, p2, p1, type);
    pair(bag, 37, n1, n2, type);
    bag.add(39, p3, p2, p1);
    bag.add(40, n1, n2, n3);
    bag.add(41, p1, n1);
    for (int i = Math.max(0, at.begin() - WINDOW); i < at.begin(); i++) {
      both(bag, 43, row[i], type);
    }
    for (int i = at.end(); i < Math.min(row.length, at.end() + WINDOW); i++) {
      both(bag, 45, row[i], type);
    }
    for (int i = 0; i < row.length; i += 1) {
      bag.add(47, row[i], type);
    }
    Token head = sentence.token(at.head());
    int relation = head.relation().hashCode();
    if (head.isRoot()) {
      bag.add(50, relation);
      return;
    }
    int governor = row[head.head()];
    int preposition = preposition(sentence, head, row);
    pair(bag, 51, relation, governor, type);
    bag.add(53, relation, governor, preposition);
    pair(bag, 55, governor, preposition, type);
    bag.add(57, relation, governor, headWord);
    Token above = sentence.token(head.head());
    if (!above.isRoot()) {
      int higher = row[above.head()];
      pair(bag, 59, higher, preposition, type);
      bag.add(61, governor, higher, above.relation().hashCode());
    }
  }

  private static int preposition(Sentence sentence, Token head, int[] row) {
    List<Token> dependents = sentence.dependents(head.index());
    for (Token d : dependents) {
      if (d.relation().equals("case")) {
        return row[d.index()];
      }
    }
    return NONE;
  }

  private static void both(FeatureBag bag, int template, int a, int type) {
    bag.add(template, a);
    bag.add(template + 1, a, type);
  }

  private static void pair(FeatureBag bag, int template, int a, int b, int type) {
    bag.add(template, a, b);
    bag.add(template + 1, a, b, type);
  }
}
