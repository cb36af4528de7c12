package parley.extract.times;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.language.Sentence;
import parley.language.Token;
import parley.text.Part;
import parley.text.Span;

/** Cuts a part that the language room does not read (a dateline) into words at white space. */
final class PlainWords {

  private PlainWords() {}

  /** Null if the part is blank. */
  static @Nullable Sentence of(String text, Part part) {
    List<Token> tokens = new ArrayList<>();
    int i = part.span().begin();
    int end = part.span().end();
    while (i < end) {
      int from = i;
      while (i < end && !Character.isWhitespace(text.charAt(i))) {
        i++;
      }
      if (i > from) {
        String form = text.substring(from, i);
        int index = tokens.size();
        int head = index == 0 ? Token.ROOT : 0;
        tokens.add(new Token(index, new Span(from, i), form, form, "", head, "dep"));
      } else {
        i++;
      }
    }
    return tokens.isEmpty() ? null : new Sentence(part, tokens, List.of());
  }
}
