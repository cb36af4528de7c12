package parley.extract.actors;

import org.jspecify.annotations.Nullable;
import parley.record.ActorKind;

/**
 * "The foreign minister, Juan Robles, said": an office and the name after its comma are one person,
 * whatever the tree makes of them. Between two names and commas ("talks with Paz, the foreign
 * minister, Juan Robles, said") the office is of the one after it, whom the clause goes on with.
 */
final class OfficeBeforeName {

  private OfficeBeforeName() {}

  /** The name after an office and a comma whose bearer it is; null if there is none. */
  static @Nullable Draft holder(Tree tree, Draft office, Lexicon lexicon) {
    if (!office.isNominal()
        || office.kind != ActorKind.PERSON
        || office.modifier
        || office.plural
        || (lexicon.nounFlags(office.lemma()) & Lexicon.HUMAN) == 0) {
      return null;
    }
    int comma = office.end;
    if (comma + 1 >= tree.size() || !isComma(tree, comma)) {
      return null;
    }
    Draft name = tree.draft(comma + 1);
    if (name == null
        || name.begin != comma + 1
        || !name.isName()
        || name.kind != ActorKind.PERSON
        || !isDefinite(tree, office)) {
      return null;
    }
    boolean closed =
        isAfterName(tree, office) ? isClosedByVerb(tree, name) : isClosed(tree, office, name);
    return closed ? name : null;
  }

  /** "The", "Chile's", "his", or an adjective that begins the phrase with a capital: "US envoy". */
  private static boolean isDefinite(Tree tree, Draft office) {
    String tag = tree.token(office.begin).tag();
    return tag.equals("DT")
        || tag.equals("PRP$")
        || tree.has(office.head, "nmod:poss")
        || (office.begin < office.head
            && Character.isUpperCase(tree.token(office.begin).form().charAt(0)));
  }

  /** Whether another person's name and a comma stand before the office. */
  private static boolean isAfterName(Tree tree, Draft office) {
    return office.begin > 1 && isComma(tree, office.begin - 1) && tree.isPerson(office.begin - 2);
  }

  private static boolean isClosedByVerb(Tree tree, Draft name) {
    return name.end + 1 < tree.size() && isComma(tree, name.end) && tree.isVerb(name.end + 1);
  }

  /**
   * "The minister, Juan Robles and Ana Ruiz met" is a list; "told the mayor, Ana Ruiz said" not.
   */
  private static boolean isClosed(Tree tree, Draft office, Draft name) {
    if (name.end >= tree.size()) {
      return true;
    }
    String mark = tree.token(name.end).form();
    if (isComma(tree, name.end)) {
      int next = name.end + 1;
      boolean list =
          next + 1 < tree.size() && tree.token(next).tag().equals("CC") && tree.isPerson(next + 1);
      return !list && !(next < tree.size() && tree.isPerson(next));
    }
    if (!Character.isLetterOrDigit(mark.charAt(0))) {
      return !mark.equals("-");
    }
    return tree.isVerb(name.end) && !endsOpening(tree, office);
  }

  /** "In a letter to the mayor, Ana Ruiz said": the office ends what opens the sentence. */
  private static boolean endsOpening(Tree tree, Draft office) {
    for (int i = office.begin - 1; i >= 0; i--) {
      String form = tree.token(i).form();
      if (!Character.isLetterOrDigit(form.charAt(0)) && !form.startsWith("'")) {
        return false;
      }
      if (tree.isVerb(i)) {
        return true;
      }
    }
    return office.begin > 0;
  }

  private static boolean isComma(Tree tree, int token) {
    return tree.token(token).form().equals(",");
  }
}
