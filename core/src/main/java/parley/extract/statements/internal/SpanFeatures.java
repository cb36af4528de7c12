package parley.extract.statements.internal;

import parley.learn.FeatureBag;

/** What speaks for a token being source, cue or content of a cue. */
public final class SpanFeatures {

  private static final int NONE = 17;

  private SpanFeatures() {}

  /** What can be said of a token without regard to a cue. */
  public static void local(Passage p, int t, FeatureBag out) {
    out.clear();
    int tag = p.tag[t];
    int rel = p.relation[t];
    out.add(200);
    out.add(201, p.word[t]);
    out.add(202, p.lemma[t], rel);
    out.add(203, tag);
    out.add(204, rel);
    out.add(205, tag, rel);
    out.add(206, p.shape[t]);
    out.add(207, p.name[t], tag);
    out.add(208, p.manner[t], rel);
    for (int d = -2; d <= 2; d++) {
      if (d != 0) {
        out.add(212 + d, at(p.word, p, t, d));
        out.add(218 + d, at(p.tag, p, t, d));
        out.add(224 + d, at(p.quote, p, t, d));
      }
    }
    out.add(228, tag, at(p.tag, p, t, 1), at(p.tag, p, t, 2));
    out.add(229, tag, at(p.tag, p, t, -1), at(p.tag, p, t, -2));
    out.add(230, at(p.word, p, t, -1), p.word[t]);
    out.add(231, p.word[t], at(p.word, p, t, 1));
    int h = p.head[t];
    if (h >= 0) {
      out.add(232, p.lemma[h], rel);
      out.add(233, p.tag[h], rel, tag);
      out.add(234, p.relation[h], rel);
      out.add(235, p.manner[h], rel, tag);
      int hh = p.head[h];
      out.add(236, rel, p.relation[h], hh < 0 ? 0 : p.relation[hh]);
    }
    out.add(240, p.quote[t]);
    out.add(241, p.quote[t], tag);
    int s = p.sentence[t];
    out.add(242, Math.min(6, t - p.sentenceBegin[s]));
    out.add(243, Math.min(4, p.sentenceEnd[s] - t), p.tag[t]);
    // The verb of the clause in which the token stands.
    int at = t;
    for (int k = 0; k < 6 && at >= 0; k++) {
      if (p.token(at).tag().startsWith("V")) {
        out.add(244, p.lemma[at]);
        out.add(245, p.relation[at], p.manner[at], Integer.signum(t - at));
        break;
      }
      at = p.head[at];
    }
    if (p.quotation[t] >= 0) {
      int q = p.quotation[t] - p.quotationOffset;
      out.add(246, Math.min(8, p.quotationEnd[q] - p.quotationBegin[q]));
    }
  }

  private static int at(int[] values, Passage p, int t, int offset) {
    int k = t + offset;
    return k < 0 || k >= p.size ? NONE : values[k];
  }

