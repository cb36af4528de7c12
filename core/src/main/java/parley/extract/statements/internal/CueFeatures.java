package parley.extract.statements.internal;

import parley.learn.FeatureBag;

/** What speaks for and against a token being the head of a cue. */
public final class CueFeatures {

  private static final int NONE = 17;

  private CueFeatures() {}

  /** Fills {@code out}. */
  public static void fill(Passage p, int i, FeatureBag out) {
    out.clear();
    int lemma = p.lemma[i];
    int tag = p.tag[i];
    int rel = p.relation[i];
    int manner = p.manner[i];
    out.add(0);
    out.add(1, lemma);
    out.add(2, p.word[i]);
    out.add(3, tag);
    out.add(4, rel);
    out.add(5, lemma, tag);
    out.add(6, lemma, rel);
    out.add(7, manner, tag);
    out.add(8, manner, rel);
    out.add(9, tag, rel);
    out.add(10, p.suffix[i], tag);
    out.add(11, p.prefix[i], tag);
    out.add(12, p.shape[i]);
    out.add(13, lemma, tag, rel);
    words(p, i, out);
    tree(p, i, out);
    above(p, i, out);
    quotes(p, i, out);
    place(p, i, out);
  }

  private static int at(int[] values, Passage p, int i, int offset) {
    int k = i + offset;
    return k < 0 || k >= p.size || p.sentence[k] != p.sentence[i] ? NONE : values[k];
  }

  private static void words(Passage p, int i, FeatureBag out) {
    int lemma = p.lemma[i];
    for (int d = -3; d <= 3; d++) {
      if (d != 0) {
        out.add(20 + d, at(p.word, p, i, d));
        out.add(30 + d, at(p.tag, p, i, d));
      }
    }
    out.add(35, lemma, at(p.word, p, i, 1));
    out.add(36, lemma, at(p.word, p, i, -1));
    out.add(37, lemma, at(p.tag, p, i, 1));
    out.add(38, lemma, at(p.tag, p, i, -1));
    out.add(39, p.tag[i], at(p.tag, p, i, 1), at(p.tag, p, i, -1));
    out.add(40, p.tag[i], at(p.tag, p, i, 1), at(p.tag, p, i, 2));
    out.add(41, p.tag[i], at(p.tag, p, i, -1), at(p.tag, p, i, -2));
    out.add(42, at(p.word, p, i, 1), at(p.word, p, i, 2));
    out.add(43, p.manner[i], at(p.word, p, i, 1));
    out.add(44, p.manner[i], at(p.word, p, i, -1));
    out.add(45, lemma, at(p.word, p, i, 1), at(p.tag, p, i, 2));
    out.add(46, p.manner[i], at(p.tag, p, i, 1), at(p.tag, p, i, 2));
    out.add(47, p.manner[i], at(p.tag, p, i, -1), at(p.tag, p, i, -2));
    out.add(48, at(p.name, p, i, -1), p.manner[i]);
    out.add(49, at(p.name, p, i, 1), p.manner[i]);
  }

  private static void tree(Passage p, int i, FeatureBag out) {
    int lemma = p.lemma[i];
    int manner = p.manner[i];
    int signature = 0;
    int clause = 0;
    boolean subject = false;
    for (int c : p.children[i]) {
      int rel = p.relation[c];
      int side = c < i ? 0 : 1;
      out.add(60, rel, side);
      out.add(61, lemma, rel);
      out.add(62, manner, rel, side);
      if (rel == Words.NSUBJ || rel == Words.NSUBJ_PASS) {
        subject = true;
        out.add(63, rel, p.lemma[c]);
        out.add(64, rel, p.tag[c], manner);
        out.add(65, rel, p.name[c], manner);
        out.add(66, lemma, p.name[c] == 0 ? p.tag[c] : p.name[c]);
        out.add(67, rel, side, lemma);
      } else if (rel == Words.CCOMP
          || rel == Words.XCOMP
          || rel == Words.ADVCL
          || rel == Words.ACL
          || rel == Words.PARATAXIS
          || rel == Words.CSUBJ) {
        int mark = mark(p, c);
        clause = clause * 31 + rel * 3 + side;
        out.add(68, rel, mark, side);
        out.add(69, lemma, rel, mark);
        out.add(70, manner, rel, mark);
        out.add(71, rel, p.tag[c], manner);
        out.add(72, lemma, rel, p.tag[c]);
        out.add(73, rel, side, p.quotation[c] >= 0 ? 1 : 0);
      } else if (rel == Words.OBJ
          || rel == Words.OBL
          || rel == Words.NMOD
          || rel == Words.OBL_AGENT) {
        int mark = mark(p, c);
        out.add(74, rel, p.lemma[c]);
        out.add(75, lemma, rel, mark);
        out.add(76, manner, rel, mark);
        out.add(77, lemma, p.lemma[c]);
        out.add(78, rel, p.name[c], manner);
        out.add(79, rel, p.manner[c], manner);
      } else if (rel == Words.AUX
          || rel == Words.AUX_PASS
          || rel == Words.MARK
          || rel == Words.CASE
          || rel == Words.NMOD_POSS) {
        out.add(80, rel, p.lemma[c]);
        out.add(81, lemma, rel, p.lemma[c]);
        out.add(82, manner, rel, p.name[c]);
      } else {
        out.add(83, rel, p.lemma[c]);
        out.add(84, lemma, p.lemma[c]);
      }
      if (rel != Words.PUNCT) {
        signature = signature * 31 + rel;
      }
    }
    out.add(85, signature);
    out.add(86, manner, signature);
    out.add(87, clause, subject ? 1 : 0, manner);
    out.add(88, clause, lemma);
    out.add(89, Math.min(3, i - p.low[i]), Math.min(8, (p.high[i] - i) / 2), manner);
  }

