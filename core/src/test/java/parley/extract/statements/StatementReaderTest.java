package parley.extract.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parley.extract.Reader;
import parley.extract.parts.PartReader;
import parley.language.ModelReader;
import parley.record.Actor;
import parley.record.Anchor;
import parley.record.Record;
import parley.record.Statement;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;

class StatementReaderTest {

  private static final Reader READER = new Reader(ModelReader.shipped());

  private static Record read(String... paragraphs) {
    String text = "Talks on the river port resume.\n\n" + String.join("\n\n", paragraphs) + "\n";
    return READER.read(
        Report.ofText(Metadata.builder().build(), text, new PartReader().read(text)));
  }

  private static String words(List<Anchor> anchors) {
    return anchors.stream().map(Anchor::text).collect(Collectors.joining(" / "));
  }

  /** The one statement whose content holds these words; outermost before nested. */
  private static Statement with(Record record, String words) {
    return record.statements().stream()
        .filter(s -> words(s.content()).contains(words))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no statement with \"" + words + "\" in " + record.statements()));
  }

  private static String speaker(Record record, Statement s) {
    return record.actors().stream()
        .filter(a -> a.id().equals(s.speaker()))
        .map(Actor::name)
        .findFirst()
        .orElse("nobody");
  }

  @Test
  void directQuotationHasItsSpeakerCueAndMarks() {
    Record record = read("“We will open the port on Monday,” said Mayor Elena Petrov.");
    Statement s = with(record, "open the port");
    assertThat(s.kind()).isEqualTo(Statement.Kind.DIRECT);
    assertThat(words(s.content())).startsWith("“We").endsWith("Monday,”");
    assertThat(words(s.cue())).isEqualTo("said");
    assertThat(words(s.source())).contains("Elena Petrov");
    assertThat(speaker(record, s)).isEqualTo("Elena Petrov");
    assertThat(s.mode()).isEqualTo("said");
  }

  @Test
  void appositionAfterTheNameLeavesTheSpeakerWhole() {
    Record record =
        read("“We will not leave our homes,” said Omar Haddad, a teacher from the river district.");
    Statement s = with(record, "not leave");
    assertThat(words(s.source())).contains("Omar Haddad");
    assertThat(speaker(record, s)).isEqualTo("Omar Haddad");
    assertThat(words(s.content())).isEqualTo("“We will not leave our homes,”");
  }

  @Test
  void paragraphBreakInsideAQuotationDoesNotEndIt() {
    Record record =
        read(
            "“The bridge was open at dawn,” Captain Ruth Alvarez said. “We counted forty trucks.",
            "“None of them was stopped.”",
            "The inquiry begins in March.");
    Statement s = with(record, "open at dawn");
    assertThat(words(s.content())).contains("counted forty trucks").contains("None of them");
    assertThat(speaker(record, s)).isEqualTo("Ruth Alvarez");
  }

  @Test
  void speakerIsTheActorThatTheSourceNames() {
    Record record =
        read(
            "Deputy Minister Ana Kovac met the miners' leader, Josip Maric, on Tuesday.",
            "“The offer is final,” Kovac said.",
            "Maric said the union would vote on Friday.");
    Statement s = with(record, "offer is final");
    assertThat(speaker(record, s)).isEqualTo("Ana Kovac");
    assertThat(speaker(record, with(record, "would vote"))).isEqualTo("Josip Maric");
    for (Statement each : record.statements()) {
      if (each.speaker() != null) {
        String id = each.speaker();
        assertThat(record.actors())
            .anyMatch(
                a ->
                    a.id().equals(id)
                        && a.mentions().stream()
                            .anyMatch(
                                m ->
                                    each.source().isEmpty()
                                        || each.source().stream()
                                            .anyMatch(x -> x.span().overlaps(m.anchor().span()))));
      }
    }
  }

  @Test
  void plainNewsQuotationsHaveSpeakers() {
    Record record =
        read(
            "“The road is closed,” the officer said.",
            "“Nobody told us,” said one driver.",
            "She added: “We wait here since noon.”");
    for (Statement s : record.statements()) {
      if (s.kind() == Statement.Kind.DIRECT && s.within() == null) {
        assertThat(s.source()).as(words(s.content())).isNotEmpty();
      }
    }
    assertThat(words(with(record, "Nobody told us").source())).isEqualTo("one driver");
  }

  @Test
  void unbalancedMarkDoesNotSwallowTheRestOfTheReport() {
    Record record =
        read(
            "“We want the prisoners back, the envoy said on Sunday.",
            "The delegation left for the capital in the evening.",
            "“The list is long,” the envoy said.");
    assertThat(words(with(record, "list is long").content())).isEqualTo("“The list is long,”");
    assertThat(record.statements()).noneMatch(s -> words(s.content()).contains("delegation left"));
  }

  @Test
  void quotationWithOneOpeningMarkAParagraphIsOneStatement() {
    Record record =
        read(
            "The ambassador said: “First, the shelling must stop.",
            "“Second, the wounded must leave.",
            "“Third, we sit down.”",
            "The council meets on Thursday.");
    Statement s = with(record, "shelling must stop");
    assertThat(words(s.content())).contains("wounded must leave").contains("Third, we sit down");
  }

  @Test
  void splitQuotationIsOneStatement() {
    Record record = read("“We will talk,” she said, “but not under fire.”");
    Statement s = with(record, "We will talk");
    assertThat(s.content()).hasSize(2);
    assertThat(words(s.content())).contains("but not under fire");
    assertThat(words(s.source())).isEqualTo("she");
  }

  @Test
  void accordingToAndPassivesAreRead() {
    Record record =
        read(
            "According to two officials, the convoy turned back before the checkpoint.",
            "The general was quoted as saying that the army would hold the hill.");
    assertThat(words(with(record, "convoy turned back").source())).contains("two officials");
    assertThat(words(with(record, "hold the hill").source())).contains("The general");
  }

  @Test
  void indirectAndNegatedAndHypotheticalAreMarked() {
    Record record =
        read(
            "The minister did not say that the talks had failed.",
            "Critics might argue that the plan comes too late.");
    Statement negated = with(record, "talks had failed");
    assertThat(negated.kind()).isEqualTo(Statement.Kind.INDIRECT);
    assertThat(negated.negated()).isTrue();
    assertThat(with(record, "plan comes too late").hypothetical()).isTrue();
  }

  @Test
  void attitudesHaveTheirMode() {
    Record record =
        read(
            "The rebels want the garrison to leave the valley.",
            "Families fear that the truce will not hold.",
            "Diplomats believe that the deal is close.");
    assertThat(with(record, "leave the valley").mode()).isEqualTo("wanted");
    assertThat(with(record, "will not hold").mode()).isEqualTo("felt");
    assertThat(with(record, "deal is close").mode()).isEqualTo("thought");
  }

  @Test
  void addresseeVenueAndTimeAreTold() {
    Record record =
        read(
            "President Marta Silva told reporters on Tuesday that the border would reopen.",
            "The general said in a televised speech that the siege was over.");
    Statement told = with(record, "border would reopen");
    assertThat(words(told.content())).doesNotContain("reporters");
    Statement speech = with(record, "siege was over");
    assertThat(speech.venue()).isNotNull();
    assertThat(Objects.requireNonNull(speech.venue()).text()).contains("televised speech");
  }

  @Test
  void secondHandSpeechStandsWithinTheStatementThatCarriesIt() {
    Record record =
        read("The spokesman said that the governor had told villagers that the dam was safe.");
    Statement inner =
        record.statements().stream()
            .filter(s -> s.within() != null)
            .findFirst()
            .orElseThrow(() -> new AssertionError("nothing nested in " + record.statements()));
    assertThat(words(inner.content())).contains("the dam was safe");
    Statement outer =
        record.statements().stream()
            .filter(s -> s.id().equals(inner.within()))
            .findFirst()
            .orElseThrow();
    assertThat(words(outer.source())).isEqualTo("The spokesman");
  }

  @Test
  void quotationsOfParagraphsRunTogetherKeepTheirOwnSpeakers() {
    Record record =
        read(
            "The ferry stood still for a week. “It would be better if they came to the table,” the"
                + " mayor added. She said 800 crates of fish had rotted on the quay. “Nobody on the"
                + " island wants this to last,” said Olaf Brekke, a fisherman.");
    assertThat(words(with(record, "better if they came").content())).endsWith("table,”");
    assertThat(speaker(record, with(record, "better if they came"))).isEqualTo("mayor");
    assertThat(words(with(record, "800 crates").content())).doesNotContain("“");
    assertThat(speaker(record, with(record, "Nobody on the island"))).isEqualTo("Olaf Brekke");
  }

  @Test
  void sentenceOfQuotationAloneIsWhoSpokeBefore() {
    Record record =
        read(
            "The engineer agreed that the bridge was weak. “I would not send a bus over it before"
                + " spring.” The town has two other bridges.");
    Statement quoted = with(record, "send a bus");
    assertThat(speaker(record, quoted)).isEqualTo("engineer");
    assertThat(quoted.provenance().confidence()).isLessThan(0.9);
  }

  @Test
  void quotationAsSubheadingIsNotWhoSpokeBefore() {
    Record record =
        READER.read(
            subheaded(
                "The mayor, Elena Petrov, said the port was open. “We are glad,” she said.",
                "“He was never told”",
                "Olaf Brekke lost his boat in the storm. “He was never told,” said his sister."));
    Statement heading =
        record.statements().stream()
            .filter(s -> s.part() == PartRole.SUBHEADING)
            .findFirst()
            .orElseThrow();
    assertThat(heading.source()).isEmpty();
    assertThat(heading.speaker()).isNull();
  }

  private static Report subheaded(String before, String subheading, String after) {
    String text = before + "\n\n" + subheading + "\n\n" + after;
    int from = before.length() + 2;
    int to = from + subheading.length();
    return Report.ofText(
        Metadata.builder().build(),
        text,
        List.of(
            new Part(PartRole.BODY, new Span(0, before.length())),
            new Part(PartRole.SUBHEADING, new Span(from, to)),
            new Part(PartRole.BODY, new Span(to + 2, text.length()))));
  }

  @Test
  void transcriptIsReadBySpeaker() {
    Record record =
        read(
            "SMITH: We will not sign before the winter.",
            "JONES: Then there is nothing to discuss today.",
            "SMITH: That is your choice.");
    assertThat(words(with(record, "not sign").source())).isEqualTo("SMITH");
    assertThat(words(with(record, "nothing to discuss").source())).isEqualTo("JONES");
  }

  @Test
  void anyStringIsReadTwiceAlikeAndItsSpansStand() {
    long seed = 20261122;
    SplittableRandom random = new SplittableRandom(seed);
    String[] pieces = {
      "“",
      "”",
      "\"",
      "'",
      "’",
      " ",
      "he said",
      " that ",
      "\n",
      "\n\n",
      ", ",
      ". ",
      "\ud800",
      "\u0000",
      "The envoy",
      " wants ",
      "peace",
      ":",
      "—",
      "\u200f",
      "told reporters ",
      "according to ",
      "Mr. Lee"
    };
    for (int round = 0; round < 100; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(60);
      for (int i = 0; i < length; i++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      String string = text.toString();
      Report report =
          Report.ofText(Metadata.builder().build(), string, new PartReader().read(string));
      // A record cannot be made with a span that does not stand.
      assertThat(READER.read(report).statements())
          .as("seed %d, round %d", seed, round)
          .isEqualTo(READER.read(report).statements());
    }
  }

  @Test
  void aParagraphOfThousandsOfMarksIsRead() {
    String text = "“a” he said ".repeat(2_500);
    Report report = Report.ofText(Metadata.builder().build(), text, new PartReader().read(text));
    assertThat(READER.read(report).report().text()).isEqualTo(text);
  }
}
