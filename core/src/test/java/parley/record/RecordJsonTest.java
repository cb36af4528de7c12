package parley.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;
import parley.text.Timestamp;

class RecordJsonTest {

  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(RecordJson.schema());

  private static Report report(String text) {
    return Report.ofText(
        Metadata.builder().published(Timestamp.parse("1988-08-09")).language("en").build(),
        text,
        List.of(new Part(PartRole.BODY, new Span(0, text.length()))));
  }

  private static Record statement(String text, Span source, Span cue, Span content) {
    Report report = report(text);
    Actor actor =
        new Actor(
            "a1",
            source.of(text),
            true,
            ActorKind.PERSON,
            List.of(),
            null,
            List.of(new Mention(Anchor.in(report, source), Mention.Form.NAME)));
    Statement statement =
        new Statement(
            "s1",
            Statement.Kind.DIRECT,
            "said",
            "a1",
            Anchor.in(report, List.of(source)),
            Anchor.in(report, List.of(cue)),
            Anchor.in(report, List.of(content)),
            null,
            null,
            null,
            PartRole.BODY,
            false,
            false,
            null,
            Provenance.of("test", 0.93));
    return new Record(
        report,
        "test",
        List.of(actor),
        List.of(statement),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void offsetsCountCodePoints() {
    String text = "🕊🕊 Arias said “yes”";
    Record record = statement(text, new Span(5, 10), new Span(11, 15), new Span(16, 21));
    assertThat(RecordJson.write(record))
        .contains("\"source\":[{\"begin\":3,\"end\":8,\"text\":\"Arias\"}]")
        .contains("\"confidence\":0.93,\"provenance\":{\"rule\":\"test\"}")
        .doesNotContain("null")
        .doesNotContain("addressee");
  }

  @Test
  void whatIsWrittenIsReadBackEqualAndFitsTheSchema() throws MalformedRecordException {
    long seed = Long.getLong("parley.seed", System.nanoTime());
    RandomRecords records = new RandomRecords(seed);
    for (int i = 0; i < 300; i++) {
      Record record = records.next();
      String json = RecordJson.write(record);
      assertThat(RecordJson.read(json))
          .as("record %d of -Dparley.seed=%d", i, seed)
          .isEqualTo(record);
      assertThat(SCHEMA.validate(json, InputFormat.JSON))
          .as("record %d of -Dparley.seed=%d: %s", i, seed, json)
          .isEmpty();
      assertThat(json.codePoints().anyMatch(c -> c == '\n' || c == '\r' || c == 0x2028)).isFalse();
      assertThat(RecordJson.write(record)).isEqualTo(json);
    }
  }

  @Test
  void unpairedSurrogatesSurviveTheWayThroughBytes() throws MalformedRecordException {
    String text = "\uDC00 Arias \uD83D said \uD83D\uDE00 \uDE00\uD83D";
    Record record = Record.unread(report(text), "test");
    String json = RecordJson.write(record);
    assertThat(json).contains("\"\\udc00 Arias \\ud83d said \uD83D\uDE00 \\ude00\\ud83d\"");
    String throughUtf8 =
        new String(
            json.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(RecordJson.read(throughUtf8)).isEqualTo(record);
  }

  @Test
  void aSpanInsideASurrogatePairIsRefused() {
    Record record = statement("🕊 said x", new Span(0, 1), new Span(3, 7), new Span(8, 9));
    assertThatThrownBy(() -> RecordJson.write(record))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("surrogate pair at 1");
  }

  @Test
  void theWriterStaysOpen() throws Exception {
    StringWriter out = new StringWriter();
    RecordJson.write(Record.unread(report("a"), "test"), out);
    out.write("\n");
    RecordJson.write(Record.unread(report("b"), "test"), out);
    assertThat(out.toString().lines()).hasSize(2);
  }

  @Test
  void complaintsNameThePlace() {
    Record record = statement("Arias said x", new Span(0, 5), new Span(6, 10), new Span(11, 12));
    String json = RecordJson.write(record);
    assertThatThrownBy(
            () -> RecordJson.read(json.replace("\"form\":\"name\"", "\"form\":\"nick\"")))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessage("/actors/0/mentions/0/form is an unknown word: nick");
    assertThatThrownBy(
            () ->
                RecordJson.read(
                    json.replace("\"end\":10,\"text\":\"said", "\"end\":11,\"text\":\"said")))
        .hasMessageContaining("/statements/0/cue/0/text is not what stands there");
    assertThatThrownBy(() -> RecordJson.read(json.replace("\"end\":10", "\"end\":99")))
        .hasMessageContaining("/statements/0/cue/0: [6, 99) is no span");
    assertThatThrownBy(
            () -> RecordJson.read(json.replace("\"speaker\":\"a1\"", "\"speaker\":\"a9\"")))
        .hasMessageContaining("s1 refers to a9");
    assertThatThrownBy(() -> RecordJson.read("{\"report\": ")).hasMessageContaining("line 1");
    assertThatThrownBy(() -> RecordJson.read("[]")).hasMessageContaining("JSON object");
    assertThatThrownBy(() -> RecordJson.read("{}")).hasMessageContaining("/report is missing");
  }

  @Test
  void fieldsOfALaterEditionArePassedOver() throws MalformedRecordException {
    Record record = Record.unread(report("a"), "test");
    String json =
        RecordJson.write(record).replace("\"reader\"", "\"later\":[{\"x\":[null]}],\"reader\"");
    assertThat(RecordJson.read(json)).isEqualTo(record);
  }
}
