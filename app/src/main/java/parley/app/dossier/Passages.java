package parley.app.dossier;

import java.util.ArrayList;
import java.util.List;
import parley.text.Part;
import parley.text.Report;
import parley.text.Span;

/**
 * What the search finds: the parts of a report in which something may be read, each with a number
 * in the index of words. A report of very many parts has several of them in one passage.
 */
final class Passages {

  private static final int BITS = 16;
  private static final int MOST = (1 << BITS) - 2;

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
    return report << BITS | passage;
  }

  static long report(long row) {
    return row >> BITS;
  }

  static int passage(long row) {
    return (int) (row & (1 << BITS) - 1);
  }

  /** First row of the report after this one. */
  long endRow() {
    return (report + 1) << BITS;
  }

  /** The row of the passage that holds {@code offset}, or of the one before it. */
  long rowAt(int offset) {
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
    return row(low);
  }
}