  /** What ties a token of the window to its cue. */
  public static void relational(CueWindow w, int t, FeatureBag out) {
    out.clear();
    Passage p = w.passage;
    int c = w.cue;
    int i = t - w.begin;
    int side = Integer.signum(t - c);
    int sentences = Math.max(-2, Math.min(3, p.sentence[t] - p.sentence[c]));
    int distance = distance(t - c);
    int manner = p.manner[c];
    int kind = p.tag[c];
    int lemma = p.lemma[c];
    int tag = p.tag[t];
    int rel = p.relation[t];
    out.add(300, distance, kind);
    out.add(301, distance, manner);
    out.add(302, distance, tag);
    out.add(303, sentences, side);
    out.add(304, sentences, p.quote[t], manner);
    if (t == c - 1 || t == c + 1 || t == c + 2 || t == c - 2) {
      out.add(305, lemma, p.word[t], t - c);
      out.add(306, lemma, tag, t - c);
      out.add(307, kind, p.word[t], t - c);
    }
    if (sentences == 0) {
      int up = w.up[i];
      int top = w.top[i];
      int down = Math.min(5, w.down[i]);
      int topRelation = p.relation[top];
      int topSide = Integer.signum(top - c) + 1;
      int way = up >= w.levels ? -1 : w.pathUp[up];
      int mark = up == 0 && top != c ? CueFeatures.mark(p, top) : 0;
      out.add(310, way, topRelation, topSide);
      out.add(311, way, topRelation * 31 + topSide, manner);
      out.add(312, way, topRelation * 31 + topSide, lemma);
      out.add(313, way, topRelation * 31 + topSide, kind);
      out.add(314, way, topRelation * 31 + topSide, w.frame);
      out.add(315, way, topRelation * 31 + topSide, down);
      out.add(316, way * 31 + topRelation, down, tag);
      out.add(317, way * 31 + topRelation, rel, tag);
      out.add(318, up, topRelation, side);
      out.add(319, Math.min(up, 6), down, side);
      out.add(320, way * 31 + topRelation, p.word[t]);
      out.add(321, way * 31 + topRelation, topSide * 31 + mark, manner);
      out.add(322, way * 31 + topRelation, mark, lemma);
      out.add(323, way * 31 + topRelation, p.quote[t], manner);
      out.add(324, way * 31 + topRelation, p.tag[top], manner);
      out.add(325, way * 31 + topRelation, p.name[top], kind);
      out.add(326, way * 31 + topRelation, p.manner[top], kind);
      if (down >= 1) {
        // The second node of the way down: a clause beside a noun, a relative clause of a source.
        int second = t;
        for (int k = w.down[i]; k > 1 && k < 40; k--) {
          second = p.head[second];
        }
        if (second != top && second >= 0) {
          out.add(327, way * 31 + topRelation, p.relation[second], manner);
          out.add(328, way * 31 + topRelation, p.relation[second], Integer.signum(second - c));
        }
      }
    }
    quotes(w, t, side, out);
    between(w, t, side, out);
    // Another word of saying above the token, below the cue's common node with it.
    int at = t;
    int other = 0;
    for (int k = 0; k < 6 && at >= 0; k++) {
      if (at != c && p.manner[at] != 0) {
        other = p.manner[at];
        break;
      }
      if (at == c) {
        break;
      }
      at = p.head[at];
    }
    out.add(350, other, side, manner);
    out.add(351, other, sentences, p.quote[t]);
  }

  private static void quotes(CueWindow w, int t, int side, FeatureBag out) {
    Passage p = w.passage;
    int c = w.cue;
    int q = p.quotation[t];
    int place;
    if (q < 0) {
      place = 0;
    } else if (q == p.quotation[c]) {
      place = 1;
    } else if (q - p.quotationOffset == w.beforeQuotation) {
      place = 2 + (c - p.quotationEnd[w.beforeQuotation] <= 6 ? 0 : 1);
    } else if (q - p.quotationOffset == w.afterQuotation) {
      place = 4 + (p.quotationBegin[w.afterQuotation] - c <= 4 ? 0 : 1);
    } else {
      place = side < 0 ? 6 : 7;
    }
    int length = 0;
    if (q >= 0) {
      int k = q - p.quotationOffset;
      length = p.quotationEnd[k] - p.quotationBegin[k] > 8 ? 2 : 1;
    }
    int sentences = Math.max(-1, Math.min(2, p.sentence[t] - p.sentence[c]));
    out.add(330, place, length);
    out.add(331, place, p.manner[c]);
    out.add(332, place, p.lemma[c]);
    out.add(333, place, w.frame);
    out.add(334, place, sentences, length);
    out.add(335, place, w.beforeQuotation >= 0 ? 1 : 0, w.afterQuotation >= 0 ? 1 : 0);
    if (sentences != 0) {
      // A sentence that goes on with what was said, in quotation marks or not.
      int s = p.sentence[t];
      int first = p.sentenceBegin[s];
      out.add(336, sentences, p.quote[first], place);
      out.add(337, sentences, p.word[first], p.manner[c]);
      out.add(338, sentences, w.frame);
    }
  }

  private static void between(CueWindow w, int t, int side, FeatureBag out) {
    Passage p = w.passage;
    int c = w.cue;
    int from = Math.min(t, c) + 1;
    int to = Math.max(t, c);
    if (to - from > 60) {
      out.add(340, side);
      return;
    }
    long passed = p.passed(from, to);
    int verbs = Passage.count(passed, Passage.VERBS);
    int cues = Passage.count(passed, Passage.CUES);
    int marks = Passage.count(passed, Passage.MARKS) + 8 * Passage.count(passed, Passage.DASHES);
    int that = Math.min(1, Passage.count(passed, Passage.THATS));
    int commas = Math.min(3, Passage.count(passed, Passage.COMMAS));
    out.add(341, side, commas, p.manner[c]);
    out.add(342, side, Math.min(3, verbs), p.tag[t]);
    out.add(343, side, marks, commas);
    out.add(344, side, Math.min(3, cues), p.manner[c]);
    out.add(345, side, that, Math.min(3, verbs));
    out.add(346, side, commas, w.frame);
  }

