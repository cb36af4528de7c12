package parley.ingest.dates;

import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Abbreviations of zones that mean one offset only; IST, ET and the like mean several. */
final class Zones {

  private static final Map<String, Integer> QUARTERS =
      Map.ofEntries(
          Map.entry("z", 0),
          Map.entry("utc", 0),
          Map.entry("gmt", 0),
          Map.entry("est", -20),
          Map.entry("edt", -16),
          Map.entry("cst", -24),
          Map.entry("cdt", -20),
          Map.entry("mst", -28),
          Map.entry("mdt", -24),
          Map.entry("pst", -32),
          Map.entry("pdt", -28),
          Map.entry("bst", 4),
          Map.entry("cet", 4),
          Map.entry("cest", 8),
          Map.entry("eet", 8),
          Map.entry("eest", 12),
          Map.entry("msk", 12),
          Map.entry("jst", 36),
          Map.entry("kst", 36),
          Map.entry("hkt", 32),
          Map.entry("sgt", 32),
          Map.entry("pkt", 20),
          Map.entry("aest", 40),
          Map.entry("aedt", 44),
          Map.entry("nzst", 48),
          Map.entry("nzdt", 52),
          Map.entry("wib", 28),
          Map.entry("sast", 8),
          Map.entry("eat", 12),
          Map.entry("wat", 4));

  private Zones() {}

  static @Nullable ZoneOffset of(String name) {
    Integer quarters = QUARTERS.get(name);
    return quarters == null ? null : ZoneOffset.ofTotalSeconds(quarters * 900);
  }
}
