package parley.extract.actors;

import org.jspecify.annotations.Nullable;
import parley.record.ActorKind;

/**
 * "After talks with Paz, the foreign minister, Juan Robles, said": between two names and commas an
 * office is of the one after it, whom the clause goes on with.
 */
final class OfficeBeforeName {

  private OfficeBeforeName() {}

  /** The name after an office that stands alone between commas; null if there is none. */
  static @Nullable Draft holder(Tree tree, Draft office) {
    if (!office.isNominal() || office.kind != ActorKind.PERSON || office.modifier) {
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
        || !tree.low(office.begin).equals("the")) {
      return null;
    }
    // "The minister, Juan Robles and Ana Ruiz met" is a list.
    boolean closed =
        name.end + 1 < tree.size() && isComma(tree, name.end) && tree.isVerb(name.end + 1);
    return closed ? name : null;
  }

  private static boolean isComma(Tree tree, int token) {
    return tree.token(token).form().equals(",");
  }
}
