package parley.extract.actors;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.record.ActorKind;
import parley.text.Span;

/** Finds the tokens of a span of the report's text. */
final class Places {

  /**
   * Tokens {@code [begin, end)} of one sentence.
   *
   * @param head the token on which the others depend
   */
  record Place(Tree tree, int begin, int end, int head) {

    /**
     * "The call with Paz, the minister, Juan Robles,": the person whom the words end with after a
     * comma, for where the tree goes astray; null if there is none.
     */
    @Nullable Draft lastPerson() {
      int last = end - 1;
      while (last > begin && !Character.isLetterOrDigit(tree.token(last).form().charAt(0))) {
        last--;
      }
      Draft draft = tree.draft(last);
      return draft != null
              && draft.isName()
              && draft.kind == ActorKind.PERSON
              && draft.begin > begin
              && tree.token(draft.begin - 1).form().equals(",")
          ? draft
          : null;
    }
  }

  private final List<Tree> trees;

  Places(List<Tree> trees) {
    this.trees = trees;
  }

  /** The tokens that the span touches in the first sentence that it touches; null for none. */
  @Nullable Place of(Span span) {
    int low = 0;
    int high = trees.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (trees.get(mid).sentence.span().end() <= span.begin()) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    if (low == trees.size()) {
      return null;
    }
    Tree tree = trees.get(low);
    int begin = firstEndingAfter(tree, span.begin());
    int end = begin;
    while (end < tree.size() && tree.token(end).span().begin() < span.end()) {
      end++;
    }
    return end == begin ? null : new Place(tree, begin, end, tree.headOf(begin, end));
  }

  private static int firstEndingAfter(Tree tree, int offset) {
    int low = 0;
    int high = tree.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (tree.token(mid).span().end() <= offset) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }
}
