package parley.extract.positions;

import java.util.ArrayList;
import java.util.List;
import parley.codebook.Codebook;
import parley.codebook.CodebookReader;
import parley.extract.actors.Cast;
import parley.extract.positions.internal.Context;
import parley.extract.positions.internal.Detection;
import parley.extract.positions.internal.Detector;
import parley.extract.positions.internal.HolderChooser;
import parley.extract.positions.internal.Lexicon;
import parley.extract.positions.internal.PositionMaker;
import parley.extract.positions.internal.PositionModel;
import parley.language.AnalysedReport;
import parley.record.Position;
import parley.record.Statement;
import parley.record.TimeExpression;

/**
 * Finds where each party stands on each issue.
 *
 * <ol>
 *   <li>every clause and noun phrase is a candidate for what is wanted, given or refused;
 *   <li>a model over cue words, modals, negation and trees tells which are positions, with which
 *       stance, on which issue;
 *   <li>another chooses who holds each, among the actors of the report;
 *   <li>rules tell cue, condition, quantity, counterparty and who voices it.
 * </ol>
 *
 * <p>Pure and safe for use by many threads at once.
 */
public final class PositionReader {

  private final Lexicon lexicon;
  private final PositionModel model;

  /** Reads with the shipped codebook and model. */
  public PositionReader() {
    this(CodebookReader.conflictTalks());
  }

  /** Reads with that codebook's issues and words. */
  public PositionReader(Codebook codebook) {
    this(codebook, PositionModel.shipped());
  }

  /** For training: reads with a model that is not shipped. */
  public PositionReader(Codebook codebook, PositionModel model) {
    lexicon = new Lexicon(codebook);
    this.model = model;
  }

  /** Positions p1, p2, … in text order of their contents. */
  public List<Position> read(
      AnalysedReport report, List<Statement> statements, Cast cast, List<TimeExpression> times) {
    Context context = new Context(report, lexicon, statements);
    HolderChooser chooser = new HolderChooser(model, cast);
    PositionMaker maker = new PositionMaker(context, lexicon, model, cast, times);
    List<Position> result = new ArrayList<>();
    for (Detection d : new Detector(lexicon, model).detect(context)) {
      maker.make(d, chooser.choose(context, d), result);
    }
    return maker.linked(result);
  }
}
