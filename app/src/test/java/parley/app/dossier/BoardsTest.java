package parley.app.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.board.Board;
import parley.board.BoardOptions;
import parley.board.Cell;
import parley.board.Change;
import parley.board.Party;
import parley.codebook.CodebookReader;
import parley.record.Record;
import parley.record.RecordJson;

/** The desk's board is the one that {@code parley board} shows of the same reports. */
final class BoardsTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2035-04-01T10:00:00Z"), ZoneOffset.UTC);

  private static final String[] PARTIES = {
    "the River Front", "RF", "Norland", "the Hill Army", "the hill army", "Ádám Kovács"
  };
  private static final String[] ISSUES = {"ceasefire", "aid", "talks", "captives"};
  private static final String[] STANCES = {"DEMAND", "OFFER", "ACCEPT", "REJECT", "THREATEN"};

  @TempDir Path directory;

  /** Reports of a few parties on a few days, many of them alike. */
  private static List<Record> reports(long seed) {
    Random random = new Random(seed);
    // Reports of one text and outlet have one id: the first is taken.
    Map<String, Record> records = new LinkedHashMap<>();
    for (int i = 0; i < 150; i++) {
      Record record =
          Samples.position(
              "outlet" + random.nextInt(5) + ".example",
              LocalDate.parse("1999-03-01").plusDays(random.nextInt(12)).toString(),
              "Eve Moor",
              PARTIES[random.nextInt(PARTIES.length)],
              ISSUES[random.nextInt(ISSUES.length)],
              STANCES[random.nextInt(STANCES.length)],
              "lorry " + random.nextInt(6) + " may pass the bridge");
      records.putIfAbsent(record.report().id(), record);
    }
    return new ArrayList<>(records.values());
  }

  /** Records of the shipped examples as they were last read. */
  private static List<Record> examples() throws IOException {
    List<Record> records = new ArrayList<>();
    Path golden = Path.of("src/test/resources/golden");
    try (Stream<Path> files = Files.walk(golden)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        records.add(RecordJson.read(Files.readString(file, StandardCharsets.UTF_8)));
      }
    }
    assertThat(records).isNotEmpty();
    return records;
  }

  private void agrees(List<Record> records, LocalDate day) throws IOException {
    try (Dossier dossier = Dossier.openOrStart(directory.resolve("d" + day), CLOCK)) {
      for (Record record : records) {
        dossier.add(record, "x");
      }
      ObjectNode desk = dossier.board(day, 10_000);
      BoardOptions options = new BoardOptions(List.of(), null, day, 0);
      Board board = Board.of(records, CodebookReader.conflictTalks(), options);
      List<String> columns = new ArrayList<>();
      for (JsonNode party : desk.path("parties")) {
        columns.add(
            party.path("name").asText()
                + " "
                + party.path("role").asText()
                + " "
                + party.path("positions").asInt());
      }
      assertThat(columns)
          .containsExactlyElementsOf(board.parties().stream().map(BoardsTest::column).toList());
      TreeMap<String, String> cells = new TreeMap<>();
      for (JsonNode cell : desk.path("cells")) {
        cells.put(
            cell.path("party").asText() + " / " + cell.path("issue").asText(),
            String.join(
                " ",
                cell.path("stance").asText(),
                cell.path("day").asText(),
                cell.path("positions").asText(),
                cell.path("sources").asText(),
                cell.path("mixed").asBoolean() ? "mixed" : "",
                cell.has("contested") ? "contested" : "",
                cell.path("report").asText(),
                cell.path("id").asText()));
      }
      TreeMap<String, String> expected = new TreeMap<>();
      for (Cell cell : board.cells().values()) {
        expected.put(
            cell.party() + " / " + cell.issue(),
            String.join(
                " ",
                cell.stance().name(),
                cell.date() == null ? "" : cell.date().toString(),
                String.valueOf(cell.expressions()),
                String.valueOf(cell.sources()),
                cell.mixed() ? "mixed" : "",
                cell.contested() ? "contested" : "",
                cell.latest().report(),
                cell.latest().position()));
      }
      assertThat(cells).isEqualTo(expected);
      TreeSet<String> moved = new TreeSet<>();
      for (JsonNode move : dossier.news(day.minusDays(30), day, 10_000).path("moved")) {
        moved.add(
            move.path("after").path("day").asText()
                + " "
                + move.path("party").asText()
                + " "
                + move.path("after").path("code").asText()
                + " "
                + move.path("kinds"));
      }
      TreeSet<String> moves = new TreeSet<>();
      for (Change change : board.movedSince(day.minusDays(30))) {
        if (change.before() != null) {
          moves.add(
              change.date()
                  + " "
                  + change.party()
                  + " "
                  + change.issue()
                  + " "
                  + Json.array()
                      .addAll(
                          change.kinds().stream()
                              .map(k -> Json.object().textNode(k.code()))
                              .toList()));
        }
      }
      assertThat(moved).isEqualTo(moves);
    }
  }

  private static String column(Party party) {
    return party.name() + " " + party.role().code() + " " + party.expressions();
  }

  @Test
  void deskAndCommandLineShowOneBoard() throws IOException {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    List<Record> records = reports(seed);
    agrees(records, LocalDate.parse("1999-03-12"));
    agrees(records, LocalDate.parse("1999-03-05"));
  }

  @Test
  void deskAndCommandLineShowOneBoardOfTheExamples() throws IOException {
    agrees(examples(), LocalDate.parse("2035-01-01"));
  }

  @Test
  void boardThatGrewIsTheOneThatIsMadeAnew() throws IOException {
    List<Record> records = reports(7);
    Path place = directory.resolve("grown");
    try (Dossier grown = Dossier.openOrStart(place, CLOCK)) {
      int n = 0;
      for (Record record : records) {
        grown.add(record, "x");
        if (n++ % 10 == 0) {
          grown.board(LocalDate.parse("1999-03-06"), 50);
        }
        if (n % 15 == 0) {
          grown.decide(
              new Decision(
                  record.report().id(),
                  "p1",
                  null,
                  n % 2 == 0 ? Decision.Act.REJECT : Decision.Act.CORRECT,
                  n % 2 == 0 ? null : Json.object().put("issue", "aid").put("stance", "REJECT"),
                  null,
                  "Ana"));
        }
      }
      String kept = Json.write(grown.board(LocalDate.parse("1999-03-09"), 50));
      String entries = Json.write(grown.entries(Filter.NONE, "newest", 0, 400));
      try (Dossier anew = Dossier.open(place, CLOCK)) {
        assertThat(Json.write(anew.board(LocalDate.parse("1999-03-09"), 50))).isEqualTo(kept);
        assertThat(Json.write(anew.entries(Filter.NONE, "newest", 0, 400))).isEqualTo(entries);
      }
    }
  }

  @Test
  void reportsInAnyOrderMakeOneBoard() throws IOException {
    List<Record> records = reports(11);
    List<String> boards = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      try (Dossier dossier = Dossier.openOrStart(directory.resolve("o" + i), CLOCK)) {
        for (Record record : records) {
          dossier.add(record, "x");
        }
        TreeSet<String> cells = new TreeSet<>();
        dossier
            .board(LocalDate.parse("1999-03-12"), 50)
            .path("cells")
            .forEach(
                c ->
                    cells.add(
                        c.path("party")
                            + " "
                            + c.path("issue")
                            + c.path("id")
                            + c.path("report")
                            + c.path("positions")
                            + c.path("sources")));
        boards.add(cells.toString());
      }
      Collections.shuffle(records, new Random(3));
    }
    assertThat(boards.get(0)).isEqualTo(boards.get(1));
  }
}
