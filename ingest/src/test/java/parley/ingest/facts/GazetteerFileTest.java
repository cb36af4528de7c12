package parley.ingest.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.world.Gazetteer;
import parley.world.Place;

class GazetteerFileTest {

  @TempDir private Path dir;

  private final List<String> told = new ArrayList<>();

  private static String row(String name, String country, int people) {
    return "1\t"
        + name
        + "\t"
        + name
        + "\t\t33.9\t35.8\tP\tPPL\t"
        + country
        + "\t\t04\t\t\t\t"
        + people
        + "\t\t\t\t\n";
  }

  private Gazetteer open(Path dump) throws IOException {
    return GazetteerFile.open(dump, dir.resolve("cache"), told::add);
  }

  private Path text(String rows) throws IOException {
    return Files.writeString(dir.resolve("own.txt"), rows);
  }

  @Test
  void aDumpIsIndexedOnceAndLaidOverTheShippedPlaces() throws IOException {
    Path dump = text(row("Kafr Sulwan", "LB", 300));
    assertThat(open(dump).find("kafr sulwan")).extracting(Place::country).containsExactly("LB");
    assertThat(told).hasSize(1);
    Gazetteer again = open(dump);
    assertThat(told).hasSize(1);
    assertThat(again.find("Kafr Sulwan").get(0).region()).isEqualTo("Beyrouth");
    assertThat(again.find("Damascus").get(0).country()).isEqualTo("SY");
  }

  @Test
  void aDumpThatChangedIsIndexedAnew() throws IOException {
    String first = open(text(row("Kafr Sulwan", "LB", 300))).id();
    Gazetteer second = open(text(row("Kafr Sulwan", "LB", 300) + row("Ain Zebde", "LB", 0)));
    assertThat(second.find("Ain Zebde")).hasSize(1);
    assertThat(second.id()).isNotEqualTo(first);
  }

  @Test
  void manyPlacesAreMergedFromRunsOnTheDisk() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 450_000; i++) {
      rows.append(row("Town " + (i * 7919L % 450_000), "LB", i));
    }
    Gazetteer gazetteer = open(text(rows.toString()));
    assertThat(gazetteer.find("Town 0")).hasSize(1);
    assertThat(gazetteer.find("Town 449999")).hasSize(1);
    assertThat(gazetteer.find("Town 123456")).hasSize(1);
    assertThat(Files.list(dir.resolve("cache"))).hasSize(1);
  }

  @Test
  void aZipIsReadPastItsReadme() throws IOException {
    Path zip = dir.resolve("LB.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream to = new ZipOutputStream(out)) {
      to.putNextEntry(new ZipEntry("readme.txt"));
      to.write("read me".getBytes(StandardCharsets.UTF_8));
      to.putNextEntry(new ZipEntry("LB.txt"));
      to.write(row("Kafr Sulwan", "LB", 300).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(open(zip).find("Kafr Sulwan")).hasSize(1);
  }

  @Test
  void badLinesAreNamedAndLeftOut() throws IOException {
    Path dump = text("broken\n" + row("Kafr Sulwan", "LB", 300) + "b\n".repeat(10));
    assertThat(open(dump).find("Kafr Sulwan")).hasSize(1);
    assertThat(told)
        .contains(
            dump + ":1: has 1 column, not 19 as GeoNames'; it is left out",
            dump + ": 11 lines of 12 are left out");
  }

  @Test
  void whatIsNoDumpIsRefused() throws IOException {
    Path none = text("Dear reader,\nthis is no dump.\n");
    assertThatThrownBy(() -> open(none)).hasMessageContaining("holds no place");
    assertThatThrownBy(() -> open(dir.resolve("missing"))).hasMessageContaining("is no file");
    assertThat(Files.list(dir.resolve("cache"))).isEmpty();
  }
}
