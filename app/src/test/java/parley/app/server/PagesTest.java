package parley.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.app.dossier.Dossier;
import parley.app.dossier.Json;
import parley.app.dossier.Samples;
import parley.record.Record;
import parley.record.RecordJson;

/** The pages in a real browser ({@code web/e2e/pages.mjs}) on a real server and dossier. */
final class PagesTest {

  private static final Path WEB = Path.of("..", "web").toAbsolutePath().normalize();

  @TempDir Path directory;

  @Test
  void addBoardWordsCorrectUndoFindExport() throws Exception {
    assumeTrue(
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .anyMatch(name -> Files.isExecutable(Path.of("/usr/bin", name))),
        "no Chromium: the pages are not tested (on Debian: apt install chromium)");
    assumeTrue(
        Files.isDirectory(WEB.resolve("node_modules/playwright-core"))
            && Server.class.getResource("/parley/web/index.html") != null,
        "the pages are not built: they are not tested");
    Path samples = write("samples.jsonl", samples());
    Path hostile = write("hostile.jsonl", hostile());
    Path remarked = write("remarked.jsonl", remarked());
    Path large = write("large.jsonl", List.of(large()));
    Path log = directory.resolve("log");
    Path shots = Path.of(System.getProperty("screenshots", "target/screenshots")).toAbsolutePath();
    try (Dossier dossier = Dossier.openOrStart(directory.resolve("d"), Clock.systemDefaultZone());
        Server server =
            Server.start(
                dossier,
                () -> {
                  throw new IllegalStateException("no reader here");
                },
                0,
                System.err)) {
      String address = server.address().substring(0, server.address().length() - 1);
      Process node =
          new ProcessBuilder(
                  "node",
                  WEB.resolve("e2e/pages.mjs").toString(),
                  address,
                  samples.toString(),
                  hostile.toString(),
                  remarked.toString(),
                  large.toString(),
                  shots.toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      boolean ended = node.waitFor(15, TimeUnit.MINUTES);
      node.destroyForcibly();
      assertThat(ended ? node.exitValue() : -1).as(Files.readString(log)).isZero();
      // How long things took, for who looks; it decides nothing.
      Files.readAllLines(log).stream()
          .filter(line -> line.startsWith("five megabytes") || line.startsWith("hostile"))
          .forEach(System.out::println);
      assertThat(dossier.check()).isEmpty();
    }
  }

  private Path write(String name, List<Record> records) throws IOException {
    Path file = directory.resolve(name);
    List<String> lines = records.stream().map(RecordJson::write).toList();
    return Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
  }

  private static List<Record> samples() {
    String[][] told = {
      {
        "The Northern Courier",
        "1999-03-01",
        "Ádám Kovács",
        "the River Front",
        "ceasefire",
        "REJECT",
        "the group would not accept a truce of ten days"
      },
      {
        "The Harbour Post",
        "1999-03-02",
        "Lena Orlo",
        "the Government of Vessia",
        "ceasefire",
        "OFFER",
        "the cabinet was ready to halt its attacks for ten days if the captives were freed"
      },
      {
        "The Harbour Post",
        "1999-03-03",
        "Lena Orlo",
        "the Government of Vessia",
        "prisoners",
        "REJECT",
        "no prisoner would leave the camps before the end of the fighting"
      },
      {
        "Radio Delta",
        "1999-03-05",
        "Ádám Kovács",
        "the River Front",
        "captives",
        "OFFER",
        "six captives could go home this week"
      },
      {
        "The Northern Courier",
        "1999-03-09",
        "Mira Sand",
        "the Mediation Office",
        "talks",
        "DEMAND",
        "both sides had to return to the table in Port Amity"
      },
      {
        "Radio Delta",
        "1999-03-12",
        "Ádám Kovács",
        "the River Front",
        "aid",
        "ACCEPT",
        "lorries with food might pass the bridge"
      },
      {
        "Radio Delta",
        "1999-03-13",
        "Lena Orlo",
        "the Government of Vessia",
        "prisoners",
        "OFFER",
        "forty prisoners could be released against the captives"
      },
      {
        "صوت الجنوب",
        "1999-03-14",
        "ياسر قاسم",
        "جبهة الجنوب",
        "withdrawal",
        "DEMAND",
        "القوات يجب أن تنسحب من الميناء"
      },
      {
        "The Harbour Post",
        "1999-03-15",
        "Lena Orlo",
        "the Government of Vessia",
        "aid",
        "THREATEN",
        "the army would close the bridge if one shot was fired"
      }
    };
    List<Record> records = new ArrayList<>();
    for (String[] t : told) {
      records.add(Samples.position(t[0], t[1], t[2], t[3], t[4], t[5], t[6]));
    }
    return records;
  }

  /** A report, a later version of it that is cut off behind a paywall, and one in French. */
  private static List<Record> remarked() throws IOException {
    ObjectNode first =
        tree(
            Samples.position(
                "The Weekly Lamp",
                "1999-03-20",
                "Ivo Tarn",
                "the Coast Council",
                "aid",
                "OFFER",
                "boats could bring flour to the quay"));
    ObjectNode later = first.deepCopy();
    ObjectNode about = (ObjectNode) later.get("report");
    about.put("versionOf", first.at("/report/id").asText());
    about.put("id", "aaaabbbbccccdddd").put("paywall", "both");
    ObjectNode french = Json.object();
    String words = "Les pourparlers reprendront lundi, a dit le porte-parole.";
    ObjectNode report = french.putObject("report");
    report.put("id", "eeeeffff00001111").put("title", "Les pourparlers").put("language", "fr");
    report.put("published", "1999-03-21").put("text", words);
    report.putArray("parts").addObject().put("role", "body").put("begin", 0).put("end", 57);
    french.put("reader", "by hand 1");
    for (String list : "actors statements events incidents positions times".split(" ", -1)) {
      french.putArray(list);
    }
    return List.of(
        RecordJson.read(Json.write(first)),
        RecordJson.read(Json.write(later)),
        RecordJson.read(Json.write(french)));
  }

  private static ObjectNode tree(Record record) throws IOException {
    return (ObjectNode) Json.parse(RecordJson.write(record));
  }

  /** Five megabytes: thousands of paragraphs with a statement each, and one without a break. */
  private static Record large() throws IOException {
    StringBuilder text = new StringBuilder();
    ObjectNode record =
        tree(
            Samples.position(
                "The Long Read",
                "1999-04-01",
                "Ivo Tarn",
                "the Coast Council",
                "aid",
                "OFFER",
                "many megabytes would follow"));
    ObjectNode report = (ObjectNode) record.get("report");
    text.append(report.path("text").asText());
    ArrayNode parts = (ArrayNode) report.get("parts");
    ArrayNode statements = (ArrayNode) record.get("statements");
    ObjectNode said = (ObjectNode) statements.get(0);
    for (int i = 0; text.length() < 4_000_000; i++) {
      text.append("\n\n");
      int begin = text.length();
      text.append("The council said that boat ").append(i).append(" had come. ");
      text.append("Nobody at the quay knew how many more there would be. ".repeat(6));
      text.append("The harbour was quiet in the evening, and lamps were lit.");
      parts.addObject().put("role", "body").put("begin", begin).put("end", text.length());
      ObjectNode statement = said.deepCopy().put("id", "s" + (i + 2));
      statement.remove("speaker");
      statement.remove("time");
      statement.putArray("source");
      span(statement.putArray("cue"), text, begin + 12, begin + 16);
      span(statement.putArray("content"), text, begin + 17, begin + 26);
      statements.add(statement);
    }
    text.append("\n\n");
    int begin = text.length();
    while (text.length() < 5_000_000) {
      text.append("One paragraph went on without a break, and on; ");
    }
    text.append("these were the very last words.");
    parts.addObject().put("role", "body").put("begin", begin).put("end", text.length());
    report.put("text", text.toString()).put("id", "1111222233334444");
    return RecordJson.read(Json.write(record));
  }

  private static void span(ArrayNode spans, StringBuilder text, int begin, int end) {
    spans.addObject().put("begin", begin).put("end", end).put("text", text.substring(begin, end));
  }

  private static List<Record> hostile() {
    List<Record> records = new ArrayList<>();
    for (String payload : Payloads.all()) {
      String words = payload.isBlank() ? "blank" : payload.strip();
      if (words.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
        continue;
      }
      records.add(
          Samples.position(
              words + " outlet",
              "1999-05-01",
              "N " + words,
              "P " + words,
              words,
              "DEMAND",
              "C " + words + " end"));
    }
    return records;
  }
}
