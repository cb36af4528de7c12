package parley.extract.events.internal;

import java.util.List;
import java.util.Locale;
import parley.extract.events.internal.Filler.Occurrence;
import parley.language.AnalysedReport;
import parley.language.Name;
import parley.language.Sentence;
import parley.language.Token;
import parley.learn.FeatureBag;

/** What the incident model sees: of a report, for its types; of a phrase in it, for its role. */
public final class IncidentFeatures {

  /** Steps from a phrase up to the word that tells of violence. */
  private static final int CLIMB = 6;

  /** Sentences at the head of a report that are marked as such. */
  private static final int OPENING = 4;

  private static final int WINDOW = 5;
  private static final int OCCURRENCES = 4;
  private static final int NONE = "<none>".hashCode();

  private final AnalysedReport report;
  private final int[][] words;
  private final IncidentWords lexicon = IncidentWords.shipped();

  /** Of each token the class of violent act that it tells of, 0 for none. */
  private final int[][] acts;

  /** Of each token the kind of name that holds it, 0 for none. */
  private final int[][] names;

  public IncidentFeatures(AnalysedReport report) {
    this.report = report;
    words = new int[report.sentences().size()][];
    acts = new int[words.length][];
    names = new int[words.length][];
    for (int s = 0; s < words.length; s++) {
      Sentence sentence = report.sentences().get(s);
      words[s] = new int[sentence.size()];
      acts[s] = new int[sentence.size()];
      names[s] = new int[sentence.size()];
      for (int i = 0; i < words[s].length; i++) {
        String lemma = sentence.token(i).lemma().toLowerCase(Locale.ROOT);
        words[s][i] = lemma.hashCode();
        acts[s][i] = lexicon.act(lemma);
      }
      for (Name name : sentence.names()) {
        for (int i = name.begin(); i < name.end(); i++) {
          names[s][i] = 1 + name.kind().ordinal();
        }
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
        if (acts[s][i] != 0) {
          act(s, i, bag, seen);
        }
      }
    }
  }

  /** Who does the violent act to whom, by classes of words, and in what form it is told. */
  private void act(int s, int i, FeatureBag bag, java.util.Set<Long> seen) {
    Sentence sentence = report.sentences().get(s);
    Token token = sentence.token(i);
    int act = acts[s][i];
    int tag = token.tag().hashCode();
    int place = Math.min(s, OPENING);
    once(bag, seen, 4, act, tag, place);
    once(bag, seen, 5, words[s][i], tag, 0);
    int bare = 0;
    for (Token d : sentence.dependents(i)) {
      int kind = classOf(s, d.index());
      int relation = d.relation().hashCode();
      once(bag, seen, 6, act, relation, kind);
      once(bag, seen, 7, words[s][i], relation, words[s][d.index()]);
      once(bag, seen, 8, act, relation, words[s][d.index()]);
      bare |= relation;
    }
    if (bare == 0) {
      once(bag, seen, 9, act, words[s][i], 0);
    }
  }

  private static void once(
      FeatureBag bag, java.util.Set<Long> seen, int template, int a, int b, int c) {
    if (seen.add((((long) a * 31 + b) * 1_000_003L + c) * 64 + template)) {
      bag.add(template, a, b, c);
    }
  }

  /** What a word stands for: the class of its lemma, else the kind of name that holds it. */
  private int classOf(int s, int i) {
    String lemma = report.sentences().get(s).token(i).lemma().toLowerCase(Locale.ROOT);
    int kind = lexicon.kind(lemma);
    return kind != 0 ? kind : names[s][i] == 0 ? 0 : 100 + names[s][i];
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
    int kind = classOf(first.sentence(), first.head());
    bag.add(25, kind, type);
    bag.add(26, kind, parts.length == 1 ? 0 : 1, name ? 1 : 0);
    bag.add(27, names[first.sentence()][first.head()], type);
    bag.add(28, classOf(first.sentence(), first.begin()), kind);
    for (int i = first.begin(); i < first.end(); i++) {
      bag.add(29, classOf(first.sentence(), i), type);
    }
    if (first.begin() > 0) {
      bag.add(30, classOf(first.sentence(), first.begin() - 1), kind, first.whole() ? 1 : 0);
    }
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
    path(at, type, headWord, bag);
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

  /** The way from the phrase up the tree to the first word that tells of violence, or beside it. */
  private void path(Occurrence at, int type, int headWord, FeatureBag bag) {
    Sentence sentence = report.sentences().get(at.sentence());
    int[] row = words[at.sentence()];
    int[] act = acts[at.sentence()];
    int kind = classOf(at.sentence(), at.head());
    Token token = sentence.token(at.head());
    int way = 7;
    for (int step = 0; step < CLIMB && !token.isRoot(); step++) {
      // Members of a list stand in the place of its first.
      boolean same = token.relation().equals("conj") || token.plainRelation().equals("appos");
      if (!same) {
        way = way * 31 + token.relation().hashCode();
        way = way * 31 + preposition(sentence, token, row);
      }
      token = sentence.token(token.head());
      if (act[token.index()] != 0 && !same) {
        both(bag, 63, way * 31 + act[token.index()], type);
        bag.add(65, way, row[token.index()]);
        bag.add(66, way * 31 + act[token.index()], kind);
        bag.add(67, act[token.index()], step, kind);
        bag.add(68, act[token.index()], headWord);
        return;
      }
      if (step == 1) {
        // A sister of the phrase may tell it: "carried out the attack".
        for (Token d : sentence.dependents(token.index())) {
          if (act[d.index()] != 0) {
            bag.add(69, way * 31 + act[d.index()], d.relation().hashCode(), kind);
            bag.add(70, way * 31 + act[d.index()], row[token.index()]);
          }
        }
      }
    }
    int near = 0;
    for (int i = Math.max(0, at.begin() - 8); i < Math.min(act.length, at.end() + 8); i++) {
      if (act[i] != 0) {
        near++;
        bag.add(71, act[i] * 2 + (i < at.begin() ? 0 : 1), kind, type);
      }
    }
    bag.add(72, Math.min(near, 3), kind, type);
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
