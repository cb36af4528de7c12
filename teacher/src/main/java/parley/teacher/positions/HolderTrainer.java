package parley.teacher.positions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import parley.board.PartyNames;
import parley.extract.positions.internal.Context;
import parley.extract.positions.internal.Holder;
import parley.extract.positions.internal.HolderFeatures;
import parley.extract.positions.internal.HolderFinder;
import parley.extract.positions.internal.HolderHistory;
import parley.learn.FeatureBag;
import parley.learn.FeatureNet;
import parley.learn.Softmax;
import parley.teacher.learn.NetTrainer;
import parley.teacher.learn.Shuffle;
import parley.text.Span;
import parley.world.CommonName;

/** Trains the net that ranks the words that may name the holder of a position. */
final class HolderTrainer {

  private static final int BITS = 17;
  private static final float RATE = 0.05f;
  private static final float DECAY = 1e-5f;
  private static final int ROUNDS = 5;

  /** Share of the positions before whose holder is taken to have been read wrong. */
  private static final double MISTAKEN = 0.5;

  private final long seed;
  private final SplittableRandom random;
  private final List<HolderCase> cases = new ArrayList<>();

  HolderTrainer(long seed) {
    this.seed = seed;
    random = new SplittableRandom(seed);
  }

  /** The words that may name a holder, and which of them do. */
  private record HolderCase(List<int[]> features, boolean[] right, int rights) {}

  /** Takes in the marked positions of a report, in text order, each read as one clause. */
  void add(Context context, Reading reading, List<Example> marked) {
    PartyNames names = new PartyNames(reading.cast().actors());
    HolderHistory history = new HolderHistory();
    FeatureBag bag = new FeatureBag();
    for (Example e : marked) {
      MarkedReport.Marked gold = Objects.requireNonNull(e.marked);
      List<int[]> features = new ArrayList<>();
      List<Holder> holders = HolderFinder.find(context, history, reading.cast(), e.clause);
      for (Holder h : holders) {
        HolderFeatures.of(context, history, e.clause, h, e.label - 1, bag);
        features.add(bag.toArray());
      }
      boolean[] right = right(names, holders, gold);
      int first = -1;
      int rights = 0;
      for (int i = right.length - 1; i >= 0; i--) {
        first = right[i] ? i : first;
        rights += right[i] ? 1 : 0;
      }
      cases.add(new HolderCase(features, right, rights));
      // What was chosen before is often wrong when a report is read; training is to know that.
      if (random.nextDouble() < MISTAKEN && !holders.isEmpty()) {
        first = random.nextInt(holders.size());
      }
      if (first >= 0) {
        history.note(e.clause, holders.get(first));
      }
    }
  }

  /**
   * A word is right if it names the marked party, and among those best if it stands in the marked
   * span; without such a word all that name the party are.
   */
  private static boolean[] right(
      PartyNames names, List<Holder> holders, MarkedReport.Marked marked) {
    boolean[] named = new boolean[holders.size()];
    boolean[] spanned = new boolean[holders.size()];
    boolean both = false;
    boolean anyNamed = false;
    Span party = marked.party();
    String common = CommonName.of(marked.partyName());
    for (int i = 0; i < named.length; i++) {
      Holder h = holders.get(i);
      String name = names.of(h.actor());
      named[i] = SameName.of(marked.partyName(), name) || SameName.of(common, name);
      spanned[i] = party != null && party.contains(h.view().sentence().token(h.token()).span());
      both |= named[i] && spanned[i];
      anyNamed |= named[i];
    }
    boolean[] right = new boolean[named.length];
    for (int i = 0; i < right.length; i++) {
      right[i] = both ? named[i] && spanned[i] : anyNamed ? named[i] : spanned[i];
    }
    return right;
  }

  /** One score a word; the softmax runs over the words of one clause. */
  FeatureNet train(float keep) {
    NetTrainer net = new NetTrainer(BITS, 0, 1, RATE, DECAY, seed);
    List<HolderCase> order = new ArrayList<>(cases);
    float[] score = new float[1];
    float[] sumSlope = new float[1];
    for (int round = 0; round < ROUNDS; round++) {
      Shuffle.in(order, random);
      for (HolderCase c : order) {
        if (c.rights() == 0) {
          continue;
        }
        int n = c.features().size();
        int[][] kept = new int[n][];
        float[][] sums = new float[n][1];
        float[] scores = new float[n];
        for (int j = 0; j < n; j++) {
          kept[j] = NetTrainer.drop(c.features().get(j), 1 - keep, random);
          net.add(kept[j], sums[j], 0);
          net.finish(sums[j], 0, score, 0);
          scores[j] = score[0];
        }
        double[] p = Softmax.of(scores);
        for (int j = 0; j < n; j++) {
          float slope = (float) (p[j] - (c.right()[j] ? 1.0 / c.rights() : 0));
          if (Math.abs(slope) > 1e-3) {
            net.back(sums[j], 0, new float[] {slope}, 0, sumSlope);
            net.step(kept[j], sumSlope);
          }
        }
      }
    }
    return net.net();
  }
}
