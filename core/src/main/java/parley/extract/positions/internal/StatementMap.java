package parley.extract.positions.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.record.Anchor;
import parley.record.Statement;
import parley.text.Span;

/** Finds the statement in whose content a place of the report stands. */
final class StatementMap {

  /** Contents that begin further back than this many others are not looked at. */
  private static final int MAX_BACK = 40;

  private record Content(Span span, Statement statement) {}

  private final List<Content> contents = new ArrayList<>();

  StatementMap(List<Statement> statements) {
    for (Statement s : statements) {
      for (Anchor a : s.content()) {
        contents.add(new Content(a.span(), s));
      }
    }
    contents.sort(Comparator.comparing(Content::span));
  }

  /** The innermost statement around an offset, null if the report tells it itself. */
  @Nullable Statement around(int offset) {
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
    Content best = null;
    for (int i = low - 1; i >= 0 && i >= low - MAX_BACK; i--) {
      Content c = contents.get(i);
      if (c.span().contains(offset) && (best == null || c.span().length() < best.span().length())) {
        best = c;
      }
    }
    return best == null ? null : best.statement();
  }
}
