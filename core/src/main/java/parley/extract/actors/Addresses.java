package parley.extract.actors;

import org.jspecify.annotations.Nullable;
import parley.record.ActorKind;
import parley.record.Mention;

/** Finds offices that are addressed without a name: "Madam Speaker", "Mr. President". */
final class Addresses {

  private Addresses() {}

  /** The mention whose office is token {@code i}, null if nobody is so addressed there. */
  static @Nullable Draft at(Tree tree, int i, boolean[] inName, Lexicon lexicon) {
    Gender gender = i == 0 || inName[i - 1] ? Gender.UNKNOWN : lexicon.honorific(tree.low(i - 1));
    if (gender == Gender.UNKNOWN
        || !Character.isUpperCase(tree.token(i).form().charAt(0))
        || (lexicon.nounFlags(tree.low(i)) & Lexicon.OFFICE) == 0
        || (i + 1 < tree.size() && inName[i + 1])) {
      return null;
    }
    Draft draft = new Draft(tree, i - 1, i + 1, i, Mention.Form.NOMINAL);
    draft.kind = ActorKind.PERSON;
    draft.gender = gender;
    draft.address = true;
    return draft;
  }
}
