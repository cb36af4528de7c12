package parley.extract.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.record.Anchor;
import parley.record.Statement;
import parley.text.Span;

/** Tells in whose statement a place of the text stands. */
final class Accounts {

  private final List<Statement> statements;

  Accounts(List<Statement> statements) {
    this.statements = statements;
  }

  /** The id of the innermost statement whose content holds the span, null if none does. */
  @Nullable String at(Span span) {
    String found = null;
    int length = Integer.MAX_VALUE;
    for (Statement statement : statements) {
      for (Anchor content : statement.content()) {
        if (content.span().contains(span) && content.span().length() < length) {
          found = statement.id();
          length = content.span().length();
        }
      }
    }
    return found;
  }
}
