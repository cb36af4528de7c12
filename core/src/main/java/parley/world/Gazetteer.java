package parley.world;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjDoubleConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Populated places by name, with country, coordinates and population. The shipped one holds the
 * places of 5,000 people and more of GeoNames (CC BY 4.0, see NOTICE); a user's own GeoNames dump
 * can take its place. Names are compared without case and accents.
 *
 * <p>Immutable and safe for use by many threads at once.
 */
public final class Gazetteer {

  private static final double LATITUDE_STEPS = 32767 / 90.0;
  private static final double LONGITUDE_STEPS = 32767 / 180.0;

  /** Eighths of a doubling. */
  private static final double POPULATION_STEPS = 8 / Math.log(2);

  /** Folded names, each with a leading length byte, in order. */
  private final byte[] keys;

  private final int[] starts;

  /** Eight bytes a place: country, latitude, longitude, population in two. */
  private final byte[] facts;

  private Gazetteer(byte[] keys, int[] starts, byte[] facts) {
    this.keys = keys;
    this.starts = starts;
    this.facts = facts;
  }

  private static final class Shipped {
    static final Gazetteer GAZETTEER = load();

    private static Gazetteer load() {
      try (InputStream in = Gazetteer.class.getResourceAsStream("cities.bin.gz")) {
        if (in == null) {
          throw new IllegalStateException("resource cities.bin.gz is missing");
        }
        return read(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The gazetteer that comes with Parley; read on first use. */
  public static Gazetteer shipped() {
    return Shipped.GAZETTEER;
  }

  private record Row(byte[] key, byte[] facts) {}

  /**
   * Reads a GeoNames dump: tab-separated, name in the second column, then ASCII name, other names,
   * latitude, longitude, class, code, country, …, population in the fifteenth. Rows of other
   * classes than P (populated places) and A (regions), or that cannot be read, are left out.
   */
  public static Gazetteer ofGeoNames(BufferedReader dump) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line = dump.readLine(); line != null; line = dump.readLine()) {
      String[] f = line.split("\t", -1);
      if (f.length < 15 || !(f[6].equals("P") || f[6].equals("A")) || f[8].length() != 2) {
        continue;
      }
      byte[] facts = facts(f);
      if (facts != null) {
        Set<String> names = new java.util.TreeSet<>();
        names.add(key(f[1]));
        names.add(key(f[2]));
        for (String other : f[3].split(",", -1)) {
          names.add(key(other));
        }
        for (String name : names) {
          byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
          if (bytes.length > 0 && bytes.length < 128) {
            rows.add(new Row(bytes, facts));
          }
        }
      }
    }
    rows.sort(
        Comparator.comparing(Row::key, Arrays::compare).thenComparing(Row::facts, Arrays::compare));
    return ofRows(rows);
  }

  private static byte @Nullable [] facts(String[] f) {
    try {
      int latitude = (int) Math.round(Double.parseDouble(f[4]) * LATITUDE_STEPS);
      int longitude = (int) Math.round(Double.parseDouble(f[5]) * LONGITUDE_STEPS);
      double people = f[14].isEmpty() ? 0 : Double.parseDouble(f[14]);
      int size = (int) Math.round(Math.log(Math.max(1, people)) * POPULATION_STEPS);
      return new byte[] {
        (byte) f[8].charAt(0),
        (byte) f[8].charAt(1),
        (byte) (latitude >> 8),
        (byte) latitude,
        (byte) (longitude >> 8),
        (byte) longitude,
        (byte) (size >> 8),
        (byte) size
      };
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Gazetteer ofRows(List<Row> rows) {
    int total = 0;
    for (Row row : rows) {
      total += row.key().length + 1;
    }
    byte[] keys = new byte[total];
    byte[] facts = new byte[rows.size() * 8];
    int at = 0;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      keys[at++] = (byte) row.key().length;
      System.arraycopy(row.key(), 0, keys, at, row.key().length);
      at += row.key().length;
      System.arraycopy(row.facts(), 0, facts, i * 8, 8);
    }
    return of(keys, facts);
  }

  private static Gazetteer of(byte[] keys, byte[] facts) {
    int[] starts = new int[facts.length / 8];
    int at = 0;
    for (int i = 0; i < starts.length; i++) {
      starts[i] = at;
      at += 1 + keys[at];
    }
    return new Gazetteer(keys, starts, facts);
  }

  /** Reads what {@link #write} wrote. */
  static Gazetteer read(InputStream in) throws IOException {
    try (DataInputStream data = new DataInputStream(new GZIPInputStream(in, 1 << 16))) {
      byte[] keys = new byte[data.readInt()];
      byte[] facts = new byte[data.readInt()];
      data.readFully(keys);
      // Facts lie in columns, which packs better.
      for (int column = 0; column < 8; column++) {
        byte[] values = new byte[facts.length / 8];
        data.readFully(values);
        for (int i = 0; i < values.length; i++) {
          facts[i * 8 + column] = values[i];
        }
      }
      return of(keys, facts);
    }
  }

  /** Writes the compact form. */
  public void write(OutputStream out) throws IOException {
    try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out))) {
      data.writeInt(keys.length);
      data.writeInt(facts.length);
      data.write(keys);
      for (int column = 0; column < 8; column++) {
        for (int i = 0; i < size(); i++) {
          data.write(facts[i * 8 + column]);
        }
      }
    }
  }

