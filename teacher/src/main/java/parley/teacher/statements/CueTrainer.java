package parley.teacher.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import parley.extract.statements.internal.CandidateReader;
import parley.extract.statements.internal.CueFeatures;
import parley.learn.FeatureBag;
import parley.learn.FeatureNet;
import parley.teacher.learn.NetTrainer;
import parley.teacher.learn.Shuffle;

/** Trains the net that tells the heads of cues. */
final class CueTrainer {

  private record Example(int[] features, boolean cue) {}

  private CueTrainer() {}

  static FeatureNet train(List<GoldPassages.Annotated> passages, Settings settings) {
    List<Example> examples = new ArrayList<>();
    FeatureBag bag = new FeatureBag();
    for (GoldPassages.Annotated a : passages) {
      boolean[] cue = new boolean[a.passage().size()];
      for (GoldPassages.Item item : a.items()) {
        if (item.head() >= 0) {
          cue[item.head()] = true;
        }
      }
      for (int i = 0; i < cue.length; i++) {
        if (CandidateReader.eligible(a.passage(), i) && !a.discarded()[i]) {
          CueFeatures.fill(a.passage(), i, bag);
          examples.add(new Example(bag.toArray(), cue[i]));
        }
      }
    }
    NetTrainer net =
        new NetTrainer(
            settings.cueBits(),
            settings.cueHidden(),
            1,
            settings.rate(),
            settings.decay(),
            settings.seed());
    SplittableRandom random = new SplittableRandom(settings.seed());
    float[] score = new float[1];
    float[] slope = new float[1];
    float[] sumSlope = new float[net.width()];
    for (int epoch = 0; epoch < settings.cueEpochs(); epoch++) {
      Shuffle.in(examples, random);
      double loss = 0;
      int seen = 0;
      for (Example e : examples) {
        if (++seen % Math.max(1, examples.size() / 3) == 0 && epoch >= settings.cueEpochs() - 2) {
          net.snapshot();
        }
        int[] features = NetTrainer.drop(e.features, settings.drop(), random);
        float[] sum = new float[net.width()];
        net.add(features, sum, 0);
        net.finish(sum, 0, score, 0);
        double p = 1 / (1 + Math.exp(-score[0]));
        loss -= Math.log(Math.max(1e-12, e.cue ? p : 1 - p));
        slope[0] = (float) (p - (e.cue ? 1 : 0));
        net.back(sum, 0, slope, 0, sumSlope);
        net.step(features, sumSlope);
      }
      System.err.printf(
          java.util.Locale.ROOT, "cues, epoch %d: %.4f%n", epoch, loss / examples.size());
    }
    return net.net();
  }
}
