package parley.language.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names of states and the words for their people and things ("Colombia", "Colombian", "U.S."), in
 * their usual case and in capitals. Immutable.
 */
public final class States {

  private static final class Holder {
    static final States SHIPPED = new States(WordLists.lines("states.tsv"));
  }

  /** Words of one token that begin a longer entry, so that most look-ups end at the first word. */
  private final Set<String> first = new HashSet<>();

  private final Set<String> names = new HashSet<>();
  private final Set<String> demonyms = new HashSet<>();

  private States(List<String> lines) {
    for (String line : lines) {
      String[] columns = line.split("\t", -1);
      add(names, columns[1]);
      add(demonyms, columns[2]);
    }
  }

  private void add(Set<String> set, String entries) {
    if (entries.isEmpty()) {
      return;
    }
    for (String entry : entries.split("\\|", -1)) {
      for (String form : List.of(entry, entry.toUpperCase(Locale.ROOT))) {
        // As the tokenizer cuts it.
        String cut = form.replace("-", " - ").replace("'s", " 's");
        set.add(cut);
        int space = cut.indexOf(' ');
        if (space > 0) {
          first.add(cut.substring(0, space));
        }
      }
    }
  }

  public static States shipped() {
    return Holder.SHIPPED;
  }

  /** Whether tokens {@code [begin, end)}, a leading article apart, are the name of a state. */
  public boolean isState(List<String> forms, int begin, int end) {
    int from = begin + 1 < end && forms.get(begin).equalsIgnoreCase("the") ? begin + 1 : begin;
    return names.contains(String.join(" ", forms.subList(from, end)));
  }

  /**
   * The length in tokens of the longest word for a state's people or things at {@code begin}, 0 if
   * none stands there.
   */
  public int demonymAt(List<String> forms, int begin) {
    return longest(demonyms, forms, begin);
  }

  /** The length in tokens of the longest state's name at {@code begin}, 0 if none stands there. */
  public int stateAt(List<String> forms, int begin) {
    return longest(names, forms, begin);
  }

  private int longest(Set<String> set, List<String> forms, int begin) {
    String form = forms.get(begin);
    int found = set.contains(form) ? 1 : 0;
    if (!first.contains(form)) {
      return found;
    }
    StringBuilder joined = new StringBuilder(form);
    for (int end = begin + 1; end < Math.min(forms.size(), begin + 6); end++) {
      joined.append(' ').append(forms.get(end));
      if (set.contains(joined.toString())) {
        found = end + 1 - begin;
      }
    }
    return found;
  }
}
