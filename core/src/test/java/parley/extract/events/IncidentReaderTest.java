package parley.extract.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import parley.extract.Reader;
import parley.language.ModelReader;
import parley.record.Anchor;
import parley.record.Incident;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;

class IncidentReaderTest {

  private static final Reader READER = new Reader(ModelReader.shipped());

  private static List<Incident> incidents(String text) {
    Part body = new Part(PartRole.BODY, new Span(0, text.length()));
    Report report = Report.ofText(Metadata.builder().build(), text, List.of(body));
    return READER.read(report).incidents();
  }

  @Test
  void aBombingHasItsTargetAndItsWeapon() {
    String text =
        "Police said guerrillas of the People's Front threw a bomb at the Norwegian embassy in the"
            + " capital last night. The explosion destroyed the embassy and a car. No group has"
            + " claimed responsibility for the attack.";
    for (String copy : List.of(text, text.toUpperCase(Locale.ROOT))) {
      List<Incident> incidents = incidents(copy);
      assertThat(incidents).extracting(Incident::type).contains("BOMBING");
      Incident bombing =
          incidents.stream().filter(i -> i.type().equals("BOMBING")).findFirst().orElseThrow();
      assertThat(bombing.targets())
          .extracting(Anchor::text)
          .anyMatch(t -> t.toLowerCase(Locale.ROOT).contains("embassy"));
      assertThat(bombing.weapon()).isNotNull();
      assertThat(bombing.events()).isNotEmpty();
    }
  }

  @Test
  void aDisputeWithoutViolenceHasNone() {
    assertThat(
            incidents(
                "The union and the ministry met on Monday to discuss wages. The minister rejected"
                    + " the union's demand for a rise of five per cent and proposed a commission."
                    + " \"We will strike if we must,\" the union's leader said."))
        .isEmpty();
  }

  @Test
  void aReportOfManyPhrasesIsReadInBoundedTime() {
    String sentence = "Rebels killed Ana Mesa, bombed the town hall and burned a bus. ";
    assertThat(incidents(sentence.repeat(3000))).hasSizeLessThan(7);
  }
}
