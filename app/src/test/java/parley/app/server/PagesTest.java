package parley.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
                  shots.toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      boolean ended = node.waitFor(15, TimeUnit.MINUTES);
      node.destroyForcibly();
      assertThat(ended ? node.exitValue() : -1).as(Files.readString(log)).isZero();
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
