package parley.extract.positions.internal;

import parley.learn.FeatureBag;
import parley.record.Actor;
import parley.record.Statement;

/** What is looked at to tell whether a word names the holder of a position. */
public final class HolderFeatures {

  private static final int MAX_UP = 6;

  private HolderFeatures() {}

  /**
   * @param history who held the positions before
   * @param stance index of the stance that the clause was read to have
   */
  public static void of(
      Context context,
      HolderHistory history,
      Candidate c,
      Holder holder,
      int stance,
      FeatureBag f) {
    f.clear();
    SentenceView v = c.view();
    SentenceView hv = holder.view();
    int t = holder.token();
    int noun = Grammar.nounClass(hv, t);
    int away = Math.max(-2, Math.min(7, v.index() - hv.index()));
    int rel = hv.sentence().token(t).relation().hashCode();
    int inside = hv == v && t >= c.begin() && t < c.end() ? 1 : 0;
    int quotedHolder = context.quoted(hv, t) ? 1 : 0;
    int quotedClause = context.quoted(v, c.head()) ? 1 : 0;
    int quotes = quotedHolder * 2 + quotedClause;
    f.add(1, noun);
    f.add(2, noun, away);
    f.add(3, rel, away);
    f.add(4, noun, rel, away);
    f.add(5, inside, rel);
    f.add(6, quotes, noun, away);
    f.add(7, hv.lemmaHash(t));
    f.add(8, hv.lemmaHash(t), rel);
    int up = hv.head(t);
    long[] words = context.words(hv);
    int upMask = up < 0 ? -1 : (int) (words[up] & Lexicon.STANCES);
    int says = up >= 0 && (words[up] & Lexicon.bit("say")) != 0 ? 1 : 0;
    f.add(9, upMask, rel, away);
    f.add(10, says, rel, away);
    f.add(11, says, rel, quotes);
    if (up >= 0) {
      f.add(12, hv.lemmaHash(up), rel);
    }
    f.add(13, stance, rel, away);
    f.add(14, stance, noun);
    actor(context, c, holder, f, rel, away, noun, quotedClause, stance);
    before(context, history, c, holder, f, rel, away, noun, quotes);
    if (hv == v) {
      near(context, c, holder, f, noun, rel, quotes, says);
    } else {
      f.add(40, says, away, quotes);
      f.add(41, kindOfClause(c), away, noun);
      f.add(42, first(context, hv, t), away);
    }
  }

  /** What is known of the actor in the whole report, and whether it speaks here. */
  private static void actor(
      Context context,
      Candidate c,
      Holder holder,
      FeatureBag f,
      int rel,
      int away,
      int noun,
      int quoted,
      int stance) {
    Actor actor = holder.actor();
    int kind =
        actor.kind().ordinal() * 4 + (actor.named() ? 2 : 0) + (actor.side() == null ? 0 : 1);
    int mentions = actor.mentions().size();
    int often = mentions > 8 ? 4 : mentions > 3 ? 3 : mentions > 1 ? 2 : 1;
    f.add(50, kind);
    f.add(51, kind, rel, away);
    f.add(52, often, away);
    f.add(53, kind, often);
    f.add(54, kind, stance);
    Statement statement = context.statementAt(c.span().begin());
    int speaks = 0;
    if (statement != null) {
      String speaker = statement.speaker();
      speaks =
          speaker == null
              ? 1
              : speaker.equals(actor.id()) ? 3 : speaker.equals(actor.side()) ? 4 : 2;
    }
    f.add(55, speaks, quoted);
    f.add(56, speaks, rel, away);
    f.add(57, speaks, noun, quoted);
    f.add(58, speaks, kind, quoted);
    int first = Governor.firstConjunct(c.view(), c.head());
    int subject = Grammar.subject(c.view(), c.head());
    f.add(59, speaks, c.view().modal(first).hashCode(), Grammar.nounClass(c.view(), subject));
    Governor g = Governor.of(c.view(), c.head());
    int up = g.token() < 0 ? 0 : (int) (context.words(c.view())[g.token()] & Lexicon.STANCES);
    f.add(60, speaks, up, g.relation().hashCode());
  }

