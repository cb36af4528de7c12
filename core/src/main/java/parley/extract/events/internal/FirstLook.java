package parley.extract.events.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import parley.language.AnalysedReport;
import parley.learn.FeatureBag;
import parley.learn.FeatureTable;
import parley.learn.Softmax;

/**
 * What the nets make of a report, each type and each phrase taken by itself.
 *
 * @param sentences how many the report has
 * @param tokens how many the report has
 * @param types probability of each of {@link IncidentModel#TYPES}
 * @param fillers phrases that may fill a role, in text order
 * @param roles of each filler the probability of each {@link IncidentModel.Role}
 * @param kinds of each filler how likely its incident is of each type, if it fills a role
 */
public record FirstLook(
    int sentences,
    int tokens,
    double[] types,
    List<Filler> fillers,
    double[][] roles,
    double[][] kinds) {

  /** Least probability of its likeliest role with which a phrase is looked at again. */
  private static final double LEAST = 0.015;

  /** Phrases that are looked at again at most: bounds the work, which grows by their square. */
  private static final int MOST = 300;

  /**
   * The nets of the first look.
   *
   * @param types one output for each of {@link IncidentModel#TYPES}, each for itself
   * @param roles one output for "no role", then one for each {@link IncidentModel.Role}
   * @param kinds one output for each of {@link IncidentModel#TYPES}, adding up to 1
   */
  public record Nets(FeatureTable types, FeatureTable roles, FeatureTable kinds) {}

  /**
   * Looks at a report.
   *
   * @param gate if no type is as likely, no phrase is looked at
   */
  static FirstLook of(AnalysedReport report, Nets nets, double gate) {
    ReportWords words = new ReportWords(report);
    FeatureBag bag = new FeatureBag();
    ReportFeatures.of(words, bag);
    float[] scores = nets.types.scores(bag, share(bag));
    double[] types = new double[scores.length];
    for (int t = 0; t < types.length; t++) {
      types[t] = 1 / (1 + Math.exp(-scores[t]));
    }
    int tokens = report.sentences().stream().mapToInt(s -> s.size()).sum();
    List<Filler> kept = new ArrayList<>();
    List<double[]> roles = new ArrayList<>();
    List<double[]> kinds = new ArrayList<>();
    if (Arrays.stream(types).max().orElse(0) >= gate) {
      PhraseFeatures features = new PhraseFeatures(words);
      for (Filler filler : FillerFinder.find(report)) {
        features.of(filler, bag);
        double[] p = Softmax.of(nets.roles.scores(bag, 1));
        if (Arrays.stream(p, 1, p.length).max().orElse(0) >= LEAST) {
          kept.add(filler);
          roles.add(Arrays.copyOfRange(p, 1, p.length));
          features.addSentences(filler, bag);
          kinds.add(Softmax.of(nets.kinds.scores(bag, 1)));
        }
      }
    }
    int[] likeliest = likeliest(roles);
    return new FirstLook(
        report.sentences().size(),
        tokens,
        types,
        Arrays.stream(likeliest).mapToObj(kept::get).toList(),
        Arrays.stream(likeliest).mapToObj(roles::get).toArray(double[][]::new),
        Arrays.stream(likeliest).mapToObj(kinds::get).toArray(double[][]::new));
  }

  /** What each feature of a whole report counts: reports of any length weigh alike. */
  public static float share(FeatureBag bag) {
    return (float) (1 / Math.sqrt(Math.max(1, bag.size())));
  }

  private static int[] likeliest(List<double[]> roles) {
    return IntStream.range(0, roles.size())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Arrays.stream(roles.get(i)).max().orElse(0)))
        .limit(MOST)
        .mapToInt(i -> i)
        .sorted()
        .toArray();
  }
}
