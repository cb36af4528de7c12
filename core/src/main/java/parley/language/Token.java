package parley.language;

import parley.text.Span;

/**
 * One word or mark of a sentence.
 *
 * @param index place in its sentence, 0-based
 * @param span where it stands in the report's text
 * @param form the characters as they stand
 * @param lemma dictionary form, lower case but for names
 * @param tag Penn Treebank part of speech ("VBD"), as in UD English's XPOS column
 * @param head index of the token that it depends on, {@link #ROOT} for the sentence's root
 * @param relation basic Universal Dependencies v2 relation with subtype ("nsubj:pass"), "root" for
 *     the root
 */
public record Token(
    int index, Span span, String form, String lemma, String tag, int head, String relation) {

  /** The head of a root. */
  public static final int ROOT = -1;

  public Token {
    if (index < 0 || head < ROOT || head == index) {
      throw new IllegalArgumentException("token " + index + " cannot depend on " + head);
    }
  }

  public boolean isRoot() {
    return head == ROOT;
  }

  /** The relation without its subtype: "nsubj" for "nsubj:pass". */
  public String plainRelation() {
    int colon = relation.indexOf(':');
    return colon < 0 ? relation : relation.substring(0, colon);
  }
}
