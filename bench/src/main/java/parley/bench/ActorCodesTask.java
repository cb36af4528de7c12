package parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.world.World;

/** How often the country of an actor is found in the words that name it, on NGEC's own tests. */
final class ActorCodesTask implements Task {

  @Override
  public String name() {
    return "actors";
  }

  @Override
  public String summary() {
    return "country codes of actors in events/ngec_actor_codes.jsonl";
  }

  @Override
  public void run(Call call) throws IOException {
    Path data = call.dataOr("events/ngec_actor_codes.jsonl");
    ObjectMapper json = new ObjectMapper();
    List<String> predictions = new ArrayList<>();
    int right = 0;
    int all = 0;
    int rightNamed = 0;
    int named = 0;
    for (String line : Files.readAllLines(data, StandardCharsets.UTF_8)) {
      JsonNode row = json.readTree(line);
      String code = World.shipped().codeOf(row.path("actor").asText());
      predictions.add(
          json.writeValueAsString(
              json.createObjectNode().put("test", row.path("test").asText()).put("country", code)));
      JsonNode expected = row.path("expect").path("country");
      if (!expected.isTextual()) {
        continue;
      }
      boolean agrees = expected.asText().equals(code);
      all++;
      right += agrees ? 1 : 0;
      if (!expected.asText().isEmpty()) {
        named++;
        rightNamed += agrees ? 1 : 0;
      }
    }
    call.write(predictions);
    call.print()
        .printf(
            Locale.ROOT,
            "country right: %d of %d, %.1f %%; where there is one: %d of %d, %.1f %%%n",
            right,
            all,
            100.0 * right / Math.max(1, all),
            rightNamed,
            named,
            100.0 * rightNamed / Math.max(1, named));
  }
}
