package parley.teacher.positions;

import java.util.List;
import parley.extract.actors.ActorReader;
import parley.extract.actors.Cast;
import parley.extract.actors.Speech;
import parley.extract.statements.Attribution;
import parley.extract.statements.StatementReader;
import parley.extract.times.TimeReader;
import parley.language.AnalysedReport;
import parley.language.LanguageReader;
import parley.record.Statement;
import parley.record.TimeExpression;

/** A marked report with all that is read before its positions are. */
public record Reading(
    MarkedReport marked,
    AnalysedReport analysed,
    List<TimeExpression> times,
    Cast cast,
    List<Statement> statements) {

  /** Reads as {@link parley.extract.Reader} does. */
  public static Reading of(MarkedReport marked, LanguageReader language) {
    StatementReader statementReader = new StatementReader();
    AnalysedReport analysed = language.analyse(marked.report());
    List<TimeExpression> times = new TimeReader().read(analysed);
    List<Attribution> attributions = statementReader.find(analysed);
    Cast cast =
        new ActorReader()
            .read(
                analysed,
                attributions.stream()
                    .map(a -> new Speech(a.source(), a.content(), a.quoted(), a.addressee()))
                    .toList());
    return new Reading(
        marked,
        analysed,
        times,
        cast,
        statementReader.resolve(analysed, attributions, cast, times));
  }
}
