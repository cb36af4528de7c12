package parley.teacher.positions;

import java.util.BitSet;
import parley.text.Span;

/** The words of a span as the scorer counts them, by the offset at which they begin. */
final class Words {

  private Words() {}

  static BitSet of(String text, Span span) {
    BitSet words = new BitSet();
    boolean in = false;
    for (int i = span.begin(); i < span.end(); i++) {
      boolean word = Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_';
      if (word && !in) {
        words.set(i);
      }
      in = word;
    }
    return words;
  }

  /** Words shared, of the words of both together. */
  static double overlap(BitSet a, BitSet b) {
    BitSet shared = (BitSet) a.clone();
    shared.and(b);
    int both = shared.cardinality();
    int all = a.cardinality() + b.cardinality() - both;
    return all == 0 ? 0 : (double) both / all;
  }
}
