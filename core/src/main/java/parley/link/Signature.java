package parley.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;

/**
 * What two reports are compared by to tell whether one repeats the other: a hash of the body's
 * words, and of the set of its runs of four words the {@value #HASHES} smallest hash values, whose
 * share of equal ones estimates how much two sets overlap. Only reports that agree in a whole band
 * of four values need be compared.
 */
public final class Signature {

  private static final int SHINGLE = 4;
  private static final int HASHES = 96;
  private static final int ROWS = 4;

  /** Bands of a signature. */
  public static final int BANDS = HASHES / ROWS;

  /** Shorter texts repeat only if they are equal: a few stock phrases are no repetition. */
  private static final int LEAST_SHINGLES = 20;

  private final long exact;
  private final int[] smallest;

  private Signature(long exact, int[] smallest) {
    this.exact = exact;
    this.smallest = smallest;
  }

  /** The signature of a report's body; null if the body has no word. */
  public static @Nullable Signature of(Report report) {
    List<String> words = words(report);
    if (words.isEmpty()) {
      return null;
    }
    long whole = 0;
    for (String word : words) {
      whole = mix(whole * 31 + word.hashCode());
    }
    boolean brief = words.size() < LEAST_SHINGLES + SHINGLE - 1;
    return new Signature(whole, brief ? new int[0] : smallest(words));
  }

  /** A signature that {@link #values()} and {@link #exact()} gave. */
  public static Signature of(long exact, int[] values) {
    return new Signature(exact, values.clone());
  }

  /** A hash of the words in their order: equal for texts of the same words. */
  public long exact() {
    return exact;
  }

  /** The hash values; none for a short text, which only an equal one repeats. */
  public int[] values() {
    return smallest.clone();
  }

  /** A hash of each band; none for a short text. */
  public int[] bands() {
    int[] bands = new int[smallest.length / ROWS];
    for (int band = 0; band < bands.length; band++) {
      long key = band;
      for (int row = 0; row < ROWS; row++) {
        key = mix(key * 31 + smallest[band * ROWS + row]);
      }
      bands[band] = (int) (key >>> 32);
    }
    return bands;
  }

  /** Share of common runs of words, estimated; 1 if the texts have the same words. */
  public double overlap(Signature other) {
    if (exact == other.exact) {
      return 1;
    }
    if (smallest.length == 0 || other.smallest.length != smallest.length) {
      return 0;
    }
    int same = 0;
    for (int i = 0; i < HASHES; i++) {
      same += smallest[i] == other.smallest[i] ? 1 : 0;
    }
    return (double) same / HASHES;
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
            words.add(text.substring(begin, i).toLowerCase(Locale.ROOT));
          } else {
            i++;
          }
        }
      }
    }
    return words;
  }

  private static int[] smallest(List<String> words) {
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

  /** Spreads the bits of a number over all its places. */
  private static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
