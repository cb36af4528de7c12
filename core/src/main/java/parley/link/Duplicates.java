package parley.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;

/**
 * Finds reports that repeat one read before: the same text under another headline, cut at its end,
 * lightly edited, or a corrected version.
 *
 * <p>A report's body is taken as the set of its runs of {@value #SHINGLE} words. Of the set a
 * signature of {@value #HASHES} smallest hash values is kept; the share of equal values estimates
 * how much two sets overlap. Only reports that agree in a whole band of the signature are compared,
 * so that the cost of adding one does not grow with their number.
 *
 * <p>Not safe for use by several threads at once. What it holds grows by about 1 kB a report.
 */
public final class Duplicates {

  /** Estimated overlap from which a report counts as a repetition, measured by the bench. */
  public static final double THRESHOLD = 0.4;

  private static final int SHINGLE = 4;
  private static final int HASHES = 96;
  private static final int ROWS = 4;

  /** Shorter texts repeat only if they are equal: a few stock phrases are no repetition. */
  private static final int LEAST_SHINGLES = 20;

  /**
   * An earlier report that this one repeats.
   *
   * @param id of the earlier report
   * @param overlap share of common runs of words, estimated; 1 if the texts are equal
   */
  public record Match(String id, double overlap) {}

  private record Kept(String id, int[] signature) {}

  private final Map<Long, String> exact = new HashMap<>();
  private final Map<Long, List<Kept>> bands = new HashMap<>();

  /** Adds a report; returns the earlier one that it repeats most, null if it repeats none. */
  public @Nullable Match add(Report report) {
    List<String> words = words(report);
    long whole = 0;
    for (String word : words) {
      whole = mix(whole * 31 + word.hashCode());
    }
    String same = words.isEmpty() ? null : exact.putIfAbsent(whole, report.id());
    if (same != null) {
      return same.equals(report.id()) ? null : new Match(same, 1);
    }
    if (words.size() < LEAST_SHINGLES + SHINGLE - 1) {
      return null;
    }
    Kept kept = new Kept(report.id(), signature(words));
    Match best = null;
    for (int band = 0; band < HASHES / ROWS; band++) {
      long key = band;
      for (int row = 0; row < ROWS; row++) {
        key = mix(key * 31 + kept.signature[band * ROWS + row]);
      }
      List<Kept> others = bands.computeIfAbsent(key, k -> new ArrayList<>(1));
      // A band in which very many agree is stock text; the first of them stand for all.
      for (Kept other : others) {
        double overlap = overlap(kept.signature, other.signature);
        if (overlap >= THRESHOLD && (best == null || overlap > best.overlap())) {
          best = new Match(other.id, overlap);
        }
      }
      if (others.size() < 8) {
        others.add(kept);
      }
    }
    return best;
  }

  private static List<String> words(Report report) {
    List<String> words = new ArrayList<>();
    for (Part part : report.parts()) {
      if (part.role() == PartRole.BODY || part.role() == PartRole.SUBHEADING) {
        String text = report.text();
        int i = part.span().begin();
        while (i < part.span().end()) {
          int begin = i;
          while (i < part.span().end() && Character.isLetterOrDigit(text.charAt(i))) {
            i++;
          }
          if (i > begin) {
            words.add(text.substring(begin, i).toLowerCase(java.util.Locale.ROOT));
          } else {
            i++;
          }
        }
      }
    }
    return words;
  }

  private static int[] signature(List<String> words) {
    int[] smallest = new int[HASHES];
    Arrays.fill(smallest, Integer.MAX_VALUE);
    for (int i = 0; i + SHINGLE <= words.size(); i++) {
      long shingle = 0;
      for (int k = 0; k < SHINGLE; k++) {
        shingle = mix(shingle * 31 + words.get(i + k).hashCode());
      }
      for (int h = 0; h < HASHES; h++) {
        int value = (int) (mix(shingle + h * 0x9E3779B97F4A7C15L) >>> 33);
        if (value < smallest[h]) {
          smallest[h] = value;
        }
      }
    }
    return smallest;
  }

  private static double overlap(int[] a, int[] b) {
    int same = 0;
    for (int i = 0; i < HASHES; i++) {
      same += a[i] == b[i] ? 1 : 0;
    }
    return (double) same / HASHES;
  }

  /** Spreads the bits of a number over all its places. */
  private static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
