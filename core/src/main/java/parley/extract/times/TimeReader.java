package parley.extract.times;

import java.util.List;
import parley.language.AnalysedReport;
import parley.record.TimeExpression;

/** Finds time expressions and resolves them against the report's date. */
public final class TimeReader {

  /** In text order, without overlap. */
  public List<TimeExpression> read(AnalysedReport report) {
    return List.of();
  }
}
