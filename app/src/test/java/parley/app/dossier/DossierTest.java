package parley.app.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.record.Record;
import parley.record.RecordJson;

final class DossierTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("1999-04-01T10:00:00Z"), ZoneOffset.UTC);

  private static final Record REFUSAL =
      Samples.position(
          "north.example",
          "1999-03-01",
          "Ádám Kovács",
          "the River Front",
          "ceasefire",
          "REJECT",
          "the group would not accept a truce of ten days");

  private static final Record ACCEPTANCE =
      Samples.position(
          "south.example",
          "1999-03-09",
          "Ádám Kovács",
          "the River Front",
          "ceasefire",
          "ACCEPT",
          "his movement was ready to stop shooting 🕊 at once");

  @TempDir Path directory;
  private Dossier dossier;

  @BeforeEach
  void open() throws IOException {
    dossier = Dossier.openOrStart(directory.resolve("d"), CLOCK);
  }

  @AfterEach
  void close() throws IOException {
    dossier.close();
  }

  private static String id(Record record) {
    return record.report().id();
  }

  private ObjectNode onlyCell(String day) throws IOException {
    JsonNode cells = dossier.board(LocalDate.parse(day), 12).path("cells");
    assertThat(cells).hasSize(1);
    return (ObjectNode) cells.get(0);
  }

  private ObjectNode decide(Decision.Act act, String entry, @Nullable ObjectNode value)
      throws IOException {
    return dossier.decide(
        new Decision(id(REFUSAL), entry, null, act, value, "looked at it", "Ana"));
  }

  @Test
  void reportIsAddedOnce() throws IOException {
    assertThat(dossier.add(REFUSAL, "a.txt")).isTrue();
    assertThat(dossier.add(REFUSAL, "b.txt")).isFalse();
    assertThat(dossier.summary().path("reports").asInt()).isEqualTo(1);
    assertThat(Json.write(dossier.report(id(REFUSAL)))).isEqualTo(RecordJson.write(REFUSAL));
    assertThat(dossier.check()).isEmpty();
  }

  @Test
  void boardShowsTheNewestPositionAndWhatItWasBefore() throws IOException {
    dossier.add(REFUSAL, "a.txt");
    dossier.add(ACCEPTANCE, "b.txt");
    assertThat(onlyCell("1999-03-05").path("stance").asText()).isEqualTo("REJECT");
    ObjectNode now = onlyCell("1999-03-20");
    assertThat(now.path("stance").asText()).isEqualTo("ACCEPT");
    assertThat(now.path("before").path("stance").asText()).isEqualTo("REJECT");
    assertThat(now.path("positions").asInt()).isEqualTo(2);
    JsonNode news = dossier.news(LocalDate.parse("1999-03-05"), LocalDate.parse("1999-03-20"), 10);
    assertThat(news.path("moved")).hasSize(1);
    assertThat(
            news.path("moved")
                .path(0)
                .path("before")
                .path("entry")
                .path("content")
                .path(0)
                .path("text")
                .asText())
        .isEqualTo("the group would not accept a truce of ten days");
    assertThat(news.path("new")).isEmpty();
  }

  @Test
  void correctionShowsOnTheBoardAndUndoTakesItBack() throws IOException {
    dossier.add(REFUSAL, "a.txt");
    ObjectNode value = Json.object().put("stance", "DEMAND").put("issue", "talks");
    value.putArray("content").addObject().put("begin", 0).put("end", 5);
    ObjectNode change = decide(Decision.Act.CORRECT, "p1", value);
    ObjectNode cell = onlyCell("1999-03-20");
    assertThat(cell.path("stance").asText()).isEqualTo("DEMAND");
    assertThat(cell.path("issue").asText()).isEqualTo("talks");
    assertThat(cell.path("status").asText()).isEqualTo("corrected");
    assertThat(cell.path("words").path("content").asText()).isEqualTo("Talks");
    ObjectNode entry = dossier.entry(id(REFUSAL), "p1");
    assertThat(entry.path("entry").path("review").path("by").asText()).isEqualTo("Ana");
    assertThat(entry.path("entry").path("review").path("machine").path("stance").asText())
        .isEqualTo("REJECT");
    assertThat(entry.path("history")).hasSize(1);
    dossier.undo(change.path("change").asLong(), "Ben");
    assertThat(onlyCell("1999-03-20").path("stance").asText()).isEqualTo("REJECT");
    assertThat(dossier.entry(id(REFUSAL), "p1").path("history")).hasSize(2);
    assertThatThrownBy(() -> dossier.undo(change.path("change").asLong(), "Ben"))
        .isInstanceOf(RefusedException.class);
    assertThat(dossier.check()).isEmpty();
  }

  @Test
  void rejectedPositionLeavesTheBoard() throws IOException {
    dossier.add(REFUSAL, "a.txt");
    decide(Decision.Act.REJECT, "p1", null);
    assertThat(dossier.board(LocalDate.parse("1999-03-20"), 12).path("cells")).isEmpty();
    assertThat(dossier.quality().path("position").path("rejected").asInt()).isEqualTo(1);
  }

  @Test
  void correctionThatDoesNotHoldIsRefusedAndChangesNothing() throws IOException {
    dossier.add(REFUSAL, "a.txt");
    long revision = dossier.revision();
    ObjectNode nobody = Json.object().put("party", "a99");
    assertThatThrownBy(() -> decide(Decision.Act.CORRECT, "p1", nobody))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("a99");
    ObjectNode far = Json.object();
    far.putArray("content").addObject().put("begin", 5).put("end", 99_999);
    assertThatThrownBy(() -> decide(Decision.Act.CORRECT, "p1", far))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> decide(Decision.Act.ACCEPT, "p7", null))
        .isInstanceOf(RefusedException.class);
    assertThat(dossier.revision()).isEqualTo(revision);
  }

  @Test
  void entryAddedByHandIsListedAndExportedAndReadBack() throws IOException {
    dossier.add(REFUSAL, "a.txt");
    ObjectNode value = Json.object().put("type", "COERCE");
    value.putArray("cue").addObject().put("begin", 0).put("end", 5);
    dossier.decide(
        new Decision(id(REFUSAL), null, Kind.EVENT, Decision.Act.ADD, value, null, "Ana"));
    decide(Decision.Act.ACCEPT, "s1", null);
    decide(Decision.Act.CORRECT, "p1", Json.object().put("stance", "THREATEN"));
    ObjectNode exported = dossier.report(id(REFUSAL)).deepCopy();
    assertThat(exported.path("events")).hasSize(2);
    try (Dossier other = Dossier.openOrStart(directory.resolve("other"), CLOCK)) {
      assertThat(other.add(exported, "x.jsonl", "import")).isTrue();
      assertThat(Json.write(other.report(id(REFUSAL)))).isEqualTo(Json.write(exported));
      assertThat(other.check()).isEmpty();
    }
  }

  @Test
  void wordsAreFoundFoldedStemmedAndFiltered() throws IOException {
    dossier.add(REFUSAL, "a.txt");
    dossier.add(ACCEPTANCE, "b.txt");
    assertThat(hits("kovacs", Filter.NONE)).hasSize(2);
    assertThat(hits("accepting", Filter.NONE)).hasSize(1);
    assertThat(hits("\"truce of ten days\"", Filter.NONE)).hasSize(1);
    assertThat(hits("\"ten truce\"", Filter.NONE)).isEmpty();
    assertThat(hits("spokes* -shooting", Filter.NONE)).hasSize(1);
    assertThat(hits("truce NEAR/3 days", Filter.NONE)).hasSize(1);
    assertThat(
            hits(
                "kovacs",
                new Filter(
                    null, null, null, null, "reject", null, null, null, null, null, null, null)))
        .hasSize(1);
    JsonNode hit = hits("shooting", Filter.NONE).get(0);
    JsonNode mark = hit.path("marks").get(0);
    String text = dossier.report(hit.path("report").asText()).path("report").path("text").asText();
    assertThat(
            text.substring(
                text.offsetByCodePoints(0, mark.path("begin").asInt()),
                text.offsetByCodePoints(0, mark.path("end").asInt())))
        .isEqualTo("shooting");
    for (String odd :
        List.of(
            "\"",
            "*",
            "-",
            "NEAR",
            "a NEAR/99999 b",
            "(",
            "text:",
            "' OR 1=1",
            "\u0000",
            "^x",
            "{a b}:",
            "🕊",
            "AND AND OR")) {
      assertThat(hits(odd, Filter.NONE)).isNotNull();
    }
  }

  private List<JsonNode> hits(String words, Filter filter) throws IOException {
    List<JsonNode> hits = new ArrayList<>();
    dossier.find(words, filter, false, 0, 50).path("hits").forEach(hits::add);
    return hits;
  }

  @Test
  void mergedActorsAreOnePartyAndSplitAgain() throws IOException {
    dossier.add(REFUSAL, "a.txt");
    dossier.add(
        Samples.position(
            "west.example",
            "1999-03-11",
            "Eve Moor",
            "RF",
            "aid",
            "OFFER",
            "lorries may pass the bridge"),
        "c.txt");
    long front = actor("River Front");
    long letters = actor("RF");
    assertThat(front).isNotEqualTo(letters);
    long change = dossier.merge(letters, front, "Ana", "initials").path("change").asLong();
    JsonNode board = dossier.board(LocalDate.parse("1999-03-20"), 12);
    assertThat(board.path("parties")).hasSize(1);
    assertThat(board.path("cells")).hasSize(2);
    dossier.undo(change, "Ana");
    assertThat(dossier.board(LocalDate.parse("1999-03-20"), 12).path("parties")).hasSize(2);
    assertThat(dossier.check()).isEmpty();
  }

  @Test
  void undoingAnUndoingDoesItAgain() throws IOException {
    dossier.add(REFUSAL, "a.txt");
    long front = actor("River Front");
    long officer = dossier.actor(front).path("members").path(0).path("n").asLong();
    long merged = dossier.merge(officer, front, "Ana", null).path("change").asLong();
    int names = dossier.actor(front).path("names").size();
    long undone = dossier.undo(merged, "Ana").path("change").asLong();
    assertThat(dossier.actor(front).path("names")).hasSize(names - 1);
    dossier.undo(undone, "Ana");
    assertThat(dossier.actor(front).path("names")).hasSize(names);
    assertThat(dossier.actor(officer).path("mergedInto").asLong()).isEqualTo(front);

    ObjectNode name = Json.object().put("name", "Front of the River").putNull("side");
    long named = dossier.setActor(front, name, "Ana", null).path("change").asLong();
    long unnamed = dossier.undo(named, "Ana").path("change").asLong();
    assertThat(dossier.actor(front).path("name").asText()).isEqualTo("the River Front");
    dossier.undo(unnamed, "Ana");
    assertThat(dossier.actor(front).path("name").asText()).isEqualTo("Front of the River");
    ObjectNode other = Json.object().put("name", "Front");
    dossier.setActor(front, other, "Ben", null);
    long again = dossier.history(Long.MAX_VALUE, 2).path(1).path("n").asLong();
    assertThatThrownBy(() -> dossier.undo(again, "Ana")).isInstanceOf(RefusedException.class);
    assertThat(dossier.check()).isEmpty();
  }

  private long actor(String name) throws IOException {
    for (JsonNode actor : dossier.actors(name, 0, 50).path("actors")) {
      if (Names.key(actor.path("name").asText()).equals(Names.key(name))) {
        return actor.path("n").asLong();
      }
    }
    throw new AssertionError("no actor " + name);
  }

  @Test
  void reviewsSurviveAnotherReading() throws IOException {
    dossier.add(REFUSAL, "a.txt");
    decide(Decision.Act.CORRECT, "p1", Json.object().put("stance", "DEMAND"));
    decide(Decision.Act.ACCEPT, "s1", null);
    decide(Decision.Act.REJECT, "e1", null);
    // The new reader numbers otherwise, finds no event, and reads the position as a threat.
    String json = RecordJson.write(REFUSAL).replace("\"s1\"", "\"s4\"").replace("\"a1\"", "\"a7\"");
    ObjectNode again = Json.own(json);
    again.put("reader", "by hand 2");
    again.putArray("events");
    ((ObjectNode) again.path("positions").get(0)).put("stance", "THREATEN");
    Record read = RecordJson.read(Json.write(again));
    List<ArrayNode> conflicts = new ArrayList<>();
    assertThat(dossier.reread("by hand 2", report -> read, (report, found) -> conflicts.add(found)))
        .isEqualTo(1);
    assertThat(conflicts.get(0)).hasSize(2);
    ObjectNode now = dossier.report(id(REFUSAL));
    assertThat(now.path("statements").path(0).path("id").asText()).isEqualTo("s4");
    assertThat(now.path("statements").path(0).path("review").path("status").asText())
        .isEqualTo("accepted");
    assertThat(now.path("positions").path(0).path("stance").asText()).isEqualTo("DEMAND");
    assertThat(now.path("positions").path(0).path("expressedBy").asText()).isEqualTo("a7");
    assertThat(dossier.reread("by hand 2", report -> read, (report, found) -> {})).isEqualTo(0);
    assertThat(dossier.check()).isEmpty();
  }

  @Test
  void acceptedEntryThatIsNoLongerFoundIsKept() throws IOException {
    dossier.add(REFUSAL, "a.txt");
    decide(Decision.Act.ACCEPT, "p1", null);
    ObjectNode again = Json.own(RecordJson.write(REFUSAL));
    again.put("reader", "by hand 2");
    for (Kind kind : Kind.values()) {
      again.putArray(kind.list());
    }
    Record read = RecordJson.read(Json.write(again));
    dossier.reread("by hand 2", report -> read, (report, found) -> assertThat(found).hasSize(1));
    assertThat(onlyCell("1999-03-20").path("stance").asText()).isEqualTo("REJECT");
    assertThat(onlyCell("1999-03-20").path("status").asText()).isEqualTo("accepted");
    assertThat(dossier.check()).isEmpty();
  }

  @Test
  void backupIsADossierOfItsOwn() throws IOException {
    dossier.add(REFUSAL, "a.txt");
    Path file = directory.resolve("backup.sqlite");
    dossier.backup(file);
    dossier.add(ACCEPTANCE, "b.txt");
    assertThatThrownBy(() -> dossier.backup(file)).isInstanceOf(DossierException.class);
    Dossier.restore(file, directory.resolve("restored"), CLOCK);
    try (Dossier restored = Dossier.open(directory.resolve("restored"), CLOCK)) {
      assertThat(restored.summary().path("reports").asInt()).isEqualTo(1);
      assertThat(restored.check()).isEmpty();
    }
  }

  @Test
  void repairDerivesEverythingAnew() throws IOException {
    dossier.add(REFUSAL, "a.txt");
    String before = Json.write(dossier.board(LocalDate.parse("1999-03-20"), 12));
    assertThat(dossier.repair()).isEmpty();
    assertThat(dossier.check()).isEmpty();
    assertThat(Json.write(dossier.board(LocalDate.parse("1999-03-20"), 12))).isEqualTo(before);
    assertThat(hits("truce", Filter.NONE)).hasSize(2);
  }

  @Test
  void entriesArePagedAndCounted() throws IOException {
    dossier.add(REFUSAL, "a.txt");
    dossier.add(ACCEPTANCE, "b.txt");
    ObjectNode page = dossier.entries(Filter.NONE.withKind(Kind.POSITION), "newest", 0, 1);
    assertThat(page.path("entries")).hasSize(1);
    assertThat(page.path("next").asInt()).isEqualTo(1);
    assertThat(page.path("entries").get(0).path("party").path("name").asText())
        .isEqualTo("the River Front");
    for (String by :
        List.of("issue", "stance", "party", "actor", "status", "kind", "day", "month", "source")) {
      assertThat(dossier.count(Filter.NONE.withKind(Kind.POSITION), by)).isNotEmpty();
    }
  }
}
