package parley.extract.statements.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** What kind of saying, thinking or wanting a word names, by a list compiled by hand. */
public final class Manner {

  /** Modes in the order of their classes; class 0 is no cue word. */
  public static final List<String> MODES =
      List.of(
          "",
          "said",
          "wrote",
          "asked",
          "demanded",
          "promised",
          "threatened",
          "thought",
          "knew",
          "wanted",
          "felt",
          "supported",
          "opposed",
          "showed",
          "decided");

  private static final Map<String, Integer> CLASSES = load();

  private Manner() {}

  /**
   * Class of a word, an index of {@link #MODES}; 0 if it is not listed. A lemma of several classes
   * has the first.
   */
  public static int of(String lemma, String tag) {
    if (tag.isEmpty()) {
      return 0;
    }
    char kind =
        switch (tag.charAt(0)) {
          case 'V' -> 'v';
          case 'N' -> 'n';
          case 'J' -> 'j';
          default -> 'o';
        };
    Integer found = lookUp(kind, lemma);
    if (found == null && kind == 'v' && tag.equals("VBN")) {
      found = lookUp('j', lemma);
    }
    if (found == null && kind == 'j') {
      found = lookUp('v', lemma);
    }
    if (found == null && tag.startsWith("NNP")) {
      // A headline's verb in capitals is easily taken for a name.
      found = lookUp('v', lemma);
      if (found == null && lemma.endsWith("s")) {
        found = lookUp('v', lemma.substring(0, lemma.length() - 1));
      }
    }
    return found == null ? 0 : found;
  }

  private static @Nullable Integer lookUp(char kind, String lemma) {
    return CLASSES.get(kind + " " + lemma);
  }

  private static Map<String, Integer> load() {
    Map<String, Integer> result = new HashMap<>(4_000);
    try (InputStream in = Manner.class.getResourceAsStream("manner.txt")) {
      if (in == null) {
        throw new IllegalStateException("resource manner.txt is missing from the jar");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#") || line.isBlank()) {
          continue;
        }
        StringTokenizer words = new StringTokenizer(line);
        int mode = MODES.indexOf(words.nextToken());
        String kind = words.nextToken();
        while (words.hasMoreTokens()) {
          result.putIfAbsent(kind + " " + words.nextToken(), mode);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return result;
  }
}
