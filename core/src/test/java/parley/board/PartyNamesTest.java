package parley.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parley.record.Actor;
import parley.record.ActorKind;
import parley.record.Anchor;
import parley.record.Mention;
import parley.text.Metadata;
import parley.text.Report;
import parley.text.Span;

class PartyNamesTest {

  private static final Report REPORT =
      Report.ofText(Metadata.builder().build(), "x".repeat(80), List.of());

  private final List<Actor> actors = new ArrayList<>();

  private Actor actor(
      String name, boolean named, ActorKind kind, int mentions, @Nullable String side) {
    List<Mention> spans = new ArrayList<>();
    for (int i = 0; i < mentions; i++) {
      spans.add(
          new Mention(
              Anchor.in(REPORT, new Span(i, i + 1)),
              named ? Mention.Form.NAME : Mention.Form.NOMINAL));
    }
    Actor actor = new Actor("a" + (actors.size() + 1), name, named, kind, List.of(), side, spans);
    actors.add(actor);
    return actor;
  }

  private String nameOf(Actor actor) {
    return new PartyNames(actors).of(actor);
  }

  @Test
  void theRebelsOfAReportOnElSalvadorAreTheMovementThatFightsThere() {
    actor("El Salvador", true, ActorKind.STATE, 6, null);
    Actor rebels = actor("Salvadoran guerrillas", false, ActorKind.GROUP, 3, null);
    assertThat(nameOf(rebels)).isEqualTo("FMLN");
  }

  @Test
  void whereSeveralMovementsFightTheRebelsAreThoseThatTheReportNamesMost() {
    actor("Colombia", true, ActorKind.STATE, 6, null);
    actor("ELN", true, ActorKind.ORGANIZATION, 1, null);
    actor("FARC", true, ActorKind.ORGANIZATION, 4, null);
    Actor rebels = actor("rebel commanders", false, ActorKind.GROUP, 3, null);
    assertThat(nameOf(rebels)).isEqualTo("FARC");
  }

  @Test
  void rebelsOfAPartyInAParliamentStayWhatTheyAreCalled() {
    actor("Norway", true, ActorKind.STATE, 6, null);
    Actor rebels = actor("rebels", false, ActorKind.GROUP, 3, null);
    assertThat(nameOf(rebels)).isEqualTo("rebels");
  }

  @Test
  void aGeneralCommandSpeaksForItsMovement() {
    Actor command =
        actor(
            "General Command of the Farabundo Marti National Liberation Front",
            true,
            ActorKind.ORGANIZATION,
            2,
            null);
    assertThat(nameOf(command)).isEqualTo("FMLN");
  }

  @Test
  void aLeaderKnownBySurnameIsOfHisOwnStateNotOfTheOneTheReportIsAbout() {
    actor("Syria", true, ActorKind.STATE, 9, null);
    Actor president = actor("Trump", true, ActorKind.PERSON, 2, null);
    assertThat(nameOf(president)).isEqualTo("United States");
  }

  @Test
  void anOfficeThatOneStateAloneHasTellsTheState() {
    actor("Syria", true, ActorKind.STATE, 9, null);
    Actor secretary = actor("home secretary", false, ActorKind.PERSON, 2, null);
    assertThat(nameOf(secretary)).isEqualTo("United Kingdom");
  }

  @Test
  void aFamilyDoesNotSpeakForTheStateOfItsSon() {
    Actor state = actor("United Kingdom", true, ActorKind.STATE, 9, null);
    Actor family = actor("family of a soldier", false, ActorKind.GROUP, 2, state.id());
    assertThat(nameOf(family)).isEqualTo("family of a soldier");
  }

  @Test
  void anEnvoyOfTheUnitedNationsIsKnownByName() {
    Actor envoy = actor("Lakhdar Brahimi", true, ActorKind.PERSON, 2, null);
    Actor bySurname = actor("De Mistura", true, ActorKind.PERSON, 2, null);
    assertThat(nameOf(envoy)).isEqualTo("United Nations");
    assertThat(nameOf(bySurname)).isEqualTo("United Nations");
  }

  @Test
  void anAdministrationOrDelegationIsItsLeadersOrItsStates() {
    assertThat(nameOf(actor("Trump administration", true, ActorKind.ORGANIZATION, 2, null)))
        .isEqualTo("United States");
    assertThat(nameOf(actor("Turkish delegation", false, ActorKind.GROUP, 2, null)))
        .isEqualTo("Turkey");
  }

  @Test
  void leadersOfAPeopleWithoutAStateSpeakForThePeople() {
    assertThat(nameOf(actor("Kurdish leaders", false, ActorKind.GROUP, 2, null)))
        .isEqualTo("Kurds");
  }

  @Test
  void aLeaderOfAMovementIsItsNotHisCountrys() {
    assertThat(nameOf(actor("Jonas Savimbi", true, ActorKind.PERSON, 2, null))).isEqualTo("UNITA");
  }
}
