package parley.extract.positions.internal;

import parley.text.Span;

/**
 * Which words carry the stance of a clause: its own modal with its negation, else the nearest word
 * above it that the codebook knows as a cue, else the word that governs it.
 */
final class CueFinder {

  private static final int MAX_UP = 4;

  private CueFinder() {}

  /**
   * The cue of a clause.
   *
   * @param token the word that carries the stance
   * @param begin first token of the cue
   * @param end one past its last
   * @param negated whether it is negated
   */
  record Cue(int token, int begin, int end, boolean negated) {
    Span span(SentenceView view) {
      return view.sentence().span(begin, end);
    }
  }

  static Cue find(Context context, Candidate c, int stance) {
    SentenceView v = c.view();
    long[] words = context.words(v);
    int first = Governor.firstConjunct(v, c.head());
    int modal = modal(v, c.head());
    if (modal < 0) {
      modal = modal(v, first);
    }
    if (modal >= 0) {
      return widen(v, modal, v.negated(v.head(modal)));
    }
    int fallback = -1;
    int at = c.head();
    for (int step = 0; step < MAX_UP; step++) {
      Governor g = Governor.of(v, at);
      at = g.token();
      if (at < 0) {
        break;
      }
      if (fallback < 0) {
        fallback = at;
      }
      if ((words[at] & (1L << stance)) != 0) {
        return widen(v, at, v.negated(at));
      }
    }
    for (int i = c.begin(); i < c.end(); i++) {
      if (fallback < 0 && (words[i] & (1L << stance)) != 0) {
        fallback = i;
      }
    }
    int token = fallback >= 0 ? fallback : c.head();
    return widen(v, token, v.negated(token));
  }

  private static int modal(SentenceView v, int verb) {
    for (int child : v.children(verb)) {
      if (v.relation(child).equals("aux") && v.tag(child).equals("MD")) {
        return child;
      }
    }
    return -1;
  }

  /** Takes in the auxiliaries and negation right before, negation and particle right after. */
  private static Cue widen(SentenceView v, int token, boolean negated) {
    int begin = token;
    while (begin > 0 && isHelper(v, begin - 1, token)) {
      begin--;
    }
    int end = token + 1;
    while (end < v.size() && (SentenceView.isNegation(v.lemma(end)) || isParticle(v, end, token))) {
      end++;
    }
    return new Cue(token, begin, end, negated);
  }

  private static boolean isHelper(SentenceView v, int i, int token) {
    return (v.relation(i).equals("aux") && (v.head(i) == token || v.head(i) == v.head(token)))
        || (SentenceView.isNegation(v.lemma(i)) && !v.lemma(i).equals("no"))
        || (v.relation(i).equals("cop") && v.head(i) == token);
  }

  private static boolean isParticle(SentenceView v, int i, int token) {
    return v.sentence().token(i).relation().equals("compound:prt") && v.head(i) == token;
  }
}
