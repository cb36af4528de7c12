package parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import parley.extract.Reader;
import parley.extract.events.internal.IncidentModel;
import parley.extract.events.internal.IncidentModel.Draft;
import parley.language.LanguageReader;
import parley.record.Incident;
import parley.teacher.Paragraphs;
import parley.teacher.incidents.IncidentPredictions;
import parley.text.Report;

/** Incidents of newswire, against the templates of MUC-3 and MUC-4. */
final class IncidentsTask implements Task {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String name() {
    return "incidents";
  }

  @Override
  public String summary() {
    return "incidents of MUC's newswire; data incidents/muc_dev.jsonl";
  }

  @Override
  public void run(Call call) throws IOException {
    Path data = call.dataOr("incidents/muc_dev.jsonl");
    LanguageReader language = Readers.language();
    Reader reader = Readers.reader();
    List<String> lines = new ArrayList<>();
    boolean gold = false;
    for (String line : Files.readAllLines(data)) {
      JsonNode document = JSON.readTree(line);
      gold |= document.has("templates");
      Report report = Paragraphs.report(document.get("text").asText());
      // What the reader keeps of the model's incidents; the phrases are the model's own.
      Set<String> kept =
          reader.read(report).incidents().stream().map(Incident::type).collect(Collectors.toSet());
      List<Draft> drafts =
          IncidentModel.shipped().read(language.analyse(report)).stream()
              .filter(draft -> kept.contains(draft.type()))
              .toList();
      lines.add(IncidentPredictions.line(document.get("id").asText(), drafts));
    }
    Path out = call.write(lines);
    if (gold) {
      call.score("score_incidents.py", data.toString(), out.toString());
    } else {
      call.noGold(out);
    }
  }
}
