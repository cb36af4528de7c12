package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Writes the names of the files in its data, one a line. */
  private static final class NamesTask implements Task {
    @Override
    public String name() {
      return "names";
    }

    @Override
    public String summary() {
      return "lists what there is";
    }

    @Override
    public void run(Call call) throws IOException {
      Path data = call.dataOr("nothing/here");
      try (var files = Files.list(data)) {
        call.noGold(call.write(files.map(f -> String.valueOf(f.getFileName())).sorted().toList()));
      }
    }
  }

  private int run(String... args) {
    return new Bench(List.of(new NamesTask()))
        .run(
            args,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @Test
  void writesPredictionsWhereTheCallerWantsThem(@TempDir Path dir) throws IOException {
    Path data = Files.createDirectory(dir.resolve("data"));
    Files.writeString(data.resolve("b"), "");
    Files.writeString(data.resolve("a"), "");
    Path predictions = dir.resolve("out.jsonl");

    assertThat(run("names", "--data", data.toString(), "--out", predictions.toString())).isZero();

    assertThat(Files.readString(predictions)).isEqualTo("a\nb\n");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("No gold").contains("out.jsonl");
  }

  @Test
  void listsItsTasks() {
    assertThat(run("help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("names").contains("lists what");
  }

  @Test
  void saysWhatToDoWhenDataIsAbsent() {
    assertThat(run("names", "--data", "/no/such/place")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("/no/such/place is not there")
        .contains("bench/README.md");
  }

  @Test
  void refusesAnUnknownTaskAndAMissingValue() {
    assertThat(run("nonsense")).isEqualTo(2);
    assertThat(run("names", "--data")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("nonsense").contains("--data needs");
  }
}
