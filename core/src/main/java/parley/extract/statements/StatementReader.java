package parley.extract.statements;

import java.util.List;
import parley.extract.actors.Cast;
import parley.language.AnalysedReport;
import parley.record.Statement;
import parley.record.TimeExpression;

/** Finds who says what: first the spans, then, once the actors are known, the speakers. */
public final class StatementReader {

  /** In order of the first character of source, cue or content. */
  public List<Attribution> find(AnalysedReport report) {
    return List.of();
  }

  /** Turns attributions into statements s1, s2, … with speakers, addressees and times. */
  public List<Statement> resolve(
      AnalysedReport report,
      List<Attribution> attributions,
      Cast cast,
      List<TimeExpression> times) {
    return List.of();
  }
}
