package parley.extract.positions.internal;

import parley.text.Span;

/**
 * A clause or noun phrase that may be the content of a position.
 *
 * @param view its sentence
 * @param head the token that the clause hangs from
 * @param begin first token
 * @param end one past the last token
 */
public record Candidate(SentenceView view, int head, int begin, int end) {

  public Span span() {
    return view.sentence().span(begin, end);
  }
}
