package parley.extract.positions.internal;

/**
 * The chain of words above a clause: what it is said, wanted or refused by. A clause that stands
 * beside another ("to stay and fight") hangs from what that one hangs from.
 *
 * @param token index of the governing word, -1 if there is none
 * @param relation of the clause below it
 * @param below the word through which the clause hangs from it
 */
record Governor(int token, String relation, int below) {

  static final int MAX_STEPS = 12;

  /** The governor of {@code head}, climbing over conjuncts. */
  static Governor of(SentenceView view, int head) {
    int at = head;
    for (int step = 0; step < MAX_STEPS; step++) {
      String relation = view.relation(at);
      int up = view.head(at);
      if (up < 0) {
        return new Governor(-1, "root", at);
      }
      if (relation.equals("conj") && view.isVerb(up) == view.isVerb(at)) {
        at = up;
        continue;
      }
      return new Governor(up, relation, at);
    }
    return new Governor(-1, "root", at);
  }

  /** The first conjunct of those that {@code head} stands in. */
  static int firstConjunct(SentenceView view, int head) {
    int at = head;
    for (int step = 0; step < MAX_STEPS; step++) {
      int up = view.head(at);
      if (up < 0 || !view.relation(at).equals("conj") || view.isVerb(up) != view.isVerb(at)) {
        break;
      }
      at = up;
    }
    return at;
  }
}