  /** Whether the positions before were the same party's. */
  private static void before(
      Context context,
      HolderHistory history,
      Candidate c,
      Holder holder,
      FeatureBag f,
      int rel,
      int away,
      int noun,
      int quotes) {
    int same = history.isLast(holder.actor());
    int since = history.away(c);
    f.add(61, same, since);
    f.add(62, same, since, quotes);
    f.add(63, same, noun, away);
    f.add(64, same, rel, away);
    f.add(65, history.share(holder.actor()), since);
    f.add(66, history.share(holder.actor()), away, noun);
    SentenceView v = c.view();
    int up = Governor.of(v, c.head()).token();
    f.add(67, same, since, up < 0 ? -1 : (int) (context.words(v)[up] & Lexicon.STANCES));
    f.add(68, same, Grammar.nounClass(v, Grammar.subject(v, c.head())), since);
  }

  private static void near(
      Context context,
      Candidate c,
      Holder holder,
      FeatureBag f,
      int noun,
      int rel,
      int quotes,
      int says) {
    SentenceView v = c.view();
    int t = holder.token();
    int up = v.head(t);
    int h = c.head();
    int steps = steps(v, h, up);
    int selfSteps = steps(v, h, t);
    f.add(15, steps, rel);
    f.add(16, steps, rel, noun);
    f.add(17, selfSteps, rel);
    f.add(18, steps, rel, says);
    int first = Governor.firstConjunct(v, h);
    int subject = Grammar.subject(v, h);
    f.add(19, subject == t ? 1 : 0, v.modal(first).hashCode(), PositionFeatures.kind(v, h));
    f.add(20, subject == t ? 1 : 0, CandidateFinder.passive(v, h) ? 1 : 0);
    f.add(21, subject == t ? 1 : 0, v.modal(first).hashCode(), noun);
    Governor g = Governor.of(v, h);
    int p = g.token();
    if (p >= 0) {
      int pSubject = Grammar.subject(v, p);
      int mask = (int) (context.words(v)[p] & Lexicon.STANCES);
      int isSubject = pSubject == t ? 1 : 0;
      f.add(22, isSubject, mask, g.relation().hashCode());
      f.add(23, isSubject, v.lemmaHash(p));
      f.add(24, isSubject, CandidateFinder.passive(v, p) ? 1 : 0, noun);
      f.add(25, up == p ? 1 : 0, rel, mask);
      f.add(26, up == p ? 1 : 0, rel, v.lemmaHash(p));
      f.add(27, t == p ? 1 : 0, rel);
      Governor g2 = Governor.of(v, p);
      if (g2.token() >= 0) {
        int q = g2.token();
        int qSubject = Grammar.subject(v, q) == t ? 1 : 0;
        int mask2 = (int) (context.words(v)[q] & Lexicon.STANCES);
        f.add(28, qSubject, mask2, mask);
        f.add(29, qSubject, pSubject >= 0 ? 1 : 0, says);
        f.add(30, qSubject, v.lemmaHash(q), pSubject >= 0 ? 1 : 0);
      }
    }
    int distance = t < c.begin() ? c.begin() - t : t >= c.end() ? -(t - c.end() + 1) : 0;
    int bucket =
        distance == 0
            ? 0
            : Integer.signum(distance) * (32 - Integer.numberOfLeadingZeros(Math.abs(distance)));
    f.add(31, bucket);
    f.add(32, bucket, noun);
    f.add(33, bucket, rel, quotes);
    f.add(34, nearer(v, c, t), noun);
    String prep = Grammar.preposition(v, t);
    f.add(35, prep.hashCode(), rel);
    f.add(36, v.isPossessor(t) ? 1 : 0, selfSteps, steps);
    f.add(37, says, quotes, noun);
  }

  /** Steps from {@code from} up to {@code to}, -1 if it does not stand above. */
  private static int steps(SentenceView v, int from, int to) {
    int at = from;
    for (int n = 0; n <= MAX_UP && at >= 0; n++) {
      if (at == to) {
        return n;
      }
      at = v.head(at);
    }
    return -1;
  }

  /** How many nouns or pronouns stand between the word and the clause, to 3. */
  private static int nearer(SentenceView v, Candidate c, int t) {
    int n = 0;
    for (int i = t + 1; i < c.begin() && n < 3; i++) {
      if (v.relation(i).equals("nsubj")) {
        n++;
      }
    }
    return t >= c.begin() ? 4 : n;
  }

  private static int kindOfClause(Candidate c) {
    return PositionFeatures.kind(c.view(), c.head());
  }

  /** Whether the word is the first subject of its sentence. */
  private static int first(Context context, SentenceView v, int t) {
    for (int i = 0; i < t; i++) {
      if (v.relation(i).equals("nsubj")) {
        return 0;
      }
    }
    return context.quoted(v, t) ? 2 : 1;
  }
}
