package parley.language;

import java.util.ArrayList;
import java.util.List;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Span;

/** Sentences cut at blanks, without tags or trees, for tests that need only the words. */
public final class Texts {

  private Texts() {}

  /** One sentence of the whole text; a comma or full stop at a word's end is a token. */
  public static Sentence sentence(String text) {
    return sentence(text, 0, text.length());
  }

  /** One sentence of {@code [from, to)} of the text. */
  public static Sentence sentence(String text, int from, int to) {
    List<Token> tokens = new ArrayList<>();
    int i = from;
    while (i < to) {
      if (Character.isWhitespace(text.charAt(i))) {
        i++;
        continue;
      }
      int end = i;
      while (end < to && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      int cut = end;
      while (cut > i + 1 && ",.;:!?".indexOf(text.charAt(cut - 1)) >= 0) {
        cut--;
      }
      for (int[] piece : new int[][] {{i, cut}, {cut, end}}) {
        if (piece[0] < piece[1]) {
          String form = text.substring(piece[0], piece[1]);
          int index = tokens.size();
          tokens.add(
              new Token(
                  index,
                  new Span(piece[0], piece[1]),
                  form,
                  form,
                  "NN",
                  index == 0 ? Token.ROOT : 0,
                  index == 0 ? "root" : "dep"));
        }
      }
      i = end;
    }
    return new Sentence(new Part(PartRole.BODY, new Span(from, to)), tokens, List.of());
  }
}
