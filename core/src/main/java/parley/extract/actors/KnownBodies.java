package parley.extract.actors;

import java.util.List;
import parley.language.Token;
import parley.record.ActorKind;
import parley.record.Mention;
import parley.world.World;

/** Mends names of organisations and movements that the world knows and the name model does not. */
final class KnownBodies {

  /** Shorter words are too often something else. */
  private static final int SHORTEST = 4;

  private KnownBodies() {}

  /** "The Houthis" and "Hayat Tahrir al-Sham" are no person, "Maarat al-Numan" is a town. */
  static void mend(Draft name, World world) {
    Tree tree = name.tree;
    boolean several =
        name.begin > 0 && tree.low(name.begin - 1).equals("the")
            || tree.token(name.end - 1).tag().endsWith("S");
    if (name.kind != ActorKind.PERSON) {
      return;
    }
    boolean single = name.end == name.begin + 1;
    if ((several || !single) && world.organisation(name.text()).isPresent()) {
      name.kind = ActorKind.ORGANIZATION;
    } else if (!single && world.ofRegion(name.text()).isPresent()) {
      name.kind = ActorKind.PLACE;
    }
  }

  /** "A Houthi spokesman": a known name before a noun in which the model saw none. */
  static void add(Tree tree, boolean[] inName, List<Draft> drafts, World world) {
    for (int i = 1; i + 1 < tree.size(); i++) {
      String form = tree.token(i).form();
      if (inName[i]
          || inName[i + 1]
          || form.length() < SHORTEST
          || !Character.isUpperCase(form.charAt(0))
          || !Character.isLowerCase(tree.token(i + 1).form().charAt(0))) {
        continue;
      }
      Token token = tree.token(i);
      String relation = token.plainRelation();
      boolean before = (relation.equals("compound") || relation.equals("amod")) && token.head() > i;
      if (before && world.organisation(form).isPresent()) {
        Draft draft = new Draft(tree, i, i + 1, i, Mention.Form.NAME);
        draft.kind = ActorKind.ORGANIZATION;
        draft.gender = Gender.NEUTER;
        drafts.add(draft);
        inName[i] = true;
      }
    }
  }
}
