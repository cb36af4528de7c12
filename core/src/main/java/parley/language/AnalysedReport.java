package parley.language;

import java.util.List;
import parley.text.Report;

/**
 * A report with the sentences of all its parts that are read ({@link
 * parley.text.PartRole#isRead()}), in text order.
 */
public record AnalysedReport(Report report, List<Sentence> sentences) {

  public AnalysedReport {
    sentences = List.copyOf(sentences);
  }
}
