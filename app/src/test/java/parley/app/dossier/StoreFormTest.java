package parley.app.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.record.Record;
import parley.record.RecordJson;

/** How dossiers are kept: in older forms and in the one of today, few reports and many. */
final class StoreFormTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2031-07-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path directory;

  private static Record report(int i) {
    return Samples.position(
        "The Lake Post",
        "2031-05-" + (10 + i % 20),
        "Ana Lune " + i,
        "River Council",
        "ceasefire",
        i % 2 == 0 ? "DEMAND" : "OFFER",
        "the truce must hold for " + i + " days");
  }

  @Test
  void dossierOfFormFourOpensAndIsWhole() throws IOException {
    String old = "/parley/app/dossier/form-4.sqlite.gz";
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(old))) {
      Files.write(directory.resolve(Store.FILE), new GZIPInputStream(in).readAllBytes());
    }
    try (Dossier dossier = Dossier.open(directory, CLOCK)) {
      assertThat(dossier.check()).isEmpty();
      String id = dossier.reportIds().get(0);
      assertThat(dossier.report(id).at("/statements/0/review/by").asText()).isEqualTo("Ben");
      assertThat(dossier.report(id).at("/statements/0/provenance/rule").asText())
          .isEqualTo("by.hand");
      assertThat(dossier.find("shelling", Filter.NONE, false, 0, 10).path("hits")).hasSize(3);
      // One word of a kept report is another: found by the bands of its signature.
      Record version =
          Samples.position(
              "Hill Times",
              "2031-05-20",
              "Eva Lune",
              "River Council",
              "ceasefire",
              "DEMAND",
              "the truce must hold for 3 days");
      assertThat(dossier.linked(version.report()).metadata().repeats()).isNotNull();
      assertThat(dossier.add(version, "new.txt")).isTrue();
      assertThat(dossier.repair()).isEmpty();
      assertThat(dossier.check()).isEmpty();
      assertThat(dossier.board(dossier.today(), 5).path("cells")).isNotEmpty();
    }
  }

  @Test
  void dossierOfFormSixGetsItsRolesByRepair() throws IOException {
    String old = "/parley/app/dossier/form-6.sqlite.gz";
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(old))) {
      Files.write(directory.resolve(Store.FILE), new GZIPInputStream(in).readAllBytes());
    }
    try (Dossier dossier = Dossier.open(directory, CLOCK)) {
      assertThat(dossier.check()).isEmpty();
      long saleh = dossier.actors("Nabil Saleh", 0, 1).at("/actors/0/n").asLong();
      assertThat(dossier.actor(saleh).path("roles")).isEmpty();
      assertThat(dossier.repair()).isEmpty();
      assertThat(dossier.actor(saleh).path("roles"))
          .hasToString(
              "[{\"role\":\"Foreign Minister\",\"first\":\"2018-03-14\",\"last\":\"2018-03-15\","
                  + "\"reports\":2}]");
      assertThat(dossier.check()).isEmpty();
    }
  }

  @Test
  void recordsStayTheSameWhenAPackingIsLearnt() throws IOException {
    List<Record> records = new ArrayList<>();
    for (int i = 0; i < Packings.FIRST + 20; i++) {
      records.add(report(i));
    }
    try (Dossier dossier = Dossier.openOrStart(directory, CLOCK)) {
      for (int i = 0; i < records.size(); i++) {
        assertThat(dossier.add(records.get(i), i + ".txt")).isTrue();
        if (i == 10) {
          String id = records.get(3).report().id();
          dossier.decide(
              new Decision(id, "s1", null, Decision.Act.REJECT, null, "not said", "Ben"));
        }
      }
    }
    try (Dossier dossier = Dossier.open(directory, CLOCK)) {
      assertThat(dossier.check()).isEmpty();
      for (int i = 0; i < records.size(); i++) {
        if (i != 3) {
          assertThat(Json.write(dossier.report(records.get(i).report().id())))
              .isEqualTo(RecordJson.write(records.get(i)));
        }
      }
      String id = records.get(3).report().id();
      assertThat(dossier.report(id).at("/statements/0/review/status").asText())
          .isEqualTo("rejected");
      long change = dossier.history(Long.MAX_VALUE, 1).path(0).path("n").asLong();
      dossier.undo(change, "Ben");
      assertThat(Json.write(dossier.report(id))).isEqualTo(RecordJson.write(records.get(3)));
      assertThat(dossier.repair()).isEmpty();
      assertThat(dossier.check()).isEmpty();
    }
  }
}
