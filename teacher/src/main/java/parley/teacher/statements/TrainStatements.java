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

/**
 * Trains the model of the statements' room: {@code TrainStatements TRAIN CACHE MODEL}.
 *
 * <ol>
 *   <li>articles are split into folds; cues and roles are trained on the others and read the fold;
 *   <li>the judge is trained on what was read so;
 *   <li>cues and roles are trained on all articles; the three are written to MODEL.
 * </ol>
 *
 * TRAIN is the training part of PolNeAR, CACHE a folder for its analysed articles.
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
    LanguageReader language = ModelReader.shipped();
    AnalysisCache cache = new AnalysisCache(Path.of(args[1]), language);
    List<List<GoldPassages.Annotated>> folds = new ArrayList<>();
    for (int k = 0; k < settings.folds(); k++) {
      folds.add(new ArrayList<>());
    }
    List<PolnearCorpus.Article> articles = PolnearCorpus.read(Path.of(args[0]));
    for (int k = 0; k < articles.size(); k++) {
      PolnearCorpus.Article article = articles.get(k);
      folds
          .get(k % settings.folds())
          .addAll(GoldPassages.of(article, cache.analyse(article.report())));
    }
    List<List<JudgeTrainer.Judged>> judged = new ArrayList<>();
    List<JudgeTrainer.Judged> all = new ArrayList<>();
    for (int k = 0; k < settings.folds(); k++) {
      CandidateReader reader = train(except(folds, k), settings).reader();
      List<JudgeTrainer.Judged> fold = new ArrayList<>();
      for (GoldPassages.Annotated a : folds.get(k)) {
        fold.add(new JudgeTrainer.Judged(a, reader.read(a.passage(), CUE_FLOOR)));
      }
      judged.add(fold);
      all.addAll(fold);
    }
    JudgeTrainer.sweep("by cue", all);
    for (int k = 0; k < settings.folds(); k++) {
      JudgeTrainer.judge(JudgeTrainer.train(except(judged, k), settings), judged.get(k));
    }
    double floor = JudgeTrainer.sweep("judged", all);
    if (args.length > 3) {
      write(Path.of(args[3]), articles, all, floor);
    }
    float[] calibration = Calibration.fit(all);
    FeatureNet judge = JudgeTrainer.train(all, settings);
    Parts parts = train(except(folds, -1), settings);
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
