package parley.board;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * Expressions without copies. Two are copies if party, issue, stance and day are equal, the clause
 * has the same words, and they stand in different reports; said twice in one report, they are two.
 *
 * @param <E> an expression in some form
 */
public final class Copies<E extends Heard> {

  /** What said the same before in the same report. */
  private record Again(Object sameAs, String report, String position) {}

  private final Map<Object, E> found = new LinkedHashMap<>();
  private final BinaryOperator<E> joined;

  /**
   * @param joined makes one of the first expression and its copy
   */
  public Copies(BinaryOperator<E> joined) {
    this.joined = joined;
  }

  /**
   * Takes an expression; those of earlier reports come first.
   *
   * @param sameAs equal for expressions that are copies of each other
   */
  public void add(Object sameAs, E e) {
    E before = found.get(sameAs);
    if (before == null) {
      found.put(sameAs, e);
    } else if (!before.report().equals(e.report())) {
      found.put(sameAs, joined.apply(before, e));
    } else {
      found.put(new Again(sameAs, e.report(), e.position()), e);
    }
  }

  /** One of each, in the order in which they came. */
  public Collection<E> originals() {
    return found.values();
  }
}
