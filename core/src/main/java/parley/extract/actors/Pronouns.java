package parley.extract.actors;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** English pronouns that can name an actor. */
final class Pronouns {

  /**
   * What a pronoun tells.
   *
   * @param person 1, 2 or 3
   * @param relative "who", "whom", "whose", "which", "that"
   * @param reflexive "himself"
   * @param possessive "his", "their"
   */
  record Traits(
      int person,
      boolean plural,
      Gender gender,
      boolean relative,
      boolean reflexive,
      boolean possessive) {}

  private static final Map<String, Traits> ALL =
      Map.ofEntries(
          entry("i", 1, false, Gender.UNKNOWN, ""),
          entry("me", 1, false, Gender.UNKNOWN, ""),
          entry("my", 1, false, Gender.UNKNOWN, "p"),
          entry("mine", 1, false, Gender.UNKNOWN, "p"),
          entry("myself", 1, false, Gender.UNKNOWN, "r"),
          entry("we", 1, true, Gender.UNKNOWN, ""),
          entry("us", 1, true, Gender.UNKNOWN, ""),
          entry("our", 1, true, Gender.UNKNOWN, "p"),
          entry("ours", 1, true, Gender.UNKNOWN, "p"),
          entry("ourselves", 1, true, Gender.UNKNOWN, "r"),
          entry("you", 2, false, Gender.UNKNOWN, ""),
          entry("your", 2, false, Gender.UNKNOWN, "p"),
          entry("yours", 2, false, Gender.UNKNOWN, "p"),
          entry("yourself", 2, false, Gender.UNKNOWN, "r"),
          entry("he", 3, false, Gender.MALE, ""),
          entry("him", 3, false, Gender.MALE, ""),
          entry("his", 3, false, Gender.MALE, "p"),
          entry("himself", 3, false, Gender.MALE, "r"),
          entry("she", 3, false, Gender.FEMALE, ""),
          entry("her", 3, false, Gender.FEMALE, "p"),
          entry("hers", 3, false, Gender.FEMALE, "p"),
          entry("herself", 3, false, Gender.FEMALE, "r"),
          entry("it", 3, false, Gender.NEUTER, ""),
          entry("its", 3, false, Gender.NEUTER, "p"),
          entry("itself", 3, false, Gender.NEUTER, "r"),
          entry("they", 3, true, Gender.UNKNOWN, ""),
          entry("them", 3, true, Gender.UNKNOWN, ""),
          entry("their", 3, true, Gender.UNKNOWN, "p"),
          entry("theirs", 3, true, Gender.UNKNOWN, "p"),
          entry("themselves", 3, true, Gender.UNKNOWN, "r"),
          entry("who", 3, false, Gender.UNKNOWN, "w"),
          entry("whom", 3, false, Gender.UNKNOWN, "w"),
          entry("whose", 3, false, Gender.UNKNOWN, "w"));

  private static final Traits WHICH = new Traits(3, false, Gender.UNKNOWN, true, false, false);

  /** Tokens back that a relative pronoun may reach where the tree does not tell. */
  private static final int NEAR = 12;

  private Pronouns() {}

  private static Map.Entry<String, Traits> entry(
      String word, int person, boolean plural, Gender gender, String kind) {
    return Map.entry(
        word,
        new Traits(person, plural, gender, kind.equals("w"), kind.equals("r"), kind.equals("p")));
  }

  /** The traits of a lower-case word, null if it is no such pronoun. */
  static @Nullable Traits of(String word) {
    return ALL.get(word);
  }

  /** The traits of "which" and "that" where they stand for an antecedent. */
  static Traits relative() {
    return WHICH;
  }

  /** The noun that a relative pronoun stands for, -1 if it asks instead. */
  static int relativeHead(Tree tree, int i) {
    int at = tree.head(i);
    // From "whose brother was killed" the way leads over the noun to the clause's verb.
    for (int steps = 0; at >= 0 && steps < 8; steps++) {
      if (tree.token(at).relation().equals("acl:relcl")) {
        int noun = tree.head(at);
        if (noun >= 0 && noun < i) {
          return noun;
        }
        break;
      }
      at = tree.head(at);
    }
    return nearest(tree, i);
  }

  /** By place alone, where the tree does not tell: the noun before the comma or the pronoun. */
  private static int nearest(Tree tree, int i) {
    for (int k = i - 1; k >= 0 && i - k < NEAR; k--) {
      if (tree.isVerb(k) && k == i - 1) {
        return -1;
      }
      Draft draft = tree.draft(k);
      if (draft != null && draft.actor && !draft.isPronoun() && !draft.modifier) {
        return draft.head;
      }
      if (tree.isNoun(k) && k >= i - 2) {
        return k;
      }
    }
    return -1;
  }
}
