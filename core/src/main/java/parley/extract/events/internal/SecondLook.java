package parley.extract.events.internal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import parley.extract.events.internal.Filler.Occurrence;
import parley.extract.events.internal.IncidentModel.Role;

/**
 * What the second layers see: the first look's types and phrases beside each other, as numbers.
 * Probabilities stand as log odds.
 */
public final class SecondLook {

  /** Which of the numbers of {@link #ofType} is the first look's odds of the type itself. */
  public static final int OWN_TYPE = 1 + 2 * Role.values().length + IncidentModel.TYPES.size();

  private static final int ROLES = Role.values().length;
  private static final double SURE = 1e-4;
  private static final double SOME = 0.05;

  private final FirstLook look;
  private final int size;

  /** Of each sentence and role the likeliest phrase's probability. */
  private final double[][] ofSentence;

  /** Of each sentence how likely its incidents are of each type. */
  private final double[][] kindOfSentence;

  /** Of each phrase and role the best of the phrases that share its words, and their sum. */
  private final double[][] rival;

  private final double[][] rivals;

  /** Of each phrase and role the best of the other phrases in its first sentence. */
  private final double[][] beside;

  private final double[] sum = new double[ROLES];
  private final double[] best = new double[ROLES];
  private final int[][] rank;

  public SecondLook(FirstLook look) {
    this.look = look;
    size = look.fillers().size();
    ofSentence = new double[look.sentences()][ROLES];
    kindOfSentence = new double[look.sentences()][look.types().length];
    rival = new double[size][ROLES];
    rivals = new double[size][ROLES];
    beside = new double[size][ROLES];
    for (double[] p : look.roles()) {
      for (int r = 0; r < ROLES; r++) {
        sum[r] += p[r];
        best[r] = Math.max(best[r], p[r]);
      }
    }
    rank = ranks(look.roles());
    sentences();
    neighbours();
  }

  public FirstLook look() {
    return look;
  }

  private void sentences() {
    int types = look.types().length;
    double[] usual = new double[types];
    for (double[] kind : look.kinds()) {
      for (int t = 0; t < types; t++) {
        usual[t] += kind[t] / size;
      }
    }
    double[] weight = new double[ofSentence.length];
    for (int a = 0; a < size; a++) {
      double[] p = look.roles()[a];
      double all = Arrays.stream(p).sum();
      for (int s : sentencesOf(a)) {
        weight[s] += all;
        for (int r = 0; r < ROLES; r++) {
          ofSentence[s][r] = Math.max(ofSentence[s][r], p[r]);
        }
        for (int t = 0; t < types; t++) {
          kindOfSentence[s][t] += all * look.kinds()[a][t];
        }
      }
    }
    for (int s = 0; s < weight.length; s++) {
      for (int t = 0; t < types; t++) {
        kindOfSentence[s][t] = (kindOfSentence[s][t] + SOME * usual[t]) / (weight[s] + SOME);
      }
    }
  }

