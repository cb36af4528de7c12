package parley.extract.actors;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.language.Token;
import parley.record.ActorKind;
import parley.record.Mention;

/**
 * Finds actors that "and" joins, which speak together or are meant together by what follows:
 * "Turkey and Russia said that they", "the two envoys".
 */
final class Coordinations {

  /** Members of one coordination that are kept; longer lists are no party. */
  private static final int MOST = 6;

  private static final Set<String> MODIFIERS = Set.of("amod", "compound", "flat", "case");

  private Coordinations() {}

  /** Makes the coordinations of a sentence and puts each after its last member. */
  static void add(Tree tree, List<Draft> drafts) {
    List<Draft> found = new ArrayList<>();
    for (Draft draft : drafts) {
      Draft group = at(tree, draft);
      if (group != null) {
        found.add(group);
      }
    }
    for (Draft group : found) {
      Draft last = group.members.get(group.members.size() - 1);
      drafts.add(drafts.indexOf(last) + 1, group);
      tree.join(group);
    }
  }

  private static @Nullable Draft at(Tree tree, Draft first) {
    if (!canJoin(first) || MODIFIERS.contains(tree.token(first.head).plainRelation())) {
      return null;
    }
    List<Draft> members = new ArrayList<>(List.of(first));
    boolean and = false;
    for (Token d : tree.sentence.dependents(first.head)) {
      if (d.relation().equals("conj") && d.index() > first.head) {
        Draft other = tree.draft(d.index());
        if (other == null || !canJoin(other) || other.begin <= first.head) {
          return null;
        }
        members.add(other);
        and |= joinsByAnd(tree, d.index());
      }
    }
    if (!and || members.size() > MOST) {
      return null;
    }
    Draft last = members.get(members.size() - 1);
    Draft group =
        new Draft(
            tree, first.begin, Math.max(last.end, last.head + 1), first.head, Mention.Form.NOMINAL);
    group.kind = ActorKind.GROUP;
    group.plural = true;
    group.members = List.copyOf(members);
    group.quotedBy = first.quotedBy;
    group.toldBy = first.toldBy;
    return group;
  }

  private static boolean canJoin(Draft draft) {
    return draft.actor
        && !draft.modifier
        && draft.kind != null
        && draft.kind != ActorKind.PLACE
        && draft.members.isEmpty();
  }

  private static boolean joinsByAnd(Tree tree, int conjunct) {
    for (Token d : tree.sentence.dependents(conjunct)) {
      if (d.plainRelation().equals("cc")) {
        String lemma = tree.lemma(d.index());
        return lemma.equals("and") || lemma.equals("&");
      }
    }
    return false;
  }
}
