package parley.extract.positions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import parley.extract.Reader;
import parley.language.ModelReader;
import parley.record.Actor;
import parley.record.Position;
import parley.record.Record;
import parley.record.Stance;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;

class PositionReaderTest {

  private final Reader reader = new Reader(ModelReader.shipped());

  private Record read(String text) {
    List<Part> parts =
        text.isBlank() ? List.of() : List.of(new Part(PartRole.BODY, new Span(0, text.length())));
    return reader.read(Report.ofText(Metadata.builder().language("en").build(), text, parts));
  }

  private static String party(Record record, Position p) {
    return record.actors().stream()
        .filter(a -> a.id().equals(p.party()))
        .map(Actor::name)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDemandHasItsPartyAndIssue() {
    Record record = read("The League demanded the release of all prisoners.");
    assertThat(record.positions())
        .anySatisfy(
            p -> {
              assertThat(p.stance()).isEqualTo(Stance.DEMAND);
              assertThat(p.issue()).isEqualTo("prisoners");
              assertThat(p.content().get(0).text()).contains("release of all prisoners");
              assertThat(party(record, p)).contains("League");
            });
  }

  @Test
  void aRefusalWithAConditionKeepsTheCondition() {
    Record record = read("The rebels will not negotiate unless the siege is lifted.");
    assertThat(record.positions())
        .anySatisfy(
            p -> {
              assertThat(p.stance()).isEqualTo(Stance.REJECT);
              assertThat(p.condition().get(0).text()).isEqualTo("unless the siege is lifted");
            });
  }

  @Test
  void aPlainPastDeedIsNoPosition() {
    assertThat(read("The train arrived in the city at noon.").positions()).isEmpty();
  }

  @Test
  void everyPositionSaysWhy() {
    Record record = read("Ms. Holm said the government rejects any talks with the movement.");
    assertThat(record.positions()).isNotEmpty();
    assertThat(record.positions())
        .allSatisfy(
            p -> {
              assertThat(p.provenance().reasons()).hasSizeGreaterThanOrEqualTo(3);
              assertThat(p.provenance().confidence()).isBetween(0.0, 1.0);
            });
  }

  @Test
  void anyStringIsRead() {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    String[] pieces = {
      "“",
      "\"",
      "must",
      " will not ",
      "if ",
      "unless ",
      "\uD83D",
      "\u0000",
      "the ",
      "rebels ",
      "said ",
      ". ",
      "\n\n",
      "ten",
      "-day ",
      "truce ",
      ", ",
      "’s ",
      "(",
      "]",
      "é",
      "and "
    };
    for (int run = 0; run < 60; run++) {
      StringBuilder text = new StringBuilder("a");
      for (int i = random.nextInt(120); i > 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      Record record = read(text.toString());
      assertThat(read(text.toString()).positions())
          .as("seed %s", seed)
          .isEqualTo(record.positions());
    }
  }
}
