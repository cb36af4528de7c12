package parley.world;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Places by name, with country, region, coordinates and population. The shipped one holds the
 * places of 5,000 people and more of GeoNames and the regions of states (CC BY 4.0, see NOTICE); a
 * user's own may be laid over it. Names are compared without case and accents.
 *
 * <p>Immutable and safe for use by many threads at once.
 */
public final class Gazetteer {

  /** Entries from one known offset to the next. */
  public static final int BLOCK = 64;

  /** A name that more places bear tells nothing. */
  private static final int MOST_OF_A_NAME = 5_000;

  /** Rows ({@link PlaceRow#bytes}) in order, one after the other. */
  private final ByteBuffer entries;

  /** Where every {@value #BLOCK}th entry begins. */
  private final int[] blocks;

  /** Names of regions by number; the first stands for none. */
  private final String[] regions;

  private final Map<String, String> regionCodes;
  private final String id;
  private final @Nullable Gazetteer below;

  private Gazetteer(
      ByteBuffer entries,
      int[] blocks,
      String[] regions,
      Map<String, String> regionCodes,
      String id,
      @Nullable Gazetteer below) {
    this.entries = entries;
    this.blocks = blocks;
    this.regions = regions;
    this.regionCodes = regionCodes;
    this.id = id;
    this.below = below;
  }

  private static final class Shipped {
    static final Gazetteer GAZETTEER = load();

    private static Gazetteer load() {
      try (InputStream in = Gazetteer.class.getResourceAsStream("cities.bin.gz")) {
        if (in == null) {
          throw new IllegalStateException("resource cities.bin.gz is missing");
        }
        return packed(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The gazetteer that comes with Parley; read on first use. */
  public static Gazetteer shipped() {
    return Shipped.GAZETTEER;
  }

  /**
   * A gazetteer of rows as {@link PlaceRow#bytes} gives them, in order.
   *
   * @param entries from position 0 to the limit, not to be changed any more
   * @param blocks where every {@value #BLOCK}th entry begins
   * @param regions code and name by number from 1 on, as {@link GeoNames#regions} gives them
   * @param id tells it from others
   */
  public static Gazetteer of(ByteBuffer entries, int[] blocks, List<String[]> regions, String id) {
    String[] names = new String[regions.size() + 1];
    names[0] = "";
    Map<String, String> codes = new HashMap<>();
    for (int i = 1; i < names.length; i++) {
      names[i] = regions.get(i - 1)[1];
      codes.put(regions.get(i - 1)[0], names[i]);
    }
    return new Gazetteer(entries, blocks, names, codes, id, null);
  }

  /** A gazetteer of rows, which are put in order. */
  public static Gazetteer of(List<PlaceRow> rows, List<String[]> regions, String id) {
    List<PlaceRow> sorted = rows.stream().sorted().distinct().toList();
    int total = 0;
    List<byte[]> all = new ArrayList<>(sorted.size());
    for (PlaceRow row : sorted) {
      all.add(row.bytes());
      total += all.get(all.size() - 1).length;
    }
    ByteBuffer entries = ByteBuffer.allocate(total);
    all.forEach(entries::put);
    return of(entries, blocks(entries, sorted.size()), regions, id);
  }

  private static int[] blocks(ByteBuffer entries, int count) {
    int[] blocks = new int[(count + BLOCK - 1) / BLOCK];
    int at = 0;
    for (int i = 0; i < count; i++) {
      if (i % BLOCK == 0) {
        blocks[i / BLOCK] = at;
      }
      at += 1 + entries.get(at) + PlaceRow.FACTS;
    }
    return blocks;
  }

  /** Reads the shipped form ({@code parley.teacher.MakeGazetteer} writes it). */
  private static Gazetteer packed(InputStream in) throws IOException {
    try (DataInputStream data = new DataInputStream(new GZIPInputStream(in, 1 << 16))) {
      List<String[]> regions = new ArrayList<>();
      byte[] table = new byte[data.readInt()];
      data.readFully(table);
      for (String line : new String(table, StandardCharsets.UTF_8).split("\n", -1)) {
        if (!line.isEmpty()) {
          regions.add(line.split("\t", 2));
        }
      }
      byte[] keys = new byte[data.readInt()];
      int count = data.readInt();
      data.readFully(keys);
      // Facts lie in columns, which packs better.
      byte[] columns = new byte[count * PlaceRow.FACTS];
      data.readFully(columns);
      byte[] entries = new byte[keys.length + columns.length];
      int from = 0;
      int to = 0;
      for (int i = 0; i < count; i++) {
        int length = 1 + keys[from];
        System.arraycopy(keys, from, entries, to, length);
        from += length;
        to += length;
        for (int c = 0; c < PlaceRow.FACTS; c++) {
          entries[to++] = columns[c * count + i];
        }
      }
      ByteBuffer buffer = ByteBuffer.wrap(entries);
      return of(buffer, blocks(buffer, count), regions, "");
    }
  }

  /**
   * This one laid over another: a name that this one knows is looked up here alone, any other
   * there.
   */
  public Gazetteer over(Gazetteer other) {
    return new Gazetteer(entries, blocks, regions, regionCodes, id, other);
  }

  /** Tells it from others; empty for the shipped one. */
  public String id() {
    return id;
  }

  /** Names of regions by code ("SY.07"). */
  public Map<String, String> regionCodes() {
    return Map.copyOf(regionCodes);
  }

  /** Hands over every name of a town, folded, with the people of a place that bears it. */
  public void forEach(ObjDoubleConsumer<String> taker) {
    for (int at = 0; at < entries.limit(); at = next(at)) {
      Place place = place(key(at), at);
      if (place.kind().isTown()) {
        taker.accept(place.name(), place.population());
      }
    }
  }

  /** All places of that name, the largest first. */
  public List<Place> find(String name) {
    List<Place> found = new ArrayList<>();
    byte[] key = GeoNames.key(name).getBytes(StandardCharsets.UTF_8);
    int at = key.length == 0 ? entries.limit() : first(key);
    while (at < entries.limit() && compare(at, key) == 0 && found.size() < MOST_OF_A_NAME) {
      found.add(place(name, at));
      at = next(at);
    }
    if (found.isEmpty() && below != null) {
      return below.find(name);
    }
    found.sort(Comparator.comparingDouble(Place::population).reversed());
    return found;
  }

  /** All towns of that name, the largest first. */
  public List<Place> towns(String name) {
    return find(name).stream().filter(place -> place.kind().isTown()).toList();
  }

  /** Where the first entry of at least that name begins. */
  private int first(byte[] key) {
    int low = 0;
    int high = blocks.length;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (compare(blocks[mid], key) < 0) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    int at = low == 0 ? 0 : blocks[low - 1];
    while (at < entries.limit() && compare(at, key) < 0) {
      at = next(at);
    }
    return at;
  }

  private int next(int at) {
    return at + 1 + entries.get(at) + PlaceRow.FACTS;
  }

  private String key(int at) {
    byte[] key = new byte[entries.get(at)];
    entries.get(at + 1, key);
    return new String(key, StandardCharsets.UTF_8);
  }

  private Place place(String name, int at) {
    byte[] facts = new byte[PlaceRow.FACTS];
    entries.get(at + 1 + entries.get(at), facts);
    return PlaceRow.place(name, facts, regions);
  }

  private int compare(int at, byte[] key) {
    int length = entries.get(at);
    int shared = Math.min(length, key.length);
    for (int i = 0; i < shared; i++) {
      int difference = Byte.compare(entries.get(at + 1 + i), key[i]);
      if (difference != 0) {
        return difference;
      }
    }
    return length - key.length;
  }
}
