package parley.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The words of a name as names of different texts are compared by them. */
public final class NameWords {

  private static final Set<String> SMALL =
      Set.of("the", "of", "for", "and", "in", "on", "to", "a", "de", "du", "al", "s");

  private NameWords() {}

  /** Words without case, accents, articles and plural marks. */
  public static String fold(String name) {
    return String.join(" ", of(name));
  }

  /** The same as a list. */
  public static List<String> of(String name) {
    List<String> words = new ArrayList<>();
    for (String word : name.split("[\\s\\-/]+", -1)) {
      String plain = NameKey.plain(stripPossessive(word));
      if (!plain.isEmpty() && !SMALL.contains(plain)) {
        words.add(british(plain));
      }
    }
    return words;
  }

  private static String stripPossessive(String word) {
    return word.endsWith("'s") || word.endsWith("’s") ? word.substring(0, word.length() - 2) : word;
  }

  /** "Organisation", "Defence" and "Centre" as in America. */
  private static String british(String word) {
    String w = word.replace("isation", "ization").replace("defence", "defense");
    return w.equals("centre") ? "center" : w.equals("labour") ? "labor" : w;
  }
}
