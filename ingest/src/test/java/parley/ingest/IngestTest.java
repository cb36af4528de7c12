package parley.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {

  private final Ingest ingest = new Ingest(Settings.DEFAULT);

  @Test
  void emptyFileIsAProblemThatNamesIt() {
    assertThat(problem("a.txt", new byte[0])).startsWith("a.txt: is empty");
    assertThat(problem("a.txt", " \n\t ".getBytes(StandardCharsets.UTF_8)))
        .startsWith("a.txt: is empty");
  }

  @Test
  void binaryFileIsAProblem() {
    byte[] noise = new byte[5000];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (i * 31 % 251);
    }
    assertThat(problem("a.txt", noise)).contains("is not a kind of document");
  }

  @Test
  void aFewNulBytesDoNotMakeTextBinary() {
    Outcome outcome =
        one(
            "a.txt",
            "The army said\0 it would withdraw.\n".repeat(20).getBytes(Charset.forName("UTF-8")));
    assertThat(outcome).isInstanceOf(Outcome.Read.class);
  }

  @Test
  void directoryAndMissingFileAreProblems(@TempDir Path dir) {
    List<Outcome> found = new ArrayList<>();
    ingest.read(dir.resolve("none.txt"), found::add);
    assertThat(found).hasSize(1);
    assertThat(found.get(0)).isInstanceOf(Outcome.Problem.class);
    assertThat(found.get(0).toString()).contains("none.txt", "does not exist");
  }

  @Test
  void legacyEncodingIsDetected() {
    String text =
        "Le général a déclaré que l’armée se retirerait après la trêve négociée à Genève.\n"
            .repeat(5);
    Outcome outcome = one("a.txt", text.getBytes(Charset.forName("windows-1252")));
    assertThat(((Outcome.Read) outcome).report().text()).isEqualTo(text);
  }

  @Test
  void utf16IsReadWithAndWithoutMark() {
    String text = "The minister said on Monday that talks would go on in Geneva.\n".repeat(3);
    for (Charset charset :
        List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Outcome outcome = one("a.txt", text.getBytes(charset));
      assertThat(((Outcome.Read) outcome).report().text()).isEqualTo(text);
    }
  }

  private Outcome one(String file, byte[] bytes) {
    List<Outcome> found = ingest.read(file, bytes);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private String problem(String file, byte[] bytes) {
    Outcome outcome = one(file, bytes);
    assertThat(outcome).isInstanceOf(Outcome.Problem.class);
    return outcome.toString();
  }
}
