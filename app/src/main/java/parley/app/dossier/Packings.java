package parley.app.dossier;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import parley.app.packing.DamagedException;
import parley.app.packing.Packing;

/**
 * The packings of a dossier, by number: the first is learnt from its first reports, which are then
 * packed anew, each further one from the last reports when there are several times as many. All
 * connections of a store share them.
 */
final class Packings {

  /** How many records must have been kept before a packing is learnt. */
  static final int FIRST = 200;

  /** When the next one is learnt: at so many times as many. */
  private static final int GROWTH = 8;

  /** Of how many records it is learnt. */
  private static final int SAMPLE = 600;

  /** Before packed bytes stand a sign and the number of their packing, the lower byte first. */
  static final int HEAD = 3;

  private static final int SIGN = 2;

  private final Map<Integer, Packing> known = new ConcurrentHashMap<>();

  /**
   * @throws DossierException if the dossier has no such packing
   */
  Packing of(Sql sql, int number) throws SQLException, DossierException {
    Packing packing = known.get(number);
    if (packing == null) {
      byte[] bytes = sql.one("SELECT bytes FROM packing WHERE n = ?", r -> r.getBytes(1), number);
      if (bytes == null) {
        throw new DossierException("a stored record is damaged: it is packed as nothing else is");
      }
      try {
        packing = Packing.of(bytes);
      } catch (DamagedException e) {
        throw new DossierException("a packing of records is damaged: start from a backup", e);
      }
      known.put(number, packing);
    }
    return packing;
  }

  /** All packings of a dossier, by number. */
  Map<Integer, Packing> all(Sql sql) throws SQLException, DossierException {
    Map<Integer, Packing> all = new HashMap<>();
    for (int number : sql.list("SELECT n FROM packing", r -> r.getInt(1))) {
      all.put(number, of(sql, number));
    }
    return all;
  }

  static byte[] headed(int number, byte[] packed) {
    byte[] bytes = new byte[HEAD + packed.length];
    bytes[0] = SIGN;
    bytes[1] = (byte) number;
    bytes[2] = (byte) (number >>> 8);
    System.arraycopy(packed, 0, bytes, HEAD, packed.length);
    return bytes;
  }

  /** The number of the packing of some bytes, 0 if they are not packed. */
  static int number(byte[] bytes) {
    return bytes.length >= HEAD && bytes[0] == SIGN ? bytes[1] & 0xFF | (bytes[2] & 0xFF) << 8 : 0;
  }

  /** Forgets what a transaction that was rolled back may have learnt. */
  void forget() {
    known.clear();
  }

  /** The number of the newest packing, 0 if there is none yet. */
  static int newest(Sql sql) throws SQLException {
    return Math.toIntExact(sql.number("SELECT coalesce(max(n), 0) FROM packing"));
  }

  /** Learns a packing if it is time to; to be called after each record that was kept. */
  static void learn(Sql sql) throws SQLException, IOException {
    sql.update("UPDATE meta SET value = value + 1 WHERE key = 'kept'");
    long kept = sql.number("SELECT value FROM meta WHERE key = 'kept'");
    if (kept < sql.number("SELECT value FROM meta WHERE key = 'learn'")) {
      return;
    }
    sql.update("UPDATE meta SET value = ? WHERE key = 'learn'", kept * GROWTH);
    List<Long> sample =
        sql.list("SELECT n FROM report ORDER BY n DESC LIMIT ?", r -> r.getLong(1), SAMPLE);
    Packing.Learning learning = new Packing.Learning();
    for (long n : sample) {
      Payload payload = Payload.of(sql, n);
      learning.count(
          payload.text(),
          Map.of(Payload.RECORD, payload.record(sql), Payload.DETAIL, payload.details(sql)));
      Listed listed = listed(sql, n);
      if (listed != null) {
        listed.write(learning.columns());
      }
    }
    boolean first = newest(sql) == 0;
    sql.update(
        "INSERT INTO packing(n, bytes) SELECT coalesce(max(n), 0) + 1, ? FROM packing",
        learning.packing().bytes());
    if (first) {
      for (long n : sample) {
        Payload.repack(sql, n);
        Listed listed = listed(sql, n);
        if (listed != null) {
          sql.update("UPDATE listing SET rows = ? WHERE report = ?", listed.bytes(sql), n);
        }
      }
    }
  }

  private static @Nullable Listed listed(Sql sql, long n) throws SQLException, IOException {
    byte[] rows = sql.one("SELECT rows FROM listing WHERE report = ?", r -> r.getBytes(1), n);
    return rows == null ? null : Listed.of(sql, rows);
  }
}
