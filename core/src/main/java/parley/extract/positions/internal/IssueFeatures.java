package parley.extract.positions.internal;

import parley.learn.FeatureBag;

/** What is looked at to tell which issue a clause is about. */
public final class IssueFeatures {

  private static final int MAX_BAG = 40;

  private IssueFeatures() {}

  /**
   * @param stance index of the stance that the clause was read to have
   */
  public static void of(Context context, Candidate c, int stance, FeatureBag f) {
    f.clear();
    SentenceView v = c.view();
    long[] issues = context.issues(v);
    long inside = 0;
    long counted = 0;
    for (int i = c.begin(); i < c.end() && i < c.begin() + MAX_BAG; i++) {
      f.add(1, v.lemmaHash(i));
      if (i > c.begin()) {
        f.add(2, v.lemmaHash(i - 1), v.lemmaHash(i));
      }
      counted |= inside & issues[i];
      inside |= issues[i];
    }
    bits(f, 3, inside, 0);
    bits(f, 4, counted, 0);
    bits(f, 5, inside, stance + 1);
    f.add(6, Long.bitCount(inside) > 3 ? 4 : Long.bitCount(inside));
    if (Long.bitCount(inside) <= 3) {
      f.add(7, (int) inside, (int) (inside >>> 32));
    }
    f.add(8, stance);
    int h = c.head();
    f.add(9, v.lemmaHash(h));
    f.add(10, v.lemmaHash(h), stance);
    bits(f, 11, issues[h], 0);
    int object = v.child(h, "obj");
    if (object >= 0) {
      f.add(12, v.lemmaHash(h), v.lemmaHash(object));
      f.add(13, v.lemmaHash(object));
      bits(f, 14, issues[object], 0);
    }
    Governor g = Governor.of(v, h);
    if (g.token() >= 0) {
      f.add(15, v.lemmaHash(g.token()));
      bits(f, 16, issues[g.token()], 0);
      f.add(17, v.lemmaHash(g.token()), v.lemmaHash(h));
    }
    long around = 0;
    for (int i = 0; i < v.size(); i++) {
      if (i < c.begin() || i >= c.end()) {
        around |= issues[i];
      }
    }
    bits(f, 19, around, inside == 0 ? 1 : 0);
    double[] score = new double[context.issueKinds()];
    weigh(issues, c.begin(), c.end(), h, 1, score);
    int inClause = best(f, 30, score, stance);
    weigh(issues, 0, v.size(), h, 1, score);
    best(f, 40, score, inClause);
    for (int d = 1; d <= 2 && v.index() >= d; d++) {
      SentenceView before = context.views().get(v.index() - d);
      weigh(context.issues(before), 0, before.size(), -1, 1, score);
    }
    best(f, 50, score, inClause);
    int subject = Grammar.subject(v, h);
    if (subject >= 0) {
      f.add(20, v.lemmaHash(subject));
    }
  }

  /** Adds up what the words of a stretch say; a word of many issues says less of each. */
  static void weigh(long[] issues, int begin, int end, int head, double weight, double[] score) {
    for (int i = begin; i < end; i++) {
      if (issues[i] != 0) {
        double each = weight * (i == head ? 1.5 : 1.0) / Long.bitCount(issues[i]);
        for (long rest = issues[i]; rest != 0; rest &= rest - 1) {
          score[Long.numberOfTrailingZeros(rest)] += each;
        }
      }
    }
  }

  private static int best(FeatureBag f, int template, double[] score, int with) {
    int best = -1;
    int second = -1;
    for (int k = 0; k < score.length; k++) {
      if (score[k] > 0 && (best < 0 || score[k] > score[best])) {
        second = best;
        best = k;
      } else if (score[k] > 0 && (second < 0 || score[k] > score[second])) {
        second = k;
      }
    }
    double margin = best < 0 ? 0 : score[best] - (second < 0 ? 0 : score[second]);
    f.add(template, best, margin == 0 ? 0 : margin < 0.7 ? 1 : margin < 1.5 ? 2 : 3);
    f.add(template + 1, best, second);
    f.add(template + 2, second);
    f.add(template + 3, best, with);
    f.add(template + 4, best);
    return best;
  }

  private static void bits(FeatureBag f, int template, long bits, int with) {
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      f.add(template, Long.numberOfTrailingZeros(rest), with);
    }
  }
}
