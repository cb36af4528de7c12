package parley.extract.positions.internal;

import parley.learn.FeatureBag;
import parley.record.Statement;

/**
 * What is looked at to tell whether a clause states a position and which stance it has: its own
 * words, its modal and negation, the words that govern it with their stance in the codebook, what
 * stands around it.
 */
public final class PositionFeatures {

  private static final int MAX_BAG = 24;

  /** How far up cues are looked for, and how far to the left. */
  private static final int CHAIN = 5;

  private static final int LEFT = 8;

  private PositionFeatures() {}

  public static void of(Context context, Candidate c, FeatureBag f) {
    f.clear();
    SentenceView v = c.view();
    long[] words = context.words(v);
    long[] issues = context.issues(v);
    int h = c.head();
    int kind = kind(v, h);
    int first = Governor.firstConjunct(v, h);
    Governor g = Governor.of(v, h);
    int p = g.token();
    int rel = g.relation().hashCode();
    f.add(1, kind);
    f.add(2, v.lemmaHash(h), kind);
    f.add(3, v.tag(h).hashCode());
    f.add(4, rel, kind);
    f.add(5, rel, v.tag(h).hashCode());
    f.add(6, first == h ? 0 : 1, kind);

    String modal = v.modal(h);
    if (modal.isEmpty() && first != h) {
      modal = v.modal(first);
    }
    int negated = v.negated(h) ? 1 : 0;
    int mod = modal.hashCode();
    int subject = Grammar.subject(v, h);
    int subjectClass = Grammar.nounClass(v, subject);
    int tense = Grammar.tense(v, h);
    f.add(7, mod, negated);
    f.add(8, mod, negated, subjectClass);
    f.add(9, mod, v.lemmaHash(h));
    f.add(10, tense, rel);
    f.add(11, tense, negated, subjectClass);
    f.add(12, subjectClass, kind);
    if (subject >= 0) {
      f.add(13, v.lemmaHash(subject));
      f.add(14, v.lemmaHash(h), subjectClass);
    }
    int mark = v.child(h, "mark");
    f.add(15, mark < 0 ? 0 : v.lemmaHash(mark), rel);
    int object = v.child(h, "obj");
    if (object >= 0) {
      f.add(16, v.lemmaHash(object));
      f.add(17, v.lemmaHash(h), v.lemmaHash(object));
    }
    for (int child : v.children(h)) {
      f.add(18, v.relationHash(child), v.lemmaHash(child));
      f.add(19, v.relationHash(child), kind);
    }
    long own = words[h];
    f.add(20, (int) (own & Lexicon.STANCES), kind);
    f.add(21, (int) (own & Lexicon.STANCES), tense, negated);
    bits(f, 22, own, kind);

    String prep = Grammar.preposition(v, h);
    f.add(23, prep.hashCode(), rel);
    governors(context, c, f, g, prep, words, tense, mod, negated);
    composed(c, f, words, mod, negated);
    surface(c, f, words);
    content(c, f, issues, words, p, mod);
    int quoted = context.quoted(v, h) ? 1 : 0;
    f.add(24, quoted, kind);
    f.add(25, quoted, mod, subjectClass);
    f.add(26, context.density());
    f.add(27, Math.min(8, v.index() / 4));
    speech(context, c, f, words);
  }

