package parley.ingest.fetch;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What servers said of the versions of their documents, by address, kept in one small file of tab
 * separated values; those that were not asked for longest are forgotten.
 */
final class Versions {

  private static final String FILE = "fetched.tsv";
  private static final int MOST = 50_000;

  /**
   * @param etag as the server sent it, empty if it did not
   * @param modified the header Last-Modified as it was sent, empty if it was not
   * @param note what the caller noted of the document, empty if nothing
   */
  record Version(String etag, String modified, String note) {}

  private final @Nullable Path file;
  private final Map<String, Version> versions = new LinkedHashMap<>(16, 0.75f, true);
  private boolean changed;

  Versions(@Nullable Path directory) throws IOException {
    file = directory == null ? null : directory.resolve(FILE);
    if (file != null && Files.exists(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        String[] fields = line.split("\t", -1);
        if (fields.length == 4) {
          versions.put(fields[0], new Version(fields[1], fields[2], fields[3]));
        }
      }
    }
  }

  @Nullable Version of(String url) {
    return versions.get(url);
  }

  void put(String url, Version version) {
    changed = true;
    versions.put(
        url, new Version(plain(version.etag), plain(version.modified), plain(version.note)));
    if (versions.size() > MOST) {
      versions.remove(versions.keySet().iterator().next());
    }
  }

  private static String plain(String value) {
    return value.length() > 1000 ? "" : value.replaceAll("[\\p{Cntrl}]", " ");
  }

  /** Writes the file anew, whole or not at all. */
  void save() throws IOException {
    if (file == null || !changed) {
      return;
    }
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    Path fresh = file.resolveSibling(FILE + ".new");
    try (Writer out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, Version> entry : versions.entrySet()) {
        Version v = entry.getValue();
        out.write(plain(entry.getKey()) + "\t" + v.etag + "\t" + v.modified + "\t" + v.note + "\n");
      }
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    changed = false;
  }
}
