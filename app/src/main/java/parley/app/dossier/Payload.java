package parley.app.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import parley.app.dossier.RefusedException.Reason;
import parley.app.packing.DamagedException;
import parley.app.packing.Packing;

/**
 * What is stored of one report: its text, the machine's record without its {@link Details}, and
 * these. Each is packed with the newest {@link Packings} of its time, or deflated if there was none
 * ({@link Packed}); the first byte tells. For one thread.
 */
final class Payload {

  /** The names of its trees, for the packing and as tables. */
  static final String RECORD = "record";

  static final String DETAIL = "detail";

  private final long report;
  private final String text;
  private final Packing.@Nullable Unpacked unpacked;
  private final int packing;

  private Payload(long report, String text, Packing.@Nullable Unpacked unpacked, int packing) {
    this.report = report;
    this.text = text;
    this.unpacked = unpacked;
    this.packing = packing;
  }

  /**
   * @throws RefusedException if there is no such report
   */
  static Payload of(Sql sql, long report) throws SQLException, IOException {
    byte[] bytes = bytes(sql, "text", report);
    int number = Packings.number(bytes);
    if (number == 0) {
      return new Payload(report, Packed.text(bytes), null, 0);
    }
    try {
      Packing.Unpacked unpacked = sql.packings().of(sql, number).unpack(bytes, Packings.HEAD);
      return new Payload(report, unpacked.text(), unpacked, number);
    } catch (DamagedException e) {
      throw damaged(report, e);
    }
  }

  private static byte[] bytes(Sql sql, String table, long report) throws SQLException, IOException {
    byte[] bytes =
        sql.one("SELECT packed FROM " + table + " WHERE report = ?", r -> r.getBytes(1), report);
    if (bytes == null) {
      throw new RefusedException(Reason.UNKNOWN, "the dossier has no report number " + report);
    }
    return bytes;
  }

  private static DossierException damaged(long report, RuntimeException e) {
    return new DossierException(
        "the record of report number " + report + " is damaged: run parley check", e);
  }

  /** Keeps a report's text and record. */
  static void put(Sql sql, long report, String text, ObjectNode record, ObjectNode details)
      throws SQLException, IOException {
    int number = Packings.newest(sql);
    if (number == 0) {
      put(sql, "text", report, Packed.text(text));
      put(sql, RECORD, report, Packed.record(Folding.fold(record, text)));
      put(sql, DETAIL, report, Packed.record(Folding.fold(details, text)));
    } else {
      Packing.Beside packed = sql.packings().of(sql, number).pack(text);
      put(sql, "text", report, Packings.headed(number, packed.text()));
      put(sql, RECORD, report, Packings.headed(number, packed.tree(RECORD, record)));
      put(sql, DETAIL, report, Packings.headed(number, packed.tree(DETAIL, details)));
    }
  }

  /** Packs a report as the newest are. */
  static void repack(Sql sql, long report) throws SQLException, IOException {
    Payload payload = of(sql, report);
    put(sql, report, payload.text(), payload.record(sql), payload.details(sql));
  }

  private static void put(Sql sql, String table, long report, byte[] bytes) throws SQLException {
    sql.update("INSERT OR REPLACE INTO " + table + "(report, packed) VALUES(?, ?)", report, bytes);
  }

  String text() {
    return text;
  }

  /** The machine's record without its details and its text. */
  ObjectNode record(Sql sql) throws SQLException, IOException {
    return tree(sql, RECORD);
  }

  ObjectNode details(Sql sql) throws SQLException, IOException {
    ObjectNode details = tree(sql, DETAIL);
    return details.get("details") instanceof ArrayNode old
        ? Details.take(Details.put(record(sql), old))
        : details;
  }

  /** The machine's record as it was read. */
  ObjectNode whole(Sql sql) throws SQLException, IOException {
    ObjectNode record = record(sql);
    ObjectNode details = tree(sql, DETAIL);
    if (details.get("details") instanceof ArrayNode old) {
      Details.put(record, old);
    } else {
      Details.put(record, details);
    }
    if (record.get("report") instanceof ObjectNode report) {
      report.put("text", text);
    }
    return record;
  }

  /** The entries of {@link #record}, null if they are read with it only. */
  Packing.@Nullable Entries entries(Sql sql) throws SQLException, IOException {
    if (unpacked == null) {
      return null;
    }
    try {
      return unpacked.entries(packed(sql, RECORD), Packings.HEAD, RECORD, Kind.LISTS);
    } catch (DamagedException e) {
      throw damaged(report, e);
    }
  }

  private byte[] packed(Sql sql, String table) throws SQLException, IOException {
    byte[] bytes = bytes(sql, table, report);
    if (Packings.number(bytes) != packing) {
      throw new DossierException(
          "the record of report number " + report + " is not packed as its text");
    }
    return bytes;
  }

  private ObjectNode tree(Sql sql, String table) throws SQLException, IOException {
    byte[] bytes = packed(sql, table);
    if (unpacked == null) {
      return Folding.unfold(Packed.record(bytes), text);
    }
    JsonNode tree;
    try {
      tree = unpacked.tree(bytes, Packings.HEAD, table);
    } catch (DamagedException e) {
      throw damaged(report, e);
    }
    if (tree instanceof ObjectNode object) {
      return object;
    }
    throw new DossierException("the record of report number " + report + " is none");
  }
}
