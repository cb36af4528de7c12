package parley.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GazetteerTest {

  private static String row(
      String name, String others, String at, String kind, String country, String region) {
    return "1\t"
        + name
        + "\t"
        + name
        + "\t"
        + others
        + "\t"
        + at
        + "\t"
        + kind
        + "\t"
        + country
        + "\t\t"
        + region
        + "\t\t\t\t1200\t\t";
  }

  private static Gazetteer of(String... lines) throws GeoNames.BadLineException {
    GeoNames names = new GeoNames(Map.of("LB.09", "Liban-Nord"));
    List<PlaceRow> rows = new ArrayList<>();
    for (String line : lines) {
      rows.addAll(names.rows(line));
    }
    return Gazetteer.of(rows, names.regions(), "test");
  }

  @Test
  void cityHasItsCountryRegionAndCoordinates() {
    Place aleppo = Gazetteer.shipped().find("Aleppo").get(0);
    assertThat(aleppo.country()).isEqualTo("SY");
    assertThat(aleppo.region()).isEqualTo("Aleppo Governorate");
    assertThat(aleppo.latitude()).isCloseTo(36.2, within(0.1));
    assertThat(aleppo.longitude()).isCloseTo(37.16, within(0.1));
    assertThat(aleppo.population()).isGreaterThan(500_000);
  }

  @Test
  void townsAreKnownByTheirEnglishNames() {
    for (String name : List.of("Hama", "Raqqa", "Kobani", "Geneva", "Kiev", "Odesa", "Misrata")) {
      assertThat(Gazetteer.shipped().towns(name)).as(name).isNotEmpty();
    }
  }

  @Test
  void aRegionIsKnownWithAndWithoutItsKind() {
    assertThat(Gazetteer.shipped().find("Hama Governorate"))
        .anyMatch(p -> p.kind() == Place.Kind.REGION && p.country().equals("SY"));
    assertThat(Gazetteer.shipped().find("hama")).anyMatch(p -> p.kind() == Place.Kind.REGION);
  }

  @Test
  void aDumpOfTheUsersOwnIsRead() throws Exception {
    Gazetteer own =
        of(
            row("Puente Alto", "Alto Puente,PTA,جسر", "10.5\t-70.25", "P\tPPL", "VE", "09"),
            row("some lake", "", "1\t1", "H\tLK", "VE", "09"),
            row("Lara State", "", "10\t-70", "A\tADM1", "VE", "09"));
    Place city = own.find("alto  puente").get(0);
    assertThat(city.country()).isEqualTo("VE");
    assertThat(city.region()).isEqualTo("Lara State");
    assertThat(city.longitude()).isCloseTo(-70.25, within(0.01));
    assertThat(own.find("Lara").get(0).kind()).isEqualTo(Place.Kind.REGION);
    assertThat(own.find("some lake")).isEmpty();
    // The codes of airports stand among the names.
    assertThat(own.find("PTA")).isEmpty();
  }

  @Test
  void aRegionThatTheDumpDoesNotNameIsNamedAsShipped() throws Exception {
    Gazetteer own = of(row("Bsharri", "", "34.2\t36", "P\tPPL", "LB", "09"));
    assertThat(own.find("Bsharri").get(0).region()).isEqualTo("Liban-Nord");
  }

  @Test
  void aNameThatTheUppermostKnowsIsLookedUpThereAlone() throws Exception {
    Gazetteer both = of(row("Tripoli", "", "1\t2", "P\tPPL", "US", "")).over(Gazetteer.shipped());
    assertThat(both.find("Tripoli")).extracting(Place::country).containsExactly("US");
    assertThat(both.find("Benghazi")).extracting(Place::country).containsExactly("LY");
    assertThat(both.find("Nowhere Whatever")).isEmpty();
    assertThat(both.find("")).isEmpty();
  }

  @Test
  void whatIsNoLineOfADumpIsSaid() {
    GeoNames names = new GeoNames();
    assertThatThrownBy(() -> names.rows("broken")).hasMessage("has 1 column, not 19 as GeoNames'");
    assertThatThrownBy(() -> names.rows(row("A", "", "x\t2", "P\tPPL", "LB", "")))
        .hasMessage("latitude 'x' is no number");
    assertThatThrownBy(() -> names.rows(row("A", "", "95\t2", "P\tPPL", "LB", "")))
        .hasMessage("latitude 95 is out of range");
  }

  @Test
  void everyNameIsFoundAmongThousands() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> names = new ArrayList<>();
    String[] lines = new String[3_000];
    for (int i = 0; i < lines.length; i++) {
      names.add("Town" + Integer.toString(random.nextInt(100_000), 36));
      lines[i] = row(names.get(i), "", "1\t2", "P\tPPL", "LB", "");
    }
    Gazetteer gazetteer = of(lines);
    for (String name : names) {
      assertThat(gazetteer.find(name)).as("seed %d, %s", seed, name).isNotEmpty();
    }
    assertThat(gazetteer.find("Town!")).isEmpty();
  }
}
