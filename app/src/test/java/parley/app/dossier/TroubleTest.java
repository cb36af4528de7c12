package parley.app.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.record.Record;
import parley.record.RecordJson;

/** What becomes of a dossier when the world around it fails. */
final class TroubleTest {

  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir Path directory;

  private static Record report(int i) {
    return Samples.position(
        "north.example",
        "1999-03-01",
        "Eve Moor",
        "the River Front",
        "aid",
        "OFFER",
        "lorry number " + i + " may pass the bridge");
  }

  private Path lines(int reports) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < reports; i++) {
      lines.add(RecordJson.write(report(i)));
    }
    return Files.write(directory.resolve("records.jsonl"), lines, StandardCharsets.UTF_8);
  }

  private Process add(Path dossier, Path lines, String before) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String command =
        before
            + "exec '"
            + java
            + "' -Xmx256m -XX:TieredStopAtLevel=1 -cp '"
            + System.getProperty("java.class.path")
            + "' parley.app.cli.Parley add '"
            + lines
            + "' --dossier '"
            + dossier
            + "'";
    return new ProcessBuilder("sh", "-c", command)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("log").toFile())
        .start();
  }

  private static String content(Dossier dossier) throws IOException {
    StringBuilder content = new StringBuilder();
    for (String id : dossier.reportIds()) {
      content.append(Json.write(dossier.report(id))).append('\n');
    }
    return content.append(Json.write(dossier.board(dossier.today(), 50).path("cells"))).toString();
  }

  /** How many reports another process has put there by now. */
  private static int count(Path place) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(3);
    if (!Files.exists(place.resolve(Store.FILE))) {
      return 0;
    }
    try (Connection look = DriverManager.getConnection("jdbc:sqlite:" + place.resolve(Store.FILE));
        var sql = look.createStatement();
        var rows = sql.executeQuery("SELECT count(*) FROM report")) {
      return rows.next() ? rows.getInt(1) : 0;
    } catch (SQLException notYet) {
      return 0;
    }
  }

  /**
   * The full run: {@code mvn -pl app -am test -Dtest=TroubleTest -Dkill.reports=1000
   * -Dkill.times=50 -Dsurefire.failIfNoSpecifiedTests=false}.
   */
  @Test
  void killedAddIsResumedAndEqualsOneThatWasNot() throws Exception {
    int reports = Integer.getInteger("kill.reports", 120);
    int times = Integer.getInteger("kill.times", 3);
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    Path lines = lines(reports);
    Path killed = directory.resolve("killed");
    Process whole = add(directory.resolve("whole"), lines, "");
    assertThat(whole.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(whole.exitValue()).as(Files.readString(directory.resolve("log"))).isZero();
    int left = 0;
    int kept = 0;
    StringBuilder reached = new StringBuilder();
    for (int i = 0; i < times; i++) {
      Process process = add(killed, lines, "");
      // Each life gets some of the work, so that all of them end amid it.
      int until = kept + random.nextInt(2 * reports / (times + 1));
      while (process.isAlive() && kept <= until) {
        kept = count(killed);
      }
      if (!process.waitFor(random.nextInt(15), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
        left++;
      }
      if (Files.exists(killed.resolve(Store.FILE))) {
        try (Dossier after = Dossier.openOrStart(killed, CLOCK)) {
          assertThat(after.check()).isEmpty();
          reached.append(' ').append(after.reportIds().size());
        }
      }
    }
    System.out.println("reports kept after each life:" + reached);
    System.out.println("killed amid its work: " + left + " of " + times);
    Process last = add(killed, lines, "");
    assertThat(last.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(last.exitValue()).as(Files.readString(directory.resolve("log"))).isZero();
    try (Dossier resumed = Dossier.open(killed, CLOCK);
        Dossier unkilled = Dossier.open(directory.resolve("whole"), CLOCK)) {
      assertThat(resumed.check()).isEmpty();
      assertThat(content(resumed)).isEqualTo(content(unkilled));
    }
  }

  @Test
  void fullDiskIsSaidAndTheDossierStaysWhole() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell to set a limit with");
    Path dossier = directory.resolve("d");
    // No file may grow beyond 2 to 4 MB (blocks of 512 or 1024 bytes): like a disk that is full.
    Process process = add(dossier, lines(400), "ulimit -f 4000; ");
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(Files.readString(directory.resolve("log")))
        .contains("parley: dossier")
        .contains("full");
    try (Dossier after = Dossier.open(dossier, CLOCK)) {
      assertThat(after.check()).isEmpty();
      assertThat(after.add(report(10_000), "x")).isTrue();
    }
  }

  @Test
  void otherProcessThatWritesIsWaitedForAndThenNamed() throws Exception {
    Path place = directory.resolve("d");
    try (Dossier dossier = Dossier.openOrStart(place, CLOCK, 200)) {
      dossier.add(report(1), "a");
      try (Connection other =
              DriverManager.getConnection("jdbc:sqlite:" + place.resolve(Store.FILE));
          var sql = other.createStatement()) {
        sql.execute("BEGIN IMMEDIATE");
        assertThatThrownBy(() -> dossier.add(report(2), "b"))
            .isInstanceOf(DossierException.class)
            .hasMessageContaining("another Parley is writing");
        assertThat(dossier.reportIds()).hasSize(1);
        sql.execute("ROLLBACK");
      }
      assertThat(dossier.add(report(2), "b")).isTrue();
      assertThat(dossier.check()).isEmpty();
    }
  }

  @Test
  void placesThatHoldNoDossierAreSaid() throws Exception {
    assertThatThrownBy(() -> Dossier.open(directory.resolve("none"), CLOCK))
        .isInstanceOf(DossierException.class)
        .hasMessageContaining("holds no dossier");
    Path file = Files.writeString(directory.resolve("file"), "x", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Dossier.openOrStart(file.resolve("d"), CLOCK))
        .isInstanceOf(DossierException.class)
        .hasMessageContaining("cannot be made");
    Path rubbish = Files.createDirectory(directory.resolve("rubbish"));
    Files.writeString(
        rubbish.resolve(Store.FILE), "no database at all ".repeat(100), StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Dossier.open(rubbish, CLOCK))
        .isInstanceOf(DossierException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void readOnlyDirectoryIsSaid() throws Exception {
    Path place = Files.createDirectory(directory.resolve("locked"));
    assumeTrue(
        place.toFile().setWritable(false) && !Files.isWritable(place),
        "this user may write everywhere");
    assertThatThrownBy(() -> Dossier.openOrStart(place, CLOCK))
        .isInstanceOf(DossierException.class)
        .hasMessageContaining("permissions");
    assertThat(place.toFile().setWritable(true)).isTrue();
  }

  @Test
  void newerDossierIsNotTouched() throws Exception {
    Path place = directory.resolve("d");
    Dossier.openOrStart(place, CLOCK).close();
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + place.resolve(Store.FILE));
        var sql = other.createStatement()) {
      sql.execute("PRAGMA user_version = 99");
    }
    assertThatThrownBy(() -> Dossier.open(place, CLOCK))
        .isInstanceOf(DossierException.class)
        .hasMessageContaining("newer Parley");
  }
}
