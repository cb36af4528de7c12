package parley.extract.actors;

import java.util.List;
import parley.text.Span;

/**
 * What the actors' room needs to know of a statement: inside its content "I" and "we" are the
 * source.
 *
 * @param source empty if there is no named source
 * @param content in text order
 * @param quoted the stretches of the content between quotation marks
 */
public record Speech(List<Span> source, List<Span> content, List<Span> quoted) {

  public Speech {
    source = List.copyOf(source);
    content = List.copyOf(content);
    quoted = List.copyOf(quoted);
  }
}
