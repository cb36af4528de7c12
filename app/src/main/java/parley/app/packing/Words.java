package parley.app.packing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Text as words and what stands between them. A word that is not known is spelt out once; where it
 * comes again it is the n-th of those.
 */
final class Words {

  /** What stands between the words of a text, and between those of a string elsewhere. */
  static final String BETWEEN = "^between";

  static final String BETWEEN_SHORT = "^short";

  private static final String WORDS = "^words";
  private static final String LETTERS = "^letters";
  private static final Long END = -1L;

  private final Place words;
  private final Place letters;
  private final Map<String, Integer> spelt = new HashMap<>();
  private final List<String> speltInOrder = new ArrayList<>();

  /** How many of these were read up to here: more if reading went back. */
  private int known;

  private final Buffer buffer = new Buffer();
  private char[] spelling = new char[32];

  Words(Pen pen, Place root) {
    this(pen.below(root, WORDS), pen.below(root, LETTERS));
  }

  Words(Place root) {
    this(root.below(WORDS), root.below(LETTERS));
  }

  private Words(Place words, Place letters) {
    this.words = words;
    this.letters = letters;
  }

  void write(Pen pen, Place between, String text) {
    int i = 0;
    while (true) {
      int begin = i;
      while (i < text.length() && !Tokens.isLetter(text.charAt(i))) {
        i++;
      }
      boolean last = i == text.length();
      String gap = text.substring(begin, i);
      if (!pen.symbol(between, new Symbols.Gap(gap, last))) {
        pen.bits(last ? 1 : 0, 1);
        spell(pen, gap);
      }
      if (last) {
        return;
      }
      begin = i;
      while (i < text.length() && Tokens.isLetter(text.charAt(i))) {
        i++;
      }
      word(pen, text.substring(begin, i));
    }
  }

  private void word(Pen pen, String word) {
    if (pen.symbol(words, word)) {
      return;
    }
    Integer before = spelt.get(word);
    pen.bits(before == null ? 0 : 1, 1);
    if (before == null) {
      spell(pen, word);
      spelt.put(word, spelt.size());
    } else {
      pen.bits(before, width(spelt.size()));
    }
  }

  private static int width(int size) {
    return 32 - Integer.numberOfLeadingZeros(size);
  }

  private void spell(Pen pen, String text) {
    for (int i = 0; i <= text.length(); i++) {
      Long letter = i == text.length() ? END : (Long) (long) text.charAt(i);
      if (!pen.symbol(letters, letter)) {
        pen.bits(letter + 1, 17);
      }
    }
  }

  String read(Bits.In in, Place between) {
    read(in, between, buffer);
    return buffer.take();
  }

  /** Reads a text, with the places of its tokens. */
  void read(Bits.In in, Place between, Buffer text) {
    while (true) {
      boolean last;
      if (between.alphabet().read(in) instanceof Symbols.Gap gap) {
        last = gap.last();
        text.gap(gap.text());
      } else {
        last = in.take(1) == 1;
        text.gap(spelling(in));
      }
      if (last) {
        return;
      }
      text.word(word(in));
    }
  }

  private String word(Bits.In in) {
    if (words.alphabet().read(in) instanceof String word) {
      return word;
    }
    if (in.take(1) == 0) {
      String word = spelling(in);
      if (known == speltInOrder.size()) {
        speltInOrder.add(word);
      }
      known++;
      return word;
    }
    int number = (int) in.take(width(known));
    if (number >= known) {
      throw new DamagedException("no word " + number);
    }
    return speltInOrder.get(number);
  }

  private String spelling(Bits.In in) {
    int length = 0;
    while (true) {
      long letter = letters.alphabet().read(in) instanceof Long known ? known : in.take(17) - 1;
      if (letter == END) {
        return new String(spelling, 0, length);
      }
      if (length == spelling.length) {
        spelling = Arrays.copyOf(spelling, length * 2);
      }
      spelling[length++] = (char) letter;
    }
  }

  /** A reader that knows the words which this one has read. */
  Words again() {
    Words again = new Words(words, letters);
    again.speltInOrder.addAll(speltInOrder.subList(0, known));
    again.known = known;
    return again;
  }

  /** How many words were spelt out so far. */
  int known() {
    return known;
  }

  /** Goes back to where so many words had been spelt out, to read the same once more. */
  void back(int to) {
    known = to;
  }

  /** Writes on as after this text: the words that are spelt out in it are known. */
  Words after(String text) {
    Pen nowhere =
        new Pen() {
          @Override
          public boolean symbol(Place place, Object symbol) {
            return place != words || words.alphabet().has(symbol);
          }

          @Override
          public void bits(long value, int width) {
            // Not kept.
          }

          @Override
          public Place below(Place place, String name) {
            return place.below(name);
          }
        };
    write(nowhere, Place.UNKNOWN, text);
    return this;
  }
}
