package parley.extract.times;

import org.jspecify.annotations.Nullable;
import parley.language.AnalysedReport;
import parley.language.Sentence;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;
import parley.text.Timestamp;

/** The date from which a report is read: as given, or as found in its dateline or first lines. */
final class DocumentDate {

  /** How far into the text a full date is looked for, in UTF-16 units. */
  private static final int HEAD = 400;

  private static final int HEAD_SENTENCES = 4;

  private DocumentDate() {}

  /** Null if the date is neither given nor found. */
  static @Nullable Timestamp of(AnalysedReport analysed) {
    Report report = analysed.report();
    if (report.metadata().published() != null) {
      return report.metadata().published();
    }
    for (PartRole role : new PartRole[] {PartRole.DATELINE, PartRole.BYLINE}) {
      for (Part part : report.parts()) {
        if (part.role() == role && part.span().begin() < HEAD * 4) {
          Timestamp found = in(report, part);
          if (found != null) {
            return found;
          }
        }
      }
    }
    int read = 0;
    for (Sentence sentence : analysed.sentences()) {
      if (sentence.span().begin() > HEAD || read++ > HEAD_SENTENCES) {
        break;
      }
      Timestamp found = in(sentence);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Timestamp in(Report report, Part part) {
    int end = Math.min(part.span().end(), part.span().begin() + HEAD);
    Sentence words =
        PlainWords.of(report.text(), new Part(part.role(), new Span(part.span().begin(), end)));
    return words == null ? null : in(words);
  }

  /** The first full date of the sentence. */
  private static @Nullable Timestamp in(Sentence sentence) {
    Line line = new Line(sentence);
    DateGrammar dates = new DateGrammar(line, new Frame(null));
    for (int i = 0; i < line.size(); i++) {
      if (line.pieces().begin(i) > sentence.span().begin() + HEAD) {
        break;
      }
      Hit hit = dates.at(i);
      if (hit != null && hit.when() != null && hit.when().unit() == Unit.DAY) {
        return Timestamp.ofDate(hit.when().start());
      }
    }
    return null;
  }
}
