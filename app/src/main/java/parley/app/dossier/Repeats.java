package parley.app.dossier;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.link.Duplicates;
import parley.link.Signature;
import parley.text.Report;

/** Which reports of the dossier another one repeats: their signatures, found by their bands. */
final class Repeats {

  /** Reports of one band that are compared; a band that more share is stock text. */
  private static final int MOST_IN_A_BAND = 8;

  private record Kept(
      String id, long exact, byte[] values, @Nullable String outlet, @Nullable String url) {}

  private Repeats() {}

  /** The report with a link to the one that it repeats or is a version of, if there is one. */
  static Report linked(Sql sql, Report report) throws SQLException {
    Signature signature = Signature.of(report);
    if (signature == null || report.metadata().repeats() != null) {
      return report;
    }
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
      double overlap = signature.overlap(Signature.of(kept.exact(), unpacked(kept.values())));
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

  private static Set<Long> candidates(Sql sql, Signature signature) throws SQLException {
    Set<Long> found =
        new HashSet<>(
            sql.list(
                "SELECT report FROM signature WHERE exact = ? LIMIT 1",
                r -> r.getLong(1),
                signature.exact()));
    if (found.isEmpty()) {
      for (int band : signature.bands()) {
        found.addAll(
            sql.list(
                "SELECT report FROM band WHERE hash = ? LIMIT " + MOST_IN_A_BAND,
                r -> r.getLong(1),
                band));
      }
    }
    return found;
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
        packed(signature.values()));
    for (int band : signature.bands()) {
      sql.update("INSERT OR IGNORE INTO band(hash, report) VALUES(?, ?)", band, n);
    }
  }

  private static byte[] packed(int[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
    bytes.asIntBuffer().put(values);
    return bytes.array();
  }

  private static int[] unpacked(byte[] bytes) {
    int[] values = new int[bytes.length / Integer.BYTES];
    ByteBuffer.wrap(bytes).asIntBuffer().get(values);
    return values;
  }
}
