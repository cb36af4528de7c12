package parley.extract.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.extract.Reader;
import parley.extract.parts.PartReader;
import parley.language.AnalysedReport;
import parley.language.ModelReader;
import parley.record.Actor;
import parley.record.ActorKind;
import parley.record.Fact;
import parley.record.Mention;
import parley.record.Record;
import parley.text.Metadata;
import parley.text.Report;
import parley.text.Span;

class ActorReaderTest {

  private static final ModelReader LANGUAGE = ModelReader.shipped();

  private static Report report(String text) {
    return Report.ofText(Metadata.builder().build(), text, new PartReader().read(text));
  }

  private static Record read(String text) {
    return new Reader(LANGUAGE).read(report(text));
  }

  private static Actor named(Record record, String name) {
    return record.actors().stream()
        .filter(a -> a.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among " + record.actors()));
  }

  private static List<String> texts(Actor actor) {
    return actor.mentions().stream().map(m -> m.anchor().text()).toList();
  }

  @Test
  void surnameAndTitleAreOneActorWithTheFullName() {
    Record record =
        read(
            "President Juan Manuel Santos spoke on Monday. Mr. Santos said that talks would begin"
                + " soon. Santos thanked Norway.");
    Actor santos = named(record, "Juan Manuel Santos");
    assertThat(texts(santos)).contains("Juan Manuel Santos", "Santos");
    assertThat(santos.mentions()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(santos.roles()).contains("President");
    assertThat(santos.kind()).isEqualTo(ActorKind.PERSON);
  }

  @Test
  void aMinisterAndHisBrotherAreTwo() {
    Record record =
        read(
            "Foreign Minister Pedro Salas met the envoys in Quito. His brother, Ramón Salas, a"
                + " lawyer, was not there. Ramón Salas had left the city on Sunday.");
    Actor pedro = named(record, "Pedro Salas");
    Actor ramon = named(record, "Ramón Salas");
    assertThat(pedro.id()).isNotEqualTo(ramon.id());
    assertThat(texts(ramon)).contains("Ramón Salas", "His brother");
    assertThat(texts(pedro)).doesNotContain("Ramón Salas", "His brother");
  }

  @Test
  void spellingsOfOneNameAreOneActor() {
    Record record =
        read(
            "Muammar Gaddafi received the delegation. Later Muammar Qadhafi flew to Cairo. Muammar"
                + " Kadhafi returned on Friday.");
    assertThat(
            record.actors().stream().filter(a -> a.kind() == ActorKind.PERSON && a.named()).count())
        .isEqualTo(1);
  }

  @Test
  void governmentAndCapitalThatActsAreTheState() {
    Record record =
        read(
            "Turkey closed the border. The Turkish government said that it would stay closed."
                + " Ankara rejected the offer.");
    Actor turkey = named(record, "Turkey");
    assertThat(turkey.kind()).isEqualTo(ActorKind.STATE);
    assertThat(texts(turkey)).contains("The Turkish government", "Ankara");
  }

  @Test
  void aSpokesmanSpeaksForHisArmyAndTheArmyForItsState() {
    Record record = read("A spokesman for the Israeli army said that the road was open.");
    Actor spokesman =
        record.actors().stream().filter(a -> a.name().startsWith("spokesman")).findFirst().get();
    Actor army =
        record.actors().stream().filter(a -> a.id().equals(spokesman.side())).findFirst().get();
    assertThat(army.name()).contains("army");
    assertThat(army.side()).isEqualTo(named(record, "Israel").id());
  }

  @Test
  void agesRolesAndAffiliationsStandWhereTheyAreSaid() {
    Record record =
        read("Marta Ruiz, 42, a spokeswoman for the Red Cross, said that the convoy had left.");
    Actor ruiz = named(record, "Marta Ruiz");
    assertThat(ruiz.facts().stream().map(Fact::kind))
        .contains(Fact.Kind.AGE, Fact.Kind.OFFICE, Fact.Kind.AFFILIATION);
    assertThat(ruiz.roles()).containsExactly("spokeswoman");
    for (Fact fact : ruiz.facts()) {
      assertThat(fact.anchor().holdsIn(record.report())).isTrue();
    }
  }

  @Test
  void firstPersonInAQuotationIsTheSpeaker() {
    Record record =
        read("\"I will not sign this paper,\" said Colonel Amir Hadad. \"My men are tired.\"");
    Actor hadad = named(record, "Amir Hadad");
    assertThat(texts(hadad)).contains("I");
  }

  @Test
  void anUnnamedOfficialIsAnActor() {
    String text = "A senior Hamas official said the group was ready.";
    Report report = report(text);
    AnalysedReport analysed = LANGUAGE.analyse(report);
    Span source = new Span(0, text.indexOf(" said"));
    Cast cast =
        new ActorReader()
            .read(analysed, List.of(new Speech(List.of(source), List.of(), List.of())));
    Actor official = cast.bestFor(source).orElseThrow();
    assertThat(official.named()).isFalse();
    assertThat(official.kind()).isEqualTo(ActorKind.PERSON);
    assertThat(official.name()).contains("official");
    assertThat(cast.byId(String.valueOf(official.side())).orElseThrow().name()).isEqualTo("Hamas");
  }

  /** The name of the speaker of the report's first statement. */
  private static String speaker(String text) {
    Record record = read(text);
    String id = record.statements().get(0).speaker();
    return record.actors().stream()
        .filter(a -> a.id().equals(id))
        .map(Actor::name)
        .findFirst()
        .orElse("nobody");
  }

  @Test
  void theHeadOfASourceSpeaksAndNotWhoeverIsNamedBeforeIt() {
    assertThat(speaker("The villagers' lawyers said that the road would stay closed."))
        .contains("lawyers");
    assertThat(speaker("The councils' youth wing said that it would not sign."))
        .contains("youth wing");
    assertThat(speaker("Milo's sister, Tove, said that nobody had called. Milo Berg was away."))
        .isEqualTo("Tove");
    assertThat(speaker("Secretary of State Mary Cole said that she agreed with Spain."))
        .isEqualTo("Mary Cole");
  }

  @Test
  void eventsAndThingsDoNotSpeak() {
    Record record = read("The events of the past week suggest that a deal is near.");
    assertThat(record.statements()).allMatch(s -> s.speaker() == null);
  }

  @Test
  void actorsJoinedByAndAreOneWhereTheySpeakTogether() {
    Record record =
        read("Turkey and Russia said that they would guard the road. The two countries want calm.");
    Actor both = named(record, "Turkey and Russia");
    assertThat(both.kind()).isEqualTo(ActorKind.GROUP);
    assertThat(texts(both)).contains("Turkey and Russia", "they", "The two countries");
    assertThat(record.statements().get(0).speaker()).isEqualTo(both.id());
    assertThat(texts(named(record, "Turkey"))).containsExactly("Turkey");
  }

  @Test
  void theTwoEnvoysAreThoseNamedBefore() {
    Record record =
        read("Envoy Ana Ruiz and mediator Tom Hale met in Oslo. The two envoys left on Sunday.");
    assertThat(texts(named(record, "Ana Ruiz and Tom Hale"))).contains("The two envoys");
  }

  @Test
  void actorsJoinedOnceStayApart() {
    Record record = read("Turkey and Russia closed the border.");
    assertThat(record.actors()).noneMatch(a -> a.name().contains(" and "));
  }

  @Test
  void aCapitalWithAGovernmentsRefusalIsTheState() {
    Record record = read("Ankara's refusal surprised the envoys. Turkey had signed in May.");
    assertThat(texts(named(record, "Turkey"))).contains("Ankara");
  }

  @Test
  void anUnknownNameAfterASpokesmanIsHisOrganisation() {
    Record record = read("A spokesman for the Harbour Convergence said that it would wait.");
    Actor convergence = named(record, "Harbour Convergence");
    assertThat(named(record, "spokesman for the Harbour Convergence").side())
        .isEqualTo(convergence.id());
  }

  @Test
  void pronounsAgreeInGender() {
    Record record =
        read(
            "Ana Torres met Luis Vega in Lima. She said that the road was closed. He did not"
                + " answer.");
    assertThat(texts(named(record, "Ana Torres"))).contains("She");
    assertThat(texts(named(record, "Luis Vega"))).contains("He");
  }

  @Test
  void anyStringGivesMentionsThatStandAndTheSameCastTwice() {
    long seed = Long.getLong("parley.seed", System.nanoTime());
    Random random = new Random(seed);
    String[] pieces = {
      "Mr. ", "President ", "Ana Torres", " said ", "\"", "“", "”", " who ", "his ", ", ", ". ",
      "the army", "\n\n", "\u0000", "\ud83d", "\udc00", "I ", "we ", "'s ", "Ankara ", "42", "(",
      ")", "FARC", " of ", " for ", "a spokesman", " it ", "they ", "himself ", "\u202e", "-"
    };
    for (int round = 0; round < 60; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(60);
      for (int i = 0; i < length; i++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      Report report = report(text.toString());
      Record once = new Reader(LANGUAGE).read(report);
      assertThat(once.actors())
          .as("seed %d round %d", seed, round)
          .isEqualTo(new Reader(LANGUAGE).read(report).actors());
      for (Actor actor : once.actors()) {
        for (Mention mention : actor.mentions()) {
          assertThat(mention.anchor().span().of(report.text()))
              .as("seed %d round %d", seed, round)
              .isEqualTo(mention.anchor().text());
        }
      }
    }
  }

  @Test
  void aBracketBeforeASpeechTellsWhoseFirstPersonItIs() {
    Record record =
        read(
            "PUERTO SECO, 3 MAY 91 -- [SPEECH] [PRESIDENT TOMAS ARCE] [TEXT] I DO NOT SEEK A"
                + " VICTORY. WE WANT PEACE, AND OUR OFFER STANDS.");
    Actor arce = named(record, "TOMAS ARCE");
    assertThat(texts(arce)).contains("I", "WE");
  }

  @Test
  void aCentralAmericanPresidentIsNotOfTheUnitedStates() {
    Record record = read("The Central American presidents met on Monday and called for a truce.");
    assertThat(record.actors()).noneMatch(a -> a.name().equals("United States"));
  }

  @Test
  void aFullNameIsThePersonsWhoseSurnameTheReportGoesOnWith() {
    Record record =
        read(
            "Talks collapsed, with a deflated special envoy Staffan de Mistura admitting that an"
                + " opportunity had been missed. De Mistura said he would report to the council.");
    assertThat(record.actors())
        .filteredOn(a -> a.name().endsWith("Mistura"))
        .allMatch(a -> a.kind() == ActorKind.PERSON)
        .hasSize(1);
  }

  @Test
  void whatHasAPeopleAndAnArmyIsALandAndTakesNoPronounOfAMan() {
    Record record =
        read(
            "Bassel Orun said his movement would free no one unless Kestria ended the war."
                + " Kestria freed 140 prisoners on Monday. The Kestrian army kept its posts."
                + " \"End the war and they go home,\" he said.");
    assertThat(named(record, "Kestria").kind()).isEqualTo(ActorKind.STATE);
    assertThat(texts(named(record, "Bassel Orun"))).contains("he");
  }

  @Test
  void anOfficeAddressedWithoutANameIsAPerson() {
    Record record =
        read(
            "Madam Speaker, the chamber must decide. I thank the Speaker for her time. Madam"
                + " Speaker, we are ready.");
    Actor speaker = named(record, "Madam Speaker");
    assertThat(speaker.kind()).isEqualTo(ActorKind.PERSON);
    assertThat(texts(speaker)).contains("Madam Speaker", "the Speaker");
  }

  @Test
  void aChamberThatVotesIsNotTheState() {
    Record record =
        read("The Senate voted against the treaty on Monday. The White House condemned the vote.");
    assertThat(named(record, "Senate").kind()).isEqualTo(ActorKind.ORGANIZATION);
    assertThat(texts(named(record, "United States"))).containsExactly("White House");
  }

  @Test
  void whatIsOursTwiceIsOne() {
    Record record =
        read("Our founders feared kings. They wrote a law. We owe much to our founders.");
    assertThat(texts(named(record, "Our founders"))).contains("Our founders", "our founders");
  }

  @Test
  void theAuthorsTogetherAreNotTheAuthorAlone() {
    Record record = read("I was born in Quito. We are a nation of farmers. I say that we can win.");
    assertThat(texts(named(record, "the author"))).containsExactly("I", "I");
    assertThat(texts(named(record, "the authors"))).containsExactly("We", "we");
  }

  @Test
  void theLongNameTellsWhatTheShortOneBeforeItMeans() {
    Record record =
        read(
            "Talks with the UPD collapsed. The Union of Port Drivers said it would strike. The"
                + " union wants talks.");
    assertThat(texts(named(record, "Union of Port Drivers"))).contains("UPD");
  }

  @Test
  void whoIsAddressedIsYouForSomeSentences() {
    Record record =
        read("Mr. President, we are grateful. I want the people to know how much you have done.");
    assertThat(texts(named(record, "Mr. President"))).containsExactly("Mr. President", "you");
  }

  @Test
  void whoIsNamedInWhatASubjectDoesIsNotTheSubject() {
    Record record =
        read(
            "President Mario Paz called on Sunday. Foreign Minister Juan Robles met reporters"
                + " afterwards. He quoted Paz as saying that no weapons would be sent.");
    assertThat(texts(named(record, "Juan Robles"))).contains("He");
    assertThat(texts(named(record, "Mario Paz"))).doesNotContain("He");
  }

  @Test
  void anOfficeBetweenTwoNamesIsTheLastOnes() {
    Record record =
        read(
            "After a call with Mario Paz, the Norwegian foreign minister, Olaf Brekke, said that"
                + " the talks would go on.");
    assertThat(named(record, "Olaf Brekke").roles()).contains("foreign minister");
    assertThat(named(record, "Mario Paz").roles()).isEmpty();
    assertThat(record.statements().get(0).speaker()).isEqualTo(named(record, "Olaf Brekke").id());
  }

  private static String sideOf(Record record, String name) {
    String side = named(record, name).side();
    return side == null
        ? "none"
        : record.actors().stream()
            .filter(a -> a.id().equals(side))
            .findFirst()
            .orElseThrow()
            .name();
  }

  @Test
  void anOfficeAndTheNameAfterItsCommaAreOne() {
    Record record =
        read(
            "In a statement on Friday, the Australian foreign affairs minister, Julie Barlow said"
                + " the court was wrong. The US special envoy for Syria, James Harker, speaking on"
                + " Monday in Geneva, said the troops would stay. Chile's water minister, Ana Solar,"
                + " rejected the plan.");
    assertThat(named(record, "Julie Barlow").roles()).containsExactly("foreign affairs minister");
    assertThat(sideOf(record, "Julie Barlow")).isEqualTo("Australia");
    assertThat(named(record, "James Harker").roles()).containsExactly("special envoy");
    assertThat(sideOf(record, "James Harker")).isEqualTo("United States");
    assertThat(sideOf(record, "Ana Solar")).isEqualTo("Chile");
  }

  @Test
  void whomALetterIsToIsNotWhoWroteIt() {
    Record record = read("In a letter to the prime minister, Ana Solar said the plan was wrong.");
    assertThat(named(record, "Ana Solar").roles()).isEmpty();
  }

  @Test
  void aListIsNoApposition() {
    Record record = read("The mayor, Juan Robles and Ana Solar met the governor on Monday.");
    assertThat(named(record, "Juan Robles").roles()).isEmpty();
  }

  @Test
  void theBodyAfterANameIsItsSide() {
    Record record =
        read(
            "Tom Reed, who leads the teachers' union, said members would strike. Ibrahim Assaf of"
                + " the Syrian Relief Committee agreed.");
    assertThat(sideOf(record, "Tom Reed")).isEqualTo("teachers' union");
    assertThat(sideOf(record, "Ibrahim Assaf")).isEqualTo("Syrian Relief Committee");
  }

  @Test
  void membersOfChambersAndMayorsSpeakForThemselves() {
    Record record =
        read(
            "US senator Rita Cole opposed the withdrawal. The mayor of Medina, Ali Ben Salah, said"
                + " he would reopen the road. Bob Coker, the chair of the Senate foreign relations"
                + " committee, said no.");
    assertThat(sideOf(record, "Rita Cole")).isEqualTo("none");
    assertThat(sideOf(record, "Ali Ben Salah")).isEqualTo("none");
    assertThat(sideOf(record, "Bob Coker")).isEqualTo("none");
  }
}
