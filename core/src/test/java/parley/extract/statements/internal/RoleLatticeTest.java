package parley.extract.statements.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Checks the lattice against all ways written out, on windows small enough for that. */
class RoleLatticeTest {

  private static final long SEED = 20261122;
  private static final int ROLES = RoleLattice.ROLES;

  private static float[] scores(SplittableRandom random, int length) {
    float[] result = new float[length];
    for (int i = 0; i < length; i++) {
      result[i] = (float) (random.nextDouble() * 4 - 2);
    }
    return result;
  }

  private static int[] way(int number, int n) {
    int[] roles = new int[n];
    int rest = number;
    for (int i = 0; i < n; i++) {
      roles[i] = rest % ROLES;
      rest /= ROLES;
    }
    return roles;
  }

  @Test
  void totalBestAndExpectationsEqualThoseOfAllWaysWrittenOut() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 40; round++) {
      int n = 2 + random.nextInt(4);
      int head = random.nextInt(n);
      RoleLattice lattice =
          new RoleLattice(
              n,
              head,
              scores(random, n * ROLES),
              scores(random, n * ROLES * ROLES),
              scores(random, RoleLattice.MOVES));
      int ways = (int) Math.pow(ROLES, n);
      double total = 0;
      int[] best = new int[0];
      double bestScore = Double.NEGATIVE_INFINITY;
      for (int w = 0; w < ways; w++) {
        double score = lattice.logScore(way(w, n));
        total += Math.exp(score);
        if (score > bestScore) {
          bestScore = score;
          best = way(w, n);
        }
      }
      assertThat(lattice.logTotal()).as("seed %d", SEED).isCloseTo(Math.log(total), within(1e-6));
      assertThat(lattice.best()).containsExactly(best);
      List<RoleLattice.Way> offered = lattice.ways();
      double shares = 0;
      for (RoleLattice.Way offer : offered) {
        int kind = kind(offer.roles());
        double share = 0;
        for (int w = 0; w < ways; w++) {
          double score = lattice.logScore(way(w, n));
          if (kind(way(w, n)) == kind && score > Double.NEGATIVE_INFINITY) {
            share += Math.exp(score) / total;
            assertThat(score).isLessThanOrEqualTo(lattice.logScore(offer.roles()) + 1e-9);
          }
        }
        assertThat(offer.kindTotal()).as("seed %d", SEED).isCloseTo(share, within(1e-6));
        shares += share;
      }
      assertThat(shares).isLessThan(1 + 1e-6);
      assertThat(offered.stream().map(o -> kind(o.roles()))).doesNotHaveDuplicates();
      double[] roles = new double[n * ROLES];
      double[] edges = new double[n * ROLES * ROLES];
      double[] moves = new double[RoleLattice.MOVES];
      lattice.expect(roles, edges, moves);
      for (int w = 0; w < ways; w++) {
        double p = Math.exp(lattice.logScore(way(w, n))) / total;
        if (p > 0) {
          lattice.count(way(w, n), -p, roles, edges, moves);
        }
      }
      for (double[] counts : new double[][] {roles, edges, moves}) {
        for (double rest : counts) {
          assertThat(rest).as("seed %d", SEED).isCloseTo(0, within(1e-6));
        }
      }
    }
  }

  /** Whether a way has a source, and a second content. */
  private static int kind(int[] roles) {
    int contents = 0;
    boolean source = false;
    for (int i = 0; i < roles.length; i++) {
      source |= roles[i] == RoleLattice.SOURCE;
      boolean begins = i == 0 || roles[i - 1] != RoleLattice.CONTENT;
      contents += roles[i] == RoleLattice.CONTENT && begins ? 1 : 0;
    }
    return (source ? 2 : 0) + (contents > 1 ? 1 : 0);
  }

  @Test
  void cueIsOneRunAboutItsHeadAndSourceOneRun() {
    RoleLattice lattice =
        new RoleLattice(
            4, 1, new float[4 * ROLES], new float[4 * ROLES * ROLES], new float[RoleLattice.MOVES]);
    int o = RoleLattice.OTHER;
    int s = RoleLattice.SOURCE;
    int q = RoleLattice.CUE;
    int c = RoleLattice.CONTENT;
    assertThat(lattice.logScore(new int[] {s, q, c, c})).isFinite();
    assertThat(lattice.logScore(new int[] {q, q, q, c})).isFinite();
    assertThat(lattice.logScore(new int[] {s, q, s, c})).isInfinite();
    assertThat(lattice.logScore(new int[] {s, q, c, q})).isInfinite();
    assertThat(lattice.logScore(new int[] {s, c, c, c})).isInfinite();
    assertThat(lattice.logScore(new int[] {s, q, o, o})).as("no content").isInfinite();
  }

  @Test
  void windowOfTheCueAloneHasNoWay() {
    RoleLattice lattice =
        new RoleLattice(
            1, 0, new float[ROLES], new float[ROLES * ROLES], new float[RoleLattice.MOVES]);
    assertThat(lattice.best()).isEmpty();
  }
}
