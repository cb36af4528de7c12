package parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.link.ActorRegister;
import parley.record.ActorKind;

/**
 * Whether two names are one actor's, on pairs marked by hand: precision, recall and F1 of "same".
 */
final class ActorPairsTask implements Task {

  @Override
  public String name() {
    return "actor-pairs";
  }

  @Override
  public String summary() {
    return "pairs of names in bench/marks/actor-pairs.json: same actor or not";
  }

  @Override
  public void run(Call call) throws IOException {
    Path given = call.data();
    Path data = given == null ? call.marks("actor-pairs.json") : given;
    int both = 0;
    int said = 0;
    int truly = 0;
    int all = 0;
    List<String> predictions = new ArrayList<>();
    for (JsonNode pair : new ObjectMapper().readTree(data.toFile()).path("pairs")) {
      ActorKind kind = ActorKind.valueOf(pair.path("kind").asText().toUpperCase(Locale.ROOT));
      String name = pair.path("name").asText();
      String other = pair.path("other").asText();
      boolean same = ActorRegister.alike(name, kind, other, kind);
      boolean gold = pair.path("same").asBoolean();
      all++;
      both += same && gold ? 1 : 0;
      said += same ? 1 : 0;
      truly += gold ? 1 : 0;
      if (same != gold) {
        predictions.add((gold ? "missed: " : "wrong: ") + name + " ~ " + other);
      }
    }
    call.write(predictions);
    double precision = said == 0 ? 0 : (double) both / said;
    double recall = truly == 0 ? 0 : (double) both / truly;
    call.print()
        .printf(
            Locale.ROOT,
            "%d pairs, %d the same; P %.1f R %.1f F1 %.1f%n",
            all,
            truly,
            100 * precision,
            100 * recall,
            precision + recall == 0 ? 0 : 200 * precision * recall / (precision + recall));
  }
}
