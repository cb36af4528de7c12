package parley.language.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Finds where sentences begin among the tokens of a part. Stateless; one pass. */
public final class SentenceSplitter {

  /** Longer sentences are cut, so that no later stage can be slow on text without full stops. */
  static final int LONGEST = 300;

  /** A line of at most this many characters, without a final mark, is a heading. */
  private static final int LONGEST_HEADING = 90;

  /** Words that begin a sentence after an abbreviation, where a name would not. */
  private static final Set<String> STARTERS =
      Set.of(
          "the",
          "a",
          "an",
          "this",
          "that",
          "these",
          "those",
          "he",
          "she",
          "it",
          "they",
          "we",
          "i",
          "you",
          "in",
          "on",
          "at",
          "by",
          "for",
          "from",
          "with",
          "but",
          "and",
          "so",
          "yet",
          "if",
          "when",
          "while",
          "after",
          "before",
          "as",
          "there",
          "here",
          "his",
          "her",
          "its",
          "their",
          "our",
          "my",
          "your",
          "however",
          "meanwhile",
          "not",
          "no",
          "what",
          "why",
          "how",
          "who",
          "where",
          "although",
          "though",
          "since",
          "because",
          "also",
          "then",
          "now",
          "one",
          "some",
          "many",
          "most",
          "all",
          "both",
          "each",
          "another",
          "other",
          "such",
          "even",
          "still",
          "earlier",
          "later",
          "last",
          "according",
          "asked",
          "despite",
          "until",
          "under",
          "more",
          "nearly",
          "about",
          "over",
          "during",
          "among",
          "between",
          "to",
          "of",
          "or",
          "is",
          "are",
          "was",
          "were",
          "do",
          "does",
          "did",
          "let",
          "please",
          "yes",
          "instead",
          "today");

  private static final Set<String> SAYING =
      Set.of(
          "said",
          "says",
          "asked",
          "asks",
          "told",
          "added",
          "adds",
          "wrote",
          "writes",
          "tweeted",
          "shouted",
          "cried",
          "yelled",
          "replied",
          "exclaimed",
          "declared",
          "wondered",
          "joked",
          "continued",
          "answered",
          "demanded",
          "chanted",
          "screamed",
          "responded",
          "insisted",
          "explained",
          "warned",
          "argued",
          "remarked",
          "quipped",
          "recalled",
          "concluded");

  private final CharSequence text;
  private final Tokens tokens;
  private final Abbreviations abbreviations = Abbreviations.shipped();

