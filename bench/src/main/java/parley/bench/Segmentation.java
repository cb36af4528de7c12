package parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import parley.language.internal.SentenceSplitter;
import parley.language.internal.Tokenizer;
import parley.language.internal.Tokens;
import parley.text.Span;

/**
 * Tokens and sentences against twenty reports marked by hand ({@code
 * bench/marks/segmentation.json}, offsets only: code points of each document's text).
 */
final class Segmentation {

  private final Call call;

  Segmentation(Call call) {
    this.call = call;
  }

  void run() throws IOException {
    SpanCount tokens = new SpanCount();
    SpanCount sentences = new SpanCount();
    int reports = 0;
    for (JsonNode marked : new ObjectMapper().readTree(Files.readString(marks()))) {
      String whole = text(marked.path("corpus").asText(), marked.path("doc").asText());
      String text =
          whole.substring(
              whole.offsetByCodePoints(0, marked.path("begin").asInt()),
              whole.offsetByCodePoints(0, marked.path("end").asInt()));
      int shift = marked.path("begin").asInt();
      Tokens found = Tokenizer.tokenize(text, 0, text.length());
      int[] starts = SentenceSplitter.split(text, found);
      Set<Span> foundTokens = new HashSet<>();
      for (int i = 0; i < found.size(); i++) {
        foundTokens.add(new Span(found.begin(i), found.end(i)));
      }
      Set<Span> foundSentences = new HashSet<>();
      for (int s = 0; s + 1 < starts.length; s++) {
        foundSentences.add(new Span(found.begin(starts[s]), found.end(starts[s + 1] - 1)));
      }
      tokens.add(spans(marked.path("tokens"), text, shift), foundTokens);
      sentences.add(spans(marked.path("sentences"), text, shift), foundSentences);
      reports++;
    }
    call.print()
        .printf(
            Locale.ROOT,
            "Marks by hand on %d reports: tokens F1 %.2f of %d, sentences (both ends) F1 %.2f of %d%n",
            reports,
            tokens.f1(),
            tokens.gold(),
            sentences.f1(),
            sentences.gold());
  }

  private static Path marks() {
    for (String at : new String[] {"bench/marks", "marks", "../bench/marks"}) {
      Path file = Path.of(at, "segmentation.json");
      if (Files.exists(file)) {
        return file;
      }
    }
    throw new BenchException("run from the repository: bench/marks/segmentation.json is not there");
  }

  private static Set<Span> spans(JsonNode marks, String text, int shift) {
    Set<Span> result = new HashSet<>();
    for (JsonNode mark : marks) {
      result.add(
          new Span(
              text.offsetByCodePoints(0, mark.get(0).asInt() - shift),
              text.offsetByCodePoints(0, mark.get(1).asInt() - shift)));
    }
    return result;
  }

  private String text(String corpus, String document) throws IOException {
    Path root = call.corpora();
    Map<String, String> texts =
        switch (corpus) {
          case "guardian-syria" -> Texts.lines(root.resolve("reports/guardian-syria.jsonl"));
          case "muc-dev" -> Texts.lines(root.resolve("incidents/muc_dev.jsonl"));
          case "aquaint" -> Texts.lines(root.resolve("time/te3_aquaint.jsonl"));
          case "timebank" -> Texts.lines(root.resolve("time/te3_timebank.jsonl"));
          default -> Texts.folder(root.resolve("statements/polnear/dev/text"));
        };
    String text = texts.get(document);
    if (text == null) {
      throw new BenchException("no text of " + corpus + " " + document);
    }
    return text;
  }
}
