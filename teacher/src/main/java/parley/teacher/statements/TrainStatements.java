package parley.teacher.statements;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parley.extract.statements.internal.Candidate;
import parley.extract.statements.internal.CandidateReader;
import parley.extract.statements.internal.Selection;
import parley.extract.statements.internal.StatementModel;
import parley.language.LanguageReader;
import parley.language.ModelReader;
import parley.learn.FeatureNet;
import parley.teacher.CoreNlpReader;

/**
 * Trains the model of the statements' room: {@code TrainStatements TRAIN CACHE MODEL [PREDICTIONS
 * [corenlp]]}.
 *
 * <ol>
 *   <li>articles are split into folds; cues and roles are trained on the others and read the fold;
 *   <li>the judge is trained on what was read so;
 *   <li>cues and roles are trained on all articles; the three are written to MODEL.
 * </ol>
 *
 * TRAIN is the training part of PolNeAR, CACHE a folder for its analysed articles, PREDICTIONS gets
 * what was read of unseen ones. With {@code corenlp} CoreNLP reads the language in place of what
 * ships: a yardstick.
 */
public final class TrainStatements {

  private static final double CUE_FLOOR = 0.05;

  private TrainStatements() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 3) {
      System.err.println("usage: TrainStatements TRAIN CACHE MODEL");
      System.exit(2);
    }
    Settings settings = Settings.standard();
    LanguageReader language =
        args.length > 4 && args[4].equals("corenlp")
            ? CoreNlpReader.whole()
            : ModelReader.shipped();
    AnalysisCache cache = new AnalysisCache(Path.of(args[1]), language);
    List<List<GoldPassages.Annotated>> folds = new ArrayList<>();
    List<List<GoldPassages.Annotated>> further = new ArrayList<>();
    for (int k = 0; k < settings.folds(); k++) {
      folds.add(new ArrayList<>());
      further.add(new ArrayList<>());
    }
    List<PolnearCorpus.Article> articles = PolnearCorpus.read(Path.of(args[0]));
    for (int k = 0; k < articles.size(); k++) {
      PolnearCorpus.Article article = articles.get(k);
      folds
          .get(k % settings.folds())
          .addAll(GoldPassages.of(article, cache.analyse(article.report())));
      if (k / settings.folds() % settings.everyJoined() == 0) {
        PolnearCorpus.Article joined = article.inOneParagraph();
        further
            .get(k % settings.folds())
            .addAll(GoldPassages.of(joined, cache.analyse(joined.report())));
      }
    }
    List<List<JudgeTrainer.Judged>> judged = new ArrayList<>();
    List<JudgeTrainer.Judged> asWritten = new ArrayList<>();
    List<JudgeTrainer.Judged> inOneParagraph = new ArrayList<>();
    for (int k = 0; k < settings.folds(); k++) {
      CandidateReader reader = train(except(folds, further, k), settings).reader();
      List<JudgeTrainer.Judged> fold = candidates(reader, folds.get(k));
      asWritten.addAll(fold);
      List<JudgeTrainer.Judged> joined = candidates(reader, further.get(k));
      inOneParagraph.addAll(joined);
      judged.add(new ArrayList<>(fold));
      judged.get(k).addAll(joined);
    }
    JudgeTrainer.sweep("by cue", asWritten);
    for (int k = 0; k < settings.folds(); k++) {
      JudgeTrainer.judge(JudgeTrainer.train(except(judged, k), settings), judged.get(k));
    }
    JudgeTrainer.sweep("in one paragraph", inOneParagraph);
    double floor = JudgeTrainer.sweep("judged", asWritten);
    if (args.length > 3) {
      write(Path.of(args[3]), articles, asWritten, floor);
    }
    float[] calibration = Calibration.fit(asWritten);
    FeatureNet judge = JudgeTrainer.train(except(judged, -1), settings);
    Parts parts = train(except(folds, further, -1), settings);
    StatementModel model =
        new StatementModel(
            parts.cues,
            parts.roles.roles(),
            parts.roles.borders(),
            parts.roles.moves(),
            judge,
            calibration);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[2]))))) {
      model.write(out);
    }
  }

  private record Parts(FeatureNet cues, RoleTrainer.Trained roles) {
    CandidateReader reader() {
      return roles.reader(cues);
    }
  }

  private static Parts train(List<GoldPassages.Annotated> passages, Settings settings) {
    return new Parts(CueTrainer.train(passages, settings), RoleTrainer.train(passages, settings));
  }

  private static List<JudgeTrainer.Judged> candidates(
      CandidateReader reader, List<GoldPassages.Annotated> passages) {
    List<JudgeTrainer.Judged> result = new ArrayList<>();
    for (GoldPassages.Annotated a : passages) {
      result.add(new JudgeTrainer.Judged(a, reader.read(a.passage(), CUE_FLOOR)));
    }
    return result;
  }

  private static <T> List<T> except(List<List<T>> folds, List<List<T>> further, int out) {
    List<T> result = except(folds, out);
    result.addAll(except(further, out));
    return result;
  }

  private static <T> List<T> except(List<List<T>> folds, int out) {
    List<T> result = new ArrayList<>();
    for (int k = 0; k < folds.size(); k++) {
      if (k != out) {
        result.addAll(folds.get(k));
      }
    }
    return result;
  }

  /** Writes what was read of unseen articles, for the scorer. */
  private static void write(
      Path file,
      List<PolnearCorpus.Article> articles,
      List<JudgeTrainer.Judged> judged,
      double floor)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (PolnearCorpus.Article article : articles) {
        List<Candidate> chosen = new ArrayList<>();
        for (JudgeTrainer.Judged j : judged) {
          if (j.passage().article().equals(article.name())) {
            chosen.addAll(Selection.outermost(j.candidates(), floor));
          }
        }
        Predictions.write(out, article, chosen);
      }
    }
  }
}
