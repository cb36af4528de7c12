package parley.app.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.extract.Reader;
import parley.extract.parts.PartReader;
import parley.language.ModelReader;
import parley.record.Event;
import parley.record.Record;
import parley.record.Statement;
import parley.text.Metadata;
import parley.text.Report;
import parley.text.Timestamp;

class ElsewhereTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2018-02-01T12:00:00Z"), ZoneOffset.UTC);

  private static final Reader READER = new Reader(ModelReader.shipped());

  @TempDir private Path directory;

  private static Record read(String outlet, String day, String text) {
    Metadata about =
        Metadata.builder()
            .url("https://" + outlet + "/" + day)
            .source(outlet)
            .published(Timestamp.parse(day))
            .build();
    return READER.read(Report.ofText(about, text, new PartReader().read(text)));
  }

  private static String event(Record record, String type) {
    return record.events().stream()
        .filter(e -> e.type().equals(type) && !e.toll().isEmpty())
        .map(Event::id)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type + " in " + record.events()));
  }

  @Test
  void theSameEventInOtherReportsIsAnotherAccountWithWhatContradicts() throws IOException {
    Record one =
        read(
            "gazette.example",
            "2018-01-24",
            "Turkey's army bombed Syria on Tuesday, killing 12 people in Syria.");
    Record other =
        read(
            "courier.example",
            "2018-01-25",
            "The Turkish army bombed Syria on Tuesday, killing 40 people in Syria.");
    Record later = read("courier.example", "2018-01-31", "Turkey bombed Syria on Tuesday.");
    try (Dossier dossier = Dossier.openOrStart(directory.resolve("d"), CLOCK)) {
      dossier.add(one, "a");
      dossier.add(other, "b");
      dossier.add(later, "c");
      ObjectNode shown = dossier.entry(one.report().id(), event(one, "ASSAULT"));
      assertThat(shown.path("accounts")).isNotEmpty();
      for (JsonNode account : shown.path("accounts")) {
        assertThat(account.path("report").asText()).isEqualTo(other.report().id());
        assertThat(account.path("conflicts").toString()).isEqualTo("[\"toll\"]");
      }
    }
  }

  @Test
  void theSameWordsElsewhereNameTheFirstAndTheWidestVersion() throws IOException {
    Record later =
        read(
            "gazette.example",
            "2018-01-24",
            "\"We will not leave the river before the winter ends,\" Ana Ruiz said.");
    Record first =
        read(
            "courier.example",
            "2018-01-22",
            "\"We will not leave the river before the winter ends and the roads are open again,\""
                + " Ana Ruiz said.");
    try (Dossier dossier = Dossier.openOrStart(directory.resolve("d"), CLOCK)) {
      dossier.add(later, "a");
      dossier.add(first, "b");
      String statement = later.statements().stream().map(Statement::id).findFirst().orElseThrow();
      ObjectNode shown = dossier.entry(later.report().id(), statement);
      assertThat(shown.path("alike")).hasSize(1);
      assertThat(shown.path("alike").get(0).path("first").asBoolean()).isTrue();
      assertThat(shown.path("alike").get(0).path("widest").asBoolean()).isTrue();
    }
  }
}
