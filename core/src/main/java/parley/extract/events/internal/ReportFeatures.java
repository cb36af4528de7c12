package parley.extract.events.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.language.Sentence;
import parley.language.Token;
import parley.learn.FeatureBag;

/** What the incident model sees of a report as a whole, for the types of its incidents. */
public final class ReportFeatures {

  /** Sentences at the head of a report that are marked as such. */
  private static final int OPENING = 4;

  /** Words to either side of one that tells of violence that are looked at; bounds the work. */
  private static final int AROUND = 60;

  private static final int NEAR = 7;
  private static final int BESIDE = 6;

  /** Classes of words that are taken two by two. */
  private static final int CLASSES = 32;

  private final ReportWords words;
  private final FeatureBag bag;
  private final Set<Long> seen = new HashSet<>();

  private ReportFeatures(ReportWords words, FeatureBag bag) {
    this.words = words;
    this.bag = bag;
  }

  /** Each once: words, those of the opening again, and what stands with words for violent acts. */
  public static void of(ReportWords words, FeatureBag bag) {
    bag.clear();
    ReportFeatures features = new ReportFeatures(words, bag);
    for (int s = 0; s < words.size(); s++) {
      int[] row = words.words(s);
      int[] acts = words.acts(s);
      for (int i = 0; i < row.length; i++) {
        features.once(1, row[i], 0, 0);
        if (s < OPENING) {
          features.once(2, row[i], 0, 0);
        }
        if (acts[i] != 0) {
          features.act(s, i);
          features.around(s, i);
        }
      }
    }
  }

  /** Who does the violent act to whom, by classes of words, and in what form it is told. */
  private void act(int s, int i) {
    Sentence sentence = words.sentence(s);
    int[] row = words.words(s);
    Token token = sentence.token(i);
    int act = words.acts(s)[i];
    int tag = token.tag().hashCode();
    int place = Math.min(s, OPENING);
    once(4, act, tag, place);
    once(5, row[i], tag, 0);
    once(21, row[i], tag, place);
    once(15, act, tag, token.relation().hashCode());
    if (!token.isRoot()) {
      once(14, act, token.relation().hashCode(), row[token.head()]);
    }
    List<Token> dependents = sentence.dependents(i);
    for (Token d : dependents) {
      int relation = d.relation().hashCode();
      once(6, act, relation, words.classOf(s, d.index()));
      once(7, row[i], relation, row[d.index()]);
      once(8, act, relation, row[d.index()]);
    }
    if (dependents.isEmpty()) {
      once(9, act, row[i], 0);
    }
  }

  /** The words of the sentence around one that tells of violence, mostly by their classes. */
  private void around(int s, int i) {
    int[] row = words.words(s);
    int[] acts = words.acts(s);
    int act = acts[i];
    int place = Math.min(s, OPENING);
    int classes = 0;
    int end = Math.min(row.length, i + AROUND);
    for (int j = Math.max(0, i - AROUND); j < end; j++) {
      if (j == i) {
        continue;
      }
      int distance = Math.abs(j - i);
      int kind = words.classOf(s, j);
      if (kind != 0) {
        once(11, act, kind, distance < NEAR ? 1 : 0);
        once(16, act, kind, place);
        if (distance <= NEAR) {
          once(18, row[i], kind, j < i ? 0 : 1);
        }
        if (kind < CLASSES) {
          classes |= 1 << kind;
        }
      }
      if (distance < BESIDE) {
        once(12, act, row[j], 0);
      }
      if (acts[j] != 0) {
        once(20, act, acts[j], 0);
      }
    }
    for (int a = 1; a < CLASSES; a++) {
      for (int b = a + 1; (classes >> a & 1) != 0 && b < CLASSES; b++) {
        if ((classes >> b & 1) != 0) {
          once(17, act, a * CLASSES + b, 0);
        }
      }
    }
  }

  private void once(int template, int a, int b, int c) {
    if (seen.add((((long) a * 31 + b) * 1_000_003L + c) * 64 + template)) {
      bag.add(template, a, b, c);
    }
  }
}
