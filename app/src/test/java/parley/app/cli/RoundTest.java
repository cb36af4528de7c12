package parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.record.Record;
import parley.record.RecordJson;
import parley.text.Metadata;

/** What a call does with its inputs, whatever is read from them. */
class RoundTest {

  private static final String GOOD =
      "The road to the valley will be open before the weekend, the army of Lesmark said on"
          + " Monday.\n";

  @TempDir private Path dir;

  private final InProcess parley = new InProcess();

  private int run(String... args) {
    return parley.run(args);
  }

  private List<Metadata> read() throws Exception {
    List<Metadata> found = new ArrayList<>();
    for (String line : parley.out().lines().toList()) {
      Record record = RecordJson.read(line);
      found.add(record.report().metadata());
    }
    return found;
  }

  private String file(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private static String body(String place) {
    return ("The governor of "
            + place
            + " said on Tuesday that the bridge at the old mill would stay closed until the two"
            + " sides had agreed on who guards it, and that the ferry would sail twice a day for"
            + " the people of both banks. Fishermen said that they had heard this before. ")
        .repeat(2);
  }

  @Test
  void aTableIsReadByTheCallersColumns() throws Exception {
    String csv =
        file(
            "t.csv",
            "Kopf;Tag;Vorspann;Inhalt\nBridge closed;2021-03-04;Short.;" + GOOD.strip() + "\n");
    assertThat(
            run(
                "read",
                "--format=json",
                "--map",
                "title=Kopf,published=Tag,text=Vorspann+Inhalt",
                csv))
        .isZero();
    assertThat(read())
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.title()).isEqualTo("Bridge closed");
              assertThat(m.published()).hasToString("2021-03-04");
            });
    assertThat(parley.out()).contains("Short.", "road to the valley");
  }

  @Test
  void aColumnThatIsNotThereIsNamedWithThoseThatAre() throws Exception {
    String csv = file("t.csv", "Headline,Body\nBridge closed,\"" + GOOD.strip() + "\"\n");
    assertThat(run("read", "--map", "text=Inhalt", csv)).isEqualTo(1);
    assertThat(parley.err()).contains("has no column Inhalt; its columns are Headline, Body");
  }

  @Test
  void readyMappingsAreKnownByName() throws Exception {
    String csv =
        file(
            "f.csv",
            "HD,LP,TD,PD,SN\nBridge closed,First words.,\""
                + GOOD.strip()
                + "\",4 March 2021,Mill Post\n");
    assertThat(run("read", "--format=json", "--map=factiva", csv)).isZero();
    assertThat(read())
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.source()).isEqualTo("Mill Post");
              assertThat(m.published()).hasToString("2021-03-04");
            });
    assertThat(parley.out()).contains("First words.", "road to the valley");
  }

  @Test
  void aMappingThatCannotBeUnderstoodIsAWrongCall() throws Exception {
    String csv = file("t.csv", "a,b\n");
    assertThat(run("read", "--map", "colour=Red", csv)).isEqualTo(2);
    assertThat(parley.err()).contains("no field colour");
    assertThat(run("read", "--map", "lexis", csv)).isEqualTo(2);
    assertThat(parley.err()).contains("ready mapping", "factiva", "proquest");
  }

  @Test
  void whatFailedIsKeptAndTriedAgain() throws Exception {
    String good = file("good.txt", GOOD);
    String bad = file("bad.txt", " \n");
    String rows =
        file(
            "rows.csv",
            "Headline,Body\nOne,\""
                + GOOD.strip()
                + "\"\n\"Two,never closed\nThree,\""
                + GOOD.strip()
                + "\"\n");
    Path failed = dir.resolve("failed.jsonl");
    assertThat(run("read", "--failed", failed.toString(), good, bad, rows)).isEqualTo(1);
    assertThat(Files.readAllLines(failed))
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("bad.txt", "is empty"))
        .anySatisfy(line -> assertThat(line).contains("rows.csv", "row at line 3"));
    assertThat(parley.err())
        .endsWith(
            "parley: 3 read, 2 duplicates, 0 not English, 2 failed (1 is empty, 1 has a quotation"
                + " mark that is never closed)\n");
    file("bad.txt", body("Lower Mill"));
    assertThat(run("read", "--format=json", "--again", failed.toString())).isEqualTo(1);
    assertThat(read()).as("the one mended; what was read before is not read again").hasSize(1);
    assertThat(parley.err()).contains("rows.csv (row at line 3)");
  }

  @Test
  void patternsAndDirectoriesAreReadInTheOrderOfNames() throws Exception {
    file("news/b.txt", body("B"));
    file("news/a/1.txt", body("A"));
    file("news/c.note", body("C"));
    file("news/.hidden.txt", body("D"));
    assertThat(run("read", "--format=json", dir.resolve("news").toString())).isZero();
    assertThat(read()).hasSize(3);
    assertThat(run("read", "--format=json", dir + "/news/*.txt")).isZero();
    assertThat(read()).hasSize(1);
    assertThat(run("read", "--format=json", dir + "/news/**.txt")).isZero();
    assertThat(read()).hasSize(2);
    assertThat(run("read", dir + "/news/*.pdf")).isEqualTo(1);
    assertThat(parley.err()).contains("fits no file");
  }

  @Test
  void copiesAreLinkedAndCountedAndNothingIsLost() throws Exception {
    String text = body("Upper Mill") + body("Lower Mill");
    String first = file("1.txt", "MILL TOWN (Reuters) - " + text);
    String copy = file("2.txt", "Another headline\n\nMILL TOWN (Reuters) - " + text);
    String other =
        file(
            "3.txt",
            body("Elsewhere")
                .replace("bridge", "school")
                .replace("ferry", "bus")
                .replace("said", "wrote"));
    String german =
        file(
            "4.txt",
            "Der Minister sagte am Dienstag, dass die Gespräche nach der Pause fortgesetzt werden"
                + " und nicht abgebrochen sind.\n");
    assertThat(run("read", "--format=json", first, copy, other, german)).isZero();
    List<String> lines = parley.out().lines().toList();
    Record one = RecordJson.read(lines.get(0));
    Record two = RecordJson.read(lines.get(1));
    assertThat(one.report().metadata().repeats()).isNull();
    assertThat(two.report().metadata().duplicateOf()).isEqualTo(one.report().id());
    assertThat(two.report().metadata().agency()).isEqualTo("Reuters");
    assertThat(parley.err()).isEqualTo("parley: 4 read, 1 duplicate, 1 not English, 0 failed\n");
  }

  @Test
  void aDossierLinksCopiesAndKeepsWhatIsNotEnglish() throws Exception {
    String text = body("Upper Mill") + body("Lower Mill");
    String first = file("1.txt", text);
    String copy = file("2.txt", "Another headline\n\n" + text);
    String german =
        file(
            "4.txt",
            "Der Minister sagte am Dienstag, dass die Gespräche nach der Pause fortgesetzt werden"
                + " und nicht abgebrochen sind.\n");
    String dossier = dir.resolve("d").toString();
    assertThat(run("add", "--dossier", dossier, first)).isZero();
    assertThat(run("add", "--dossier", dossier, first, copy, german)).isZero();
    assertThat(parley.out())
        .isEqualTo(
            "2 added, 1 duplicate, 1 not English, 1 there already, 0 failed (" + dossier + ")\n");
    assertThat(run("export", "--dossier", dossier, "--format=jsonl")).isZero();
    assertThat(parley.out()).containsOnlyOnce("\"duplicateOf\"").contains("\"language\":\"de\"");
    assertThat(run("check", "--dossier", dossier, "--repair")).isZero();
  }

  @Test
  void manyReportsOfOneStreamAreReadOneByOne() throws Exception {
    StringBuilder csv = new StringBuilder("Headline,Body\n");
    for (int i = 0; i < 3000; i++) {
      csv.append("Bridge ")
          .append(i)
          .append(",\"Words of the report number ")
          .append(i)
          .append("\nand its second line.\"\n");
    }
    assertThat(run("read", "--format=json", file("long.csv", csv.toString()))).isZero();
    assertThat(read()).hasSize(3000);
  }

  @Test
  void progressTellsRateAndRestOnATerminal() {
    long[] clock = {0};
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new ByteArrayOutputStream(),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of("COLUMNS", "120"),
            false,
            true);
    Progress progress = new Progress(console, () -> clock[0]);
    progress.expect(1000);
    for (int i = 0; i < 50; i++) {
      clock[0] += 200_000_000L;
      progress.bytes(10);
      progress.report();
      progress.tell("a.csv");
    }
    assertThat(err.toString(StandardCharsets.UTF_8))
        .endsWith("50 reports, 5.0/s, 50 %, 10 s left: a.csv");
  }
}
