package parley.teacher.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import parley.extract.statements.internal.Candidate;
import parley.extract.statements.internal.JudgeFeatures;
import parley.extract.statements.internal.Selection;
import parley.learn.FeatureBag;
import parley.learn.FeatureNet;
import parley.teacher.learn.NetTrainer;
import parley.teacher.learn.Shuffle;

/** Trains the net that tells whether a candidate is right, from candidates of unseen articles. */
final class JudgeTrainer {

  /** A passage with the candidates that a model found which had not seen its article. */
  record Judged(GoldPassages.Annotated passage, List<Candidate> candidates) {}

  private record Example(int[] features, boolean right) {}

  private JudgeTrainer() {}

  static FeatureNet train(List<Judged> passages, Settings settings) {
    List<Example> examples = new ArrayList<>();
    FeatureBag bag = new FeatureBag();
    for (Judged judged : passages) {
      boolean[] right = right(judged);
      for (int i = 0; i < right.length; i++) {
        if (!judged.passage.discarded()[judged.candidates.get(i).head()]) {
          JudgeFeatures.fill(judged.candidates, i, bag);
          examples.add(new Example(bag.toArray(), right[i]));
        }
      }
    }
    NetTrainer net =
        new NetTrainer(
            settings.judgeBits(), settings.judgeHidden(), 1, settings.rate(), 0f, settings.seed());
    SplittableRandom random = new SplittableRandom(settings.seed());
    float[] score = new float[1];
    float[] slope = new float[1];
    float[] sumSlope = new float[net.width()];
    for (int epoch = 0; epoch < settings.judgeEpochs(); epoch++) {
      Shuffle.in(examples, random);
      double loss = 0;
      for (Example e : examples) {
        int[] features = NetTrainer.drop(e.features, settings.judgeDrop(), random);
        float[] sum = new float[net.width()];
        net.add(features, sum, 0);
        net.finish(sum, 0, score, 0);
        double p = 1 / (1 + Math.exp(-score[0]));
        loss -= Math.log(Math.max(1e-12, e.right ? p : 1 - p));
        slope[0] = (float) (p - (e.right ? 1 : 0));
        net.back(sum, 0, slope, 0, sumSlope);
        net.step(features, sumSlope);
      }
      System.err.printf(Locale.ROOT, "judge, epoch %d: %.4f%n", epoch, loss / examples.size());
    }
    return net.net();
  }

  /** Whether each candidate is right beside the likeliest readings of the other cues. */
  private static boolean[] right(Judged judged) {
    List<Candidate> all = judged.candidates;
    boolean[] result = new boolean[all.size()];
    int ranks = all.stream().mapToInt(Candidate::rank).max().orElse(-1);
    for (int rank = 0; rank <= ranks; rank++) {
      List<Candidate> layer = new ArrayList<>();
      List<Integer> at = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        boolean last = i + 1 == all.size() || all.get(i + 1).rank() == 0;
        int own = all.get(i).rank();
        if (own == rank || own < rank && last) {
          layer.add(all.get(i));
          at.add(i);
        }
      }
      int[] found = new Score().add(judged.passage, layer);
      for (int k = 0; k < found.length; k++) {
        if (layer.get(k).rank() == rank) {
          result[at.get(k)] = found[k] == 2;
        }
      }
    }
    return result;
  }

  /** Sets the confidence of all candidates. */
  static void judge(FeatureNet judge, List<Judged> passages) {
    FeatureBag bag = new FeatureBag();
    for (Judged judged : passages) {
      double[] confidence = new double[judged.candidates.size()];
      for (int i = 0; i < confidence.length; i++) {
        JudgeFeatures.fill(judged.candidates, i, bag);
        confidence[i] = judge.probability(bag);
      }
      for (int i = 0; i < confidence.length; i++) {
        judged.candidates.get(i).confide(confidence[i]);
      }
    }
  }

  /** Prints figures by floor; the floor with the best full F1. */
  static double sweep(String what, List<Judged> passages) {
    double best = 0;
    double bestFloor = 0.5;
    for (int k = 4; k <= 12; k++) {
      double floor = k / 20.0;
      Score score = new Score();
      for (Judged judged : passages) {
        score.add(judged.passage, Selection.outermost(judged.candidates, floor));
      }
      System.err.printf(Locale.ROOT, "%s %.2f %s%n", what, floor, score);
      if (score.f(score.full) > best) {
        best = score.f(score.full);
        bestFloor = floor;
      }
    }
    return bestFloor;
  }
}
