package parley.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The CoNLL-2012 coreference scores: MUC (Vilain and others 1995), B-cubed (Bagga and Baldwin
 * 1998), CEAF by entities (Luo 2005), and the mean of their F1. Clusters of one mention are left
 * out on both sides. Documents are added up, as the CoNLL scorer does.
 */
final class CorefScore {

  private final double[] muc = new double[4];
  private final double[] bCubed = new double[4];
  private final double[] ceaf = new double[4];
  private final double[] mentions = new double[4];

  /** Adds one document; a mention is any object with equality. */
  void add(Collection<? extends Set<?>> gold, Collection<? extends Set<?>> found) {
    List<Set<?>> key = several(gold);
    List<Set<?>> response = several(found);
    Map<Object, Integer> inKey = index(key);
    Map<Object, Integer> inResponse = index(response);
    links(key, inResponse, muc, 0);
    links(response, inKey, muc, 2);
    overlap(key, response, inResponse, bCubed, 0);
    overlap(response, key, inKey, bCubed, 2);
    double similarity = similarity(key, response, inResponse);
    ceaf[0] += similarity;
    ceaf[1] += key.size();
    ceaf[2] += similarity;
    ceaf[3] += response.size();
    Set<Object> both = new HashSet<>(inKey.keySet());
    both.retainAll(inResponse.keySet());
    mentions[0] += both.size();
    mentions[1] += inKey.size();
    mentions[2] += both.size();
    mentions[3] += inResponse.size();
  }

  private static List<Set<?>> several(Collection<? extends Set<?>> clusters) {
    List<Set<?>> result = new ArrayList<>();
    for (Set<?> cluster : clusters) {
      if (cluster.size() > 1) {
        result.add(cluster);
      }
    }
    return result;
  }

  private static Map<Object, Integer> index(List<Set<?>> clusters) {
    Map<Object, Integer> index = new HashMap<>();
    for (int i = 0; i < clusters.size(); i++) {
      for (Object mention : clusters.get(i)) {
        index.put(mention, i);
      }
    }
    return index;
  }

  /** A cluster of n mentions has n - 1 links; it keeps those within one cluster of the others. */
  private static void links(
      List<Set<?>> clusters, Map<Object, Integer> other, double[] sums, int at) {
    for (Set<?> cluster : clusters) {
      Set<Integer> parts = new HashSet<>();
      int alone = 0;
      for (Object mention : cluster) {
        Integer part = other.get(mention);
        if (part == null) {
          alone++;
        } else {
          parts.add(part);
        }
      }
      sums[at] += cluster.size() - (parts.size() + alone);
      sums[at + 1] += cluster.size() - 1;
    }
  }

  private static void overlap(
      List<Set<?>> clusters,
      List<Set<?>> others,
      Map<Object, Integer> inOther,
      double[] sums,
      int at) {
    for (Set<?> cluster : clusters) {
      for (Object mention : cluster) {
        Integer other = inOther.get(mention);
        if (other != null) {
          Set<Object> common = new HashSet<>(cluster);
          common.retainAll(others.get(other));
          sums[at] += (double) common.size() / cluster.size();
        }
        sums[at + 1]++;
      }
    }
  }

  /** The best one-to-one mapping of clusters by 2 |K and R| / (|K| + |R|). */
  private static double similarity(
      List<Set<?>> key, List<Set<?>> response, Map<Object, Integer> inResponse) {
    int n = Math.max(key.size(), response.size());
    double[][] phi = new double[n][n];
    for (int k = 0; k < key.size(); k++) {
      for (Object mention : key.get(k)) {
        Integer r = inResponse.get(mention);
        if (r != null) {
          phi[k][r] += 2.0 / (key.get(k).size() + response.get(r).size());
        }
      }
    }
    return Assignment.best(phi);
  }

  private static double f1(double[] sums) {
    double recall = sums[1] == 0 ? 0 : sums[0] / sums[1];
    double precision = sums[3] == 0 ? 0 : sums[2] / sums[3];
    return recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision);
  }

  double mucF1() {
    return f1(muc);
  }

  double bCubedF1() {
    return f1(bCubed);
  }

  double ceafF1() {
    return f1(ceaf);
  }

  double mentionF1() {
    return f1(mentions);
  }

  /** The mean of the three, by which CoNLL-2012 ranked systems. */
  double conll() {
    return (mucF1() + bCubedF1() + ceafF1()) / 3;
  }
}
