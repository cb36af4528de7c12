package parley.extract.events.internal;

import java.util.List;
import parley.text.Span;

/**
 * A phrase that may fill a role of an incident, with all its occurrences in the report.
 *
 * @param key lower case, without articles and punctuation: what makes two occurrences one
 * @param occurrences in text order, at least one
 */
public record Filler(String key, List<Occurrence> occurrences) {

  /**
   * One place where the phrase stands.
   *
   * @param sentence index of the sentence in the report
   * @param begin first token
   * @param end one past the last token
   * @param head the phrase's last token before any "of"
   * @param whole whether it is all of its noun phrase rather than the end of one
   */
  public record Occurrence(int sentence, int begin, int end, int head, boolean whole, Span span) {}
}