  private static void governors(
      Context context,
      Candidate c,
      FeatureBag f,
      Governor g,
      String prep,
      long[] words,
      int tense,
      int mod,
      int negated) {
    SentenceView v = c.view();
    int p = g.token();
    int rel = g.relation().hashCode();
    if (p < 0) {
      f.add(30, tense, mod, negated);
      f.add(31, v.lemmaHash(c.head()));
      return;
    }
    int pl = v.lemmaHash(p);
    int mask = (int) (words[p] & Lexicon.STANCES);
    int pNegated = v.negated(p) ? 1 : 0;
    int pModal = v.modal(p).hashCode();
    int pTense = Grammar.tense(v, p);
    int pSubject = Grammar.nounClass(v, Grammar.subject(v, p));
    f.add(32, pl, rel);
    f.add(33, pl);
    f.add(34, pl, prep.hashCode());
    f.add(35, v.tag(p).hashCode(), rel);
    f.add(36, mask, rel);
    f.add(37, mask, pNegated, rel);
    f.add(38, mask, pNegated, pModal);
    f.add(39, pModal, pNegated, rel);
    f.add(40, pTense, rel, mask);
    f.add(41, pSubject, rel, mask);
    f.add(42, pl, pNegated, pModal);
    f.add(43, pl, pSubject);
    f.add(44, pl, v.lemmaHash(c.head()));
    f.add(45, mask, tense, rel);
    f.add(46, mask, mod, negated);
    f.add(47, pTense, pl);
    bits(f, 48, words[p], rel);
    int particle = v.child(p, "compound");
    if (particle >= 0) {
      f.add(49, pl, v.lemmaHash(particle), rel);
    }
    Governor g2 = Governor.of(v, p);
    int q = g2.token();
    int rel2 = g2.relation().hashCode();
    if (q < 0) {
      f.add(50, rel, mask);
      return;
    }
    int mask2 = (int) (words[q] & Lexicon.STANCES);
    int q2 = v.negated(q) ? 1 : 0;
    f.add(51, v.lemmaHash(q), rel2);
    f.add(52, v.lemmaHash(q), rel, rel2);
    f.add(53, v.lemmaHash(q), pl);
    f.add(54, mask2, rel2, rel);
    f.add(55, mask2, mask, q2 * 2 + pNegated);
    f.add(56, mask2, q2, rel2);
    f.add(57, v.modal(q).hashCode(), q2, mask);
    f.add(58, Grammar.nounClass(v, Grammar.subject(v, q)), rel2, mask);
    bits(f, 59, words[q], rel2);
    Governor g3 = Governor.of(v, q);
    if (g3.token() >= 0) {
      int r = g3.token();
      f.add(60, v.lemmaHash(r), g3.relation().hashCode());
      f.add(61, (int) (words[r] & Lexicon.STANCES), mask2, mask);
      bits(f, 62, words[r], g3.relation().hashCode());
    }
  }

  /**
   * The cues above the clause, words without a stance left out: the nearest and the next, each with
   * whether it is negated, and whether somebody else than the holder is to act.
   */
  private static void composed(Candidate c, FeatureBag f, long[] words, int mod, int negated) {
    SentenceView v = c.view();
    int own = v.child(c.head(), "nsubj");
    int actor = own < 0 ? 0 : own >= c.begin() && own < c.end() ? 1 : 2;
    int first = 0;
    int second = 0;
    int at = c.head();
    for (int step = 0; step < CHAIN && second == 0; step++) {
      at = Governor.of(v, at).token();
      if (at < 0) {
        break;
      }
      int mask = (int) (words[at] & Lexicon.STANCES);
      long refusing = words[at] & (Lexicon.bit("refuse") | Lexicon.bit("hinder"));
      if (mask != 0 || refusing != 0) {
        int cue = 1 + mask * 4 + (v.negated(at) ? 2 : 0) + (refusing == 0 ? 0 : 1);
        if (first == 0) {
          first = cue;
          f.add(63, v.lemmaHash(at), v.negated(at) ? 1 : 0, actor);
          f.add(69, cue, v.modal(at).hashCode(), actor);
        } else {
          second = cue;
        }
      }
    }
    f.add(64, first, actor);
    f.add(65, first, second);
    f.add(66, first, second, actor);
    f.add(67, first, negated, actor);
    f.add(68, first, mod, actor);
    int left = -1;
    for (int i = c.begin() - 1; i >= 0 && i >= c.begin() - LEFT && left < 0; i--) {
      left = (words[i] & Lexicon.STANCES) == 0 ? -1 : i;
    }
    int leftNegated = 0;
    for (int i = left - 1; left >= 0 && i >= 0 && i >= left - 3; i--) {
      leftNegated |= SentenceView.isNegation(v.lemma(i)) ? 1 : 0;
    }
    int leftMask = left < 0 ? 0 : (int) (words[left] & Lexicon.STANCES);
    f.add(85, leftMask, leftNegated, actor);
    f.add(86, leftMask, leftNegated, first);
  }

