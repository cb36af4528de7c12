package parley.extract.statements.internal;

import java.util.ArrayList;
import java.util.List;
import parley.learn.FeatureBag;
import parley.learn.FeatureNet;

/** Finds cues in a passage and gives each its source and content. */
public final class CandidateReader {

  private final FeatureNet cues;
  private final FeatureNet roles;
  private final FeatureNet borders;
  private final double[] moves;

  public CandidateReader(FeatureNet cues, FeatureNet roles, FeatureNet borders, float[] moves) {
    this.cues = cues;
    this.roles = roles;
    this.borders = borders;
    this.moves = RoleLattice.moveFactors(moves);
  }

  /**
   * Whether a token can be the head of a cue at all: any verb, other words if they are listed as
   * words of saying, thinking or wanting, colons and dashes.
   */
  public static boolean eligible(Passage p, int i) {
    char kind = p.token(i).tag().charAt(0);
    return kind == 'V' || p.manner[i] != 0 || p.word[i] == Words.COLON || Words.dash(p.word[i]);
  }

  /** A cue this likely is also read by the quotation marks beside it alone. */
  private static final double SURE = 0.5;

  /**
   * Candidates in text order.
   *
   * @param floor cues less likely than this are left out
   */
  public List<Candidate> read(Passage p, double floor) {
    FeatureBag bag = new FeatureBag();
    double[] likely = new double[p.size];
    float[] sum = new float[cues.width()];
    float[] score = new float[1];
    boolean any = false;
    for (int i = 0; i < p.size; i++) {
      if (!eligible(p, i)) {
        continue;
      }
      CueFeatures.fill(p, i, bag);
      java.util.Arrays.fill(sum, 0);
      cues.add(bag, sum, 0);
      cues.finish(sum, 0, score, 0);
      likely[i] = 1 / (1 + Math.exp(-score[0]));
      any |= likely[i] >= floor;
    }
    List<Candidate> result = new ArrayList<>();
    if (!any) {
      return result;
    }
    Local local = new Local(p);
    for (int i = 0; i < p.size; i++) {
      if (likely[i] >= floor) {
        candidates(p, i, likely[i], local, bag, result);
      }
    }
    return result;
  }

  /** Sums of the rows of local features, made once a token. */
  private final class Local {
    private final Passage passage;
    private final float[] sums;
    private final boolean[] made;

    Local(Passage p) {
      passage = p;
      sums = new float[p.size * roles.width()];
      made = new boolean[p.size];
    }

    void copy(int token, float[] to, FeatureBag bag) {
      int width = roles.width();
      if (!made[token]) {
        SpanFeatures.local(passage, token, bag);
        roles.add(bag, sums, token * width);
        made[token] = true;
      }
      System.arraycopy(sums, token * width, to, 0, width);
    }
  }

  private void candidates(
      Passage p, int head, double likely, Local local, FeatureBag bag, List<Candidate> result) {
    CueWindow w = new CueWindow(p, head);
    int n = w.size();
    float[] roleScores = new float[n * RoleLattice.ROLES];
    float[] edgeScores = new float[n * RoleLattice.ROLES * RoleLattice.ROLES];
    float[] sum = new float[roles.width()];
    for (int i = 0; i < n; i++) {
      local.copy(w.begin + i, sum, bag);
      SpanFeatures.relational(w, w.begin + i, bag);
      roles.add(bag, sum, 0);
      roles.finish(sum, 0, roleScores, i * RoleLattice.ROLES);
      SpanFeatures.border(w, w.begin + i, bag);
      int at = i * RoleLattice.ROLES * RoleLattice.ROLES;
      borders.add(bag, edgeScores, at);
    }
    RoleLattice lattice = new RoleLattice(n, head - w.begin, roleScores, edgeScores, moves);
    double logTotal = lattice.logTotal();
    int rank = 0;
    for (RoleLattice.Way way : lattice.ways()) {
      double probability = Math.exp(lattice.logScore(way.roles()) - logTotal);
      result.add(new Candidate(p, w, way.roles(), likely, probability, way.kindTotal(), rank++));
    }
    if (likely >= SURE) {
      Candidate beside = BesideQuotation.read(p, w, likely);
      if (beside != null) {
        result.add(beside);
      }
    }
  }
}
