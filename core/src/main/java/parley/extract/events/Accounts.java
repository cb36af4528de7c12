package parley.extract.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.record.Anchor;
import parley.record.Statement;
import parley.text.Span;

/**
 * Tells in whose statement a place of the text stands. Contents are kept by where they begin, so
 * that a question costs the logarithm of their number and those that reach over the place.
 */
final class Accounts {

  private record Content(Span span, String statement, int order) {

    boolean isInside(Content other) {
      int byLength = Integer.compare(span.length(), other.span.length());
      return byLength < 0 || byLength == 0 && order < other.order;
    }
  }

  private final List<Content> contents = new ArrayList<>();

  /** For each content the furthest end of it and those before it. */
  private final int[] reach;

  Accounts(List<Statement> statements) {
    for (Statement statement : statements) {
      for (Anchor content : statement.content()) {
        contents.add(new Content(content.span(), statement.id(), contents.size()));
      }
    }
    contents.sort(Comparator.comparingInt((Content c) -> c.span().begin()));
    reach = new int[contents.size()];
    int furthest = 0;
    for (int i = 0; i < reach.length; i++) {
      furthest = Math.max(furthest, contents.get(i).span().end());
      reach[i] = furthest;
    }
  }

  /**
   * The id of the innermost statement whose content holds the span, of equal ones the first; null
   * if none does.
   */
  @Nullable String at(Span span) {
    Content found = null;
    for (int i = beginsAfter(span.begin()) - 1; i >= 0 && reach[i] >= span.end(); i--) {
      Content content = contents.get(i);
      if (content.span().contains(span) && (found == null || content.isInside(found))) {
        found = content;
      }
    }
    return found == null ? null : found.statement();
  }

  /** Index of the first content that begins after the offset. */
  private int beginsAfter(int offset) {
    int low = 0;
    int high = contents.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (contents.get(mid).span().begin() <= offset) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }
}
