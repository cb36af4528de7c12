package parley.language;

import java.util.Arrays;
import parley.text.Span;

/**
 * A sentence cut into runs of letters, runs of digits and single marks, whatever the tokens are:
 * "ten-day", "2,000", "'80s" and "10:35am" come apart the same way under every tokeniser. No piece
 * crosses a token. Number and time expressions are read over pieces.
 */
public final class Pieces {

  /** What a piece is made of. */
  public enum Kind {
    WORD,
    DIGITS,
    MARK
  }

  private final Sentence sentence;
  private int[] begins;
  private int[] ends;
  private int[] tokens;
  private Kind[] kinds;
  private int size;

  private Pieces(Sentence sentence) {
    this.sentence = sentence;
    int guess = sentence.size() + 8;
    begins = new int[guess];
    ends = new int[guess];
    tokens = new int[guess];
    kinds = new Kind[guess];
  }

  public static Pieces of(Sentence sentence) {
    Pieces pieces = new Pieces(sentence);
    for (Token token : sentence.tokens()) {
      pieces.cut(token);
    }
    return pieces;
  }

  private void cut(Token token) {
    String form = token.form();
    int base = token.span().begin();
    int i = 0;
    while (i < form.length()) {
      int from = i;
      Kind kind = kindOf(form.charAt(i++));
      if (kind != Kind.MARK) {
        while (i < form.length() && kindOf(form.charAt(i)) == kind) {
          i++;
        }
      }
      if (!Character.isWhitespace(form.charAt(from))) {
        add(base + from, base + i, token.index(), kind);
      }
    }
  }

  private static Kind kindOf(char c) {
    if (c < 128) {
      int letter = c | 32;
      return letter >= 'a' && letter <= 'z'
          ? Kind.WORD
          : c >= '0' && c <= '9' ? Kind.DIGITS : Kind.MARK;
    }
    return Character.isLetter(c)
            || Character.isSurrogate(c)
            || Character.getType(c) == Character.NON_SPACING_MARK
        ? Kind.WORD
        : Kind.MARK;
  }

  private void add(int begin, int end, int token, Kind kind) {
    if (size == begins.length) {
      int more = size * 2;
      begins = Arrays.copyOf(begins, more);
      ends = Arrays.copyOf(ends, more);
      tokens = Arrays.copyOf(tokens, more);
      kinds = Arrays.copyOf(kinds, more);
    }
    begins[size] = begin;
    ends[size] = end;
    tokens[size] = token;
    kinds[size++] = kind;
  }

  public Sentence sentence() {
    return sentence;
  }

  public int size() {
    return size;
  }

  public Kind kind(int piece) {
    return kinds[piece];
  }

  /** First UTF-16 unit of the piece in the report's text. */
  public int begin(int piece) {
    return begins[piece];
  }

  /** One past the last UTF-16 unit of the piece in the report's text. */
  public int end(int piece) {
    return ends[piece];
  }

  /** Index of the token in which the piece stands. */
  public int token(int piece) {
    return tokens[piece];
  }

  /** From the first piece's begin to the end of the one before {@code end}. */
  public Span span(int begin, int end) {
    return new Span(begins[begin], ends[end - 1]);
  }

  /** Whether nothing stands between this piece and the one before it. */
  public boolean touchesPrevious(int piece) {
    return piece > 0 && piece < size && begins[piece] == ends[piece - 1];
  }

  /** The characters of the piece. */
  public String text(int piece) {
    Token token = sentence.token(tokens[piece]);
    int base = token.span().begin();
    return token.form().substring(begins[piece] - base, ends[piece] - base);
  }

  /** The first character of the piece. */
  public char first(int piece) {
    Token token = sentence.token(tokens[piece]);
    return token.form().charAt(begins[piece] - token.span().begin());
  }

  /** Whether the piece exists and is that one mark. */
  public boolean isMark(int piece, char mark) {
    return piece >= 0 && piece < size && kinds[piece] == Kind.MARK && first(piece) == mark;
  }

  /** Whether the piece is a hyphen or a dash of one character. */
  public boolean isDash(int piece) {
    if (piece < 0 || piece >= size || kinds[piece] != Kind.MARK) {
      return false;
    }
    char c = first(piece);
    return c == '-' || (c >= '\u2010' && c <= '\u2015');
  }

  /** Whether the piece is a dash with no space on either side, as in "ten-day". */
  public boolean isHyphen(int piece) {
    return isDash(piece) && touchesPrevious(piece) && touchesPrevious(piece + 1);
  }

  /** The piece's value in the table, {@link WordTable#NONE} for none and for no such piece. */
  public int find(WordTable table, int piece) {
    if (piece < 0 || piece >= size || kinds[piece] != Kind.WORD) {
      return WordTable.NONE;
    }
    Token token = sentence.token(tokens[piece]);
    int base = token.span().begin();
    return table.find(token.form(), begins[piece] - base, ends[piece] - base);
  }

  /** The first piece that begins at or after that place of the report's text; size if none. */
  public int from(int offset) {
    int at = Arrays.binarySearch(begins, 0, size, offset);
    return at >= 0 ? at : -at - 1;
  }
}
