package parley.extract.events.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Words for violent acts and for those who do and suffer them, by classes: {@code
 * incident-words.txt}.
 */
final class IncidentWords {

  private final Map<String, Integer> acts = new HashMap<>();
  private final Map<String, Integer> kinds = new HashMap<>();

  private IncidentWords() {
    try (InputStream in = IncidentWords.class.getResourceAsStream("incident-words.txt")) {
      if (in == null) {
        throw new IllegalStateException("resource incident-words.txt is missing");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, Integer> to = acts;
      int section = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("[")) {
          to = line.startsWith("[act ") ? acts : kinds;
          section++;
        } else if (!line.isEmpty() && !line.startsWith("#")) {
          for (String word : line.split(" ", -1)) {
            to.putIfAbsent(word, section);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shipped {
    static final IncidentWords WORDS = new IncidentWords();
  }

  static IncidentWords shipped() {
    return Shipped.WORDS;
  }

  /** The class of violent act that a lower-case lemma tells of, 0 for none. */
  int act(String lemma) {
    return acts.getOrDefault(lemma, 0);
  }

  /** The class of actor, target or weapon that a lower-case lemma names, 0 for none. */
  int kind(String lemma) {
    return kinds.getOrDefault(lemma, 0);
  }
}
