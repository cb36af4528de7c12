package parley.world;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One name of one place as a gazetteer keeps it: the folded name and {@value #FACTS} bytes of
 * facts.
 */
public final class PlaceRow implements Comparable<PlaceRow> {

  /** Bytes of facts: kind, country in two, region, latitude, longitude, population in two each. */
  public static final int FACTS = 11;

  /** Longer names are left out; their length takes one byte. */
  private static final int LONGEST = 127;

  /** Latitude of a place whose coordinates are not known. */
  private static final short UNKNOWN = Short.MIN_VALUE;

  private static final double LATITUDE_STEPS = 32767 / 90.0;
  private static final double LONGITUDE_STEPS = 32767 / 180.0;

  /** Eighths of a doubling. */
  private static final double POPULATION_STEPS = 8 / Math.log(2);

  private static final Place.Kind[] KINDS = Place.Kind.values();

  private final byte[] key;
  private final byte[] facts;

  private PlaceRow(byte[] key, byte[] facts) {
    this.key = key;
    this.facts = facts;
  }

  /** A row of bytes that {@link #bytes} gave. */
  public static PlaceRow of(byte[] key, byte[] facts) {
    return new PlaceRow(key, facts);
  }

  /** Whether a folded name can be kept: reports in English name no place in another script. */
  static boolean isKept(String key) {
    if (key.length() < 2 || key.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < key.length(); i++) {
      if (key.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  /**
   * @param country two letters
   * @param region number of the region, 0 for none
   * @param people 0 if not known
   */
  static byte[] facts(
      Place.Kind kind,
      String country,
      int region,
      double latitude,
      double longitude,
      double people) {
    int north = Double.isNaN(latitude) ? UNKNOWN : (int) Math.round(latitude * LATITUDE_STEPS);
    int east = Double.isNaN(latitude) ? 0 : (int) Math.round(longitude * LONGITUDE_STEPS);
    int size = (int) Math.round(Math.log(Math.max(1, people)) * POPULATION_STEPS);
    return new byte[] {
      (byte) kind.ordinal(),
      (byte) country.charAt(0),
      (byte) country.charAt(1),
      (byte) (region >> 8),
      (byte) region,
      (byte) (north >> 8),
      (byte) north,
      (byte) (east >> 8),
      (byte) east,
      (byte) (size >> 8),
      (byte) size
    };
  }

  static PlaceRow of(String key, byte[] facts) {
    return new PlaceRow(key.getBytes(StandardCharsets.UTF_8), facts);
  }

  /**
   * The place whose facts stand there.
   *
   * @param regions names by number
   */
  static Place place(String name, byte[] facts, String[] regions) {
    short north = number(facts, 5);
    boolean known = north != UNKNOWN;
    int region = number(facts, 3) & 0xffff;
    String named = region < regions.length ? regions[region] : "";
    return new Place(
        name,
        KINDS[Math.min(facts[0], KINDS.length - 1)],
        "" + (char) facts[1] + (char) facts[2],
        named.isEmpty() ? null : named,
        known ? north / LATITUDE_STEPS : Double.NaN,
        known ? number(facts, 7) / LONGITUDE_STEPS : Double.NaN,
        Math.exp((number(facts, 9) & 0xffff) / POPULATION_STEPS));
  }

  private static short number(byte[] facts, int at) {
    return (short) ((facts[at] << 8) | (facts[at + 1] & 0xff));
  }

  /** The length of the name, the name, the facts. */
  public byte[] bytes() {
    byte[] bytes = new byte[1 + key.length + FACTS];
    bytes[0] = (byte) key.length;
    System.arraycopy(key, 0, bytes, 1, key.length);
    System.arraycopy(facts, 0, bytes, 1 + key.length, FACTS);
    return bytes;
  }

  @Override
  public int compareTo(PlaceRow other) {
    int byKey = Arrays.compare(key, other.key);
    return byKey != 0 ? byKey : Arrays.compare(facts, other.facts);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlaceRow row && compareTo(row) == 0;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }
}
