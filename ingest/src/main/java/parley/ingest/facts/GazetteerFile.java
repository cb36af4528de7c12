package parley.ingest.facts;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import parley.world.Gazetteer;
import parley.world.GeoNames;

/**
 * A GeoNames dump of the user's own (allCountries, cities500, one country's; as text, zip or gzip)
 * as a gazetteer. On first use it is indexed into a file in the cache, which is mapped into memory
 * from then on: neither needs room for the dump.
 */
public final class GazetteerFile {

  /** Lines that are none of a dump which are told one by one. */
  private static final int TOLD = 5;

  /** Lines without one of a dump after which it is taken for none. */
  private static final int HOPELESS = 1_000;

  /** No line of a dump is longer. */
  private static final int LONGEST_LINE = 1 << 20;

  private GazetteerFile() {}

  /**
   * Opens a dump, laid over the shipped gazetteer.
   *
   * @param cache directory for the index, made if need be
   * @param told hears of the indexing and of lines that are none of a dump
   * @throws IOException if it cannot be read or is no dump; the message says so to the user
   */
  public static Gazetteer open(Path dump, Path cache, Consumer<String> told) throws IOException {
    if (!Files.isRegularFile(dump)) {
      throw new IOException(dump + ": is no file; check the name");
    }
    Path index = cache.resolve(name(dump));
    if (!Files.isRegularFile(index)) {
      told.accept(dump + ": is indexed for its first use …");
      Files.createDirectories(cache);
      index(dump, index, told);
    }
    return PlaceIndex.map(index).over(Gazetteer.shipped());
  }

  /** Another name once the dump is another. */
  private static String name(Path dump) throws IOException {
    BasicFileAttributes about = Files.readAttributes(dump, BasicFileAttributes.class);
    String version =
        dump.toRealPath() + " " + about.size() + " " + about.lastModifiedTime().toMillis();
    return String.format(
        Locale.ROOT, "places-%d-%08x-%x.bin", PlaceIndex.FORM, version.hashCode(), about.size());
  }

  private static void index(Path dump, Path index, Consumer<String> told) throws IOException {
    GeoNames names = new GeoNames(Gazetteer.shipped().regionCodes());
    long number = 0;
    long bad = 0;
    long good = 0;
    try (BufferedReader in = reader(dump);
        PlaceIndex.Maker maker = new PlaceIndex.Maker(index)) {
      for (String line = line(in); line != null; line = line(in)) {
        number++;
        try {
          if (!line.isEmpty() && line.charAt(0) != '#') {
            maker.add(names.rows(line));
            good++;
          }
        } catch (GeoNames.BadLineException e) {
          bad++;
          if (bad <= TOLD) {
            told.accept(dump + ":" + number + ": " + e.getMessage() + "; it is left out");
          }
          if (good == 0 && bad >= HOPELESS) {
            break;
          }
        }
      }
      if (maker.isEmpty()) {
        throw new IOException(
            dump
                + ": holds no place; give a dump of download.geonames.org/export/dump such as"
                + " cities500.zip");
      }
      if (bad > TOLD) {
        told.accept(dump + ": " + bad + " lines of " + number + " are left out");
      }
      maker.finish(names.regions());
    }
  }

  private static BufferedReader reader(Path dump) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(dump), 1 << 16);
    in.mark(4);
    byte[] head = in.readNBytes(2);
    in.reset();
    if (head.length == 2 && head[0] == 'P' && head[1] == 'K') {
      ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8);
      ZipEntry entry = zip.getNextEntry();
      while (entry != null && !isDump(entry)) {
        entry = zip.getNextEntry();
      }
      if (entry == null) {
        zip.close();
        throw new IOException(dump + ": holds no .txt but a readme; give GeoNames' own zip");
      }
      in = zip;
    } else if (head.length == 2 && head[0] == 0x1f && head[1] == (byte) 0x8b) {
      in = new GZIPInputStream(in, 1 << 16);
    }
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
  }

  private static boolean isDump(ZipEntry entry) {
    String name = entry.getName().toLowerCase(Locale.ROOT);
    return name.endsWith(".txt") && !name.contains("readme");
  }

  /** The next line, cut off where it is longer than any of a dump; null at the end. */
  private static @Nullable String line(BufferedReader in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n') {
        return line.toString();
      }
      if (line.length() < LONGEST_LINE && c != '\r') {
        line.append((char) c);
      }
    }
    return line.length() == 0 ? null : line.toString();
  }
}
