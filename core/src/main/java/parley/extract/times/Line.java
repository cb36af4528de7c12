package parley.extract.times;

import parley.extract.times.Lexicon.Kind;
import parley.language.Pieces;
import parley.language.Sentence;
import parley.language.Token;
import parley.text.PartRole;

/** A sentence as pieces with what the lexicon knows of each. Any index may be asked for. */
final class Line {

  private final Pieces pieces;
  private final Lexicon.Entry[] entries;

  Line(Sentence sentence) {
    pieces = Pieces.of(sentence);
    entries = new Lexicon.Entry[pieces.size()];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = Lexicon.entry(pieces.find(Lexicon.table(), i));
    }
  }

  Pieces pieces() {
    return pieces;
  }

  Sentence sentence() {
    return pieces.sentence();
  }

  int size() {
    return entries.length;
  }

  private boolean has(int i) {
    return i >= 0 && i < entries.length;
  }

  /** The lexicon's word at the piece in lower case, empty if it does not know it. */
  String word(int i) {
    return has(i) ? entries[i].word() : "";
  }

  /** Whether an expression may begin at the piece. */
  boolean mayBegin(int i) {
    return entries[i].begins() || isDigits(i) || isApostrophe(i) && isDigits(i + 1);
  }

  /** Whether the piece is written as part of a name, in mid-sentence and outside headlines. */
  boolean isTitled(int i) {
    return i > 0
        && isCapital(i)
        && !isShouted(i)
        && sentence().part().role() != PartRole.HEADLINE
        && sentence().part().role() != PartRole.SUBHEADING;
  }

  boolean is(int i, String word) {
    return has(i) && entries[i].word().equals(word);
  }

  boolean isAny(int i, String... words) {
    if (has(i) && !entries[i].word().isEmpty()) {
      for (String word : words) {
        if (entries[i].word().equals(word)) {
          return true;
        }
      }
    }
    return false;
  }

  boolean is(int i, Kind kind) {
    return has(i) && entries[i].kind() == kind;
  }

  Kind kind(int i) {
    return has(i) ? entries[i].kind() : Kind.NONE;
  }

  int number(int i) {
    return has(i) ? entries[i].number() : -1;
  }

  /** The unit that the word names, in the singular or in the plural. */
  boolean isUnit(int i) {
    return is(i, Kind.UNIT) || is(i, Kind.UNITS);
  }

  boolean isMark(int i, char mark) {
    return pieces.isMark(i, mark);
  }

  boolean isApostrophe(int i) {
    return isMark(i, '\'') || isMark(i, '’') || isMark(i, '‘') || isMark(i, '`');
  }

  boolean isWordPiece(int i) {
    return has(i) && pieces.kind(i) == Pieces.Kind.WORD;
  }

  /** The piece after a hyphen at {@code i}, or {@code i}. */
  int afterHyphen(int i) {
    return pieces.isHyphen(i) ? i + 1 : i;
  }

  /** Whether nothing stands between the piece and the one before. */
  boolean touches(int i) {
    return pieces.touchesPrevious(i);
  }

  boolean isDigits(int i) {
    return has(i) && pieces.kind(i) == Pieces.Kind.DIGITS;
  }

  int length(int i) {
    return has(i) ? pieces.end(i) - pieces.begin(i) : 0;
  }

  /** The number in figures at the piece, -1 if there is none or it has over nine digits. */
  int figures(int i) {
    if (!isDigits(i) || length(i) > 9) {
      return -1;
    }
    int value = 0;
    String text = pieces.text(i);
    for (int k = 0; k < text.length(); k++) {
      value = value * 10 + (text.charAt(k) - '0');
    }
    return value;
  }

  /** Whether the piece begins with a capital. */
  boolean isCapital(int i) {
    return has(i) && Character.isUpperCase(pieces.first(i));
  }

  /** Whether the piece has more than one letter and all are capitals. */
  boolean isShouted(int i) {
    if (!isWordPiece(i) || length(i) < 2) {
      return false;
    }
    String text = pieces.text(i);
    for (int k = 0; k < text.length(); k++) {
      if (!Character.isUpperCase(text.charAt(k))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the digits are part of a longer number or follow a currency sign. */
  boolean isPartOfNumber(int i) {
    if (i == 0 || !touches(i)) {
      return false;
    }
    return !isMark(i - 1, '(')
        && !isMark(i - 1, '[')
        && !isApostrophe(i - 1)
        && !isMark(i - 1, '"')
        && !pieces.isDash(i - 1)
        && !isMark(i - 1, '“');
  }

  int tokenOf(int i) {
    return pieces.token(i);
  }

  /** The tag of the piece's token, empty if there is no such piece. */
  String tag(int i) {
    return has(i) ? sentence().token(pieces.token(i)).tag() : "";
  }

  Token token(int i) {
    return sentence().token(pieces.token(i));
  }
}
