package parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import parley.extract.Reader;
import parley.record.Event;

/**
 * How often an event is read in a plain sentence that tells of none: sentences drawn at random from
 * reports, marked by hand with the types that they tell of and those that may pass.
 */
final class EventAlarms implements Task {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Supplier<Reader> readers;

  EventAlarms(Supplier<Reader> readers) {
    this.readers = readers;
  }

  @Override
  public String name() {
    return "event-alarms";
  }

  @Override
  public String summary() {
    return "events where there are none, in sentences drawn at random; marks/event-sentences.jsonl";
  }

  @Override
  public void run(Call call) throws IOException {
    Path marks = call.marks("event-sentences.jsonl");
    Reader reader = readers.get();
    Map<String, Map<String, String>> texts = new HashMap<>();
    List<String> lines = new ArrayList<>();
    Map<String, Integer> wrongByType = new TreeMap<>();
    int sentences = 0;
    int empty = 0;
    int emptyWithEvent = 0;
    int predicted = 0;
    int right = 0;
    int wanted = 0;
    int found = 0;
    for (String line : Files.readAllLines(marks)) {
      JsonNode mark = JSON.readTree(line);
      String file = mark.get("file").asText();
      Map<String, String> docs = texts.get(file);
      if (docs == null) {
        docs = texts(call.dataOr("").resolve(file));
        texts.put(file, docs);
      }
      String text = docs.get(mark.get("doc").asText());
      if (text == null) {
        throw new BenchException("no document " + mark.get("doc").asText() + " in " + file);
      }
      int begin = text.offsetByCodePoints(0, mark.get("begin").asInt());
      int end = text.offsetByCodePoints(0, mark.get("end").asInt());
      Set<String> must = set(mark.get("events"));
      Set<String> may = set(mark.get("alsoRight"));
      Set<String> read = new HashSet<>();
      for (Event event : reader.read(EventsTask.sentence(text.substring(begin, end))).events()) {
        read.add(event.type());
      }
      sentences++;
      wanted += must.size();
      if (must.isEmpty() && may.isEmpty()) {
        empty++;
        emptyWithEvent += read.isEmpty() ? 0 : 1;
      }
      for (String type : read) {
        predicted++;
        if (must.contains(type) || may.contains(type)) {
          right++;
        } else {
          wrongByType.merge(type, 1, Integer::sum);
        }
      }
      found += (int) must.stream().filter(read::contains).count();
      lines.add(
          JSON.writeValueAsString(
              Map.of("doc", mark.get("doc").asText(), "begin", begin, "read", read)));
    }
    call.write(lines);
    call.print()
        .printf(
            Locale.ROOT,
            "sentences %d, types read %d, of them right %.1f %%; types marked %d, found %.1f %%%n",
            sentences,
            predicted,
            100.0 * right / Math.max(1, predicted),
            wanted,
            100.0 * found / Math.max(1, wanted));
    call.print()
        .printf(
            Locale.ROOT,
            "sentences without any event %d, with an event read in them %d (%.1f %%)%n",
            empty,
            emptyWithEvent,
            100.0 * emptyWithEvent / Math.max(1, empty));
    call.print().println("wrong by type " + wrongByType);
  }

  private static Set<String> set(JsonNode array) {
    Set<String> values = new HashSet<>();
    array.forEach(value -> values.add(value.asText()));
    return values;
  }

  private static Map<String, String> texts(Path file) throws IOException {
    Map<String, String> texts = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode doc = JSON.readTree(line);
      texts.put(doc.get("id").asText(), doc.get("text").asText());
    }
    return texts;
  }
}
