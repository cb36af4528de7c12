package parley.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers and amounts in figures and words: "2,000", "2.5 million", "twenty-five", "two and a
 * half", "half a dozen", "20 to 30", "at least thirty", "dozens". Whether "one" counts or stands
 * for a person, and whether "1988" is a year, is left to the caller.
 */
public final class Numbers {

  private Numbers() {}

  /** All amounts of the sentence, in text order, longest first, without overlap. */
  public static List<Amount> in(Sentence sentence) {
    return in(Pieces.of(sentence));
  }

  /** As {@link #in(Sentence)}, for a sentence that is already cut. */
  public static List<Amount> in(Pieces pieces) {
    List<Amount> found = new ArrayList<>();
    int i = 0;
    while (i < pieces.size()) {
      Amount amount = at(pieces, i);
      if (amount == null) {
        i++;
      } else {
        found.add(amount);
        i = Math.max(i + 1, pieces.from(amount.span().end()));
      }
    }
    return found;
  }

  /** The longest amount that begins at that piece, with what blurs or bounds it; null if none. */
  public static @Nullable Amount at(Pieces pieces, int piece) {
    return new AmountParser(pieces).amount(piece);
  }

  /** The number that begins at that piece, without words before or after; null if none. */
  public static @Nullable Amount plainAt(Pieces pieces, int piece) {
    return new AmountParser(pieces).plain(piece);
  }

  /** The ordinal ("third", "21st", "twenty-first") that begins at that piece; null if none. */
  public static @Nullable Amount ordinalAt(Pieces pieces, int piece) {
    return new AmountParser(pieces).ordinal(piece);
  }
}