  private static void surface(Candidate c, FeatureBag f, long[] words) {
    SentenceView v = c.view();
    int b = c.begin();
    int w1 = b > 0 ? v.lemmaHash(b - 1) : 1;
    int w2 = b > 1 ? v.lemmaHash(b - 2) : 1;
    int w3 = b > 2 ? v.lemmaHash(b - 3) : 1;
    f.add(70, w1);
    f.add(71, w1, w2);
    f.add(72, w1, w2, w3);
    f.add(73, w2);
    f.add(74, v.lemmaHash(b));
    f.add(75, v.lemmaHash(b), w1);
    int e = c.end();
    int n1 = e < v.size() ? v.lemmaHash(e) : 1;
    f.add(76, n1);
    f.add(77, n1, e + 1 < v.size() ? v.lemmaHash(e + 1) : 1);
    int near = 0;
    for (int i = b - 1; i >= 0 && i >= b - 7; i--) {
      int mask = (int) (words[i] & Lexicon.STANCES);
      if (mask != 0) {
        if (near == 0) {
          f.add(78, v.lemmaHash(i), Math.min(3, b - i));
          f.add(79, mask, Math.min(4, b - i));
        }
        f.add(80, mask);
        near++;
      }
      if (i >= b - 4) {
        f.add(81, v.lemmaHash(i));
      }
    }
    f.add(82, near);
    long after = 0;
    for (int i = e; i < v.size() && i < e + 4; i++) {
      f.add(83, v.lemmaHash(i));
      after |= words[i];
    }
    f.add(84, (int) (after & Lexicon.STANCES));
  }

  private static void content(
      Candidate c, FeatureBag f, long[] issues, long[] words, int p, int mod) {
    SentenceView v = c.view();
    long seen = 0;
    long cues = 0;
    int hits = 0;
    for (int i = c.begin(); i < c.end(); i++) {
      if (issues[i] != 0) {
        seen |= issues[i];
        hits++;
      }
      cues |= words[i];
      if (i < c.begin() + MAX_BAG) {
        f.add(90, v.lemmaHash(i));
      }
    }
    for (long rest = seen; rest != 0; rest &= rest - 1) {
      f.add(91, Long.numberOfTrailingZeros(rest));
    }
    int length = c.end() - c.begin();
    int bucket =
        length < 4
            ? length
            : length < 7 ? 4 : length < 12 ? 5 : length < 20 ? 6 : length < 35 ? 7 : 8;
    f.add(92, Math.min(3, hits), bucket);
    f.add(93, Math.min(3, hits), mod);
    f.add(94, Math.min(3, hits), p < 0 ? 99 : (int) (words[p] & Lexicon.STANCES));
    f.add(95, bucket, kind(v, c.head()));
    bits(f, 96, cues, 0);
    f.add(97, (int) (issues[c.head()] == 0 ? 0 : 1), kind(v, c.head()));
  }

  private static void speech(Context context, Candidate c, FeatureBag f, long[] words) {
    SentenceView v = c.view();
    long say = Lexicon.bit("say");
    int at = c.head();
    int depth = 0;
    int said = 0;
    while (at >= 0 && depth < 20) {
      int up = v.head(at);
      if (up >= 0
          && (words[up] & say) != 0
          && (v.relation(at).equals("ccomp")
              || v.relation(at).equals("parataxis")
              || v.relation(at).equals("dep"))) {
        f.add(100, v.lemmaHash(up), Math.min(2, depth));
        said = 1 + Math.min(2, depth);
        break;
      }
      at = up;
      depth++;
    }
    Statement statement = context.statementAt(c.span().begin());
    if (statement == null) {
      f.add(103, 0, kind(v, c.head()));
    } else {
      f.add(103, 1 + statement.kind().ordinal(), kind(v, c.head()));
      f.add(104, statement.mode().hashCode());
      int firstWord = statement.cue().isEmpty() ? 0 : statement.cue().get(0).text().hashCode();
      f.add(105, firstWord);
      int begins = statement.content().get(0).span().begin();
      f.add(106, Math.abs(begins - c.span().begin()) <= 5 ? 1 : 0, firstWord);
      f.add(107, Math.abs(begins - c.span().begin()) <= 5 ? 1 : 0, statement.mode().hashCode());
      f.add(108, (statement.negated() ? 2 : 0) + (statement.hypothetical() ? 1 : 0));
    }
    f.add(101, said, kind(v, c.head()));
    f.add(102, Math.min(5, depth(v, c.head())));
  }

  private static int depth(SentenceView v, int i) {
    int d = 0;
    for (int at = v.head(i); at >= 0 && d < 6; at = v.head(at)) {
      d++;
    }
    return d;
  }

  static int kind(SentenceView v, int h) {
    if (v.isVerb(h)) {
      return 1;
    }
    if (v.has(h, "cop")) {
      return 2;
    }
    return v.isNoun(h) ? v.name(h) != null ? 3 : 4 : 5;
  }

  private static void bits(FeatureBag f, int template, long bits, int with) {
    for (long rest = bits & ~Lexicon.STANCES; rest != 0; rest &= rest - 1) {
      f.add(template, Long.numberOfTrailingZeros(rest), with);
    }
  }
}
