package parley.teacher;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import parley.language.internal.Labels;
import parley.language.internal.Lexicon;
import parley.language.internal.Tagger;
import parley.language.internal.Words;

/** Trains the tagger. */
final class TagTrainer {

  private TagTrainer() {}

  /** Trains on the sentences, some of them re-cased anew in each round. */
  static Learner train(List<Corpus.Example> examples, Lexicon lexicon, int rounds, long seed) {
    Learner learner = new Learner(Labels.TAGS.size(), 2);
    Random random = new Random(seed);
    List<Corpus.Example> order = new ArrayList<>(examples);
    Words words = new Words();
    int[] features = new int[Tagger.FEATURES * 2];
    float[] scores = new float[learner.classes()];
    for (int round = 0; round < rounds; round++) {
      Collections.shuffle(order, random);
      int wrong = 0;
      int all = 0;
      for (Corpus.Example plain : order) {
        Corpus.Example example = recase(plain, random);
        words.set(example.forms(), lexicon);
        for (int i = 0; i < words.size(); i++) {
          Tagger.features(words, i, features);
          learner.score(features, Tagger.FEATURES, scores);
          int best = 0;
          for (int c = 1; c < scores.length; c++) {
            best = scores[c] > scores[best] ? c : best;
          }
          int gold = Labels.tag(example.tags()[i]);
          if (best != gold) {
            learner.update(features, Tagger.FEATURES, gold, 1);
            learner.update(features, Tagger.FEATURES, best, -1);
            wrong++;
          }
          learner.tick();
          words.tag[i] = best;
          all++;
        }
      }
      System.err.printf(
          "tags: round %d, %.2f %% right, %d features%n",
          round + 1, 100.0 - 100.0 * wrong / all, learner.size());
    }
    return learner;
  }

  /** The same sentences with the tags of a model in place of their own. */
  static List<Corpus.Example> retag(
      List<Corpus.Example> examples, Learner learner, Lexicon lexicon, Words words) {
    Tagger tagger = new Tagger(learner.average());
    float[] scores = new float[learner.classes()];
    List<Corpus.Example> result = new ArrayList<>();
    for (Corpus.Example e : examples) {
      words.set(e.forms(), lexicon);
      tagger.tag(words, scores);
      String[] tags = new String[e.tags().length];
      for (int i = 0; i < tags.length; i++) {
        tags[i] = Labels.TAGS.get(words.tag[i]);
      }
      result.add(
          new Corpus.Example(e.forms(), tags, e.lemmas(), e.heads(), e.relations(), e.names()));
    }
    return result;
  }

  static Corpus.Example recase(Corpus.Example example, Random random) {
    int draw = random.nextInt(100);
    if (draw < 8) {
      return example.recased(Corpus.Case.CAPITALS);
    }
    if (draw < 12) {
      return example.recased(Corpus.Case.TITLE);
    }
    return draw < 16 ? example.recased(Corpus.Case.LOWER) : example;
  }
}
