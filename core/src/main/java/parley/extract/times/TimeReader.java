package parley.extract.times;

import java.util.ArrayList;
import java.util.List;
import parley.language.AnalysedReport;
import parley.language.Sentence;
import parley.record.Anchor;
import parley.record.TimeExpression;

/**
 * Finds time expressions and resolves them against the report's date.
 *
 * <p>Spans and values follow TimeML 1.2.1 as TimeBank and TempEval-3 apply it: determiners and
 * words such as "nearly" belong to the span, prepositions do not; ages are left out. A report
 * without a date, given or found in its first lines, still has its times, with {@code X} for what
 * is open.
 */
public final class TimeReader {

  /** In text order, without overlap. */
  public List<TimeExpression> read(AnalysedReport report) {
    Frame frame = new Frame(DocumentDate.of(report));
    List<TimeExpression> times = new ArrayList<>();
    int number = 0;
    for (Sentence sentence : report.sentences()) {
      frame.enter(number++);
      Line line = new Line(sentence);
      for (Hit hit : new Scanner(line, frame).scan()) {
        times.add(
            new TimeExpression(
                "t" + (times.size() + 1),
                Anchor.in(report.report(), line.pieces().span(hit.begin(), hit.end())),
                hit.type(),
                hit.value()));
      }
    }
    return List.copyOf(times);
  }
}
