package parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.extract.Reader;
import parley.ingest.Ingest;
import parley.ingest.Outcome;
import parley.ingest.Settings;
import parley.language.ModelReader;
import parley.record.Record;
import parley.record.RecordJson;
import parley.text.Report;
import parley.text.Timestamp;

/**
 * The records of the reports in examples/, as they were when somebody last looked at them. A change
 * of the reading shows here as a change of these files: look at it, then accept it with
 *
 * <pre>mvn -q -pl app -am test -Dtest=GoldenTest -Dparley.golden=write \
 *   -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class GoldenTest {

  private static final Reader READER = new Reader(ModelReader.shipped());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(RecordJson.schema());

  private static Report report(String file, @Nullable String published) {
    Path path = LauncherTest.repository().resolve("examples").resolve(file);
    Timestamp date = published == null ? null : Timestamp.parse(published);
    List<Outcome> outcomes = new ArrayList<>();
    new Ingest(Settings.DEFAULT.withPublished(date)).read(path, outcomes::add);
    assertThat(outcomes).hasSize(1).first().isInstanceOf(Outcome.Read.class);
    return ((Outcome.Read) outcomes.get(0)).report();
  }

  @ParameterizedTest
  @CsvSource({
    "captives-ceasefire.txt, 2024-03-14",
    "captives-ceasefire.html,",
    "border-dispute.txt, 2024-09-09",
    "hard-cases.txt, 2024-11-08"
  })
  void theExamplesAreReadAsBefore(String file, @Nullable String published) throws IOException {
    Record record = READER.read(report(file, published));
    String line = RecordJson.write(record);
    assertThat(SCHEMA.validate(line, InputFormat.JSON)).isEmpty();
    String found =
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(line)) + "\n";

    Path goldens = LauncherTest.repository().resolve("app/src/test/resources/golden");
    Path golden = goldens.resolve(file + ".json");
    Path changed = goldens.resolve(file + "-changed.json");
    if ("write".equals(System.getProperty("parley.golden"))) {
      Files.createDirectories(goldens);
      Files.writeString(golden, found, StandardCharsets.UTF_8);
    }
    String expected = Files.readString(golden, StandardCharsets.UTF_8);
    if (found.equals(expected)) {
      Files.deleteIfExists(changed);
    } else {
      Files.writeString(changed, found, StandardCharsets.UTF_8);
    }
    assertThat(found)
        .as("the reading of %s changed; compare %s with %s", file, golden, changed)
        .isEqualTo(expected);
    assertThat(RecordJson.read(line)).isEqualTo(record);
  }

  @Test
  void oneReportGivesTheSameBytesInAnyThread() {
    Report report = report("hard-cases.txt", "2024-11-08");
    String once = RecordJson.write(READER.read(report));
    List<String> again =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> RecordJson.write(new Reader(ModelReader.shipped()).read(report)))
            .distinct()
            .toList();
    assertThat(again).containsExactly(once);
  }
}
