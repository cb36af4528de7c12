package parley.extract.statements.internal;

import java.util.List;
import parley.learn.FeatureBag;

/** What speaks for a candidate being right as a whole, among the candidates of its passage. */
public final class JudgeFeatures {

  /** Candidates before and after that are looked at as rivals. */
  private static final int NEAR = 40;

  private JudgeFeatures() {}

  /**
   * Fills {@code out}.
   *
   * @param all the candidates of the passage, in text order
   * @param index of the one that is judged
   */
  public static void fill(List<Candidate> all, int index, FeatureBag out) {
    out.clear();
    Candidate c = all.get(index);
    Passage p = c.passage;
    int lemma = p.lemma[c.head];
    int manner = p.manner[c.head];
    int cue = logit(c.cueProbability);
    int span = logit(Math.min(1, Math.max(0, c.spanProbability)));
    int size = c.contentSize();
    int length = size < 3 ? size : size < 6 ? 3 : size < 12 ? 4 : size < 25 ? 5 : size < 50 ? 6 : 7;
    out.add(500);
    out.add(501, cue);
    out.add(502, span);
    out.add(503, cue / 2, span / 2);
    out.add(504, cue, manner);
    out.add(505, lemma);
    out.add(506, manner, p.tag[c.head]);
    out.add(507, length, manner);
    out.add(508, length, cue);
    out.add(509, c.content.size(), c.source.size());
    out.add(510, c.source.size(), manner);
    out.add(511, c.source.size(), cue);
    out.add(512, p.relation[c.head]);
    out.add(513, p.headline ? 1 : 0, cue);
    int quoted = 0;
    for (Candidate.Run run : c.content) {
      for (int t = run.begin(); t < run.end(); t++) {
        quoted += p.quotation[t] >= 0 ? 1 : 0;
      }
    }
    int share = quoted == 0 ? 0 : quoted == size ? 2 : 1;
    out.add(514, share, manner);
    out.add(515, share, cue);
    out.add(516, share, length);
    out.add(517, share, c.source.size(), p.quotation[c.head] >= 0 ? 1 : 0);
    out.add(518, p.quotation[c.head] >= 0 ? 1 : 0, cue);
    if (!c.source.isEmpty()) {
      Candidate.Run source = c.source.get(0);
      int last = source.end() - 1;
      out.add(520, p.tag[last], Math.min(6, source.length()));
      out.add(521, p.lemma[last]);
      out.add(522, p.name[last], manner);
      out.add(523, Math.min(6, Math.abs(c.head - last)), c.head < last ? 1 : 0);
    }
    if (!c.content.isEmpty()) {
      int first = c.content.get(0).begin();
      int last = c.content.get(c.content.size() - 1).end() - 1;
      out.add(524, p.word[first], manner);
      out.add(525, p.tag[first], lemma);
      out.add(526, p.tag[last]);
      out.add(527, last + 1 < p.size ? p.word[last + 1] : 0);
      out.add(528, first > 0 ? p.word[first - 1] : 0);
      out.add(529, p.relation[first], manner);
      out.add(530, first > c.head ? Math.min(4, first - c.head) : -1, manner);
    }
    // Others that would swallow this one, or that it would swallow.
    double over = 0;
    double same = 0;
    int under = 0;
    int swallower = 0;
    int other = 0;
    int from = index;
    while (from > 0 && index - from < NEAR) {
      from--;
    }
    for (int k = from; k < all.size() && k < index + NEAR; k++) {
      Candidate o = all.get(k);
      if (o.head == c.head) {
        if (k != index) {
          other = other(c, o, other);
        }
        continue;
      }
      if (o.rank > 0) {
        continue;
      }
      double strength = o.cueProbability;
      if (o.contentHolds(c.head)) {
        boolean mutual = c.contentHolds(o.head);
        if (strength > over) {
          over = strength;
          swallower = p.manner[o.head] * 2 + (mutual ? 1 : 0);
        }
      } else if (c.contentHolds(o.head)) {
        under = Math.max(under, logit(strength));
      } else if (overlap(c, o)) {
        same = Math.max(same, strength);
      }
    }
    int kind = logit(Math.min(1, c.kindProbability));
    out.add(550, c.rank, span);
    out.add(551, c.rank, c.source.size(), Math.min(2, c.content.size()));
    out.add(552, kind, c.rank);
    out.add(553, kind, c.source.size(), share);
    out.add(554, other, c.rank);
    out.add(555, kind / 2, span / 2, cue / 3);
    out.add(540, logit(over));
    out.add(541, logit(over), cue);
    out.add(542, logit(over) / 2, swallower, manner);
    out.add(543, logit(same), cue);
    out.add(544, under, cue);
    out.add(545, under, logit(over));
  }

  /** How the other readings of the cue differ: more or less source, more or less content. */
  private static int other(Candidate c, Candidate o, int before) {
    int bits = o.source.size() > c.source.size() ? 1 : o.source.size() < c.source.size() ? 2 : 0;
    int size = o.contentSize() - c.contentSize();
    bits |= size > 0 ? 4 : size < 0 ? 8 : 0;
    return before | bits | (o.kindProbability > c.kindProbability ? 16 : 0);
  }

  static boolean overlap(Candidate a, Candidate b) {
    for (Candidate.Run x : a.content) {
      for (Candidate.Run y : b.content) {
        if (x.begin() < y.end() && y.begin() < x.end()) {
          return true;
        }
      }
    }
    return false;
  }

  private static int logit(double p) {
    if (p <= 0) {
      return -12;
    }
    double x = Math.log(p / Math.max(1e-6, 1 - p));
    return (int) Math.round(Math.max(-10, Math.min(10, x * 2)));
  }
}
