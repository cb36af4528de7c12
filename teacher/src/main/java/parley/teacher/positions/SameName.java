package parley.teacher.positions;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether two names of a party are one, as the scorer of positions counts it. */
final class SameName {

  private static final Set<String> TITLES =
      Set.of("the", "of", "mr", "mrs", "ms", "dr", "gen", "president", "government");

  private SameName() {}

  /** Equal words, or one name holds the other's last word. */
  static boolean of(String marked, String read) {
    List<String> a = words(marked);
    List<String> b = words(read);
    return !a.isEmpty()
        && !b.isEmpty()
        && (a.equals(b) || b.contains(a.get(a.size() - 1)) || a.contains(b.get(b.size() - 1)));
  }

  private static List<String> words(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("[^\\x00-\\x7F]", "")
            .toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    for (String word : plain.split("[^a-z0-9_]+")) {
      if (!word.isEmpty() && !TITLES.contains(word)) {
        words.add(word);
      }
    }
    return words;
  }
}
