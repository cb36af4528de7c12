package parley.extract.positions.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import parley.codebook.Codebook;
import parley.learn.FeatureBag;

/** Finds the clauses that state positions, with stance and issue. */
public final class Detector {

  /** Clauses that share more of their words than this are two readings of one. */
  static final double SAME = 0.25;

  private final Lexicon lexicon;
  private final PositionModel model;
  private final boolean issuesLearnt;

  public Detector(Lexicon lexicon, PositionModel model) {
    this.lexicon = lexicon;
    this.model = model;
    issuesLearnt = lexicon.codebook().issueCodes().equals(model.issues());
  }

  /** In text order. */
  public List<Detection> detect(Context context) {
    List<FirstLook> looks = look(context);
    SecondLook second = new SecondLook(looks);
    List<Detection> result = new ArrayList<>();
    List<Detection> found = new ArrayList<>();
    float[] around = new float[SecondLook.INPUTS];
    for (int i = 0; i < looks.size(); i++) {
      Candidate c = looks.get(i).clause();
      if (i > 0 && looks.get(i - 1).clause().view() != c.view()) {
        result.addAll(best(found));
        found.clear();
      }
      second.of(i, around);
      double[] p = model.again(looks.get(i).stances(), around);
      boolean plain = Terms.isConditionalRefusal(c.view(), c.head());
      if (1 - p[0] >= (plain ? model.threshold() / 2 : model.threshold())) {
        int best = likeliest(p, 1);
        found.add(new Detection(c, best - 1, 1 - p[0], p[best] / (1 - p[0]), -1));
      }
    }
    result.addAll(best(found));
    return withIssues(context, result);
  }

  /** Every clause of a report with what its own words tell. */
  public List<FirstLook> look(Context context) {
    List<FirstLook> looks = new ArrayList<>();
    FeatureBag features = new FeatureBag();
    float[] vectors = new float[ClauseVectors.length()];
    for (SentenceView view : context.views()) {
      for (Candidate c : CandidateFinder.find(view)) {
        PositionFeatures.of(context, c, features);
        looks.add(new FirstLook(c, model.stances(features, context, c, vectors)));
      }
    }
    return looks;
  }

  private List<Detection> withIssues(Context context, List<Detection> detections) {
    FeatureBag features = new FeatureBag();
    float[] vectors = new float[ClauseVectors.length()];
    List<Detection> result = new ArrayList<>();
    for (Detection d : detections) {
      int issue = issue(context, d, features, vectors);
      result.add(
          new Detection(d.clause(), d.stance(), d.probability(), d.stanceProbability(), issue));
    }
    return result;
  }

  /** Of readings of one clause the likeliest. */
  private static List<Detection> best(List<Detection> found) {
    found.sort(Comparator.comparingDouble(Detection::probability).reversed());
    List<Detection> kept = new ArrayList<>();
    for (Detection d : found) {
      if (kept.stream().noneMatch(k -> overlap(k.clause(), d.clause()) >= SAME)) {
        kept.add(d);
      }
    }
    kept.sort(Comparator.comparingInt((Detection d) -> d.clause().begin()));
    return kept;
  }

  static double overlap(Candidate a, Candidate b) {
    int shared = Math.min(a.end(), b.end()) - Math.max(a.begin(), b.begin());
    int all = Math.max(a.end(), b.end()) - Math.min(a.begin(), b.begin());
    return shared <= 0 ? 0 : (double) shared / all;
  }

  private int issue(Context context, Detection d, FeatureBag features, float[] vectors) {
    if (!issuesLearnt) {
      return byTriggers(context, d.clause());
    }
    IssueFeatures.of(context, d.clause(), d.stance(), features);
    context.vectors().of(d.clause(), vectors);
    double[] p = model.issues(features, vectors);
    return likeliest(p, 0);
  }

  /** For a codebook that nothing was learnt of: the issue whose triggers stand nearest. */
  private int byTriggers(Context context, Candidate c) {
    Codebook codebook = lexicon.codebook();
    double[] score = new double[codebook.issues().size()];
    SentenceView view = c.view();
    IssueFeatures.weigh(context.issues(view), c.begin(), c.end(), c.head(), 4, score);
    IssueFeatures.weigh(context.issues(view), 0, view.size(), c.head(), 1, score);
    for (int d = 1; d <= 2 && view.index() >= d; d++) {
      SentenceView before = context.views().get(view.index() - d);
      IssueFeatures.weigh(context.issues(before), 0, before.size(), -1, 0.25, score);
    }
    int best = codebook.issueCodes().indexOf(Codebook.OTHER);
    for (int k = 0; k < score.length; k++) {
      best = score[k] > score[best] ? k : best;
    }
    return best;
  }

  /** Index of the greatest from {@code first} on, the first of equals. */
  private static int likeliest(double[] p, int first) {
    int best = first;
    for (int k = first + 1; k < p.length; k++) {
      best = p[k] > p[best] ? k : best;
    }
    return best;
  }
}
