package parley.extract.events.internal;

import java.io.BufferedInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.language.AnalysedReport;
import parley.learn.FeatureBag;
import parley.learn.FeatureNet;
import parley.learn.Softmax;

/**
 * The trained weights of the incidents' room, and what they say of a report.
 *
 * @param types one output for each of {@link #TYPES}
 * @param roles one output for "no role", then one for each {@link Role}
 * @param typeThreshold least probability of a type
 * @param roleThreshold least probability of a role, once it is multiplied by the root of the
 *     incident's: a phrase of an incident that is doubtful must itself be surer
 */
public record IncidentModel(
    FeatureNet types, FeatureNet roles, float typeThreshold, float roleThreshold) {

  /** Incident types of MUC-3 and MUC-4, in the order of the model's outputs. */
  public static final List<String> TYPES =
      List.of("ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY", "FORCED WORK STOPPAGE");

  /** What a phrase is in an incident, in the order of the model's outputs after "none". */
  public enum Role {
    PERPETRATOR_INDIVIDUAL,
    PERPETRATOR_ORGANIZATION,
    TARGET,
    VICTIM,
    WEAPON
  }

  /** One incident as the model sees it, fillers by falling probability. */
  public record Draft(String type, double probability, Map<Role, List<Filled>> fillers) {}

  /** A phrase in its role. */
  public record Filled(Filler filler, double probability) {}

  /** Phrases of one role that are kept; no incident has more that are worth telling apart. */
  private static final int MOST_FILLERS = 12;

  private static final int MAGIC = 0x50494e31;
  private static final String RESOURCE = "incidents.model";

  private static final class Shipped {
    static final IncidentModel MODEL = load();

    private static IncidentModel load() {
      try (InputStream in = IncidentModel.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException("resource " + RESOURCE + " is missing from the jar");
        }
        return read(new DataInputStream(new BufferedInputStream(in, 1 << 16)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The model that ships, loaded when first asked for. */
  public static IncidentModel shipped() {
    return Shipped.MODEL;
  }

  /** The incidents of a report, one for each type that it tells of. */
  public List<Draft> read(AnalysedReport report) {
    IncidentFeatures features = new IncidentFeatures(report);
    FeatureBag bag = new FeatureBag();
    features.ofReport(bag);
    float[] typeScores = types.scores(bag);
    List<Draft> drafts = new ArrayList<>();
    List<Filler> fillers = null;
    for (int t = 0; t < TYPES.size(); t++) {
      double probability = 1 / (1 + Math.exp(-typeScores[t]));
      if (probability < typeThreshold) {
        continue;
      }
      if (fillers == null) {
        fillers = FillerFinder.find(report);
      }
      drafts.add(new Draft(TYPES.get(t), probability, roles(features, fillers, t, probability, bag)));
    }
    return drafts;
  }

  private Map<Role, List<Filled>> roles(
      IncidentFeatures features,
      List<Filler> fillers,
      int type,
      double typeProbability,
      FeatureBag bag) {
    double least = roleThreshold / Math.sqrt(typeProbability);
    Map<Role, List<Filled>> found = new EnumMap<>(Role.class);
    for (Filler filler : fillers) {
      features.ofFiller(filler, type, bag);
      double[] p = Softmax.of(roles.scores(bag));
      for (Role role : Role.values()) {
        double probability = p[1 + role.ordinal()];
        if (probability >= least) {
          found.computeIfAbsent(role, r -> new ArrayList<>()).add(new Filled(filler, probability));
        }
      }
    }
    found.replaceAll((role, list) -> best(list));
    return found;
  }

  /** Of phrases that share words (one actor named in several ways) the likeliest alone. */
  private static List<Filled> best(List<Filled> list) {
    list.sort(
        Comparator.comparingDouble((Filled f) -> -f.probability())
            .thenComparing(f -> f.filler().key()));
    List<Filled> kept = new ArrayList<>();
    List<Set<String>> words = new ArrayList<>();
    for (Filled f : list) {
      if (kept.size() == MOST_FILLERS) {
        break;
      }
      Set<String> own = new HashSet<>(List.of(f.filler().key().split(" ")));
      own.remove("of");
      if (words.stream().noneMatch(w -> shares(w, own))) {
        kept.add(f);
        words.add(own);
      }
    }
    return kept;
  }

  private static boolean shares(Set<String> a, Set<String> b) {
    Set<String> common = new HashSet<>(a);
    common.retainAll(b);
    return common.size() * 2 >= Math.min(a.size(), b.size());
  }

  public void write(DataOutput out) throws IOException {
    out.writeInt(MAGIC);
    out.writeFloat(typeThreshold);
    out.writeFloat(roleThreshold);
    types.write(out);
    roles.write(out);
  }

  /**
   * What {@link #write} wrote.
   *
   * @throws IOException if it is not a model of this version
   */
  public static IncidentModel read(DataInput in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("not a model of incidents, or of another version");
    }
    float typeThreshold = in.readFloat();
    float roleThreshold = in.readFloat();
    return new IncidentModel(
        FeatureNet.read(in), FeatureNet.read(in), typeThreshold, roleThreshold);
  }
}