  private static int distance(int d) {
    int a = Math.abs(d);
    int bucket = a <= 5 ? a : a <= 8 ? 6 : a <= 12 ? 7 : a <= 20 ? 8 : a <= 40 ? 9 : 10;
    return d < 0 ? -bucket : bucket;
  }

  /** What speaks for a border between the token before {@code t} and {@code t}. */
  public static void border(CueWindow w, int t, FeatureBag out) {
    out.clear();
    Passage p = w.passage;
    int c = w.cue;
    int i = t - w.begin;
    int near = t == c ? 0 : t == c + 1 ? 1 : t < c ? 2 : 3;
    int before = t == w.begin ? NONE : p.word[t - 1];
    int tagBefore = t == w.begin ? NONE : p.tag[t - 1];
    int quoteBefore = t == w.begin ? NONE : p.quote[t - 1];
    boolean newSentence = t == w.begin || p.sentence[t - 1] != p.sentence[t];
    int manner = p.manner[c];
    out.add(400, near);
    out.add(401, near, p.word[t]);
    out.add(402, near, before);
    out.add(403, near, p.tag[t]);
    out.add(404, near, tagBefore);
    out.add(405, near, tagBefore, p.tag[t]);
    out.add(406, near, quoteBefore, p.quote[t]);
    out.add(407, near, newSentence ? 1 : 0, quoteBefore);
    out.add(408, before, p.tag[t]);
    out.add(409, tagBefore, p.word[t]);
    out.add(410, before, p.word[t]);
    if (near < 2) {
      out.add(411, p.lemma[c], p.word[t], near);
      out.add(412, p.lemma[c], before, near);
      out.add(413, p.lemma[c], p.tag[t], near);
      out.add(414, p.relation[c], p.relation[t], near);
    }
    if (!newSentence && p.sentence[t] == p.sentence[c]) {
      // The largest constituent that begins here and the largest that ended here.
      int begins = t;
      for (int k = 0; k < 8; k++) {
        int h = p.head[begins];
        if (h < 0 || p.low[h] != t) {
          break;
        }
        begins = h;
      }
      int ends = t - 1;
      for (int k = 0; k < 8; k++) {
        int h = p.head[ends];
        if (h < 0 || p.high[h] != t - 1) {
          break;
        }
        ends = h;
      }
      boolean starts = p.low[begins] == t;
      boolean stops = p.high[ends] == t - 1;
      int beginRelation = starts ? p.relation[begins] : 1;
      int endRelation = stops ? p.relation[ends] : 1;
      int beginOver = starts && p.head[begins] == c ? 1 : 0;
      int endOver = stops && p.head[ends] == c ? 1 : 0;
      out.add(420, near, beginRelation, beginOver);
      out.add(421, near, endRelation, endOver);
      out.add(422, beginRelation * 31 + beginOver, manner, near);
      out.add(423, endRelation * 31 + endOver, manner, near);
      out.add(424, beginRelation, endRelation, near);
      out.add(425, beginRelation, before, near);
      out.add(426, endRelation, p.word[t], near);
      out.add(427, endRelation, p.tag[t], beginRelation);
      out.add(428, w.up[i], w.up[i - 1] - w.up[i], near);
      int topChange = w.top[i] == w.top[i - 1] ? 0 : 1;
      out.add(429, topChange, p.relation[w.top[i]], p.relation[w.top[i - 1]]);
      out.add(430, topChange, p.relation[w.top[i]], Math.min(w.up[i], 5) * 4 + near);
      out.add(431, topChange, p.relation[w.top[i - 1]], Math.min(w.up[i - 1], 5) * 4 + near);
      out.add(432, p.relation[t], p.relation[t - 1], near);
      out.add(433, Integer.signum(p.head[t] - t), Integer.signum(p.head[t - 1] - t), near);
      out.add(434, p.head[begins] < 0 ? 0 : p.tag[p.head[begins]], beginRelation, before);
    }
  }
}
