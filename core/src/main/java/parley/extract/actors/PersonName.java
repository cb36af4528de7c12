package parley.extract.actors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import parley.world.NameKey;

/**
 * A person's name as written: its words without titles, folded for comparison.
 *
 * @param words plain keys of the words, particles left out, at least one
 * @param gender what form of address or first name tell
 */
record PersonName(List<String> words, Gender gender) {

  private static final Set<String> SUFFIXES =
      Set.of("jr", "sr", "ii", "iii", "iv", "jnr", "snr", "phd", "md", "mp", "qc");

  private static final Set<String> PARTICLES =
      Set.of(
          "al", "el", "bin", "ibn", "ben", "abu", "abd", "von", "van", "de", "der", "den", "del",
          "la", "las", "los", "di", "da", "du", "do", "dos", "le", "y", "e", "ul", "ur", "ad",
          "ash", "as", "an", "at");

  private static final Set<Set<String>> NICKNAMES =
      Set.of(
          Set.of("bill", "william"),
          Set.of("bob", "robert"),
          Set.of("rob", "robert"),
          Set.of("bobby", "robert"),
          Set.of("dick", "richard"),
          Set.of("rick", "richard"),
          Set.of("rich", "richard"),
          Set.of("jim", "james"),
          Set.of("jimmy", "james"),
          Set.of("joe", "joseph"),
          Set.of("mike", "michael"),
          Set.of("tom", "thomas"),
          Set.of("tony", "anthony"),
          Set.of("dave", "david"),
          Set.of("dan", "daniel"),
          Set.of("ben", "benjamin"),
          Set.of("bibi", "benjamin"),
          Set.of("sam", "samuel"),
          Set.of("steve", "stephen"),
          Set.of("steve", "steven"),
          Set.of("chris", "christopher"),
          Set.of("ed", "edward"),
          Set.of("ted", "edward"),
          Set.of("ken", "kenneth"),
          Set.of("ron", "ronald"),
          Set.of("don", "donald"),
          Set.of("al", "albert"),
          Set.of("al", "alan"),
          Set.of("jack", "john"),
          Set.of("liz", "elizabeth"),
          Set.of("kate", "katherine"),
          Set.of("kathy", "katherine"),
          Set.of("sue", "susan"),
          Set.of("nick", "nicholas"),
          Set.of("matt", "matthew"),
          Set.of("greg", "gregory"),
          Set.of("jeff", "jeffrey"),
          Set.of("larry", "lawrence"),
          Set.of("pat", "patrick"),
          Set.of("andy", "andrew"),
          Set.of("alex", "alexander"),
          Set.of("gus", "gustavo"),
          Set.of("pepe", "jose"),
          Set.of("pancho", "francisco"),
          Set.of("sasha", "alexander"),
          Set.of("volodya", "vladimir"),
          Set.of("misha", "mikhail"));

  PersonName {
    words = List.copyOf(words);
  }

  /** Reads the words of a mention; those of titles at its head are left out. */
  static PersonName of(List<String> forms, Gender fromTitle, Lexicon lexicon) {
    List<String> words = new ArrayList<>();
    Gender gender = fromTitle;
    int from = 0;
    while (from < forms.size() - 1 && isTitle(forms.get(from), lexicon)) {
      if (gender == Gender.UNKNOWN) {
        gender = lexicon.honorific(forms.get(from).toLowerCase(Locale.ROOT));
      }
      from++;
    }
    String held = "";
    for (int i = from; i < forms.size(); i++) {
      String form = forms.get(i);
      String plain = NameKey.plain(form);
      if (plain.isEmpty() || form.equals("'s") || form.equals("’s")) {
        continue;
      }
      if (!words.isEmpty() && SUFFIXES.contains(plain)) {
        continue;
      }
      if (i < forms.size() - 1 && PARTICLES.contains(plain) && !form.endsWith(".")) {
        // "Abu Mazen" is one word, "bin" and "de" are none.
        held = plain.equals("abu") || plain.equals("abd") ? plain : "";
        continue;
      }
      words.add(withoutArticle(held + plain));
      held = "";
    }
    if (words.isEmpty()) {
      words.add(NameKey.plain(forms.get(forms.size() - 1)));
    }
    if (gender == Gender.UNKNOWN && words.size() > 1) {
      gender = lexicon.firstName(words.get(0));
    }
    return new PersonName(words, gender);
  }

  private static boolean isTitle(String form, Lexicon lexicon) {
    String low = form.toLowerCase(Locale.ROOT);
    // "King" and "Prince" are surnames too, but not at the head of a longer name.
    return lexicon.isTitleWord(low) && lexicon.firstName(low) == Gender.UNKNOWN;
  }

  private static String withoutArticle(String plain) {
    boolean article =
        plain.length() > 5
            && plain.charAt(2) == '-'
            && (plain.startsWith("al")
                || plain.startsWith("el")
                || plain.startsWith("as")
                || plain.startsWith("ad")
                || plain.startsWith("ash"));
    return article ? plain.substring(3) : plain;
  }

  String surname() {
    return words.get(words.size() - 1);
  }

  String given() {
    return words.get(0);
  }

  boolean isSingle() {
    return words.size() == 1;
  }

  /** Whether two names of more than one word may be one person's. */
  boolean matches(PersonName other) {
    if (!gender.agrees(other.gender)) {
      return false;
    }
    if (isSingle() || other.isSingle()) {
      return contains(other) || other.contains(this);
    }
    boolean surnames = same(surname(), other.surname());
    if (surnames && sameGiven(given(), other.given())) {
      return true;
    }
    // One has a further surname or given name: "Juan Manuel Santos", "Juan Manuel Santos Calderon".
    return words.size() != other.words.size() && (within(other) || other.within(this));
  }

  /** Whether all words are found in the other's, in order, the first with the first or last. */
  private boolean within(PersonName other) {
    if (words.size() >= other.words.size()) {
      return false;
    }
    int at = 0;
    for (String word : words) {
      while (at < other.words.size() && !same(word, other.words.get(at))) {
        at++;
      }
      if (at++ == other.words.size()) {
        return false;
      }
    }
    return same(given(), other.given()) || same(surname(), other.surname());
  }

  private boolean contains(PersonName single) {
    if (!single.isSingle()) {
      return false;
    }
    for (String word : words) {
      if (same(word, single.given())) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(String a, String b) {
    return a.equals(b)
        || (a.length() > 3 && b.length() > 3 && NameKey.sound(a).equals(NameKey.sound(b)));
  }

  private static boolean sameGiven(String a, String b) {
    if (same(a, b)) {
      return true;
    }
    if (a.length() == 1 || b.length() == 1) {
      return a.charAt(0) == b.charAt(0);
    }
    return NICKNAMES.contains(Set.of(a, b));
  }
}
