package parley.extract.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.extract.actors.ActorReader;
import parley.extract.actors.Cast;
import parley.language.AnalysedReport;
import parley.language.ModelReader;
import parley.record.Event;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;

class EventReaderTest {

  /** Events of a sentence as "TYPE doers > those it is done to". */
  private static List<String> events(String text) {
    Report report =
        Report.ofText(
            Metadata.builder().language("en").build(),
            text,
            List.of(new Part(PartRole.BODY, new Span(0, text.length()))));
    AnalysedReport analysed = ModelReader.shipped().analyse(report);
    Cast cast = new ActorReader().read(analysed, List.of());
    return new EventReader()
        .read(analysed, cast, List.of(), List.of()).stream().map(e -> plain(e, cast)).toList();
  }

  private static String plain(Event event, Cast cast) {
    return event.type() + " " + names(event.actors(), cast) + " > " + names(event.targets(), cast);
  }

  private static List<String> names(List<String> ids, Cast cast) {
    return ids.stream().map(id -> cast.byId(id).orElseThrow().name()).toList();
  }

  @Test
  void aTargetBehindAPrepositionIsFoundWhereTheTreeLosesIt() {
    assertThat(events("Kenya was still refusing admittance to Ugandan traders, police said."))
        .contains("REJECT [Kenya] > [Ugandan traders]");
  }

  @Test
  void thoseWhomAnAccusedThreatConditionsAreItsTarget() {
    assertThat(events("Iran threatened to leave talks unless the United States lifts sanctions."))
        .contains("THREATEN [Iran] > [United States]");
  }

  @Test
  void aDemandNamesWhomItAsksInItsClause() {
    assertThat(events("The union repeated its call for Portugal to ease the restrictions."))
        .anyMatch(e -> e.startsWith("REQUEST") && e.endsWith("> [Portugal]"));
  }

  @Test
  void negotiatorsOfTwoStatesAreBoth() {
    assertThat(events("French and Italian negotiators met in Bern on Monday."))
        .anyMatch(e -> e.startsWith("CONSULT [France, Italy]"));
  }

  @Test
  void anAttributeDoesNothingToItsNoun() {
    assertThat(events("The besieged population waits for help.")).isEmpty();
  }
}
