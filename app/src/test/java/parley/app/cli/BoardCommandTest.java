package parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.extract.Reader;
import parley.language.ModelReader;

class BoardCommandTest {

  @TempDir private Path dir;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    return Parley.run(
        args, InProcess.console(out, err), book -> new Reader(ModelReader.shipped(), book));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(dir.resolve(name), text).toString();
  }

  private String truce() throws IOException {
    return file("a.txt", "The League demanded the release of all prisoners on Monday.\n");
  }

  @Test
  void theBoardHasARowForTheIssueAndTheWordsThatShowIt() throws Exception {
    assertThat(run("board", "--published=2031-03-05", truce())).isZero();
    assertThat(out()).contains("PRISONERS", "demands", "release of all prisoners");
  }

  @Test
  void theHtmlBoardHasNoScriptAndTakesNothingFromTheNetwork() throws Exception {
    assertThat(run("board", "--format=html", "--published=2031-03-05", truce())).isZero();
    assertThat(out())
        .startsWith("<!DOCTYPE html>")
        .contains("<table>", "<details>", "release of all prisoners")
        .doesNotContain("<script", "http://", "https://");
  }

  @Test
  void theCsvBoardHasALineACell() throws Exception {
    assertThat(run("board", "--format=csv", "--published=2031-03-05", truce())).isZero();
    assertThat(out().lines().count()).isGreaterThan(1);
    assertThat(out()).startsWith("issue,party,role,stance,date,");
  }

  @Test
  void changesTellWhatIsNewSinceTheDay() throws Exception {
    String report = truce();
    assertThat(run("changes", "--since=2031-03-01", "--published=2031-03-05", report)).isZero();
    assertThat(out()).contains("2031-03-05", "new", "now:");
    out.reset();
    assertThat(run("changes", "--since=2031-03-06", "--published=2031-03-05", report)).isZero();
    assertThat(out()).isEqualTo("Nothing moved.\n");
  }

  @Test
  void aSoundCodebookIsTold() throws Exception {
    String book =
        file(
            "small.yaml",
            """
            codebook: small
            version: "1"
            title: Small
            language: en
            extends: conflict-talks
            issues:
              - {code: other, label: Other, definition: The rest., triggers: []}
            """);
    assertThat(run("codebook", "check", book)).isZero();
    assertThat(out()).contains("codebook small version 1, 1 issues, nothing wrong");
  }

  @Test
  void aFaultyCodebookIsToldByLineAndKey() throws Exception {
    assertThat(run("codebook", "check", file("bad.yaml", "codebook: X\n")))
        .isEqualTo(Parley.PROBLEM);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("line 1, codebook: 'X' is no code");
  }
}
