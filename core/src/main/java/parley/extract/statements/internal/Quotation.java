package parley.extract.statements.internal;

import java.util.List;
import parley.text.Span;

/**
 * What stands between quotation marks.
 *
 * @param stretches one per paragraph that the quotation reaches, marks included, in text order
 * @param balanced whether both the first opening and the last closing mark are there
 */
public record Quotation(List<Span> stretches, boolean balanced) {

  public Quotation {
    stretches = List.copyOf(stretches);
  }
}
