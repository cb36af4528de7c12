package parley.teacher.statements;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import parley.extract.statements.internal.Candidate;
import parley.extract.statements.internal.Passage;
import parley.text.Span;

/** The scorer's main figures over tokens, near enough to choose by; the scorer itself decides. */
final class Score {

  private static final Set<String> WEAK =
      new HashSet<>(
          List.of(
              ("a an the of and or in on at for to from with by s his her its their our my your this"
                      + " that these those 's ’s")
                  .split(" ")));

  int gold;
  int predicted;
  int exact;
  int soft;
  int full;

  /** A role's words in one passage. */
  private static BitSet words(Passage p, List<Span> spans) {
    BitSet result = new BitSet();
    for (int i = 0; i < p.size(); i++) {
      if (Character.isLetterOrDigit(p.token(i).form().charAt(0))
          && GoldPassages.touches(p.span(i), spans)) {
        result.set(i);
      }
    }
    return result;
  }

  private static BitSet words(Passage p, Iterable<Candidate.Run> runs) {
    BitSet result = new BitSet();
    for (Candidate.Run run : runs) {
      for (int i = run.begin(); i < run.end(); i++) {
        if (Character.isLetterOrDigit(p.token(i).form().charAt(0))) {
          result.set(i);
        }
      }
    }
    return result;
  }

  private record Side(BitSet source, BitSet content) {}

  /** For each of {@code chosen}: 0 wrong, 1 content found, 2 source too. */
  int[] add(GoldPassages.Annotated a, List<Candidate> chosen) {
    Passage p = a.passage();
    List<Side> golds = new ArrayList<>();
    for (GoldPassages.Item item : a.items()) {
      BitSet content = words(p, item.gold().content());
      if (!content.isEmpty()) {
        golds.add(new Side(words(p, item.gold().source()), content));
      }
    }
    List<Side> mine = new ArrayList<>();
    for (Candidate c : chosen) {
      mine.add(new Side(words(p, c.source()), words(p, c.content())));
    }
    gold += golds.size();
    predicted += mine.size();
    record Pair(double jaccard, int g, int m) {}
    List<Pair> pairs = new ArrayList<>();
    for (int g = 0; g < golds.size(); g++) {
      for (int m = 0; m < mine.size(); m++) {
        BitSet both = (BitSet) golds.get(g).content.clone();
        both.and(mine.get(m).content);
        int n = both.cardinality();
        double jaccard =
            (double) n
                / (golds.get(g).content.cardinality() + mine.get(m).content.cardinality() - n);
        if (jaccard >= 0.5) {
          pairs.add(new Pair(-jaccard, g, m));
        }
      }
    }
    pairs.sort(
        java.util.Comparator.comparingDouble(Pair::jaccard)
            .thenComparingInt(Pair::g)
            .thenComparingInt(Pair::m));
    boolean[] usedGold = new boolean[golds.size()];
    int[] result = new int[mine.size()];
    for (Pair pair : pairs) {
      if (usedGold[pair.g] || result[pair.m] > 0) {
        continue;
      }
      usedGold[pair.g] = true;
      soft++;
      exact += pair.jaccard == -1 ? 1 : 0;
      boolean right = sourceRight(p, golds.get(pair.g).source, mine.get(pair.m).source);
      full += right ? 1 : 0;
      result[pair.m] = right ? 2 : 1;
    }
    return result;
  }

  private static boolean sourceRight(Passage p, BitSet g, BitSet m) {
    if (g.isEmpty() || m.isEmpty()) {
      return g.isEmpty() && m.isEmpty();
    }
    BitSet both = strong(p, g);
    both.and(strong(p, m));
    return !both.isEmpty();
  }

  private static BitSet strong(Passage p, BitSet words) {
    BitSet result = new BitSet();
    words.stream()
        .filter(i -> !WEAK.contains(p.token(i).form().toLowerCase(Locale.ROOT)))
        .forEach(result::set);
    return result.isEmpty() ? words : result;
  }

  double f(int right) {
    return predicted + gold == 0 ? 0 : 200.0 * right / (predicted + gold);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "exact %.1f soft %.1f full %.1f (P %.1f R %.1f) predicted %d gold %d",
        f(exact),
        f(soft),
        f(full),
        100.0 * full / Math.max(1, predicted),
        100.0 * full / Math.max(1, gold),
        predicted,
        gold);
  }
}
