package parley.app.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import parley.app.dossier.Json;

/**
 * What a handler answers.
 *
 * @param headers beside those that every answer has
 */
record Answer(int status, String type, byte[] body, Map<String, String> headers) {

  static final String JSON = "application/json; charset=utf-8";

  static Answer json(JsonNode node) {
    return json(200, node);
  }

  static Answer json(int status, JsonNode node) {
    return new Answer(status, JSON, Json.write(node).getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /** RFC 9457. */
  static Answer problem(int status, String title, String detail) {
    JsonNode problem =
        Json.object()
            .put("type", "about:blank")
            .put("title", title)
            .put("status", status)
            .put("detail", detail);
    return new Answer(
        status,
        "application/problem+json; charset=utf-8",
        Json.write(problem).getBytes(StandardCharsets.UTF_8),
        Map.of());
  }
}
