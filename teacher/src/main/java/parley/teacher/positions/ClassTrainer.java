package parley.teacher.positions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import parley.learn.FeatureBag;
import parley.learn.FeatureNet;
import parley.learn.SlotNet;
import parley.learn.Softmax;
import parley.teacher.learn.NetTrainer;
import parley.teacher.learn.Shuffle;
import parley.teacher.learn.SlotTrainer;

/** Trains a net over hashed features and one over word vectors together to tell classes apart. */
final class ClassTrainer {

  private static final float RATE = 0.03f;
  private static final float DECAY = 1e-5f;
  private static final int HIDDEN = 48;
  private static final float SLOT_RATE = 0.02f;
  private static final int AGAIN_HIDDEN = 32;
  private static final int AGAIN_ROUNDS = 4;
  private static final float AGAIN_RATE = 0.01f;
  private static final float SLOT_DECAY = 1e-4f;

  private final int bits;
  private final int outputs;
  private final int rounds;
  private final float keep;
  private final long seed;

  /**
   * @param keep share of the hashed features that each step sees
   */
  ClassTrainer(int bits, int outputs, int rounds, float keep, long seed) {
    this.bits = bits;
    this.outputs = outputs;
    this.rounds = rounds;
    this.keep = keep;
    this.seed = seed;
  }

  /**
   * A thing to be told, as it should be.
   *
   * @param target probability of each class
   */
  record Case(int[] features, float[] vectors, float[] target, float weight) {}

  record Nets(FeatureNet sparse, SlotNet slots) {

    /** What the nets make of a thing. */
    double[] probabilities(int[] features, float[] vectors, float keep) {
      FeatureBag bag = new FeatureBag();
      for (int f : features) {
        bag.put(f);
      }
      float[] scores = sparse.scores(bag, keep);
      slots.add(vectors, scores);
      return Softmax.of(scores);
    }
  }

  /**
   * A thing that was told once, to be told better by what stands around it.
   *
   * @param first what was made of it, by a net that had not seen it
   */
  record Again(double[] first, float[] around, float[] target, float weight) {}

  /** A net whose scores are added to the logarithms of the first probabilities. */
  static SlotNet again(List<Again> cases, int outputs, long seed) {
    int inputs = cases.isEmpty() ? 0 : cases.get(0).around().length;
    SlotTrainer slots =
        new SlotTrainer(inputs, AGAIN_HIDDEN, outputs, AGAIN_RATE, SLOT_DECAY, seed);
    SplittableRandom random = new SplittableRandom(seed);
    List<Again> order = new ArrayList<>(cases);
    float[] scores = new float[outputs];
    float[] slope = new float[outputs];
    for (int round = 0; round < AGAIN_ROUNDS; round++) {
      Shuffle.in(order, random);
      for (Again c : order) {
        for (int k = 0; k < outputs; k++) {
          scores[k] = (float) Math.log(Math.max(1e-9, c.first()[k]));
        }
        slots.add(c.around(), scores);
        double[] p = Softmax.of(scores);
        for (int k = 0; k < outputs; k++) {
          slope[k] = (float) (p[k] - c.target()[k]) * c.weight();
        }
        slots.back(c.around(), slope);
      }
    }
    return slots.net();
  }

  /** All of the probability on one class. */
  static float[] only(int classes, int one) {
    float[] target = new float[classes];
    target[one] = 1;
    return target;
  }

  Nets train(List<Case> cases) {
    int inputs = cases.isEmpty() ? 0 : cases.get(0).vectors().length;
    NetTrainer net = new NetTrainer(bits, 0, outputs, RATE, DECAY, seed);
    SlotTrainer slots = new SlotTrainer(inputs, HIDDEN, outputs, SLOT_RATE, SLOT_DECAY, seed);
    SplittableRandom random = new SplittableRandom(seed);
    List<Case> order = new ArrayList<>();
    for (Case c : cases) {
      if (c.weight() > 0) {
        order.add(c);
      }
    }
    float[] sum = new float[net.width()];
    float[] scores = new float[outputs];
    float[] slope = new float[outputs];
    float[] sumSlope = new float[net.width()];
    for (int round = 0; round < rounds; round++) {
      Shuffle.in(order, random);
      for (Case c : order) {
        int[] kept = NetTrainer.drop(c.features(), 1 - keep, random);
        Arrays.fill(sum, 0);
        net.add(kept, sum, 0);
        net.finish(sum, 0, scores, 0);
        slots.add(c.vectors(), scores);
        double[] p = Softmax.of(scores);
        for (int k = 0; k < outputs; k++) {
          slope[k] = (float) (p[k] - c.target()[k]) * c.weight();
        }
        net.back(sum, 0, slope, 0, sumSlope);
        net.step(kept, sumSlope);
        slots.back(c.vectors(), slope);
      }
    }
    return new Nets(net.net(), slots.net());
  }
}
