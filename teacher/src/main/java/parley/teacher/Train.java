package parley.teacher;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import parley.language.internal.Lexicon;
import parley.language.internal.Models;
import parley.language.internal.NameLists;
import parley.language.internal.Weights;
import parley.language.internal.Words;

/**
 * Trains the models of the language room: {@code Train BENCH SILVER OUT [words|tags|names|trees]…}.
 *
 * <p>Gold is UD English EWT's training part; silver is what {@link Annotate} wrote. Without a list
 * of models all are trained.
 */
public final class Train {

  private static final long SEED = 20261122;
  private static final int FOLDS = 5;

  /** Smaller weights are left out: they cost place and, measured, a little accuracy. */
  private static final float LEAST = 0.7f;

  private static final float LEAST_OF_NAMES = 0.05f;

  private final Path out;
  private final List<Corpus.Example> gold;
  private final List<List<Corpus.Example>> news = new ArrayList<>();
  private final List<List<Corpus.Example>> web;
  private final SortedMap<Integer, Lexicon.Entry> entries;
  private final Lexicon lexicon;

  private Train(Path bench, Path silver, Path out) throws IOException {
    this.out = out;
    gold = Corpus.conllu(bench.resolve("linguistics/en_ewt-ud-train.conllu"));
    for (String file : List.of("guardian", "polnear", "muc")) {
      news.addAll(Corpus.silver(silver.resolve("train-" + file + ".tsv")));
    }
    web = Corpus.silver(silver.resolve("train-ewt.tsv"));
    List<Corpus.Example> all = new ArrayList<>(gold);
    news.forEach(all::addAll);
    entries = WordTrainer.lexicon(all);
    lexicon = Lexicon.of(entries);
  }

  public static void main(String[] args) throws IOException {
    Path out = Path.of(args[2]).resolve("parley/language/models");
    Files.createDirectories(out);
    Train train = new Train(Path.of(args[0]), Path.of(args[1]), out);
    Set<String> which =
        args.length > 3
            ? Set.copyOf(List.of(args).subList(3, args.length))
            : Set.of("words", "tags", "names", "trees");
    if (which.contains("words")) {
      train.words();
    }
    if (which.contains("tags")) {
      train.tags();
    }
    if (which.contains("trees")) {
      train.trees();
    }
    if (which.contains("names")) {
      train.names();
    }
  }

  private interface Writer {
    void write(DataOutputStream out) throws IOException;
  }

  private void write(String name, Writer writer) throws IOException {
    Path file = out.resolve(name + ".model");
    try (DataOutputStream data =
        new DataOutputStream(
            new DeflaterOutputStream(
                Files.newOutputStream(file), new Deflater(Deflater.BEST_COMPRESSION), 1 << 16))) {
      writer.write(data);
    }
    System.err.printf("%s: %,d bytes%n", file.getFileName(), Files.size(file));
  }

  private void words() throws IOException {
    write("lexicon", data -> Lexicon.write(data, entries));
    List<Corpus.Example> silver = new ArrayList<>();
    news.forEach(silver::addAll);
    write(
        "lemmas",
        data -> parley.language.internal.Lemmatizer.write(data, WordTrainer.lemmas(gold, silver)));
  }

  private void tags() throws IOException {
    List<Corpus.Example> all = new ArrayList<>(gold);
    all.addAll(gold);
    news.forEach(all::addAll);
    Learner learner = TagTrainer.train(all, lexicon, 5, SEED);
    write("tags", data -> learner.write(data, LEAST));
  }

  private void names() throws IOException {
    List<List<Corpus.Example>> all = new ArrayList<>(news);
    all.addAll(web);
    SortedMap<Integer, Integer> lists = NameListMaker.make();
    write("lists", data -> NameLists.write(data, lists));
    NameTrainer.Model model =
        NameTrainer.train(all, lexicon, tagWeights(), NameLists.of(lists), SEED);
    write(
        "names",
        data -> {
          model.words().write(data, LEAST_OF_NAMES);
          model.order().write(data, 0f);
        });
  }

  /** The tag model of this run as it ships, or of an earlier one. */
  private Weights tagWeights() throws IOException {
    Path file = out.resolve("tags.model");
    if (!Files.exists(file)) {
      return Models.load().tags();
    }
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(new InflaterInputStream(Files.newInputStream(file))))) {
      return Weights.read(in);
    }
  }

  private void trees() throws IOException {
    List<Corpus.Example> tagged = jackknife();
    Learner relations = TreeTrainer.trainRelations(tagged, lexicon, 6, SEED);
    write("relations", data -> relations.write(data, LEAST));
    Learner heads = TreeTrainer.trainHeads(tagged, lexicon, 10, SEED);
    write("heads", data -> heads.write(data, LEAST));
  }

  /** The gold trees with tags by taggers that did not see them. */
  private List<Corpus.Example> jackknife() {
    List<Corpus.Example> result = new ArrayList<>();
    List<Corpus.Example> some = new ArrayList<>();
    for (int i = 0; i < news.size(); i += 5) {
      some.addAll(news.get(i));
    }
    Words words = new Words();
    int size = (gold.size() + FOLDS - 1) / FOLDS;
    for (int fold = 0; fold < FOLDS; fold++) {
      int from = fold * size;
      int to = Math.min(gold.size(), from + size);
      List<Corpus.Example> rest = new ArrayList<>(gold.subList(0, from));
      rest.addAll(gold.subList(to, gold.size()));
      rest.addAll(some);
      Learner learner = TagTrainer.train(rest, lexicon, 3, SEED + fold);
      result.addAll(TagTrainer.retag(gold.subList(from, to), learner, lexicon, words));
    }
    return result;
  }
}