  /** Names held; a place of several names counts as often. */
  public int size() {
    return starts.length;
  }

  /** Hands over every name, folded, with the people of a place that bears it. */
  public void forEach(ObjDoubleConsumer<String> taker) {
    for (int i = 0; i < starts.length; i++) {
      String name = new String(keys, starts[i] + 1, keys[starts[i]], StandardCharsets.UTF_8);
      taker.accept(name, city(name, i).population());
    }
  }

  /** All places of that name, the largest first. */
  public List<City> find(String name) {
    byte[] key = key(name).getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (compare(mid, key) < 0) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    List<City> found = new ArrayList<>();
    for (int i = low; i < starts.length && compare(i, key) == 0; i++) {
      found.add(city(name, i));
    }
    found.sort(Comparator.comparingDouble(City::population).reversed());
    return found;
  }

  /**
   * The place of that name which the report's other places make likeliest: its size, and how often
   * the report names its country.
   *
   * @param countries how often the report names each country, by alpha-2 code
   */
  public Optional<City> likeliest(String name, Map<String, Integer> countries) {
    City best = null;
    double bestScore = 0;
    for (City city : find(name)) {
      int named = countries.getOrDefault(city.country(), 0);
      double score = Math.log(2 + city.population()) + (named == 0 ? 0 : 6 + Math.log(1.0 + named));
      if (best == null || score > bestScore) {
        best = city;
        bestScore = score;
      }
    }
    return Optional.ofNullable(best);
  }

  private City city(String name, int i) {
    int at = i * 8;
    String country = "" + (char) facts[at] + (char) facts[at + 1];
    int latitude = (facts[at + 2] << 8) | (facts[at + 3] & 0xff);
    int longitude = (facts[at + 4] << 8) | (facts[at + 5] & 0xff);
    int size = (facts[at + 6] << 8) | (facts[at + 7] & 0xff);
    return new City(
        name,
        country,
        latitude / LATITUDE_STEPS,
        longitude / LONGITUDE_STEPS,
        Math.exp(size / POPULATION_STEPS));
  }

  private int compare(int i, byte[] key) {
    int from = starts[i] + 1;
    return Arrays.compare(keys, from, from + keys[starts[i]], key, 0, key.length);
  }

  private static String key(String name) {
    StringBuilder out = new StringBuilder();
    for (String word : name.split("[\\s\\-]+", -1)) {
      String plain = NameKey.plain(word);
      if (!plain.isEmpty()) {
        out.append(out.length() == 0 ? "" : " ").append(plain);
      }
    }
    return out.toString();
  }
}
