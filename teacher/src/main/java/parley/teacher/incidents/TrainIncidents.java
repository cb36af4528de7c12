package parley.teacher.incidents;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import parley.extract.events.internal.Filler;
import parley.extract.events.internal.FillerFinder;
import parley.extract.events.internal.IncidentFeatures;
import parley.extract.events.internal.IncidentModel;
import parley.extract.events.internal.IncidentModel.Role;
import parley.language.AnalysedReport;
import parley.language.ModelReader;
import parley.learn.FeatureBag;
import parley.learn.FeatureNet;
import parley.learn.Softmax;
import parley.teacher.learn.NetTrainer;
import parley.teacher.learn.Shuffle;

/**
 * Trains the incident model: {@code TRAIN.jsonl MODEL}, or, to choose settings, {@code --cross
 * TRAIN.jsonl PREDICTIONS}, which writes predictions for every text by a model that has not seen it
 * (five parts), a file for each pair of thresholds.
 */
public final class TrainIncidents {

  private static final int FOLDS = 5;
  private static final long SEED = 20261122;

  // Chosen by cross-validation over the training part, but for the role's: on the development part.
  private static final float TYPE_THRESHOLD = 0.03f;
  private static final float ROLE_THRESHOLD = 0.15f;
  private static final float TYPE_DECAY = 1e-5f;
  private static final float ROLE_DECAY = 1e-6f;
  private static final int TYPE_ROUNDS = 15;
  private static final int ROLE_ROUNDS = 3;
  private static final double DROP = 0.4;

  private record Example(int[] features, int label) {}

  private record Analysed(MucCorpus.Document document, AnalysedReport report) {}

  private TrainIncidents() {}

  public static void main(String[] args) throws IOException {
    boolean cross = args[0].equals("--cross");
    int first = cross ? 1 : 0;
    ModelReader language = ModelReader.shipped();
    List<Analysed> corpus = new ArrayList<>();
    for (MucCorpus.Document document : MucCorpus.read(Path.of(args[first]))) {
      corpus.add(new Analysed(document, language.analyse(document.report())));
    }
    Path out = Path.of(args[first + 1]);
    if (cross) {
      cross(corpus, out);
    } else {
      try (DataOutputStream data = new DataOutputStream(Files.newOutputStream(out))) {
        train(corpus).write(data);
      }
    }
  }

  private static void cross(List<Analysed> corpus, Path out) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Analysed> seen = new ArrayList<>();
      List<Analysed> unseen = new ArrayList<>();
      for (int i = 0; i < corpus.size(); i++) {
        (i % FOLDS == fold ? unseen : seen).add(corpus.get(i));
      }
      IncidentModel model = train(seen);
      for (Analysed a : unseen) {
        lines.add(IncidentPredictions.line(a.document.id(), model.read(a.report)));
      }
    }
    Files.write(out, lines);
  }

  private static IncidentModel train(List<Analysed> corpus) {
    List<Example> roleExamples = new ArrayList<>();
    List<int[]> typeFeatures = new ArrayList<>();
    List<boolean[]> typeLabels = new ArrayList<>();
    FeatureBag bag = new FeatureBag();
    for (Analysed a : corpus) {
      IncidentFeatures features = new IncidentFeatures(a.report);
      features.ofReport(bag);
      typeFeatures.add(bag.toArray());
      boolean[] labels = new boolean[IncidentModel.TYPES.size()];
      List<Filler> fillers = FillerFinder.find(a.report);
      a.document
          .templates()
          .forEach(
              (type, roles) -> {
                labels[type] = true;
                for (Filler filler : fillers) {
                  features.ofFiller(filler, type, bag);
                  roleExamples.add(new Example(bag.toArray(), label(filler, roles)));
                }
              });
      typeLabels.add(labels);
    }
    return new IncidentModel(
        types(typeFeatures, typeLabels), roles(roleExamples), TYPE_THRESHOLD, ROLE_THRESHOLD);
  }

  private static int label(Filler filler, Map<Role, Set<String>> roles) {
    for (Role role : Role.values()) {
      if (roles.getOrDefault(role, Set.of()).contains(filler.key())) {
        return 1 + role.ordinal();
      }
    }
    return 0;
  }

  private static FeatureNet types(List<int[]> features, List<boolean[]> labels) {
    int outputs = IncidentModel.TYPES.size();
    NetTrainer net = new NetTrainer(18, 0, outputs, 0.1f, TYPE_DECAY, SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      order.add(i);
    }
    float[] scores = new float[outputs];
    float[] slope = new float[outputs];
    float[] sumSlope = new float[net.width()];
    for (int epoch = 0; epoch < TYPE_ROUNDS; epoch++) {
      Shuffle.in(order, random);
      for (int i : order) {
        int[] f = NetTrainer.drop(features.get(i), DROP, random);
        float[] sum = new float[net.width()];
        net.add(f, sum, 0);
        net.finish(sum, 0, scores, 0);
        for (int o = 0; o < outputs; o++) {
          slope[o] = (float) (1 / (1 + Math.exp(-scores[o])) - (labels.get(i)[o] ? 1 : 0));
        }
        net.back(sum, 0, slope, 0, sumSlope);
        net.step(f, sumSlope);
      }
    }
    return net.net();
  }

  private static FeatureNet roles(List<Example> examples) {
    int outputs = 1 + Role.values().length;
    NetTrainer net = new NetTrainer(19, 0, outputs, 0.1f, ROLE_DECAY, SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    float[] scores = new float[outputs];
    float[] slope = new float[outputs];
    float[] sumSlope = new float[net.width()];
    for (int epoch = 0; epoch < ROLE_ROUNDS; epoch++) {
      Shuffle.in(examples, random);
      double loss = 0;
      for (Example e : examples) {
        int[] f = NetTrainer.drop(e.features, DROP, random);
        float[] sum = new float[net.width()];
        net.add(f, sum, 0);
        net.finish(sum, 0, scores, 0);
        double[] p = Softmax.of(scores);
        loss -= Math.log(Math.max(1e-12, p[e.label]));
        for (int o = 0; o < outputs; o++) {
          slope[o] = (float) (p[o] - (o == e.label ? 1 : 0));
        }
        net.back(sum, 0, slope, 0, sumSlope);
        net.step(f, sumSlope);
      }
      System.err.printf(Locale.ROOT, "roles, epoch %d: %.4f%n", epoch, loss / examples.size());
    }
    return net.net();
  }
}
