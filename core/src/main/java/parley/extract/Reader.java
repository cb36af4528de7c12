package parley.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.codebook.Codebook;
import parley.codebook.CodebookReader;
import parley.extract.actors.ActorReader;
import parley.extract.actors.Cast;
import parley.extract.actors.Speech;
import parley.extract.events.EventReader;
import parley.extract.events.IncidentReader;
import parley.extract.positions.PositionReader;
import parley.extract.statements.Attribution;
import parley.extract.statements.StatementReader;
import parley.extract.times.TimeReader;
import parley.language.AnalysedReport;
import parley.language.LanguageReader;
import parley.record.Event;
import parley.record.Record;
import parley.record.Statement;
import parley.record.TimeExpression;
import parley.text.Metadata;
import parley.text.Report;
import parley.world.ActorFile;
import parley.world.Gazetteer;

/**
 * Reads a report into its record: a pure function of the report, the codebook and the models.
 *
 * <ol>
 *   <li>a report that is not in English is left at its parts and metadata;
 *   <li>the language room finds sentences, tokens, names and trees;
 *   <li>times are found and resolved against the report's date;
 *   <li>attributions are found by their spans;
 *   <li>actors are resolved, which needs to know who speaks inside quotations;
 *   <li>attributions become statements with speakers;
 *   <li>events are found, each with the statement that tells it, and grouped into incidents;
 *   <li>positions are found, with who holds and who voices them.
 * </ol>
 *
 * <p>Safe for use by many threads at once.
 */
public final class Reader {

  /** Version of the reading, part of every record's provenance. */
  public static final String VERSION = "0.1.0";

  private static final String ENGLISH = "en";

  /** The codebook that goes without saying. */
  private static final String SHIPPED = "conflict-talks";

  private final LanguageReader language;
  private final String id;
  private final TimeReader times = new TimeReader();
  private final StatementReader statements = new StatementReader();
  private final ActorReader actors;
  private final EventReader events;
  private final IncidentReader incidents;
  private final PositionReader positions;

  /** Reads with the shipped codebook for talks on a conflict. */
  public Reader(LanguageReader language) {
    this(language, CodebookReader.conflictTalks());
  }

  /** Reads with a codebook of the user's. */
  public Reader(LanguageReader language, Codebook codebook) {
    this.language = language;
    actors = new ActorReader();
    events = new EventReader();
    incidents = new IncidentReader();
    positions = new PositionReader(codebook);
    id =
        "parley-"
            + VERSION
            + " "
            + language.id()
            + (codebook.id().equals(SHIPPED) ? "" : " " + codebook.id() + "-" + codebook.version());
  }

  private Reader(Reader like, @Nullable Gazetteer gazetteer, ActorFile known) {
    language = like.language;
    events = like.events;
    incidents = like.incidents;
    positions = like.positions;
    actors = new ActorReader(gazetteer, known);
    id =
        like.id
            + (gazetteer == null ? "" : " gazetteer-" + gazetteer.id())
            + (known.id().isEmpty() ? "" : " register-" + known.id());
  }

  /**
   * The same with files of the user's.
   *
   * @param gazetteer says where places lie; null for the shipped one
   * @param known gives actors their Wikidata ids
   */
  public Reader with(@Nullable Gazetteer gazetteer, ActorFile known) {
    return gazetteer == null && known == ActorFile.NONE ? this : new Reader(this, gazetteer, known);
  }

  /** Version of the reader and its models, and of the files that are the user's. */
  public String id() {
    return id;
  }

  /** Whether a report is in English, as far as anything tells; only such are read further. */
  public static boolean reads(Report report) {
    String language = report.metadata().language();
    return language.equals(ENGLISH) || language.equals(Metadata.UNKNOWN_LANGUAGE);
  }

  /**
   * Reads one report. The same report gives an equal record. One that is not in English ({@link
   * #reads}) keeps its parts and metadata, and nothing is extracted from it.
   */
  public Record read(Report report) {
    if (!reads(report)) {
      return Record.unread(report, id());
    }
    AnalysedReport analysed = language.analyse(report);
    List<TimeExpression> timesFound = times.read(analysed);
    List<Attribution> attributions = statements.find(analysed);
    Cast cast =
        actors.read(
            analysed,
            attributions.stream()
                .map(a -> new Speech(a.source(), a.content(), a.quoted(), a.addressee()))
                .toList());
    List<Statement> statementsFound = statements.resolve(analysed, attributions, cast, timesFound);
    List<Event> eventsFound = events.read(analysed, cast, statementsFound, timesFound);
    return new Record(
        report,
        id(),
        cast.actors(),
        statementsFound,
        eventsFound,
        incidents.read(analysed, cast, eventsFound),
        positions.read(analysed, statementsFound, cast, timesFound),
        timesFound);
  }
}
