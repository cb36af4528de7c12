package parley.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.text.Metadata;
import parley.text.Report;

/**
 * Finds reports that repeat one read before: the same text under another headline, cut at its end,
 * lightly edited, or a corrected version. They are compared by their {@link Signature}s.
 *
 * <p>Not safe for use by several threads at once. What it holds grows by about 1 kB a report and
 * ends at {@value #GENERATION} to twice as many reports: what was read before those is forgotten.
 */
public final class Duplicates {

  /** Estimated overlap from which a report counts as a repetition, measured by the bench. */
  public static final double THRESHOLD = 0.4;

  private static final int GENERATION = 100_000;

  /** A band in which very many agree is stock text; the first of them stand for all. */
  private static final int MOST_IN_A_BAND = 8;

  /**
   * An earlier report that this one repeats.
   *
   * @param id of the earlier report
   * @param overlap share of common runs of words, estimated; 1 if the texts have the same words
   * @param sameOutlet whether both are of one outlet or address
   */
  public record Match(String id, double overlap, boolean sameOutlet) {

    /** The report with the link to the earlier one in its metadata. */
    public Report link(Report report) {
      Metadata.Builder about = report.metadata().toBuilder();
      return report.withMetadata(
          (sameOutlet && overlap < 1 ? about.versionOf(id) : about.duplicateOf(id)).build());
    }
  }

  private record Kept(String id, Signature signature, @Nullable String outlet) {}

  private Generation young = new Generation();
  private Generation old = new Generation();

  /** Adds a report; returns the earlier one that it repeats most, null if it repeats none. */
  public @Nullable Match add(Report report) {
    Signature signature = Signature.of(report);
    if (signature == null) {
      return null;
    }
    Kept kept = new Kept(report.id(), signature, outlet(report.metadata()));
    Kept original = young.find(signature, old.find(signature, null));
    if (original == null || original.signature.exact() != signature.exact()) {
      if (young.size() >= GENERATION) {
        old = young;
        young = new Generation();
      }
      young.add(kept);
    }
    if (original == null || original.id.equals(kept.id)) {
      return null;
    }
    return new Match(
        original.id,
        signature.overlap(original.signature),
        kept.outlet != null && kept.outlet.equals(original.outlet));
  }

  /**
   * What tells outlets apart: the name, or else the address's host; null if neither is known.
   * Reports of one outlet that overlap are versions of one report, others are copies.
   */
  public static @Nullable String outlet(Metadata about) {
    if (about.source() != null && !about.source().isBlank()) {
      return about.source();
    }
    String url = about.url();
    int begin = url == null ? -1 : url.indexOf("://");
    if (url == null || begin < 0) {
      return null;
    }
    int end = url.indexOf('/', begin + 3);
    return end < 0 ? url.substring(begin + 3) : url.substring(begin + 3, end);
  }

  /** Reports that are looked among. */
  private static final class Generation {

    private final Map<Long, Kept> exact = new HashMap<>();
    private final List<Kept> all = new ArrayList<>();

    /** For each slot the last entry in it, from 1; an entry is a report's band. */
    private int[] heads = new int[1 << 12];

    /** For each entry its band's hash, and the entry before it in its slot. */
    private int[] keys = new int[1 << 10];

    private int[] before = new int[1 << 10];

    int size() {
      return exact.size();
    }

    void add(Kept kept) {
      exact.put(kept.signature.exact(), kept);
      int[] bands = kept.signature.bands();
      if (bands.length == 0) {
        return;
      }
      int entry = all.size() * Signature.BANDS;
      all.add(kept);
      if (entry + Signature.BANDS > keys.length) {
        keys = Arrays.copyOf(keys, keys.length * 2);
        before = Arrays.copyOf(before, before.length * 2);
      }
      if (entry + Signature.BANDS > heads.length) {
        spread(entry);
      }
      for (int band = 0; band < bands.length; band++) {
        keys[entry + band] = bands[band];
        link(entry + band);
      }
    }

    private void link(int entry) {
      int slot = keys[entry] & (heads.length - 1);
      int alike = 0;
      for (int e = heads[slot]; e > 0; e = before[e - 1]) {
        alike += keys[e - 1] == keys[entry] ? 1 : 0;
      }
      if (alike < MOST_IN_A_BAND) {
        before[entry] = heads[slot];
        heads[slot] = entry + 1;
      }
    }

    private void spread(int entries) {
      heads = new int[heads.length * 2];
      for (int entry = 0; entry < entries; entry++) {
        link(entry);
      }
    }

    /** The report that overlaps most, if more than the best one so far. */
    @Nullable Kept find(Signature signature, @Nullable Kept sofar) {
      Kept same = exact.get(signature.exact());
      if (same != null) {
        return same;
      }
      Kept best = sofar;
      double most = best == null ? 0 : signature.overlap(best.signature);
      for (int key : signature.bands()) {
        for (int e = heads[key & (heads.length - 1)]; e > 0; e = before[e - 1]) {
          if (keys[e - 1] != key) {
            continue;
          }
          Kept other = all.get((e - 1) / Signature.BANDS);
          double overlap = signature.overlap(other.signature);
          if (overlap >= THRESHOLD && overlap > most) {
            best = other;
            most = overlap;
          }
        }
      }
      return best;
    }
  }
}
