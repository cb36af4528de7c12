package parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import parley.extract.times.TimeReader;
import parley.language.LanguageReader;
import parley.record.TimeExpression;
import parley.text.CodePoints;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;
import parley.text.Timestamp;

/** Time expressions in TempEval-3's form: spans, types and values. */
final class TimeTask implements Task {

  private final ObjectMapper json = new ObjectMapper();

  @Override
  public String name() {
    return "time";
  }

  @Override
  public String summary() {
    return "time expressions; JSON Lines of id, dct, text (default time/te3_*.jsonl)";
  }

  @Override
  public void run(Call call) throws IOException {
    Path data = call.dataOr("time");
    LanguageReader language = Readers.language();
    TimeReader times = new TimeReader();
    List<String> gold = new ArrayList<>();
    List<String> predictions = new ArrayList<>();
    boolean hasGold = false;
    for (Path file : files(data)) {
      for (String line : Files.readAllLines(file)) {
        if (line.isBlank()) {
          continue;
        }
        JsonNode document = json.readTree(line);
        hasGold |= document.has("timexes");
        gold.add(line);
        Report report = report(document);
        predictions.add(prediction(document, report, times.read(language.analyse(report))));
      }
    }
    Path written = call.write(predictions);
    if (!hasGold) {
      call.noGold(written);
      return;
    }
    Path all = Files.createTempFile("parley-gold", ".jsonl");
    all.toFile().deleteOnExit();
    Files.write(all, gold);
    call.score("score_time.py", all.toString(), written.toString());
  }

  private static List<Path> files(Path data) throws IOException {
    if (!Files.isDirectory(data)) {
      return List.of(data);
    }
    try (Stream<Path> found = Files.list(data)) {
      return found.filter(p -> p.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  /** The document with each paragraph as a part. */
  static Report report(JsonNode document) {
    String text = document.path("text").asText();
    List<Part> parts = new ArrayList<>();
    int begin = 0;
    while (begin < text.length()) {
      int blank = text.indexOf("\n\n", begin);
      int end = blank < 0 ? text.length() : blank;
      if (!text.substring(begin, end).isBlank()) {
        parts.add(new Part(PartRole.BODY, new Span(begin, end)));
      }
      begin = end + 1;
    }
    Metadata.Builder metadata = Metadata.builder();
    String dct = document.path("dct").asText();
    if (!dct.isEmpty()) {
      metadata.published(Timestamp.parse(dct));
    }
    return Report.ofText(metadata.build(), text, parts);
  }

  private String prediction(JsonNode document, Report report, List<TimeExpression> times)
      throws IOException {
    CodePoints codePoints = CodePoints.of(report.text());
    ObjectNode result = json.createObjectNode();
    result.put("id", document.path("id").asText());
    ArrayNode list = result.putArray("timexes");
    for (TimeExpression time : times) {
      Span span = time.anchor().span();
      list.addObject()
          .put("start", codePoints.fromUtf16(span.begin()))
          .put("end", codePoints.fromUtf16(span.end()))
          .put("type", time.type().name())
          .put("value", time.value());
    }
    return json.writeValueAsString(result);
  }
}
