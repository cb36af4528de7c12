package parley.extract.events.internal;

import java.io.BufferedInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import parley.language.AnalysedReport;
import parley.learn.FeatureTable;
import parley.learn.Softmax;

/**
 * The trained weights of the incidents' room, and what they say of a report. A first look takes
 * each type and each phrase by itself, a second one beside each other; then what is likely enough
 * is kept.
 *
 * @param nets of the first look
 * @param types for each of {@link #TYPES} a layer over {@link SecondLook#ofType}
 * @param roles over {@link SecondLook#ofFillers}: one output for "no role", one for each role
 * @param splits for each of {@link #TYPES} a layer over {@link SecondLook#ofSplit}
 * @param thresholds what is likely enough
 */
public record IncidentModel(
    FirstLook.Nets nets,
    List<Layer> types,
    Layer roles,
    List<Layer> splits,
    Thresholds thresholds) {

  /**
   * Incident types of MUC-3 and MUC-4, in the order of the model's outputs. The sixth, forced work
   * stoppage, has four examples, too few to learn from.
   */
  public static final List<String> TYPES =
      List.of("ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY");

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

  /** A phrase in its role; the probability is that of the incident and of the role together. */
  public record Filled(Filler filler, double probability) {}

  /**
   * Least probabilities.
   *
   * @param type of an incident
   * @param split of a second incident of the type
   * @param roles of a phrase, by role
   */
  public record Thresholds(float type, float split, float[] roles) {}

  /** No phrase is looked at in a report in which no type is as likely at first sight. */
  private static final double GATE = 0.06;

  /** Phrases of one role that are kept; no incident has more that are worth telling apart. */
  private static final int MOST_FILLERS = 12;

  private static final int MAGIC = 0x50494e32;
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

  /** The first look at a report, as training needs it: whatever its types. */
  public static FirstLook look(AnalysedReport report, FirstLook.Nets nets) {
    return FirstLook.of(report, nets, 0);
  }

  /** The incidents of a report, one or two for each type that it tells of. */
  public List<Draft> read(AnalysedReport report) {
    FirstLook look = FirstLook.of(report, nets, GATE);
    return look.fillers().isEmpty() && Arrays.stream(look.types()).max().orElse(0) < GATE
        ? List.of()
        : read(look);
  }

  /** The incidents that the first look lets see. */
  public List<Draft> read(FirstLook first) {
    SecondLook second = new SecondLook(first);
    double[] probabilities = new double[TYPES.size()];
    for (int t = 0; t < probabilities.length; t++) {
      probabilities[t] = types.get(t).probability(second.ofType(t));
    }
    List<Draft> drafts = new ArrayList<>();
    for (int t = 0; t < probabilities.length; t++) {
      if (probabilities[t] < thresholds.type) {
        continue;
      }
      double[][] fills = fills(second, t, probabilities, roles);
      Draft draft = new Draft(TYPES.get(t), probabilities[t], kept(first, fills));
      boolean two = splits.get(t).probability(second.ofSplit(t, fills)) >= thresholds.split;
      int cut = two ? cut(draft) : 0;
      if (cut == 0) {
        drafts.add(draft);
      } else {
        drafts.add(part(draft, 0, cut));
        drafts.add(part(draft, cut, Integer.MAX_VALUE));
      }
    }
    return drafts;
  }

  /** Of each phrase and role the probability that the type is there and it fills the role. */
  public static double[][] fills(SecondLook second, int type, double[] types, Layer roles) {
    float[][] numbers = second.ofFillers(type, types);
    double[][] fills = new double[numbers.length][];
    for (int a = 0; a < fills.length; a++) {
      double[] p = Softmax.of(roles.scores(numbers[a]));
      fills[a] = Arrays.stream(p, 1, p.length).map(q -> q * types[type]).toArray();
    }
    return fills;
  }

  private Map<Role, List<Filled>> kept(FirstLook first, double[][] fills) {
    Map<Role, List<Filled>> found = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      List<Filled> list = new ArrayList<>();
      for (int a = 0; a < fills.length; a++) {
        double p = fills[a][role.ordinal()];
        if (p >= thresholds.roles[role.ordinal()]) {
          list.add(new Filled(first.fillers().get(a), p));
        }
      }
      if (!list.isEmpty()) {
        found.put(role, best(list));
      }
    }
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
      Set<String> own = SecondLook.wordsOf(f.filler());
      if (words.stream().noneMatch(w -> SecondLook.sharing(w, own))) {
        kept.add(f);
        words.add(own);
      }
    }
    return kept;
  }

  /**
   * The sentence with which the second of two incidents begins: that after the widest gap between
   * those that name targets or victims; 0 if one sentence at most does.
   */
  private static int cut(Draft draft) {
    int[] sentences =
        Stream.of(Role.TARGET, Role.VICTIM)
            .flatMap(role -> draft.fillers.getOrDefault(role, List.of()).stream())
            .mapToInt(filled -> filled.filler.occurrences().get(0).sentence())
            .distinct()
            .sorted()
            .toArray();
    int cut = 0;
    int widest = 0;
    for (int k = 1; k < sentences.length; k++) {
      if (sentences[k] - sentences[k - 1] > widest) {
        widest = sentences[k] - sentences[k - 1];
        cut = sentences[k];
      }
    }
    return cut;
  }

  /** What a part of the report tells: targets and victims first named there, others named there. */
  private static Draft part(Draft draft, int begin, int end) {
    Map<Role, List<Filled>> fillers = new EnumMap<>(Role.class);
    draft.fillers.forEach(
        (role, list) -> {
          boolean once = role == Role.TARGET || role == Role.VICTIM;
          List<Filled> own =
              list.stream()
                  .filter(
                      f ->
                          f.filler.occurrences().stream()
                              .limit(once ? 1 : Integer.MAX_VALUE)
                              .anyMatch(o -> o.sentence() >= begin && o.sentence() < end))
                  .toList();
          if (!own.isEmpty()) {
            fillers.put(role, own);
          }
        });
    return new Draft(draft.type, draft.probability, fillers);
  }

  public void write(DataOutput out) throws IOException {
    out.writeInt(MAGIC);
    out.writeFloat(thresholds.type);
    out.writeFloat(thresholds.split);
    for (float threshold : thresholds.roles) {
      out.writeFloat(threshold);
    }
    nets.types().write(out);
    nets.roles().write(out);
    nets.kinds().write(out);
    for (Layer layer : types) {
      layer.write(out);
    }
    roles.write(out);
    for (Layer layer : splits) {
      layer.write(out);
    }
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
    float type = in.readFloat();
    float split = in.readFloat();
    float[] least = new float[Role.values().length];
    for (int r = 0; r < least.length; r++) {
      least[r] = in.readFloat();
    }
    FirstLook.Nets nets =
        new FirstLook.Nets(FeatureTable.read(in), FeatureTable.read(in), FeatureTable.read(in));
    List<Layer> types = layers(in);
    Layer roles = Layer.read(in);
    return new IncidentModel(nets, types, roles, layers(in), new Thresholds(type, split, least));
  }

  private static List<Layer> layers(DataInput in) throws IOException {
    List<Layer> layers = new ArrayList<>();
    for (int t = 0; t < TYPES.size(); t++) {
      layers.add(Layer.read(in));
    }
    return layers;
  }
}
