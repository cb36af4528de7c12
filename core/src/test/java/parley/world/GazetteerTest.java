package parley.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GazetteerTest {

  @Test
  void cityHasItsCountryAndCoordinates() {
    City aleppo = Gazetteer.shipped().find("Aleppo").get(0);
    assertThat(aleppo.country()).isEqualTo("SY");
    assertThat(aleppo.latitude()).isCloseTo(36.2, within(0.1));
    assertThat(aleppo.longitude()).isCloseTo(37.16, within(0.1));
    assertThat(aleppo.population()).isGreaterThan(500_000);
  }

  @Test
  void theReportsOtherPlacesDecide() {
    Gazetteer gazetteer = Gazetteer.shipped();
    assertThat(gazetteer.likeliest("Tripoli", Map.of()).orElseThrow().country()).isEqualTo("LY");
    assertThat(gazetteer.likeliest("Tripoli", Map.of("LB", 5)).orElseThrow().country())
        .isEqualTo("LB");
    assertThat(gazetteer.likeliest("Nowhere Whatever", Map.of())).isEmpty();
  }

  @Test
  void aDumpOfTheUsersOwnIsReadAndKept() throws IOException {
    String rows =
        "1\tPuente Alto\tPuente Alto\tAlto Puente,\t10.5\t-70.25\tP\tPPL\tVE\t\t\t\t\t\t1200\t\t\n"
            + "2\tsome lake\tlake\t\t1\t1\tH\tLK\tVE\t\t\t\t\t\t0\t\t\n"
            + "broken row\n";
    Gazetteer read = Gazetteer.ofGeoNames(new BufferedReader(new StringReader(rows)));
    assertThat(read.size()).isEqualTo(2);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    read.write(out);
    Gazetteer again = Gazetteer.read(new ByteArrayInputStream(out.toByteArray()));
    City city = again.find("alto puente").get(0);
    assertThat(city.country()).isEqualTo("VE");
    assertThat(city.longitude()).isCloseTo(-70.25, within(0.01));
    assertThat(again.find("some lake")).isEmpty();
  }
}
