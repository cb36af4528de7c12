package parley.extract.actors;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.record.ActorKind;
import parley.record.Fact;

/** "Ana Ruiz of the Dockers' Union", "Ana Ruiz, who leads the dockers": whose the person is. */
final class BodyAfterName {

  /** Words of a body's name that are looked at. */
  private static final int REACH = 8;

  /** "In" and "at" tell of places too. */
  private static final Set<String> OF = Set.of("of", "from");

  private static final Set<String> LEADS =
      Set.of("lead", "head", "chair", "run", "command", "represent", "direct", "found");

  private BodyAfterName() {}

  /** Tells the person of the name the body that the words after it name. */
  static void read(Tree tree, Draft name) {
    int at = name.end;
    if (at + 1 >= tree.size()) {
      return;
    }
    if (OF.contains(tree.low(at))) {
      tell(name, body(tree, at + 1), true);
    } else if (tree.token(at).form().equals(",") && tree.low(at + 1).equals("who")) {
      int verb = at + 2;
      while (verb < tree.size() && isBeforeVerb(tree, verb)) {
        verb++;
      }
      if (verb + 1 < tree.size() && tree.isVerb(verb) && LEADS.contains(tree.lemma(verb))) {
        tell(name, body(tree, verb + 1), false);
      }
    }
  }

  private static boolean isBeforeVerb(Tree tree, int i) {
    String tag = tree.token(i).tag();
    return tag.equals("RB") || tree.lemma(i).equals("have");
  }

  private static void tell(Draft name, @Nullable Draft body, boolean onlyNamed) {
    boolean told =
        body != null
            && (body.kind == ActorKind.ORGANIZATION || body.kind == ActorKind.GROUP)
            && (body.isName() || !onlyNamed && !body.isPronoun());
    if (body != null && told) {
      name.resolved().tell(Fact.Kind.AFFILIATION, body.text(), body.span());
      name.resolved().sideBy(body, Roles.BY_PREPOSITION);
    }
  }

  /** The widest mention that begins at a token or after the article there. */
  private static @Nullable Draft body(Tree tree, int from) {
    int first = tree.token(from).tag().equals("DT") ? from + 1 : from;
    Draft widest = null;
    for (int i = first; i < tree.size() && i - first < REACH; i++) {
      Draft body = tree.draft(i);
      if (body != null && body.begin <= first && body.end > i) {
        widest = body;
      }
      boolean within =
          tree.isNoun(i)
              || tree.token(i).tag().startsWith("JJ")
              || tree.token(i).tag().equals("POS");
      if (!within) {
        break;
      }
    }
    return widest;
  }
}
