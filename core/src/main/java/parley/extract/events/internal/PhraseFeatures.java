package parley.extract.events.internal;

import parley.extract.events.internal.Filler.Occurrence;
import parley.language.Sentence;
import parley.language.Token;
import parley.learn.FeatureBag;

/** What the incident model sees of one phrase, for its role. */
public final class PhraseFeatures {

  /** Steps from a phrase up to the word that tells of violence. */
  private static final int CLIMB = 6;

  private static final int WINDOW = 5;
  private static final int NEAR = 8;

  /** Words to either side that count as the phrase's sentence; bounds the work. */
  private static final int SENTENCE = 60;

  private static final int OCCURRENCES = 4;

  private final ReportWords words;

  /** Of each sentence the classes of violent acts that it tells of, as bits. */
  private final int[] actsOf;

  public PhraseFeatures(ReportWords words) {
    this.words = words;
    actsOf = new int[words.size()];
    for (int s = 0; s < actsOf.length; s++) {
      for (int act : words.acts(s)) {
        actsOf[s] |= act == 0 ? 0 : 1 << act;
      }
    }
  }

  /** Each once. */
  public void of(Filler filler, FeatureBag bag) {
    bag.clear();
    bag.add(10);
    String[] parts = filler.key().split(" ");
    Occurrence first = filler.occurrences().get(0);
    int s = first.sentence();
    int head = words.words(s)[first.head()];
    for (String part : parts) {
      bag.add(11, part.hashCode());
    }
    bag.add(13, head);
    bag.add(15, parts[0].hashCode());
    bag.add(17, filler.key().hashCode());
    if (parts.length > 1) {
      bag.add(19, (parts[parts.length - 2] + " " + parts[parts.length - 1]).hashCode());
    }
    bag.add(21, Math.min(parts.length, 6), first.whole() ? 1 : 0);
    bag.add(22, Math.min(filler.occurrences().size(), 5));
    bag.add(23, Math.min(s, 6));
    kinds(first, parts.length, bag);
    for (int k = 0; k < Math.min(OCCURRENCES, filler.occurrences().size()); k++) {
      occurrence(filler.occurrences().get(k), head, bag);
    }
    bag.distinct();
  }

  /** Adds the words of its sentences, which tell what kind of incident it is part of. */
  public void addSentences(Filler filler, FeatureBag bag) {
    for (int k = 0; k < Math.min(OCCURRENCES, filler.occurrences().size()); k++) {
      Occurrence at = filler.occurrences().get(k);
      int[] row = words.words(at.sentence());
      int end = Math.min(row.length, at.end() + SENTENCE);
      for (int i = Math.max(0, at.begin() - SENTENCE); i < end; i++) {
        bag.add(47, row[i]);
      }
    }
    bag.distinct();
  }

  /** The classes of the phrase's words and of those that hang on its head. */
  private void kinds(Occurrence at, int length, FeatureBag bag) {
    int s = at.sentence();
    Sentence sentence = words.sentence(s);
    Token head = sentence.token(at.head());
    int kind = words.classOf(s, at.head());
    int name = head.tag().startsWith("NNP") ? 1 : 0;
    int whole = at.whole() ? 1 : 0;
    bag.add(24, name);
    bag.add(25, kind);
    bag.add(26, kind, length == 1 ? 0 : 1, name);
    bag.add(28, words.classOf(s, at.begin()), kind);
    for (int i = at.begin(); i < at.end(); i++) {
      bag.add(29, words.classOf(s, i));
    }
    if (at.begin() > 0) {
      bag.add(30, words.classOf(s, at.begin() - 1), kind, whole);
    }
    // Whether the phrase begins and ends where a name does.
    int[] names = words.names(s);
    boolean begins = at.begin() == 0 || names[at.begin() - 1] != names[at.begin()];
    boolean ends = at.end() >= names.length || names[at.end()] != names[at.end() - 1];
    bag.add(27, names[at.head()]);
    bag.add(80, names[at.head()] * 4 + (begins ? 1 : 0) + (ends ? 2 : 0), whole, names[at.begin()]);
    bag.add(81, Math.min(9, 10 * s / words.size()), kind);
    for (Token d : sentence.dependents(at.head())) {
      if (d.index() < at.begin() || d.index() >= at.end()) {
        bag.add(82, d.relation().hashCode(), words.words(s)[d.index()]);
        bag.add(83, d.relation().hashCode(), words.classOf(s, d.index()), kind);
      }
    }
    bag.add(84, head.relation().hashCode(), kind);
  }

