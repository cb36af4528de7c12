package parley.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorldTest {

  private final World world = World.shipped();

  @Test
  void statesAreFoundByNamePeopleCapitalAndSeat() {
    assertThat(world.named("the U.K.").orElseThrow().alpha3()).isEqualTo("GBR");
    assertThat(world.ofPeople("Danes").orElseThrow().alpha3()).isEqualTo("DNK");
    assertThat(world.ofCapital("Bogotá").orElseThrow().alpha3()).isEqualTo("COL");
    assertThat(world.ofSeat("Kremlin").orElseThrow().alpha3()).isEqualTo("RUS");
  }

  @Test
  void lowerCaseNamesNoState() {
    assertThat(world.named("us")).isEmpty();
    assertThat(world.named("turkey")).isEmpty();
    assertThat(world.named("Us")).isEmpty();
  }

  @Test
  void codesAreThoseOfIso3166() {
    Set<String> former = Set.of("SUN", "DDR", "YUG", "CSK", "VDR", "XKX");
    Set<String> known = new HashSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3));
    for (State state : world.states()) {
      if (!former.contains(state.alpha3())) {
        assertThat(known).contains(state.alpha3());
        assertThat(new Locale("", state.alpha2()).getISO3Country()).isEqualTo(state.alpha3());
      }
    }
  }

  @Test
  void spellingsOfANameShareAKey() {
    for (List<String> same :
        List.of(
            List.of("Gaddafi", "Qadhafi", "Kadhafi", "Qaddafi", "Khadafy"),
            List.of("Hussein", "Husayn", "Hussain"),
            List.of("Mohammed", "Muhammad", "Mohamad"),
            List.of("Zelensky", "Zelenskiy", "Zelenskyy"),
            List.of("al-Assad", "Assad"))) {
      assertThat(same.stream().map(NameKey::sound).distinct()).as(same.toString()).hasSize(1);
    }
    assertThat(
            Arrays.asList("Santos", "Petro", "Duque", "Uribe").stream()
                .map(NameKey::sound)
                .distinct())
        .hasSize(4);
  }
}
