package parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.extract.Reader;
import parley.record.Record;
import parley.record.RecordJson;
import parley.text.Timestamp;

class ParleyTest {

  private static final String GOOD = "The road to the valley will be open, the army said.\n";

  @TempDir private Path dir;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(OutputStream to, String in, Map<String, String> environment, String... args) {
    Console console =
        new Console(
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            to,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            false,
            false);
    return Parley.run(args, console, book -> new Reader(new InProcess.Nothing(), book));
  }

  private int run(String... args) {
    return run(out, GOOD, Map.of(), args);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private String good(String name) throws IOException {
    return Files.writeString(dir.resolve(name), GOOD).toString();
  }

  @Test
  void jsonIsOneRecordALine() throws Exception {
    assertThat(run("read", "--format", "json", good("a"), good("b"))).isZero();
    List<String> lines = out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(RecordJson.read(lines.get(0)).report().text()).isEqualTo(GOOD);
    assertThat(err()).isEqualTo("parley: 2 read, 0 duplicates, 0 not English, 0 failed\n");
  }

  @Test
  void whatTheCallerSaysOfTheReportIsKept() throws Exception {
    assertThat(
            run(
                "read",
                "--format=json",
                "--published=1988-08-09",
                "--source=The Ledger",
                "--title=A road",
                "--url=http://example.org/1",
                good("a")))
        .isZero();
    Record record = RecordJson.read(out());
    assertThat(record.report().metadata().published()).isEqualTo(Timestamp.parse("1988-08-09"));
    assertThat(record.report().metadata().source()).isEqualTo("The Ledger");
    assertThat(record.report().metadata().title()).isEqualTo("A road");
    assertThat(record.report().metadata().url()).isEqualTo("http://example.org/1");
    assertThat(record.report().metadata().foundIn()).containsEntry("source", "given");
  }

  @Test
  void aDashIsStandardInput() {
    assertThat(run("read", "-")).isZero();
    assertThat(out()).contains("0 statements");
  }

  @Test
  void anErrorOfOursCostsNoOtherReport() throws Exception {
    String bad = Files.writeString(dir.resolve("bad"), "FAIL " + GOOD).toString();
    assertThat(run("read", "--format", "json", good("a"), bad, good("b"))).isEqualTo(1);
    assertThat(out().lines()).hasSize(2);
    assertThat(err()).contains("bad: could not be read because of an error in Parley");
    assertThat(err()).doesNotContain("\tat ");
  }

  @Test
  void theHtmlPageIsWholeEvenIfAFileIsMissing() {
    assertThat(run("read", "--format", "html", dir.resolve("missing").toString())).isEqualTo(1);
    assertThat(out()).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
  }

  @Test
  void wrongCallsSayWhatIsWrong() throws Exception {
    assertThat(run()).isEqualTo(2);
    assertThat(run("raed")).isEqualTo(2);
    assertThat(run("read")).isEqualTo(2);
    assertThat(run("read", "--format", "xml", good("a"))).isEqualTo(2);
    assertThat(run("read", "--published", "yesterday", good("a"))).isEqualTo(2);
    assertThat(run("read", "--title", "x", good("a"), good("b"))).isEqualTo(2);
    assertThat(out()).isEmpty();
    assertThat(err().lines()).hasSizeGreaterThanOrEqualTo(6);
    assertThat(err())
        .contains("parley help lists the commands")
        .contains("raed")
        .contains("FILE")
        .contains("xml")
        .contains("'yesterday' is no date")
        .contains("--title are of one report");
  }

  @Test
  void helpVersionAndSchemaGoToStandardOutput() {
    assertThat(run("--version")).isZero();
    assertThat(out()).isEqualTo("parley " + Reader.VERSION + "\n");
    assertThat(run("help", "read")).isZero();
    assertThat(run("read", "--help")).isZero();
    assertThat(out()).contains("--published=DATE").contains("--explain");
    out.reset();
    assertThat(run("schema")).isZero();
    assertThat(out()).isEqualTo(RecordJson.schema());
    assertThat(err()).isEmpty();
  }

  @Test
  void demoReadsAnExampleThatShips() {
    assertThat(run("demo")).isZero();
    assertThat(out()).contains("Kestria").contains("examples/captives-ceasefire.html");
  }

  @Test
  void aFullDiskIsToldAndAClosedPipeIsNot() {
    assertThat(run(failing("No space left on device"), GOOD, Map.of(), "read", "-")).isEqualTo(1);
    assertThat(err()).contains("standard output cannot be written: No space left on device");
    err.reset();
    assertThat(run(failing("Broken pipe"), GOOD, Map.of(), "read", "-")).isEqualTo(1);
    assertThat(run(failing("Broken pipe"), GOOD, Map.of(), "schema")).isEqualTo(1);
    assertThat(err()).isEmpty();
  }

  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(reason);
      }
    };
  }

  @Test
  void colourOnATerminalOnlyAndNotAgainstTheUsersWish() {
    assertThat(console(Map.of(), true).colour()).isTrue();
    assertThat(console(Map.of(), false).colour()).isFalse();
    assertThat(console(Map.of("NO_COLOR", "1"), true).colour()).isFalse();
    assertThat(console(Map.of("NO_COLOR", ""), true).colour()).isTrue();
    assertThat(console(Map.of("TERM", "dumb"), true).colour()).isFalse();
  }

  @Test
  void theTerminalTellsItsWidth() {
    assertThat(console(Map.of("COLUMNS", "132"), true).width()).isEqualTo(132);
    assertThat(console(Map.of("COLUMNS", "wide"), true).width()).isEqualTo(80);
    assertThat(console(Map.of("COLUMNS", "-3"), true).width()).isEqualTo(80);
    assertThat(console(Map.of(), true).width()).isEqualTo(80);
  }

  private Console console(Map<String, String> environment, boolean terminal) {
    return new Console(
        new ByteArrayInputStream(new byte[0]),
        out,
        new PrintStream(err, true, StandardCharsets.UTF_8),
        environment,
        terminal,
        false);
  }

  @Test
  void aReportIsReadWithTheCodebookThatIsNamed() throws Exception {
    List<String> asked = new ArrayList<>();
    Console console = InProcess.console(out, err);
    String book =
        Path.of("../core/src/main/resources/parley/codebook/labour-dispute.yaml").toString();
    int status =
        Parley.run(
            new String[] {"read", "--codebook", book, good("a.txt")},
            console,
            codebook -> {
              asked.add(codebook.id());
              return new Reader(new InProcess.Nothing(), codebook);
            });
    assertThat(err()).isEmpty();
    assertThat(status).isZero();
    assertThat(asked).containsExactly("labour-dispute");
  }

  @Test
  void aCodebookWithProblemsIsAWrongCallAndNothingIsRead() throws Exception {
    Path book = Files.writeString(dir.resolve("book.yaml"), "codebook: [");
    assertThat(run("read", "--codebook", book.toString(), good("a.txt"))).isEqualTo(2);
    assertThat(out()).isEmpty();
    assertThat(err()).contains("book.yaml");
  }
}
