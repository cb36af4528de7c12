package parley.extract.actors;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.record.ActorKind;

/**
 * Whose turn it is in texts that wire services and monitoring services take down: {@code [SPEECH]
 * [PRESIDENT CRISTIANI] [TEXT] I DO NOT SEEK …}. A bracket that opens a sentence or stands beside
 * another names who speaks from there on; one after a noun only explains the noun.
 */
final class Turns {

  /** A bracket of more tokens than this is an aside of the text. */
  private static final int LONGEST = 40;

  private record Turn(int sentence, int token, Entity entity) {}

  private final List<Turn> turns = new ArrayList<>();

  Turns(List<List<Draft>> bySentence) {
    for (List<Draft> drafts : bySentence) {
      if (!drafts.isEmpty()) {
        read(drafts.get(0).tree, drafts);
      }
    }
  }

  private void read(Tree tree, List<Draft> drafts) {
    int n = tree.sentence.size();
    for (int i = 0; i < n; i++) {
      if (!isOpen(tree, i) || i > 0 && !opensTurn(tree, i - 1)) {
        continue;
      }
      int end = i + 1;
      while (end < n && end - i < LONGEST && !isClose(tree, end)) {
        end++;
      }
      Draft named = named(drafts, i, end);
      if (named != null && named.entity != null) {
        turns.add(new Turn(tree.number, end, named.entity));
      }
      i = end;
    }
  }

  private static boolean opensTurn(Tree tree, int before) {
    String w = tree.token(before).form();
    return w.equals("]") || w.equals("-RSB-") || w.startsWith("-") || w.equals("—");
  }

  private static boolean isOpen(Tree tree, int i) {
    return tree.token(i).form().equals("[");
  }

  private static boolean isClose(Tree tree, int i) {
    return tree.token(i).form().equals("]");
  }

  /** The first person named in the bracket, else the first other actor that is no place. */
  private static @Nullable Draft named(List<Draft> drafts, int begin, int end) {
    Draft other = null;
    for (Draft draft : drafts) {
      if (draft.head > begin && draft.head < end && draft.entity != null && !draft.isPronoun()) {
        ActorKind kind = draft.entity.kind;
        if (kind == ActorKind.PERSON && draft.isName()) {
          return draft;
        }
        if (other == null && draft.actor && kind != ActorKind.PLACE && kind != ActorKind.STATE) {
          other = draft;
        }
      }
    }
    return other;
  }

  /** Whose turn it is where the mention stands, null if nobody's is told. */
  @Nullable Entity at(Draft draft) {
    int low = 0;
    int high = turns.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      Turn turn = turns.get(mid);
      if (turn.sentence < draft.sentence()
          || turn.sentence == draft.sentence() && turn.token <= draft.begin) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low == 0 ? null : turns.get(low - 1).entity.now();
  }
}
