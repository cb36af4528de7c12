package parley.teacher.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import parley.extract.statements.internal.CandidateReader;
import parley.extract.statements.internal.CueWindow;
import parley.extract.statements.internal.Passage;
import parley.extract.statements.internal.RoleLattice;
import parley.extract.statements.internal.SpanFeatures;
import parley.learn.FeatureBag;
import parley.learn.FeatureNet;
import parley.teacher.learn.NetTrainer;
import parley.teacher.learn.Shuffle;

/** Trains the conditional random field that gives the tokens around a cue their roles. */
final class RoleTrainer {

  private static final int ROLES = RoleLattice.ROLES;
  private static final int EDGES = ROLES * ROLES;

  private record Example(int head, int[][] local, int[][] relational, int[][] border, int[] gold) {}

  private final Settings settings;
  private final NetTrainer roles;
  private final NetTrainer borders;
  private final float[] moves = new float[RoleLattice.MOVES];
  private final float[] moveSquares = new float[RoleLattice.MOVES];
  private final float[] moveSums = new float[RoleLattice.MOVES];
  private int snapshots;
  private final SplittableRandom random;

  private RoleTrainer(Settings settings) {
    this.settings = settings;
    roles =
        new NetTrainer(
            settings.roleBits(),
            settings.roleHidden(),
            ROLES,
            settings.rate(),
            settings.decay(),
            settings.seed());
    borders =
        new NetTrainer(
            settings.borderBits(), 0, EDGES, settings.rate(), settings.decay(), settings.seed());
    java.util.Arrays.fill(moveSquares, 1f);
    random = new SplittableRandom(settings.seed());
  }

  /** Nets for roles and borders, and the weights of moves. */
  record Trained(FeatureNet roles, FeatureNet borders, float[] moves) {

    CandidateReader reader(FeatureNet cues) {
      return new CandidateReader(cues, roles, borders, moves);
    }
  }

  static Trained train(List<GoldPassages.Annotated> passages, Settings settings) {
    return new RoleTrainer(settings).train(passages);
  }

  private Trained train(List<GoldPassages.Annotated> passages) {
    List<Example> examples = new ArrayList<>();
    FeatureBag bag = new FeatureBag();
    for (GoldPassages.Annotated a : passages) {
      int[][] local = new int[a.passage().size()][];
      for (GoldPassages.Item item : a.items()) {
        if (item.head() < 0) {
          continue;
        }
        Example example = example(a.passage(), item, local, bag);
        if (example != null) {
          examples.add(example);
        }
      }
    }
    for (int epoch = 0; epoch < settings.roleEpochs(); epoch++) {
      Shuffle.in(examples, random);
      double loss = 0;
      int n = 0;
      int seen = 0;
      for (Example e : examples) {
        if (++seen % Math.max(1, examples.size() / 3) == 0 && epoch >= settings.roleEpochs() - 2) {
          roles.snapshot();
          borders.snapshot();
          for (int m = 0; m < moves.length; m++) {
            moveSums[m] += moves[m];
          }
          snapshots++;
        }
        double l = learn(e);
        if (Double.isFinite(l)) {
          loss += l;
          n++;
        }
      }
      System.err.printf(
          Locale.ROOT,
          "roles, epoch %d: %.4f over %d of %d%n",
          epoch,
          loss / n,
          n,
          examples.size());
    }
    for (int m = 0; m < moves.length && snapshots > 0; m++) {
      moves[m] = moveSums[m] / snapshots;
    }
    return new Trained(roles.net(), borders.net(), moves);
  }

  private static @Nullable Example example(
      Passage p, GoldPassages.Item item, int[][] local, FeatureBag bag) {
    CueWindow w = new CueWindow(p, item.head());
    int[] gold = GoldPassages.roles(p, w, item.gold());
    if (gold == null) {
      return null;
    }
    int n = w.size();
    int[][] own = new int[n][];
    int[][] relational = new int[n][];
    int[][] border = new int[n][];
    for (int i = 0; i < n; i++) {
      int t = w.begin() + i;
      if (local[t] == null) {
        SpanFeatures.local(p, t, bag);
        local[t] = bag.toArray();
      }
      own[i] = local[t];
      SpanFeatures.relational(w, t, bag);
      relational[i] = bag.toArray();
      SpanFeatures.border(w, t, bag);
      border[i] = bag.toArray();
    }
    return new Example(w.cue() - w.begin(), own, relational, border, gold);
  }

  /** One step; the loss before it, not finite if the gold roles cannot be had. */
  private double learn(Example e) {
    int n = e.gold.length;
    int width = roles.width();
    float[] sums = new float[n * width];
    float[] roleScores = new float[n * ROLES];
    float[] edgeScores = new float[n * EDGES];
    int[][] own = new int[n][];
    int[][] relational = new int[n][];
    int[][] border = new int[n][];
    for (int i = 0; i < n; i++) {
      own[i] = NetTrainer.drop(e.local[i], settings.drop(), random);
      relational[i] = NetTrainer.drop(e.relational[i], settings.drop(), random);
      border[i] = NetTrainer.drop(e.border[i], settings.drop(), random);
      roles.add(own[i], sums, i * width);
      roles.add(relational[i], sums, i * width);
      roles.finish(sums, i * width, roleScores, i * ROLES);
      borders.add(border[i], edgeScores, i * EDGES);
    }
    RoleLattice lattice = new RoleLattice(n, e.head, roleScores, edgeScores, moves);
    double loss = lattice.logTotal() - lattice.logScore(e.gold);
    if (!Double.isFinite(loss)) {
      return loss;
    }
    double[] roleCounts = new double[n * ROLES];
    double[] edgeCounts = new double[n * EDGES];
    double[] moveCounts = new double[RoleLattice.MOVES];
    lattice.expect(roleCounts, edgeCounts, moveCounts);
    lattice.count(e.gold, -1, roleCounts, edgeCounts, moveCounts);
    float[] slope = new float[ROLES];
    float[] edgeSlope = new float[EDGES];
    float[] sumSlope = new float[width];
    for (int i = 0; i < n; i++) {
      float most = 0;
      for (int r = 0; r < ROLES; r++) {
        slope[r] = (float) roleCounts[i * ROLES + r];
        most = Math.max(most, Math.abs(slope[r]));
      }
      if (most > 1e-3) {
        roles.back(sums, i * width, slope, 0, sumSlope);
        roles.step(own[i], sumSlope);
        roles.step(relational[i], sumSlope);
      }
      most = 0;
      for (int k = 0; k < EDGES; k++) {
        edgeSlope[k] = (float) edgeCounts[i * EDGES + k];
        most = Math.max(most, Math.abs(edgeSlope[k]));
      }
      if (most > 1e-3) {
        borders.step(border[i], edgeSlope);
      }
    }
    for (int m = 0; m < moves.length; m++) {
      float g = (float) moveCounts[m];
      if (g != 0) {
        moveSquares[m] += g * g;
        moves[m] -= settings.rate() * g / (float) Math.sqrt(moveSquares[m]);
      }
    }
    return loss;
  }
}