  private void occurrence(Occurrence at, int headWord, FeatureBag bag) {
    int s = at.sentence();
    Sentence sentence = words.sentence(s);
    int[] row = words.words(s);
    int kind = words.classOf(s, at.head());
    around(at, row, bag);
    bits(91, actsOf[s], kind, bag);
    bits(92, s > 0 ? actsOf[s - 1] : 0, kind, bag);
    bits(93, s + 1 < actsOf.length ? actsOf[s + 1] : 0, kind, bag);
    path(at, headWord, bag);
    Token head = sentence.token(at.head());
    int relation = head.relation().hashCode();
    if (head.isRoot()) {
      bag.add(50, relation);
      return;
    }
    int governor = row[head.head()];
    int preposition = words.preposition(s, at.head());
    bag.add(51, relation, governor);
    bag.add(53, relation, governor, preposition);
    bag.add(55, governor, preposition);
    bag.add(57, relation, governor, headWord);
    bag.add(58, relation, governor, kind);
    Token above = sentence.token(head.head());
    if (!above.isRoot()) {
      int higher = row[above.head()];
      bag.add(59, higher, preposition);
      bag.add(61, governor, higher, above.relation().hashCode());
    }
  }

  private static void around(Occurrence at, int[] row, FeatureBag bag) {
    int p1 = word(row, at.begin() - 1);
    int p2 = word(row, at.begin() - 2);
    int n1 = word(row, at.end());
    int n2 = word(row, at.end() + 1);
    bag.add(31, p1);
    bag.add(33, n1);
    bag.add(35, p2, p1);
    bag.add(37, n1, n2);
    bag.add(39, word(row, at.begin() - 3), p2, p1);
    bag.add(40, n1, n2, word(row, at.end() + 2));
    bag.add(41, p1, n1);
    for (int i = Math.max(0, at.begin() - WINDOW); i < at.begin(); i++) {
      bag.add(43, row[i]);
    }
    for (int i = at.end(); i < Math.min(row.length, at.end() + WINDOW); i++) {
      bag.add(45, row[i]);
    }
  }

  private static int word(int[] row, int i) {
    return i >= 0 && i < row.length ? row[i] : ReportWords.NONE;
  }

  private static void bits(int template, int acts, int kind, FeatureBag bag) {
    for (int act = 1; acts >> act != 0; act++) {
      if ((acts >> act & 1) != 0) {
        bag.add(template, act, kind);
      }
    }
  }

  /** The way from the phrase up the tree to the first word that tells of violence, or beside it. */
  private void path(Occurrence at, int headWord, FeatureBag bag) {
    int s = at.sentence();
    Sentence sentence = words.sentence(s);
    int[] row = words.words(s);
    int[] acts = words.acts(s);
    int kind = words.classOf(s, at.head());
    Token token = sentence.token(at.head());
    int way = 7;
    for (int step = 0; step < CLIMB && !token.isRoot(); step++) {
      // Members of a list stand in the place of its first.
      boolean same = token.relation().equals("conj") || token.plainRelation().equals("appos");
      if (!same) {
        way = way * 31 + token.relation().hashCode();
        way = way * 31 + words.preposition(s, token.index());
      }
      token = sentence.token(token.head());
      int act = acts[token.index()];
      if (act != 0 && !same) {
        bag.add(63, way * 31 + act);
        bag.add(65, way, row[token.index()]);
        bag.add(66, way * 31 + act, kind);
        bag.add(67, act, step, kind);
        bag.add(68, act, headWord);
        return;
      }
      if (step == 1) {
        // A sister of the phrase may tell it: "carried out the attack".
        for (Token d : sentence.dependents(token.index())) {
          int sister = acts[d.index()];
          if (sister != 0) {
            bag.add(69, way * 31 + sister, d.relation().hashCode(), kind);
            bag.add(70, way * 31 + sister, row[token.index()]);
          }
        }
      }
    }
    int near = 0;
    int end = Math.min(acts.length, at.end() + NEAR);
    for (int i = Math.max(0, at.begin() - NEAR); i < end; i++) {
      if (acts[i] != 0) {
        near++;
        bag.add(71, acts[i] * 2 + (i < at.begin() ? 0 : 1), kind);
      }
    }
    bag.add(72, Math.min(near, 3), kind);
  }
}
