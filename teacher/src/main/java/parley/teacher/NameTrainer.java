package parley.teacher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import parley.language.internal.Labels;
import parley.language.internal.Lexicon;
import parley.language.internal.NameLists;
import parley.language.internal.NameTagger;
import parley.language.internal.Scorer;
import parley.language.internal.States;
import parley.language.internal.Tagger;
import parley.language.internal.Words;

/**
 * Trains the name model on reports that the teacher read: a conditional random field over the
 * features of {@link NameTagger}. What a report called a word before and the words' tags are told
 * to it as they will be when it reads: by its own labels and by the tagger that ships.
 */
final class NameTrainer {

  private static final int ROUNDS = 5;

  /** A feature counts if it was met as often. */
  private static final int NEEDED = 3;

  /** Share of a word's features that it does not see in training. */
  private static final float DROPPED = 0.1f;

  /** Of a report's words as many percent are in no list, so that unheard-of names are found too. */
  private static final int UNLISTED = 20;

  private static final float RATE = 0.15f;
  private static final int LONGEST = 900;
  private static final int CLASSES = Labels.NAME_CLASSES;

  private final FieldWeights weights = new FieldWeights(CLASSES);
  private final FieldWeights order = new FieldWeights(CLASSES);
  private final Lexicon lexicon;
  private final NameLists lists;
  private final Tagger tagger;
  private final float[] tagScores = new float[Labels.TAGS.size()];
  private final Words words = new Words();
  private final Random random;
  private final NameField field = new NameField(LONGEST);
  private final int[] features = new int[NameTagger.MOST_FEATURES];
  private final int[][] rows = new int[LONGEST][];

  private NameTrainer(Lexicon lexicon, Scorer tags, NameLists lists, long seed) {
    this.lexicon = lexicon;
    this.tagger = new Tagger(tags);
    this.lists = lists;
    random = new Random(seed);
  }

  /** The two parts of the model: labels by words, labels by the label before. */
  record Model(FieldWeights words, FieldWeights order) {}

  /** The mean of two models that saw the reports in different orders: no larger than one. */
  static Model train(
      List<List<Corpus.Example>> reports,
      Lexicon lexicon,
      Scorer tags,
      NameLists lists,
      long seed) {
    CompletableFuture<Model> second =
        CompletableFuture.supplyAsync(() -> once(reports, lexicon, tags, lists, seed + 1));
    Model first = once(reports, lexicon, tags, lists, seed);
    first.words().average(second.join().words());
    first.order().average(second.join().order());
    return first;
  }

  private static Model once(
      List<List<Corpus.Example>> reports,
      Lexicon lexicon,
      Scorer tags,
      NameLists lists,
      long seed) {
    NameTrainer trainer = new NameTrainer(lexicon, tags, lists, seed);
    List<List<Corpus.Example>> shuffled = new ArrayList<>();
    for (List<Corpus.Example> report : reports) {
      List<Corpus.Example> kept = new ArrayList<>(report);
      kept.removeIf(e -> e.forms().size() > LONGEST);
      shuffled.add(kept);
    }
    trainer.count(shuffled);
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(shuffled, trainer.random);
      float rate = RATE * (round < ROUNDS - 2 ? 1 : round == ROUNDS - 2 ? 0.5f : 0.2f);
      double loss = 0;
      for (List<Corpus.Example> report : shuffled) {
        loss += trainer.learn(report, rate);
      }
      System.err.printf(
          "names: round %d, loss %.0f, %d features%n", round + 1, loss, trainer.weights.size());
    }
    return new Model(trainer.weights, trainer.order);
  }

  private void count(List<List<Corpus.Example>> reports) {
    for (boolean capitals : new boolean[] {false, true}) {
      for (int p = 0; p < CLASSES; p++) {
        order.meet(NameTagger.transitionFeature(p, capitals), 1);
      }
    }
    order.start();
    NameTagger names = new NameTagger(weights, order, lists);
    for (List<Corpus.Example> report : reports) {
      names.startReport();
      for (Corpus.Example example : report) {
        set(example);
        names.prepareLists(words);
        for (int i = 0; i < words.size(); i++) {
          int n = NameTagger.isPlain(words, i) ? 0 : names.features(words, i, features, 0);
          for (int k = 0; k < n; k++) {
            weights.meet(features[k], NEEDED);
          }
        }
        names.remember(words, labels(example));
      }
    }
    weights.start();
  }

  /** One report, now and then in capitals, some of its sentences as headlines. */
  private double learn(List<Corpus.Example> report, float rate) {
    NameTagger names = new NameTagger(weights, order, lists);
    boolean capitals = random.nextInt(100) < 8;
    int unlisted = random.nextInt();
    double loss = 0;
    for (Corpus.Example plain : report) {
      Corpus.Example example = plain;
      if (capitals) {
        example = plain.recased(Corpus.Case.CAPITALS);
      } else if (random.nextInt(100) < 3) {
        example = plain.recased(Corpus.Case.TITLE);
      }
      set(example);
      names.prepareLists(words);
      names.forgetLists(words, unlisted, UNLISTED);
      field.start(words.size(), orderWeights());
      for (int i = 0; i < words.size(); i++) {
        score(names, i);
      }
      int[] gold = labels(plain);
      loss += field.run(gold);
      update(gold, rate);
      names.remember(words, field.best());
    }
    return loss;
  }

  private double[] orderWeights() {
    double[] result = new double[CLASSES * CLASSES];
    for (int p = 0; p < CLASSES; p++) {
      int row = order.row(NameTagger.transitionFeature(p, words.isInCapitals()));
      for (int c = 0; c < CLASSES; c++) {
        result[p * CLASSES + c] = order.weight(row, c);
      }
    }
    return result;
  }

  private void score(NameTagger names, int i) {
    if (NameTagger.isPlain(words, i)) {
      rows[i] = new int[0];
      field.plain(i);
      return;
    }
    int n = names.features(words, i, features, 0);
    int[] found = new int[n];
    int kept = 0;
    for (int k = 0; k < n; k++) {
      int row = random.nextFloat() < DROPPED ? -1 : weights.row(features[k]);
      if (row >= 0) {
        found[kept++] = row;
      }
    }
    rows[i] = Arrays.copyOf(found, kept);
    for (int c = 0; c < CLASSES; c++) {
      double sum = 0;
      for (int row : rows[i]) {
        sum += weights.weight(row, c);
      }
      field.score(i, c, sum / (1 - DROPPED));
    }
  }

  private void update(int[] gold, float rate) {
    for (int i = 0; i < words.size(); i++) {
      for (int c = 0; c < CLASSES; c++) {
        float gradient = (gold[i] == c ? 1 : 0) - field.probability(i, c);
        if (Math.abs(gradient) > NameField.TINY) {
          for (int row : rows[i]) {
            weights.step(row, c, gradient, rate);
          }
        }
      }
      if (i > 0 && rows[i].length + rows[i - 1].length > 0) {
        for (int p = 0; p < CLASSES; p++) {
          int row = order.row(NameTagger.transitionFeature(p, words.isInCapitals()));
          for (int c = 0; c < CLASSES; c++) {
            float gradient =
                (gold[i - 1] == p && gold[i] == c ? 1 : 0) - field.probability(i, p, c);
            if (Math.abs(gradient) > NameField.TINY && NameTagger.follows(p, c)) {
              order.step(row, c, gradient, rate);
            }
          }
        }
      }
    }
  }

  private void set(Corpus.Example example) {
    words.set(example.forms(), lexicon);
    tagger.tag(words, tagScores);
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
