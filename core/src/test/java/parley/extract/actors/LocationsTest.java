package parley.extract.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.extract.Reader;
import parley.extract.parts.PartReader;
import parley.language.ModelReader;
import parley.record.Actor;
import parley.record.ActorKind;
import parley.record.Location;
import parley.text.Metadata;
import parley.text.Report;
import parley.world.ActorFile;

class LocationsTest {

  private static final ModelReader LANGUAGE = ModelReader.shipped();

  private static Actor actor(String text, String name) {
    Report report = Report.ofText(Metadata.builder().build(), text, new PartReader().read(text));
    List<Actor> actors = new Reader(LANGUAGE).read(report).actors();
    return actors.stream()
        .filter(a -> a.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among " + actors));
  }

  private static @Nullable Location location(String text, String name) {
    return actor(text, name).location();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tripoli|LBN|The Lebanese army went into Tripoli on Monday. In Beirut, ministers met.",
        "Tripoli|LBY|Gunmen left Tripoli on Monday. Libya's government met in Benghazi.",
        "Tripoli|LBN|Shots were heard in Tripoli, Lebanon, on Monday. Libya and Egypt held talks.",
        "Córdoba|ARG|Police in Córdoba went on strike. Argentina sent guards from Buenos Aires.",
        "Córdoba|ESP|Farmers blocked the road to Córdoba. Spain's minister flew in from Madrid.",
        "San José|CRI|Talks on Nicaragua opened in San José. Costa Rica is the host.",
        "San Jose|USA|Police in San Jose, California, held two men after the shooting.",
        "Hama|SYR|Shells fell on Hama on Thursday. Syrian rebels said that they would answer.",
        "Geneva|CHE|The United States and Iran will meet in Geneva, American officials said.",
        "Paris|FRA|The United States and Iran will meet in Paris, American officials said.",
        "Paris|USA|A court in Paris, Texas, heard the case. Texas and the United States appealed.",
      })
  void theReportsOtherPlacesDecide(String name, String country, String text) {
    Location location = Objects.requireNonNull(location(text, name));
    assertThat(location.country()).isEqualTo(country);
    assertThat(location.city()).isEqualTo(name);
    assertThat(location.latitude()).isNotNull();
  }

  @Test
  void georgiaIsTheStateOfTheUnionBesideItsTowns() {
    Actor georgia =
        actor(
            "The governor of Georgia rejected the call in Atlanta. Prisons in Georgia are full,"
                + " lawyers in Savannah said.",
            "Georgia");
    assertThat(georgia.kind()).isEqualTo(ActorKind.PLACE);
    assertThat(georgia.location()).isEqualTo(Location.within("USA", "Georgia"));
  }

  @Test
  void georgiaIsTheCountryBesideTbilisi() {
    Actor georgia =
        actor(
            "Georgia said it would resume talks with Russia. An envoy flew from Atlanta to"
                + " Tbilisi.",
            "Georgia");
    assertThat(georgia.kind()).isEqualTo(ActorKind.STATE);
    assertThat(georgia.location()).isEqualTo(Location.within("GEO", null));
  }

  @Test
  void aProvinceHasNoCity() {
    Location hama =
        location("Nine people died in the Syrian province of Hama on Thursday.", "Hama");
    assertThat(hama).isEqualTo(Location.within("SYR", "Hama Governorate"));
  }

  @Test
  void aSmallTownIsNotGuessed() {
    assertThat(location("Two people were hurt in San Fernando on Monday.", "San Fernando"))
        .isNull();
  }

  @Test
  void aVillageThatNoGazetteerKnowsIsInTheStateBesideIt() {
    Location village =
        location(
            "The men were stopped near the village of Qarnabad, Syria, on Monday.", "Qarnabad");
    assertThat(village).isEqualTo(new Location("SYR", null, "Qarnabad", null, null));
  }

  @Test
  void theTownOfAnotherTownIsNotTheTownSpokenOfBefore() {
    Actor tripoli =
        actor(
            "The army went into Tripoli in Lebanon. Shots were heard in the town of Zgharta.",
            "Tripoli");
    assertThat(tripoli.mentions()).hasSize(1);
  }

  @Test
  void actorsOfTheUsersFileHaveItsIds() {
    String text = "Karim Daher said on Monday that the army would stay. Mr Daher spoke in Beirut.";
    ActorFile known =
        ActorFile.of(List.of(new ActorFile.Entry("Karim Daher", List.of(), true, "Q42")), "t");
    Report report = Report.ofText(Metadata.builder().build(), text, new PartReader().read(text));
    Reader reader = new Reader(LANGUAGE).with(null, known);
    assertThat(reader.id()).endsWith(" register-t");
    assertThat(reader.read(report).actors())
        .filteredOn(a -> a.name().equals("Karim Daher"))
        .extracting(Actor::wikidata)
        .containsExactly("Q42");
  }
}
