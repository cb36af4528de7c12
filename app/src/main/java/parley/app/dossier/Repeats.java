package parley.app.dossier;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.link.Duplicates;
import parley.link.Signature;
import parley.text.Report;

/**
 * Which reports of the dossier another one repeats: their signatures, found by their bands. The
 * store keeps of each report the hashes of its bands and the lower halves of its values, which tell
 * equal from unequal ones as well; the bands are in memory from the first question on.
 *
 * <p>Safe for use by many threads.
 */
final class Repeats {

  /** Reports of one band that are compared, the oldest; a band that more share is stock text. */
  private static final int MOST_IN_A_BAND = 8;

  private record Kept(
      String id, long exact, byte[] values, @Nullable String outlet, @Nullable String url) {}

  /** The last report whose bands are here. */
  private long last;

  /** Which reports have a band, by its hash, as places in {@link #reports}. */
  private final Chains bands = new Chains();

  private long[] reports = new long[1 << 8];
  private int size;

  /** The report with a link to the one that it repeats or is a version of, if there is one. */
  Report linked(Sql sql, Report report) throws SQLException {
    Signature signature = Signature.of(report);
    if (signature == null || report.metadata().repeats() != null) {
      return report;
    }
    int[] values = halved(signature.values());
    Kept best = null;
    double most = 0;
    for (long n : candidates(sql, signature)) {
      Kept kept =
          sql.one(
              "SELECT r.id, s.exact, s.hashes, w.text, r.url FROM report r JOIN signature s ON"
                  + " s.report = r.n LEFT JOIN word w ON w.n = r.outlet WHERE r.n = ?",
              r ->
                  new Kept(
                      r.getString(1), r.getLong(2), r.getBytes(3), r.getString(4), r.getString(5)),
              n);
      if (kept == null || kept.id().equals(report.id())) {
        continue;
      }
      double overlap =
          Signature.of(signature.exact(), values)
              .overlap(Signature.of(kept.exact(), values(kept.values())));
      if (overlap >= Duplicates.THRESHOLD && overlap > most) {
        best = kept;
        most = overlap;
      }
    }
    if (best == null) {
      return report;
    }
    String outlet = Reports.outlet(report.metadata());
    boolean same =
        outlet != null && outlet.equals(best.outlet())
            || best.url() != null && best.url().equals(report.metadata().url());
    return new Duplicates.Match(best.id(), most, same).link(report);
  }

  private Set<Long> candidates(Sql sql, Signature signature) throws SQLException {
    Set<Long> found =
        new TreeSet<>(
            sql.list(
                "SELECT report FROM signature WHERE exact = ? LIMIT 1",
                r -> r.getLong(1),
                signature.exact()));
    if (found.isEmpty()) {
      synchronized (this) {
        refresh(sql);
        for (int band : signature.bands()) {
          oldest(band, found);
        }
      }
    }
    return found;
  }

  private void oldest(int band, Set<Long> into) {
    long[] seen = new long[MOST_IN_A_BAND];
    int[] n = new int[1];
    bands.each(band, report -> seen[n[0]++ % MOST_IN_A_BAND] = reports[report]);
    for (int i = 0; i < Math.min(n[0], MOST_IN_A_BAND); i++) {
      into.add(seen[i]);
    }
  }

  /** Takes in what was kept since the last question. */
  private void refresh(Sql sql) throws SQLException {
    sql.each(
        "SELECT report, exact, hashes FROM signature WHERE report > ? ORDER BY report",
        row -> {
          last = row.getLong(1);
          if (size == reports.length) {
            reports = Arrays.copyOf(reports, size * 2);
          }
          reports[size] = last;
          for (int band : bands(row.getLong(2), row.getBytes(3))) {
            bands.add(band, size);
          }
          size++;
        },
        last);
  }

  /** Keeps what a report is found by. */
  static void keep(Sql sql, long n, Report report) throws SQLException {
    Signature signature = Signature.of(report);
    if (signature == null) {
      return;
    }
    sql.update(
        "INSERT OR REPLACE INTO signature(report, exact, hashes) VALUES(?, ?, ?)",
        n,
        signature.exact(),
        packed(signature));
  }

  private static byte[] packed(Signature signature) {
    int[] bands = signature.bands();
    int[] values = signature.values();
    ByteBuffer bytes =
        ByteBuffer.allocate(bands.length * Integer.BYTES + values.length * Short.BYTES);
    for (int band : bands) {
      bytes.putInt(band);
    }
    for (int value : values) {
      bytes.putShort((short) value);
    }
    return bytes.array();
  }

  /** Dossiers of form 4 kept the values whole and no bands. */
  private static boolean isWhole(byte[] bytes) {
    return bytes.length % (Signature.BANDS * Long.BYTES) == 0;
  }

  private static int[] bands(long exact, byte[] bytes) {
    if (isWhole(bytes)) {
      return Signature.of(exact, integers(bytes, bytes.length / Integer.BYTES)).bands();
    }
    return integers(bytes, Signature.BANDS);
  }

  /** The lower halves of the values. */
  private static int[] values(byte[] bytes) {
    if (isWhole(bytes)) {
      return halved(integers(bytes, bytes.length / Integer.BYTES));
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    buffer.position(Signature.BANDS * Integer.BYTES);
    int[] values = new int[buffer.remaining() / Short.BYTES];
    for (int i = 0; i < values.length; i++) {
      values[i] = buffer.getShort() & 0xFFFF;
    }
    return values;
  }

  private static int[] integers(byte[] bytes, int count) {
    int[] values = new int[count];
    ByteBuffer.wrap(bytes).asIntBuffer().get(values);
    return values;
  }

  private static int[] halved(int[] values) {
    int[] halves = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      halves[i] = values[i] & 0xFFFF;
    }
    return halves;
  }
}