  /** The word that leads a clause or phrase in: its mark, case, or infinitive "to"; 0 for none. */
  static int mark(Passage p, int c) {
    for (int g : p.children[c]) {
      if (g < c && (p.relation[g] == Words.MARK || p.relation[g] == Words.CASE)) {
        return p.lemma[g];
      }
    }
    return 0;
  }

  private static void above(Passage p, int i, FeatureBag out) {
    int lemma = p.lemma[i];
    int manner = p.manner[i];
    int h = p.head[i];
    int rel = p.relation[i];
    if (h < 0) {
      out.add(100, manner);
      return;
    }
    out.add(101, p.lemma[h], rel);
    out.add(102, p.tag[h], rel, manner);
    out.add(103, lemma, p.lemma[h]);
    out.add(104, p.manner[h], rel, manner);
    out.add(105, rel, h < i ? 0 : 1, manner);
    int hh = p.head[h];
    out.add(106, rel, p.relation[h], hh < 0 ? 0 : p.manner[hh]);
    int steps = 0;
    int classes = 0;
    int path = rel;
    int below = i;
    int at = h;
    while (at >= 0 && steps < 8) {
      if (p.manner[at] != 0) {
        classes++;
        if (classes == 1) {
          out.add(107, p.manner[at], p.relation[below], at < i ? 0 : 1);
          out.add(108, p.lemma[at], p.relation[below]);
          out.add(109, path, at < i ? 0 : 1);
          out.add(110, manner, p.manner[at], p.relation[below]);
        }
      }
      path = path * 31 + p.relation[at];
      below = at;
      at = p.head[at];
      steps++;
    }
    out.add(111, Math.min(steps, 6), Math.min(classes, 3));
    out.add(112, Math.min(classes, 3), manner);
  }

  private static void quotes(Passage p, int i, FeatureBag out) {
    int lemma = p.lemma[i];
    int manner = p.manner[i];
    int inside = p.quotation[i];
    int q = inside - p.quotationOffset;
    if (inside >= 0) {
      int length = Math.min(9, p.quotationEnd[q] - p.quotationBegin[q]);
      out.add(120, length, i - p.quotationBegin[q] < 3 ? 1 : 0);
    }
    int before = 0;
    q = p.quotationBefore[i];
    if (q >= 0) {
      int length = Math.min(9, p.quotationEnd[q] - p.quotationBegin[q]);
      before = 1 + near(i - p.quotationEnd[q]) * 10 + length;
    }
    int after = 0;
    q = p.quotationAfter[i];
    if (q >= 0) {
      int length = Math.min(9, p.quotationEnd[q] - p.quotationBegin[q]);
      after = 1 + near(p.quotationBegin[q] - i - 1) * 10 + length;
    }
    out.add(121, inside >= 0 ? 1 : 0, manner);
    out.add(122, inside >= 0 ? 1 : 0, lemma);
    out.add(123, before);
    out.add(124, after);
    out.add(125, before, after);
    out.add(126, manner, before);
    out.add(127, manner, after);
    out.add(128, lemma, before > 0 ? 1 : 0, after > 0 ? 1 : 0);
    out.add(129, p.tag[i], before / 10, after / 10);
    out.add(130, p.quote[i]);
    if (i > 0) {
      out.add(131, p.quote[i - 1], manner);
    }
    if (i + 1 < p.size) {
      out.add(132, p.quote[i + 1], manner);
    }
  }

  private static int near(int distance) {
    return distance <= 3 ? distance : distance <= 6 ? 4 : distance <= 12 ? 5 : 6;
  }

  private static void place(Passage p, int i, FeatureBag out) {
    int s = p.sentence[i];
    int begin = p.sentenceBegin[s];
    int end = p.sentenceEnd[s];
    int manner = p.manner[i];
    out.add(140, Math.min(8, i - begin), manner == 0 ? 0 : 1);
    out.add(141, Math.min(8, end - i), manner == 0 ? 0 : 1);
    out.add(142, p.headline ? 1 : 0, manner);
    out.add(143, p.headline ? 1 : 0, p.tag[i]);
    out.add(144, p.word[end - 1]);
    out.add(145, Math.min(3, s), manner);
    int left = 0;
    int right = 0;
    int nearest = 0;
    for (int k = Math.max(begin, i - 40); k < Math.min(end, i + 40); k++) {
      if (p.manner[k] != 0 && k != i) {
        if (k < i) {
          left++;
          nearest = p.manner[k];
        } else {
          right++;
        }
      }
    }
    out.add(146, Math.min(3, left), Math.min(3, right), manner);
    out.add(147, nearest, manner);
    int commas = 0;
    for (int k = Math.max(begin, i - 40); k < i; k++) {
      commas += p.word[k] == Words.COMMA ? 1 : 0;
    }
    out.add(148, Math.min(3, commas), manner);
  }
}