  private void neighbours() {
    List<Set<String>> words = look.fillers().stream().map(f -> wordsOf(f)).toList();
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        if (a == b) {
          continue;
        }
        double[] p = look.roles()[b];
        int common = common(words.get(a), words.get(b));
        boolean sharing = common * 2 >= Math.min(words.get(a).size(), words.get(b).size());
        boolean near = common == 0 && first(a) == first(b);
        for (int r = 0; r < ROLES; r++) {
          if (sharing) {
            rival[a][r] = Math.max(rival[a][r], p[r]);
            rivals[a][r] += p[r];
          }
          if (near) {
            beside[a][r] = Math.max(beside[a][r], p[r]);
          }
        }
      }
    }
  }

  /** The words of a phrase's key that tell it from others. */
  static Set<String> wordsOf(Filler filler) {
    Set<String> words = new HashSet<>(List.of(filler.key().split(" ")));
    words.remove("of");
    return words;
  }

  /** Whether two phrases share half of the shorter one's words: ways to name one thing. */
  static boolean sharing(Set<String> a, Set<String> b) {
    return common(a, b) * 2 >= Math.min(a.size(), b.size());
  }

  private static int common(Set<String> a, Set<String> b) {
    int common = 0;
    for (String word : a) {
      common += b.contains(word) ? 1 : 0;
    }
    return common;
  }

  private int first(int filler) {
    return look.fillers().get(filler).occurrences().get(0).sentence();
  }

  private int[] sentencesOf(int filler) {
    return look.fillers().get(filler).occurrences().stream()
        .mapToInt(Occurrence::sentence)
        .distinct()
        .toArray();
  }

  /** For the probability that the report tells of an incident of a type. */
  public float[] ofType(int type) {
    Numbers numbers = new Numbers();
    numbers.add(Math.log(1 + look.tokens()));
    for (int r = 0; r < ROLES; r++) {
      numbers.odds(best[r]);
    }
    for (int r = 0; r < ROLES; r++) {
      numbers.add(Math.log(SOME + sum[r]));
    }
    for (double t : look.types()) {
      numbers.odds(t);
    }
    numbers.odds(look.types()[type]);
    double all = 0;
    double none = 1;
    for (int r = 0; r < ROLES; r++) {
      double top = 0;
      double sum = 0;
      for (int a = 0; a < size; a++) {
        double p = look.roles()[a][r] * look.kinds()[a][type];
        top = Math.max(top, p);
        sum += p;
      }
      all += sum;
      numbers.odds(top);
      numbers.add(Math.log(SOME + sum));
    }
    for (int a = 0; a < size; a++) {
      none *= 1 - Math.min(0.999, Arrays.stream(look.roles()[a]).sum() * look.kinds()[a][type]);
    }
    numbers.add(Math.log(SOME + all));
    numbers.odds(1 - none);
    return numbers.toArray();
  }

  /**
   * For the role of each phrase in an incident of a type, if the report tells of one.
   *
   * @param types probability of each type, as seen by now
   */
  public float[][] ofFillers(int type, double[] types) {
    double[][] typed = new double[size][ROLES];
    double[] bestTyped = new double[ROLES];
    for (int a = 0; a < size; a++) {
      for (int r = 0; r < ROLES; r++) {
        typed[a][r] = look.roles()[a][r] * look.kinds()[a][type];
        bestTyped[r] = Math.max(bestTyped[r], typed[a][r]);
      }
    }
    int[][] rankTyped = ranks(typed);
    float[][] result = new float[size][];
    for (int a = 0; a < size; a++) {
      Numbers numbers = new Numbers();
      Filler filler = look.fillers().get(a);
      int s = first(a);
      numbers.odds(look.roles()[a]);
      numbers.odds(look.kinds()[a][type]);
      numbers.odds(Arrays.stream(look.kinds()[a]).max().orElse(0));
      numbers.odds(rival[a]);
      for (double p : rivals[a]) {
        numbers.add(Math.log(SOME + p));
      }
      numbers.odds(beside[a]);
      numbers.odds(s > 0 ? ofSentence[s - 1] : new double[ROLES]);
      numbers.odds(s + 1 < ofSentence.length ? ofSentence[s + 1] : new double[ROLES]);
      numbers.odds(best);
      for (double p : sum) {
        numbers.add(Math.log(SOME + p));
      }
      for (int r = 0; r < ROLES; r++) {
        numbers.add(1.0 / (1 + rank[a][r]));
      }
      for (int r = 0; r < ROLES; r++) {
        numbers.add(1.0 / (1 + rankTyped[a][r]));
      }
      numbers.odds(bestTyped);
      double kind =
          Arrays.stream(sentencesOf(a)).mapToDouble(i -> kindOfSentence[i][type]).max().orElse(0);
      numbers.odds(kind);
      numbers.odds(kindOfSentence[s][type]);
      numbers.odds(types[type]);
      numbers.odds(types);
      numbers.add(Math.log(1 + s));
      numbers.add((double) s / look.sentences());
      numbers.add(Math.log(filler.occurrences().size()));
      numbers.add(Math.log(filler.key().split(" ").length));
      numbers.add(filler.occurrences().get(0).whole() ? 1 : 0);
      for (int t = 0; t < types.length; t++) {
        numbers.add(t == type ? 1 : 0);
      }
      result[a] = numbers.toArray();
    }
    return result;
  }

  /**
   * For the probability that the report tells of two incidents of a type.
   *
   * @param fills of each phrase and role the probability that it fills it, and that the type is
   *     there
   */
  public float[] ofSplit(int type, double[][] fills) {
    Numbers numbers = new Numbers();
    for (float v : ofType(type)) {
      numbers.add(v);
    }
    for (int r = 0; r < ROLES; r++) {
      int role = r;
      int[] likely = IntStream.range(0, size).filter(a -> fills[a][role] > 0.15).toArray();
      int[] sentences = Arrays.stream(likely).map(this::first).distinct().sorted().toArray();
      int span = likely.length == 0 ? 0 : sentences[sentences.length - 1] - sentences[0];
      numbers.add(Math.log(1 + likely.length));
      numbers.add(Math.log(1 + sentences.length));
      numbers.add(Math.log(1 + span));
      double[] sorted = Arrays.stream(fills).mapToDouble(p -> p[role]).sorted().toArray();
      for (int k = 2; k <= 4; k++) {
        numbers.add(sorted.length < k ? 0 : sorted[sorted.length - k]);
      }
    }
    return numbers.toArray();
  }

  /** Of each phrase and role how many phrases are likelier there. */
  private static int[][] ranks(double[][] p) {
    int[][] ranks = new int[p.length][ROLES];
    for (int r = 0; r < ROLES; r++) {
      int role = r;
      Integer[] order = IntStream.range(0, p.length).boxed().toArray(Integer[]::new);
      Arrays.sort(order, (a, b) -> Double.compare(p[b][role], p[a][role]));
      for (int k = 0; k < order.length; k++) {
        ranks[order[k]][r] = k;
      }
    }
    return ranks;
  }

  /** A growing row of numbers. */
  private static final class Numbers {

    private float[] values = new float[96];
    private int size;

    void add(double value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = (float) value;
    }

    void odds(double... probabilities) {
      for (double p : probabilities) {
        double inside = Math.min(1 - SURE, Math.max(SURE, p));
        add(Math.log(inside / (1 - inside)));
      }
    }

    float[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}
