package parley.extract.statements;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.record.Provenance;
import parley.record.Statement;
import parley.text.Span;

/**
 * A statement by its spans alone, before anyone knows who the source is.
 *
 * @param source empty if there is none
 * @param quoted the stretches of the content between quotation marks, marks included
 * @param addressee the words that name who is spoken to, null if none do
 * @param venue null if not told
 * @param when the words that tell when it was said, null if none do
 * @param within index in the list of attributions of the one that this stands in, -1 for none
 */
public record Attribution(
    Statement.Kind kind,
    String mode,
    List<Span> source,
    List<Span> cue,
    List<Span> content,
    List<Span> quoted,
    @Nullable Span addressee,
    @Nullable Span venue,
    @Nullable Span when,
    boolean negated,
    boolean hypothetical,
    int within,
    Provenance provenance) {

  public Attribution {
    source = List.copyOf(source);
    cue = List.copyOf(cue);
    content = List.copyOf(content);
    quoted = List.copyOf(quoted);
  }
}