  private SentenceSplitter(CharSequence text, Tokens tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /**
   * The index of each sentence's first token, ascending, with the number of tokens after the last;
   * {@code [0]} for no tokens.
   */
  public static int[] split(CharSequence text, Tokens tokens) {
    return new SentenceSplitter(text, tokens).split();
  }

  private int[] split() {
    int[] starts = new int[16];
    int n = 0;
    starts[n++] = 0;
    int size = tokens.size();
    int from = 0;
    for (int i = 1; i < size; i++) {
      boolean begins = breaksAt(i, from) || i - from >= LONGEST;
      if (begins) {
        if (n + 1 >= starts.length) {
          starts = Arrays.copyOf(starts, starts.length * 2);
        }
        starts[n++] = i;
        from = i;
      }
    }
    if (size > 0) {
      starts[n++] = size;
    }
    return Arrays.copyOf(starts, n);
  }

  /**
   * Whether a sentence begins at token {@code i}, given that the last one began at {@code from}.
   */
  private boolean breaksAt(int i, int from) {
    int gapBegin = tokens.end(i - 1);
    int gapEnd = tokens.begin(i);
    int lines = 0;
    for (int at = gapBegin; at < gapEnd; at++) {
      char c = text.charAt(at);
      if (c == '\n' || c == '\u2028' || c == '\u2029') {
        lines++;
      }
    }
    if (lines >= 2) {
      return true;
    }
    if (lines == 1 && lineBreaks(i, from)) {
      return true;
    }
    if (charAt(i) == '•' || charAt(i) == '●' || charAt(i) == '▪') {
      return true;
    }
    // Back over closing quotes and brackets to the mark that may end the sentence.
    int last = i - 1;
    boolean quoted = false;
    while (last > from && i - last <= 4 && isCloser(last)) {
      quoted |= isQuote(charAt(last));
      last--;
    }
    if (isCloserHere(i, gapBegin == gapEnd)) {
      return false;
    }
    char mark = charAt(last);
    int length = tokens.end(last) - tokens.begin(last);
    return switch (mark) {
      case '.' -> length == 1 ? afterStop(i, last, from, quoted) : afterDots(i, gapBegin, gapEnd);
      case '…' -> afterDots(i, gapBegin, gapEnd);
      case '!', '?' -> afterShout(i, quoted);
      default -> afterAbbreviation(i, last, from, quoted);
    };
  }

  private boolean lineBreaks(int i, int from) {
    int length = tokens.end(i - 1) - tokens.begin(from);
    char first = charAt(i);
    boolean fresh =
        Character.isUpperCase(first)
            || Character.isDigit(first)
            || isQuote(first)
            || !Character.isLetter(first);
    char before = text.charAt(tokens.end(i - 1) - 1);
    boolean open = before == ',' || before == '-' || before == '(';
    return fresh && !open && length <= LONGEST_HEADING;
  }

  private boolean afterStop(int i, int last, int from, boolean quoted) {
    char first = charAt(i);
    if (Character.isLowerCase(first)) {
      // "war. the" without a mark between is a new sentence only if nothing else explains it.
      return !quoted
          && tokens.begin(i) > tokens.end(i - 1)
          && last - from >= 3
          && isPlainWord(last - 1);
    }
    if (first == ',' || first == ';' || first == ':' || first == ')' || first == ']') {
      return false;
    }
    if (last == from) {
      return false;
    }
    if (tokens.begin(i) == tokens.end(i - 1)) {
      // "war.The": a forgotten space.
      return Character.isUpperCase(first) || isQuote(first);
    }
    if (last - from == 1 && isDigits(from)) {
      // "3. The"
      return false;
    }
    return !quoted || !sayingFollows(i, true);
  }

  private boolean afterDots(int i, int gapBegin, int gapEnd) {
    char first = charAt(i);
    return gapEnd > gapBegin && (Character.isUpperCase(first) && !isI(i) || isOpeningQuote(first));
  }

  private boolean isI(int i) {
    return tokens.end(i) - tokens.begin(i) == 1 && charAt(i) == 'I';
  }

  private boolean afterShout(int i, boolean quoted) {
    char first = charAt(i);
    if (Character.isLowerCase(first) || isPunctuation(first)) {
      return false;
    }
    return !quoted || !sayingFollows(i, false);
  }

  /** Whether the words at {@code i} name who said what was just quoted. */
  private boolean sayingFollows(int i, boolean strict) {
    int limit = Math.min(tokens.size(), i + (strict ? 3 : 6));
    for (int k = i; k < limit; k++) {
      char c = charAt(k);
      if (c == '.' || c == ',' || isQuote(c)) {
        return false;
      }
      if (k > i && SAYING.contains(lower(k))) {
        // "He said …" after a full stop is a sentence of its own.
        return !strict && (k + 1 >= tokens.size() || charAt(k + 1) != ',' && charAt(k + 1) != ':');
      }
    }
    return false;
  }

  /** The last token keeps its full stop: does a sentence end all the same? */
  private boolean afterAbbreviation(int i, int last, int from, boolean quoted) {
    int begin = tokens.begin(last);
    int end = tokens.end(last);
    if (end - begin < 2 || text.charAt(end - 1) != '.' || tokens.begin(i) == tokens.end(i - 1)) {
      return false;
    }
    char first = charAt(i);
    if (!Character.isUpperCase(first) && !isOpeningQuote(first)) {
      return false;
    }
    Abbreviations.Kind kind = abbreviations.of(text, begin, end - 1);
    if (kind == Abbreviations.Kind.TITLE && end - begin > 2 || last == from && end - begin == 2) {
      return false;
    }
    if (end - begin == 2) {
      // An initial: "George W. Bush".
      return STARTERS.contains(lower(i)) && Character.isLowerCase(charAt(last - 1));
    }
    if (quoted || isOpeningQuote(first)) {
      return true;
    }
    return STARTERS.contains(lower(i)) && !(isCapitals(i) && end - begin > 5);
  }

  private boolean isCapitals(int i) {
    return tokens.end(i) - tokens.begin(i) > 1
        && Character.isUpperCase(text.charAt(tokens.end(i) - 1))
        && tokens.end(i) - tokens.begin(i) < 3;
  }

  private boolean isDigits(int i) {
    for (int at = tokens.begin(i); at < tokens.end(i); at++) {
      if (!Character.isDigit(text.charAt(at))) {
        return false;
      }
    }
    return tokens.end(i) - tokens.begin(i) <= 2;
  }

  private boolean isPlainWord(int i) {
    return Character.isLetter(charAt(i)) && tokens.end(i) - tokens.begin(i) > 2;
  }

  // Quotes and brackets

  /** A quote or bracket that closes what stands before it. */
  private boolean isCloser(int i) {
    char c = charAt(i);
    if (c == ')' || c == ']' || c == '”' || c == '»') {
      return true;
    }
    boolean tight = i > 0 && tokens.end(i - 1) == tokens.begin(i);
    return (c == '"' || c == '\'' || c == '’') && tight && tokens.end(i) - tokens.begin(i) <= 2;
  }

  /** A closer at {@code i} itself belongs to the sentence before. */
  private boolean isCloserHere(int i, boolean tight) {
    char c = charAt(i);
    if (c == ')' || c == ']' || c == '”' || c == '»') {
      return true;
    }
    if ((c == '"' || c == '\'' || c == '’') && tokens.end(i) - tokens.begin(i) <= 2) {
      boolean openNext = i + 1 < tokens.size() && tokens.begin(i + 1) == tokens.end(i);
      return tight || !openNext;
    }
    return false;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '“' || c == '”' || c == '‘' || c == '’' || c == '\'' || c == '«'
        || c == '»';
  }

  private static boolean isOpeningQuote(char c) {
    return c == '"' || c == '“' || c == '‘' || c == '\'' || c == '«';
  }

  private static boolean isPunctuation(char c) {
    return c == ',' || c == ';' || c == ':' || c == '.' || c == '—' || c == '–' || c == '-'
        || c == '…';
  }

  private char charAt(int token) {
    return text.charAt(tokens.begin(token));
  }

  private String lower(int token) {
    return text.subSequence(
            tokens.begin(token), Math.min(tokens.end(token), tokens.begin(token) + 16))
        .toString()
        .toLowerCase(Locale.ROOT);
  }
}
