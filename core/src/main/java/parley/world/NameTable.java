package parley.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A long list of names with the code of the state of each, looked up in the bytes of the file as it
 * lies: lines {@code key|code} in the order of their bytes, keys as {@link World#key} folds them.
 * Nothing is parsed when it is loaded.
 */
final class NameTable {

  private static final byte END = '\n';
  private static final byte BAR = '|';

  private final byte[] lines;

  private NameTable(String resource) {
    try (InputStream in = NameTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is missing");
      }
      lines = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Persons {
    static final NameTable TABLE = new NameTable("officials.txt");
  }

  private static final class Bodies {
    static final NameTable TABLE = new NameTable("bodies.txt");
  }

  /** Public persons by full name: ministers, envoys, governors of central banks, opposition. */
  static NameTable officials() {
    return Persons.TABLE;
  }

  /** Bodies, regions and places that no other list has, by a name that tells their state. */
  static NameTable bodies() {
    return Bodies.TABLE;
  }

  /** The code that stands behind that key; null where there is none. */
  @Nullable String codeOf(String key) {
    byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
    int from = 0;
    int to = lines.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      int begin = middle;
      while (begin > from && lines[begin - 1] != END) {
        begin--;
      }
      int bar = indexOf(BAR, begin);
      int end = indexOf(END, bar);
      int order = Arrays.compareUnsigned(wanted, 0, wanted.length, lines, begin, bar);
      if (order == 0) {
        return new String(lines, bar + 1, end - bar - 1, StandardCharsets.UTF_8);
      }
      if (order < 0) {
        to = begin;
      } else {
        from = Math.min(end + 1, lines.length);
      }
    }
    return null;
  }

  private int indexOf(byte wanted, int from) {
    int at = from;
    while (at < lines.length && lines[at] != wanted) {
      at++;
    }
    return at;
  }
}
