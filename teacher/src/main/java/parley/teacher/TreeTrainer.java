package parley.teacher;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import parley.language.internal.Labels;
import parley.language.internal.Lexicon;
import parley.language.internal.Models;
import parley.language.internal.Parser;
import parley.language.internal.Relations;
import parley.language.internal.Words;

/** Trains the parser and the namer of its relations on gold trees with the tagger's own tags. */
final class TreeTrainer {

  private static final int ACTIONS = 3;
  private static final int LONGEST = 200;

  private TreeTrainer() {}

  static Learner trainHeads(List<Corpus.Example> examples, Lexicon lexicon, int rounds, long seed) {
    Learner learner = new Learner(ACTIONS, 2);
    Parser parser = new Parser(learner, Models.BEAM);
    Random random = new Random(seed);
    List<Corpus.Example> order = new ArrayList<>(examples);
    Words words = new Words();
    for (int round = 0; round < rounds; round++) {
      Collections.shuffle(order, random);
      int right = 0;
      for (Corpus.Example example : order) {
        if (example.forms().size() > LONGEST) {
          continue;
        }
        set(words, example, lexicon);
        int[] heads = projective(example.heads());
        if (parser.learn(words, heads, learner::update)) {
          right++;
        }
        learner.tick();
      }
      System.err.printf(
          "heads: round %d, %.2f %% of sentences right, %d features%n",
          round + 1, 100.0 * right / order.size(), learner.size());
    }
    return learner;
  }

  static Learner trainRelations(
      List<Corpus.Example> examples, Lexicon lexicon, int rounds, long seed) {
    Learner learner = new Learner(Labels.RELATIONS.size(), 2);
    Random random = new Random(seed);
    List<Corpus.Example> order = new ArrayList<>(examples);
    Words words = new Words();
    int[] features = new int[Relations.FEATURES * 2];
    float[] scores = new float[learner.classes()];
    for (int round = 0; round < rounds; round++) {
      Collections.shuffle(order, random);
      int right = 0;
      int all = 0;
      for (Corpus.Example example : order) {
        set(words, example, lexicon);
        int[] heads = example.heads();
        Relations.Outline outline = new Relations.Outline(heads.length, heads);
        int[] relations = new int[heads.length];
        for (int i : outline.order) {
          if (heads[i] == heads.length) {
            relations[i] = Relations.ROOT;
            continue;
          }
          Relations.features(words, heads, outline, relations, i, features);
          learner.score(features, Relations.FEATURES, scores);
          int best = 0;
          for (int c = 1; c < scores.length; c++) {
            best = scores[c] > scores[best] ? c : best;
          }
          int gold = Labels.relation(example.relations()[i]);
          if (best != gold) {
            learner.update(features, Relations.FEATURES, gold, 1);
            learner.update(features, Relations.FEATURES, best, -1);
          } else {
            right++;
          }
          all++;
          learner.tick();
          relations[i] = best;
        }
      }
      System.err.printf(
          "relations: round %d, %.2f %% right, %d features%n",
          round + 1, 100.0 * right / all, learner.size());
    }
    return learner;
  }

  /** The tree with every crossing arc lifted to its head's head, the shortest first. */
  static int[] projective(int[] heads) {
    int n = heads.length;
    int[] h = heads.clone();
    while (true) {
      int worst = -1;
      for (int i = 0; i < n; i++) {
        if (h[i] < n && crossing(h, i)) {
          int length = Math.abs(h[i] - i);
          if (worst < 0 || length < Math.abs(h[worst] - worst)) {
            worst = i;
          }
        }
      }
      if (worst < 0) {
        return h;
      }
      h[worst] = h[h[worst]];
    }
  }

  /** Whether a word under the arc does not descend from its head. */
  private static boolean crossing(int[] h, int i) {
    int from = Math.min(i, h[i]);
    int to = Math.max(i, h[i]);
    for (int k = from + 1; k < to; k++) {
      int up = k;
      while (up != h.length && up != h[i]) {
        up = h[up];
      }
      if (up != h[i]) {
        return true;
      }
    }
    return false;
  }

  private static void set(Words words, Corpus.Example example, Lexicon lexicon) {
    words.set(example.forms(), lexicon);
    for (int i = 0; i < words.size(); i++) {
      words.tag[i] = Labels.tag(example.tags()[i]);
    }
  }
}
