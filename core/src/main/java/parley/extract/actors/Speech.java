package parley.extract.actors;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.text.Span;

/**
 * What the actors' room needs to know of a statement: inside its content "I" and "we" are the
 * source, "you" is the addressee.
 *
 * @param source empty if there is no named source
 * @param content in text order
 * @param quoted the stretches of the content between quotation marks
 * @param addressee the words that name who is spoken to, null if none do
 */
public record Speech(
    List<Span> source, List<Span> content, List<Span> quoted, @Nullable Span addressee) {

  public Speech {
    source = List.copyOf(source);
    content = List.copyOf(content);
    quoted = List.copyOf(quoted);
  }

  /** A speech to nobody in particular. */
  public Speech(List<Span> source, List<Span> content, List<Span> quoted) {
    this(source, content, quoted, null);
  }
}
