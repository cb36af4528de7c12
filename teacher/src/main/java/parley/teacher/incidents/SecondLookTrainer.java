package parley.teacher.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import parley.extract.events.internal.FirstLook.Nets;
import parley.extract.events.internal.IncidentModel;
import parley.extract.events.internal.IncidentModel.Role;
import parley.extract.events.internal.IncidentModel.Thresholds;
import parley.extract.events.internal.Layer;
import parley.extract.events.internal.SecondLook;
import parley.teacher.learn.Regression;

/**
 * Trains the layers of the second look on first looks by nets that had not seen the text. What one
 * layer sees of another is by one that had not seen the text either.
 */
final class SecondLookTrainer {

  /** A first look with what is true, and the part of the corpus that it stands in. */
  record Seen(MucCorpus.Document document, SecondLook look, int fold) {

    boolean tells(int type) {
      return document.templates().containsKey(type);
    }
  }

  // Chosen by cross-validation over the training part.
  private static final double TYPE_DECAY = 20;
  private static final double ROLE_DECAY = 8;
  private static final double SPLIT_DECAY = 30;
  private static final int ROUNDS = 120;
  private static final Thresholds THRESHOLDS =
      new Thresholds(0.2f, 0.3f, new float[] {0.22f, 0.22f, 0.19f, 0.22f, 0.22f});

  /** Types with fewer reports keep what the first look says, those with fewer twice never split. */
  private static final int FEW = 80;

  private static final int FEW_SPLITS = 10;

  private static final int TYPES = IncidentModel.TYPES.size();

  private final List<Seen> all;

  SecondLookTrainer(List<Seen> all) {
    this.all = all;
  }

  IncidentModel train(Nets nets) {
    int[] folds = all.stream().mapToInt(Seen::fold).distinct().sorted().toArray();
    double[][] types = new double[all.size()][];
    for (int fold : folds) {
      List<Layer> layers = types(indices(fold, false));
      for (int i : indices(fold, true)) {
        types[i] = probabilities(layers, all.get(i).look);
      }
    }
    List<List<double[][]>> fills = new ArrayList<>();
    IntStream.range(0, all.size()).forEach(i -> fills.add(new ArrayList<>()));
    for (int fold : folds) {
      Layer layer = roles(indices(fold, false), types);
      for (int i : indices(fold, true)) {
        for (int t = 0; t < TYPES; t++) {
          fills.get(i).add(IncidentModel.fills(all.get(i).look, t, types[i], layer));
        }
      }
    }
    int[] every = IntStream.range(0, all.size()).toArray();
    return new IncidentModel(
        nets, types(every), roles(every, types), splits(every, fills), THRESHOLDS);
  }

  private int[] indices(int fold, boolean inside) {
    return IntStream.range(0, all.size()).filter(i -> all.get(i).fold == fold == inside).toArray();
  }

  private static double[] probabilities(List<Layer> layers, SecondLook look) {
    double[] p = new double[TYPES];
    for (int t = 0; t < TYPES; t++) {
      p[t] = layers.get(t).probability(look.ofType(t));
    }
    return p;
  }

  private List<Layer> types(int[] indices) {
    List<Layer> layers = new ArrayList<>();
    for (int t = 0; t < TYPES; t++) {
      int type = t;
      Dense dense = new Dense(1, false);
      int count = 0;
      for (int i : indices) {
        count += all.get(i).tells(type) ? 1 : 0;
        dense.add(all.get(i).look.ofType(type), all.get(i).tells(type) ? 1 : 0);
      }
      layers.add(count < FEW ? asBefore(dense.inputs()) : dense.fit(TYPE_DECAY));
    }
    return layers;
  }

  /** A layer that hands on what the first look says of the type. */
  private static Layer asBefore(int inputs) {
    float[] weights = new float[inputs + 1];
    weights[SecondLook.OWN_TYPE] = 1;
    return new Layer(1, weights);
  }

  private Layer roles(int[] indices, double[][] types) {
    Dense dense = new Dense(1 + Role.values().length, true);
    for (int i : indices) {
      Seen seen = all.get(i);
      for (Map.Entry<Integer, Map<Role, Set<String>>> template :
          seen.document.templates().entrySet()) {
        float[][] numbers = seen.look.ofFillers(template.getKey(), types[i]);
        for (int a = 0; a < numbers.length; a++) {
          String key = seen.look.look().fillers().get(a).key();
          dense.add(numbers[a], label(key, template.getValue()));
        }
      }
    }
    return dense.fit(ROLE_DECAY);
  }

  private static int label(String key, Map<Role, Set<String>> roles) {
    for (Role role : Role.values()) {
      if (roles.getOrDefault(role, Set.of()).contains(key)) {
        return 1 + role.ordinal();
      }
    }
    return 0;
  }

  private List<Layer> splits(int[] indices, List<List<double[][]>> fills) {
    List<Layer> layers = new ArrayList<>();
    for (int t = 0; t < TYPES; t++) {
      Dense dense = new Dense(1, false);
      int count = 0;
      for (int i : indices) {
        boolean twice = all.get(i).document.twice().contains(t);
        count += twice ? 1 : 0;
        dense.add(all.get(i).look.ofSplit(t, fills.get(i).get(t)), twice ? 1 : 0);
      }
      layers.add(count < FEW_SPLITS ? never(dense.inputs()) : dense.fit(SPLIT_DECAY));
    }
    return layers;
  }

  private static Layer never(int inputs) {
    float[] weights = new float[inputs + 1];
    weights[inputs] = -20;
    return new Layer(1, weights);
  }

  /** Examples of numbers, brought to one scale before they are fitted. */
  private static final class Dense {

    private final int outputs;
    private final boolean exclusive;
    private final List<float[]> rows = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();

    Dense(int outputs, boolean exclusive) {
      this.outputs = outputs;
      this.exclusive = exclusive;
    }

    void add(float[] numbers, int label) {
      rows.add(numbers);
      labels.add(label);
    }

    int inputs() {
      return rows.get(0).length;
    }

    Layer fit(double decay) {
      int n = inputs();
      double[] mean = new double[n];
      double[] spread = new double[n];
      for (float[] row : rows) {
        for (int k = 0; k < n; k++) {
          mean[k] += row[k] / rows.size();
        }
      }
      for (float[] row : rows) {
        for (int k = 0; k < n; k++) {
          spread[k] += (row[k] - mean[k]) * (row[k] - mean[k]) / rows.size();
        }
      }
      int[] every = IntStream.range(0, n).toArray();
      Regression regression = new Regression(n, outputs, exclusive);
      for (int e = 0; e < rows.size(); e++) {
        float[] scaled = new float[n];
        for (int k = 0; k < n; k++) {
          scaled[k] = (float) ((rows.get(e)[k] - mean[k]) / (Math.sqrt(spread[k]) + 1e-6));
        }
        regression.add(every, scaled, labels.get(e));
      }
      double[] fitted = regression.fit(decay, ROUNDS);
      float[] weights = new float[fitted.length];
      for (int o = 0; o < outputs; o++) {
        double bias = fitted[n * outputs + o];
        for (int k = 0; k < n; k++) {
          double weight = fitted[k * outputs + o] / (Math.sqrt(spread[k]) + 1e-6);
          weights[k * outputs + o] = (float) weight;
          bias -= weight * mean[k];
        }
        weights[n * outputs + o] = (float) bias;
      }
      return new Layer(outputs, weights);
    }
  }
}
