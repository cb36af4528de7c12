package parley.teacher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.language.internal.Hash;

/**
 * Groups words by the words that stand before and after them: the exchange algorithm on the
 * likelihood of neighbours given the class (Martin, Liermann, Ney 1998; one-sided counts as in
 * Uszkoreit and Brants 2008, for both sides).
 */
final class ClusterTrainer {

  private static final int LEAST = 4;

  private final int classes;
  private final int words;
  private final int[] counts;

  /** For each word its neighbours: number of the context, count, in pairs. */
  private final int[][] contexts;

  /** Count of each context with each class. */
  private final int[][] joint;

  private final long[] classCount;
  private final int[] classOf;
  private final double[] logs = new double[1 << 16];

  private ClusterTrainer(int classes, int[] counts, int[][] contexts, int contextCount) {
    this.classes = classes;
    this.words = counts.length;
    this.counts = counts;
    this.contexts = contexts;
    joint = new int[contextCount][classes];
    classCount = new long[classes];
    classOf = new int[words];
    for (int i = 1; i < logs.length; i++) {
      logs[i] = i * Math.log(i);
    }
  }

  /**
   * @return for each word ({@link Hash#ofLower}) its class, from 1
   */
  static Map<Integer, Integer> train(List<Corpus.Example> examples, int classes, int rounds) {
    Map<Integer, int[]> frequency = new TreeMap<>();
    List<int[]> sentences = new ArrayList<>();
    for (Corpus.Example example : examples) {
      int[] hashes = example.forms().stream().mapToInt(Hash::ofLower).toArray();
      for (int hash : hashes) {
        frequency.computeIfAbsent(hash, k -> new int[1])[0]++;
      }
      sentences.add(hashes);
    }
    List<Map.Entry<Integer, int[]>> order = new ArrayList<>(frequency.entrySet());
    order.removeIf(e -> e.getValue()[0] < LEAST);
    order.sort(
        Comparator.comparingInt((Map.Entry<Integer, int[]> e) -> -e.getValue()[0])
            .thenComparing(Map.Entry::getKey));
    Map<Integer, Integer> number = new HashMap<>();
    int[] counts = new int[order.size()];
    for (int i = 0; i < counts.length; i++) {
      number.put(order.get(i).getKey(), i);
      counts[i] = order.get(i).getValue()[0];
    }
    // Context 2v: v stands before; 2v + 1: v stands after; the last two: the sentence's edges.
    int edges = counts.length;
    List<Map<Integer, int[]>> seen = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      seen.add(new HashMap<>());
    }
    for (int[] sentence : sentences) {
      for (int i = 0; i < sentence.length; i++) {
        Integer word = number.get(sentence[i]);
        if (word != null) {
          Integer before = i == 0 ? Integer.valueOf(edges) : number.get(sentence[i - 1]);
          Integer after =
              i + 1 == sentence.length ? Integer.valueOf(edges) : number.get(sentence[i + 1]);
          if (before != null) {
            seen.get(word).computeIfAbsent(before * 2, k -> new int[1])[0]++;
          }
          if (after != null) {
            seen.get(word).computeIfAbsent(after * 2 + 1, k -> new int[1])[0]++;
          }
        }
      }
    }
    int[][] contexts = new int[counts.length][];
    for (int i = 0; i < counts.length; i++) {
      contexts[i] = new int[seen.get(i).size() * 2];
      int at = 0;
      for (Map.Entry<Integer, int[]> e : new TreeMap<>(seen.get(i)).entrySet()) {
        contexts[i][at++] = e.getKey();
        contexts[i][at++] = e.getValue()[0];
      }
    }
    ClusterTrainer trainer = new ClusterTrainer(classes, counts, contexts, (counts.length + 1) * 2);
    trainer.run(rounds);
    Map<Integer, Integer> result = new TreeMap<>();
    for (int i = 0; i < counts.length; i++) {
      result.put(order.get(i).getKey(), trainer.classOf[i] + 1);
    }
    return result;
  }

  private void run(int rounds) {
    for (int w = 0; w < words; w++) {
      classOf[w] = w % classes;
      move(w, classOf[w], 1);
    }
    double[] gain = new double[classes];
    for (int round = 0; round < rounds; round++) {
      int moved = 0;
      for (int w = 0; w < words; w++) {
        move(w, classOf[w], -1);
        int best = best(w, gain);
        if (best != classOf[w]) {
          moved++;
          classOf[w] = best;
        }
        move(w, best, 1);
      }
      System.err.printf("clusters: round %d, %d of %d words moved%n", round + 1, moved, words);
      if (moved * 200 < words) {
        return;
      }
    }
  }

  private void move(int w, int c, int sign) {
    int[] pairs = contexts[w];
    for (int k = 0; k < pairs.length; k += 2) {
      joint[pairs[k]][c] += sign * pairs[k + 1];
    }
    classCount[c] += sign * counts[w];
  }

  /** The class that makes the word's neighbours likeliest; the word is in none now. */
  private int best(int w, double[] gain) {
    Arrays.fill(gain, 0);
    int[] pairs = contexts[w];
    for (int k = 0; k < pairs.length; k += 2) {
      int[] row = joint[pairs[k]];
      int n = pairs[k + 1];
      double alone = log(n);
      for (int c = 0; c < classes; c++) {
        int has = row[c];
        gain[c] += has == 0 ? alone : log(has + n) - log(has);
      }
    }
    int best = 0;
    for (int c = 0; c < classes; c++) {
      double before = classCount[c] == 0 ? 0 : classCount[c] * Math.log(classCount[c]);
      double after = (classCount[c] + counts[w]) * Math.log(classCount[c] + counts[w]);
      // Both sides of the word are counted.
      gain[c] -= 2 * (after - before);
      if (gain[c] > gain[best]) {
        best = c;
      }
    }
    return best;
  }

  private double log(int n) {
    return n < logs.length ? logs[n] : n * Math.log(n);
  }
}
