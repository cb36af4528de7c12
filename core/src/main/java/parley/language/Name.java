package parley.language;

/**
 * A name in a sentence.
 *
 * @param begin index of its first token
 * @param end one past its last token
 */
public record Name(NameKind kind, int begin, int end) {

  public Name {
    if (begin < 0 || end <= begin) {
      throw new IllegalArgumentException("not a name: tokens [" + begin + ", " + end + ")");
    }
  }
}
