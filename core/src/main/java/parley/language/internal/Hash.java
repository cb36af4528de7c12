package parley.language.internal;

/** Hashes of strings and of features. A feature is its hash: 32 bits, never 0. */
public final class Hash {

  private static final int SEED = 0x9E3779B9;

  private Hash() {}

  /** Of a stretch of text as it stands but for its apostrophes: "it’s" is "it's". */
  static int of(CharSequence text, int begin, int end) {
    int h = SEED;
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      h = h * 31 + (c == '’' ? '\'' : c);
    }
    return h;
  }

  /** Of a stretch in lower case with every digit alike. */
  static int ofLower(CharSequence text, int begin, int end) {
    int h = SEED;
    for (int i = begin; i < end; i++) {
      h = h * 31 + fold(text.charAt(i));
    }
    return h;
  }

  public static int ofLower(CharSequence text) {
    return ofLower(text, 0, text.length());
  }

  private static char fold(char c) {
    if (c < 128) {
      if (c >= 'A' && c <= 'Z') {
        return (char) (c + 32);
      }
      return c >= '0' && c <= '9' ? '0' : c;
    }
    if (c == '’' || c == '‘') {
      return '\'';
    }
    if (c == '“' || c == '”') {
      return '"';
    }
    return Character.toLowerCase(c);
  }

  static int feature(int template, int a) {
    int h = (a ^ template * SEED) * 0x85EBCA6B;
    h ^= h >>> 15;
    h *= 0xC2B2AE35;
    h ^= h >>> 13;
    return h == 0 ? 1 : h;
  }

  static int pair(int a, int b) {
    int h = a * 0xCC9E2D51;
    h ^= h >>> 16;
    return (h + b) * 0x1B873593 ^ b >>> 11;
  }

  static int triple(int a, int b, int c) {
    return pair(pair(a, b), c);
  }
}
