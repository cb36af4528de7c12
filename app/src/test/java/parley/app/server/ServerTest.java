package parley.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.app.dossier.Dossier;
import parley.app.dossier.DossierException;
import parley.app.dossier.Json;
import parley.app.dossier.Samples;
import parley.codebook.CodebookReader;
import parley.record.Record;
import parley.record.RecordJson;

final class ServerTest {

  private static final Record REPORT =
      Samples.position(
          "north.example",
          "1999-03-01",
          "Ádám Kovács",
          "the River Front",
          "ceasefire",
          "REJECT",
          "the group would not accept a truce of ten days");

  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir Path directory;
  private Dossier dossier;
  private Server server;

  @BeforeEach
  void start() throws IOException {
    Clock clock = Clock.fixed(Instant.parse("1999-04-01T10:00:00Z"), ZoneOffset.UTC);
    dossier = Dossier.openOrStart(directory.resolve("d"), clock);
    dossier.add(REPORT, "a.txt");
    server =
        Server.start(
            dossier,
            () -> {
              throw new IllegalStateException("no reader here");
            },
            0,
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    dossier.close();
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, byte[] body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base() + path))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, ObjectNode body) throws Exception {
    return post(path, Json.write(body).getBytes(StandardCharsets.UTF_8), "X-Parley", "1");
  }

  private String base() {
    return "http://127.0.0.1:" + server.port();
  }

  private String entry() {
    return "/api/entries/" + REPORT.report().id() + "/p1";
  }

  @Test
  void labelsAreThoseOfTheDossiersOwnCodebook() throws Exception {
    assertThat(Json.parse(get("/api/codebook").body()).path("id").asText())
        .isEqualTo("conflict-talks");
    String yaml;
    try (var in =
        CodebookReader.class.getResourceAsStream("/parley/codebook/conflict-talks.yaml")) {
      yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    dossier.useCodebook(yaml.replace("label: Ceasefire", "label: الهدنة <b>"));
    JsonNode issues = Json.parse(get("/api/codebook").body()).path("issues");
    List<String> labels = new ArrayList<>();
    issues.forEach(issue -> labels.add(issue.path("code").asText() + issue.path("label").asText()));
    assertThat(labels).contains("ceasefireالهدنة <b>");
    JsonNode last = dossier.history(Long.MAX_VALUE, 1).path(0);
    assertThat(last.path("what").asText()).isEqualTo("codebook");
  }

  @Test
  void everyRouteIsDescribedAndEveryDescriptionHasItsRoute() throws Exception {
    Map<String, List<String>> described = new TreeMap<>();
    String path = "";
    for (String line : get("/openapi.yaml").body().lines().toList()) {
      if (line.matches(" {2}/.*:")) {
        path = line.strip().replaceAll(":$", "");
        described.put(path, new ArrayList<>());
      } else if (line.matches(" {4}(get|post|put|delete):.*")) {
        described
            .computeIfAbsent(path, p -> new ArrayList<>())
            .add(line.strip().replaceAll(":.*", "").toUpperCase(Locale.ROOT));
      }
    }
    assertThat(described).isEqualTo(server.methods());
  }

  @Test
  void everyPageOfTheApiAnswers() throws Exception {
    for (String path :
        List.of(
            "/api/dossier",
            "/api/today",
            "/api/board",
            "/api/board/trail?party=2&issue=ceasefire",
            "/api/find?q=truce",
            "/api/sources",
            "/api/quality",
            "/api/history",
            "/api/entries",
            "/api/counts?by=stance",
            entry(),
            "/api/actors",
            "/api/actors/1",
            "/api/reports",
            "/api/reports/" + REPORT.report().id(),
            "/api/export/csv",
            "/api/export/jsonl",
            "/api/export/graphml",
            "/api/export/html",
            "/",
            "/board")) {
      HttpResponse<String> response = get(path);
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Security-Policy")).contains(Server.POLICY);
      assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @Test
  void requestForAnotherHostIsRefused() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /api/dossier HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      assertThat(answer.readLine()).contains("403");
    }
  }

  @Test
  void changeFromAnotherSiteIsRefused() throws Exception {
    byte[] body = "{\"act\":\"reject\",\"by\":\"x\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(post(entry() + "/review", body).statusCode()).isEqualTo(403);
    assertThat(
            post(entry() + "/review", body, "X-Parley", "1", "Origin", "http://evil.example")
                .statusCode())
        .isEqualTo(403);
    assertThat(get("/api/dossier", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
    assertThat(dossier.quality()).isEmpty();
  }

  @Test
  void unchangedAnswersAreNotSentAgain() throws Exception {
    String tag = get("/api/board").headers().firstValue("ETag").orElseThrow();
    assertThat(get("/api/board", "If-None-Match", tag).statusCode()).isEqualTo(304);
    post(entry() + "/review", Json.object().put("act", "accept").put("by", "Ana"));
    assertThat(get("/api/board", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void reviewIsTakenAndUndone() throws Exception {
    ObjectNode body = Json.object().put("act", "correct").put("by", "Ana");
    body.putObject("value").put("stance", "OFFER");
    HttpResponse<String> done = post(entry() + "/review", body);
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(get("/api/board").body()).contains("\"stance\":\"OFFER\"");
    long change = Json.own(done.body()).path("change").asLong();
    String undo = "/api/history/" + change + "/undo";
    assertThat(post(undo, Json.object().put("by", "Ana")).statusCode()).isEqualTo(200);
    assertThat(post(undo, Json.object().put("by", "Ana")).statusCode()).isEqualTo(409);
    assertThat(get("/api/board").body()).contains("\"stance\":\"REJECT\"");
  }

  @Test
  void entryIsAddedByHand() throws Exception {
    ObjectNode body = Json.object().put("kind", "event").put("by", "Ana");
    body.putObject("value")
        .put("type", "CONSULT")
        .putArray("cue")
        .addObject()
        .put("begin", 0)
        .put("end", 5);
    HttpResponse<String> done = post("/api/reports/" + REPORT.report().id() + "/entries", body);
    assertThat(done.statusCode()).isEqualTo(201);
    assertThat(get("/api/entries?status=added").body()).contains("CONSULT");
  }

  @Test
  void wrongRequestsAreProblems() throws Exception {
    Map<String, Integer> wrong =
        Map.of(
            "/api/nothing", 404,
            "/api/entries/none/p1", 404,
            "/api/entries?from=yesterday", 422,
            "/api/entries?limit=100000", 422,
            "/api/entries?limit=x", 422,
            "/api/counts?by=moon", 422,
            "/api/actors/999", 404,
            "/api/export/docx", 404,
            "/assets/none.js", 404);
    for (Map.Entry<String, Integer> path : wrong.entrySet()) {
      HttpResponse<String> response = get(path.getKey());
      assertThat(response.statusCode()).as(path.getKey()).isEqualTo(path.getValue());
      assertThat(response.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
    }
    assertThat(post("/api/board", Json.object()).statusCode()).isEqualTo(405);
    assertThat(
            post(entry() + "/review", "no json".getBytes(StandardCharsets.UTF_8), "X-Parley", "1")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void documentIsAddedWithItsSteps() throws Exception {
    Record other =
        Samples.position(
            "south.example", "1999-03-09", "Eve Moor", "RF", "aid", "OFFER", "lorries may pass");
    byte[] line = RecordJson.write(other).getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> taken = post("/api/reports?file=x.jsonl", line, "X-Parley", "1");
    assertThat(taken.statusCode()).isEqualTo(202);
    long job = Json.own(taken.body()).path("job").asLong();
    String events = get("/api/jobs/" + job + "/events").body();
    assertThat(events).contains("\"what\":\"added\"").contains("\"what\":\"done\"");
    assertThat(dossier.has(other.report().id())).isTrue();
    byte[] empty =
        post("/api/reports?file=empty.txt", new byte[0], "X-Parley", "1")
            .body()
            .getBytes(StandardCharsets.UTF_8);
    long second = Json.own(new String(empty, StandardCharsets.UTF_8)).path("job").asLong();
    assertThat(get("/api/jobs/" + second + "/events").body()).contains("\"what\":\"failed\"");
    assertThat(get("/api/sources").body()).contains("empty.txt");
  }

  @Test
  void takenPortIsSaid() {
    assertThatThrownBy(
            () ->
                Server.start(
                    dossier,
                    () -> {
                      throw new IllegalStateException();
                    },
                    server.port(),
                    System.err))
        .isInstanceOf(DossierException.class)
        .hasMessageContaining("in use");
  }

  @Test
  void noPayloadIsAnErrorOfOurs() throws Exception {
    List<String> payloads = new ArrayList<>(Payloads.all());
    for (String payload : payloads) {
      String q = URLEncoder.encode(payload, StandardCharsets.UTF_8);
      if (q.length() > 4000) {
        continue;
      }
      for (String path :
          List.of(
              "/api/find?q=",
              "/api/entries?issue=",
              "/api/entries?source=",
              "/api/entries?mode=",
              "/api/entries?type=",
              "/api/actors?name=",
              "/api/board/trail?issue=",
              "/api/board/trail?issue=ceasefire&party=",
              "/api/board?day=",
              "/api/today?from=",
              "/api/history?before=",
              "/api/reports?source=",
              "/api/entries?from=",
              "/api/counts?by=")) {
        HttpResponse<String> response = get(path + q);
        assertThat(response.statusCode()).as(path + payload).isNotEqualTo(500);
      }
      for (String path :
          List.of("/api/entries/", "/api/reports/", "/api/export/", "/assets/", "/")) {
        assertThat(get(path + q).statusCode()).as(path + payload).isNotEqualTo(500);
      }
    }
    for (String payload : payloads) {
      ObjectNode body = Json.object().put("act", "note").put("by", "Ana").put("note", payload);
      assertThat(post(entry() + "/review", body).statusCode()).as(payload).isIn(200, 422);
      String by = payload.substring(0, Math.min(100, payload.length()));
      ObjectNode named = Json.object().put("act", "accept").put("by", by);
      assertThat(post(entry() + "/review", named).statusCode()).as(payload).isIn(200, 422);
      ObjectNode odd = Json.object().put("act", "correct").put("by", "Ana");
      odd.putObject("value").put("issue", payload);
      assertThat(post(entry() + "/review", odd).statusCode()).as(payload).isIn(200, 422);
      JsonNode shown = Json.parse(get(entry()).body());
      assertThat(shown.path("entry").path("id").asText()).isEqualTo("p1");
    }
    for (String format : List.of("csv", "jsonl", "dna", "graphml", "congruence", "html")) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(base() + "/api/export/" + format)).build();
      assertThat(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode())
          .isEqualTo(200);
    }
  }
}
