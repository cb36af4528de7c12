package parley.extract.actors;

import java.util.List;
import parley.language.AnalysedReport;

/** Finds who is mentioned in a report, and which mentions name one actor. */
public final class ActorReader {

  /**
   * Actors in order of first mention, ids a1, a2, ….
   *
   * @param speeches the statements found, for first and second person inside quotations
   */
  public Cast read(AnalysedReport report, List<Speech> speeches) {
    return new Cast(List.of());
  }
}
