package parley.language.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the title before a person's name ("Foreign Minister", "Secretary of State"). Immutable. */
public final class Titles {

  private static final class Holder {
    static final Titles SHIPPED = new Titles(WordLists.lines("titles.txt"));
  }

  private static final int MOST_TOKENS = 8;

  private static final Set<String> ADDRESSES =
      Set.of("madam", "madame", "mr", "mr.", "mister", "mrs", "mrs.");

  private static final Set<String> OFFICES =
      Set.of(
          "ambassador",
          "chair",
          "chairman",
          "chairwoman",
          "chancellor",
          "mayor",
          "minister",
          "president",
          "secretary",
          "speaker");

  private final Set<String> heads = new HashSet<>();
  private final Set<String> modifiers = new HashSet<>();

  private Titles(List<String> lines) {
    for (String line : lines) {
      if (line.charAt(0) == '+') {
        modifiers.add(line.substring(1));
      } else {
        heads.add(line);
      }
    }
  }

  public static Titles shipped() {
    return Holder.SHIPPED;
  }

  public boolean isTitle(String form) {
    return heads.contains(form.toLowerCase(Locale.ROOT));
  }

  /** Whether tokens {@code [begin, end)} address an office without a name ("Madam Speaker"). */
  public boolean isAddress(List<String> forms, int begin, int end) {
    return end - begin == 2
        && ADDRESSES.contains(forms.get(begin).toLowerCase(Locale.ROOT))
        && OFFICES.contains(forms.get(begin + 1).toLowerCase(Locale.ROOT));
  }

  /**
   * Where the title begins that ends right before token {@code name}.
   *
   * @return index of the title's first token, {@code name} if none stands there
   */
  public int beginBefore(List<String> forms, int name) {
    int limit = Math.max(0, name - MOST_TOKENS);
    int begin = name;
    if (name > limit && isTitle(forms.get(name - 1))) {
      begin = name - 1;
    } else {
      // "Secretary of State", "Minister of the Interior"
      for (int at = name - 2; at > limit && at > name - 5; at--) {
        if (forms.get(at).equalsIgnoreCase("of")
            && isTitle(forms.get(at - 1))
            && startsUpper(forms.get(at - 1))
            && startsUpper(forms.get(name - 1))) {
          begin = at - 1;
        }
      }
      if (begin == name) {
        return name;
      }
    }
    while (begin > limit && widens(forms, begin - 1)) {
      begin--;
    }
    return begin;
  }

  private boolean widens(List<String> forms, int at) {
    String word = forms.get(at).toLowerCase(Locale.ROOT);
    if (word.equals("-")) {
      return at > 0 && widens(forms, at - 1);
    }
    return modifiers.contains(word) || heads.contains(word);
  }

  private static boolean startsUpper(String form) {
    return Character.isUpperCase(form.charAt(0));
  }
}
