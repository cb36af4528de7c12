package parley.app.dossier;

import java.util.ArrayList;
import java.util.List;
import parley.text.Part;
import parley.text.Report;
import parley.text.Span;

/**
 * What the search finds: the parts of a report in which something may be read. Passages are
 * numbered through the dossier, close together so that the index of words stays small: a report's
 * number is that of its first passage. A report of very many parts has several of them in one
 * passage.
 */
final class Passages {

  private static final int MOST = (1 << 16) - 2;

  private final long report;
  private final List<Span> spans = new ArrayList<>();

  Passages(long report, Report of) {
    this.report = report;
    List<Span> read = of.parts().stream().filter(p -> p.role().isRead()).map(Part::span).toList();
    int step = (read.size() + MOST - 1) / Math.max(1, MOST);
    for (int i = 0; i < read.size(); i += Math.max(1, step)) {
      Span last = read.get(Math.min(i + Math.max(1, step), read.size()) - 1);
      spans.add(new Span(read.get(i).begin(), last.end()));
    }
  }

  List<Span> spans() {
    return spans;
  }

  long row(int passage) {
    return report + passage;
  }

  /** First row of the report after this one; a report without passages takes one number too. */
  long endRow() {
    return report + Math.max(1, spans.size());
  }

  /** The passage that holds {@code offset}, or the one before it. */
  int at(int offset) {
    int low = 0;
    int high = spans.size() - 1;
    while (low < high) {
      int mid = (low + high + 1) >>> 1;
      if (spans.get(mid).begin() <= offset) {
        low = mid;
      } else {
        high = mid - 1;
      }
    }
    return low;
  }
}
