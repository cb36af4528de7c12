package parley.teacher;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import parley.language.internal.Labels;
import parley.language.internal.Lexicon;
import parley.language.internal.NameTagger;
import parley.language.internal.States;
import parley.language.internal.Words;

/** Trains the name model on reports that the teacher read. */
final class NameTrainer {

  private NameTrainer() {}

  /** The two parts of the model: labels by words, labels by the label before. */
  record Model(Learner words, Learner order) {}

  static Model train(List<List<Corpus.Example>> reports, Lexicon lexicon, int rounds, long seed) {
    Learner learner = new Learner(Labels.NAME_CLASSES, 2);
    Learner order = new Learner(Labels.NAME_CLASSES, 1);
    NameTagger tagger = new NameTagger(learner, order);
    Random random = new Random(seed);
    List<List<Corpus.Example>> shuffled = new ArrayList<>(reports);
    Words words = new Words();
    int[] found = new int[1000];
    for (int round = 0; round < rounds; round++) {
      Collections.shuffle(shuffled, random);
      int wrong = 0;
      int all = 0;
      for (List<Corpus.Example> report : shuffled) {
        tagger.startReport();
        boolean capitals = random.nextInt(100) < 8;
        for (Corpus.Example plain : report) {
          if (plain.forms().size() > found.length) {
            continue;
          }
          Corpus.Example example = plain;
          if (capitals) {
            example = plain.recased(Corpus.Case.CAPITALS);
          } else if (random.nextInt(100) < 3) {
            example = plain.recased(Corpus.Case.TITLE);
          }
          set(words, example, lexicon);
          int[] gold = labels(plain);
          tagger.label(words, found);
          all++;
          if (differs(gold, found)) {
            update(tagger, learner, order, words, gold, found);
            wrong++;
          }
          learner.tick();
          order.tick();
          tagger.refresh();
          tagger.remember(words, found);
        }
      }
      System.err.printf(
          "names: round %d, %.2f %% of sentences right, %d features%n",
          round + 1, 100.0 - 100.0 * wrong / all, learner.size());
    }
    return new Model(learner, order);
  }

  static void set(Words words, Corpus.Example example, Lexicon lexicon) {
    words.set(example.forms(), lexicon);
    for (int i = 0; i < words.size(); i++) {
      words.tag[i] = Labels.tag(example.tags()[i]);
    }
  }

  private static boolean differs(int[] gold, int[] found) {
    for (int i = 0; i < gold.length; i++) {
      if (gold[i] != found[i]) {
        return true;
      }
    }
    return false;
  }

  private static void update(
      NameTagger tagger, Learner learner, Learner order, Words words, int[] gold, int[] found) {
    int[] features = new int[128];
    int[] one = new int[2];
    tagger.prepareLists(words);
    for (int i = 0; i < gold.length; i++) {
      if (gold[i] != found[i]) {
        int n = tagger.features(words, i, features);
        learner.update(features, n, gold[i], 1);
        learner.update(features, n, found[i], -1);
      }
      if (i > 0 && (gold[i] != found[i] || gold[i - 1] != found[i - 1])) {
        one[0] = NameTagger.transitionFeature(gold[i - 1]);
        order.update(one, 1, gold[i], 1);
        one[0] = NameTagger.transitionFeature(found[i - 1]);
        order.update(one, 1, found[i], -1);
      }
    }
  }

  /** The teacher's names as labels; the words for a state's people are left to the lists. */
  static int[] labels(Corpus.Example example) {
    int n = example.forms().size();
    int[] labels = new int[n];
    int begin = 0;
    while (begin < n) {
      String name = example.names()[begin];
      if (!name.startsWith("B-")) {
        begin++;
        continue;
      }
      int end = begin + 1;
      while (end < n && example.names()[end].startsWith("I-")) {
        end++;
      }
      int kind = kind(name.substring(2), example.forms(), begin, end);
      for (int i = begin; kind > 0 && i < end; i++) {
        labels[i] = NameTagger.labelOf(kind, i, begin, end);
      }
      begin = end;
    }
    return labels;
  }

  private static int kind(String name, List<String> forms, int begin, int end) {
    return switch (name) {
      case "PERSON" -> Labels.PERSON;
      case "ORGANIZATION" -> Labels.ORGANIZATION;
      case "STATE" -> States.shipped().demonymAt(forms, begin) == end - begin ? 0 : Labels.PLACE;
      default -> Labels.PLACE;
    };
  }
}
