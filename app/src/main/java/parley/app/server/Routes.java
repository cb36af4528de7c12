package parley.app.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.app.dossier.Decision;
import parley.app.dossier.Dossier;
import parley.app.dossier.Intake;
import parley.app.dossier.Json;
import parley.app.dossier.Kind;
import parley.app.dossier.RefusedException;
import parley.app.exchange.Export;
import parley.codebook.Codebook;
import parley.codebook.CodebookReader;
import parley.extract.Reader;
import parley.ingest.Settings;
import parley.text.Metadata;
import parley.text.Report;
import parley.text.Timestamp;

/** Which address is answered how. {@code openapi.yaml} describes the same for people. */
final class Routes implements AutoCloseable {

  /** Answers one kind of request; null if it has answered the exchange itself. */
  interface Handler {
    @Nullable Answer answer(Call call) throws IOException;
  }

  private record Route(String method, String template, Handler handler) {}

  private static final int LARGEST_DOCUMENT = 64 << 20;
  private static final String PAGES = "/parley/web/";
  private static final String[] EXAMPLES = {
    "captives-ceasefire.txt", "border-dispute.txt", "hard-cases.txt"
  };

  private final Dossier dossier;
  private final Supplier<Reader> reader;
  private final Jobs jobs = new Jobs();
  private final List<Route> routes = new ArrayList<>();

  private final Answers answers = new Answers();

  Routes(Dossier dossier, Supplier<Reader> reader) {
    this.dossier = dossier;
    this.reader = reader;
    views();
    entries();
    actors();
    documents();
  }

  private void get(String template, Handler handler) {
    routes.add(new Route("GET", template, handler));
  }

  private void post(String template, Handler handler) {
    routes.add(new Route("POST", template, handler));
  }

  private void views() {
    get("/api/dossier", call -> Answer.json(dossier.summary()));
    get(
        "/api/today",
        call ->
            Answer.json(
                dossier.news(
                    call.day("from", dossier.today().minusDays(7)),
                    call.day("to", dossier.today()),
                    call.limit())));
    get(
        "/api/board",
        call -> Answer.json(dossier.board(call.day("day", dossier.today()), call.limit())));
    get(
        "/api/board/trail",
        call ->
            Answer.json(
                Json.object()
                    .set(
                        "positions",
                        dossier.trail(
                            call.ask("party", ""),
                            call.ask("issue", ""),
                            call.day("day", dossier.today()),
                            call.limit()))));
    get(
        "/api/find",
        call ->
            Answer.json(
                dossier.find(
                    call.ask("q", ""),
                    call.filter(),
                    "date".equals(call.ask("order")),
                    call.offset(),
                    call.limit())));
    get("/api/codebook", call -> Answer.json(codebook()));
    get("/api/sources", call -> Answer.json(dossier.sources()));
    get("/api/quality", call -> Answer.json(dossier.quality()));
    get(
        "/api/history",
        call -> {
          Long before = call.askNumber("before");
          ArrayNode changes =
              dossier.history(before == null ? Long.MAX_VALUE : before, call.limit());
          return Answer.json(Json.object().set("changes", changes));
        });
    post(
        "/api/history/{change}/undo",
        call -> Answer.json(dossier.undo(call.number("change"), Call.text(call.body(), "by"))));
  }

  /** The labels of issues, in the order of the codebook that the dossier is read with. */
  private ObjectNode codebook() throws IOException {
    String yaml = dossier.codebook();
    Codebook own = yaml == null ? null : CodebookReader.read(yaml).codebook();
    Codebook book = own == null ? CodebookReader.conflictTalks() : own;
    ObjectNode node = Json.object().put("id", book.id()).put("title", book.title());
    ArrayNode issues = node.putArray("issues");
    book.issues()
        .forEach(issue -> issues.addObject().put("code", issue.code()).put("label", issue.label()));
    return node;
  }

  private void entries() {
    get(
        "/api/entries",
        call ->
            Answer.json(
                dossier.entries(
                    call.filter(), call.ask("order", "newest"), call.offset(), call.limit())));
    get(
        "/api/counts",
        call ->
            Answer.json(
                Json.object()
                    .set("counts", dossier.count(call.filter(), call.ask("by", "issue")))));
    get(
        "/api/entries/{report}/{id}",
        call -> Answer.json(dossier.entry(call.path("report"), call.path("id"))));
    post(
        "/api/entries/{report}/{id}/review",
        call -> {
          ObjectNode body = call.body();
          return Answer.json(decide(call.path("report"), call.path("id"), null, body));
        });
    post(
        "/api/reports/{report}/entries",
        call -> {
          ObjectNode body = call.body();
          body.put("act", "add");
          Kind kind = Kind.of(Call.text(body, "kind"));
          if (kind == null) {
            throw Call.bad("no such kind: " + Call.text(body, "kind"));
          }
          return Answer.json(201, decide(call.path("report"), null, kind, body));
        });
    get("/api/export/{format}", this::export);
  }

  private ObjectNode decide(
      String report, @Nullable String entry, @Nullable Kind kind, ObjectNode body)
      throws IOException {
    Decision.Act act;
    try {
      act = Decision.Act.valueOf(Call.text(body, "act").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Call.bad("act is one of accept, correct, reject, note, add, clear");
    }
    return dossier.decide(
        new Decision(
            report,
            entry,
            kind,
            act,
            body.get("value") instanceof ObjectNode value ? value : null,
            Call.textOrNull(body, "note"),
            Call.text(body, "by")));
  }

  private Answer export(Call call) throws IOException {
    Export format = Export.of(call.path("format"));
    if (format == null) {
      throw new RefusedException(
          RefusedException.Reason.UNKNOWN, "no such format: " + call.path("format"));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(dossier, call.filter(), out);
    return new Answer(
        200,
        format.type(),
        out.toByteArray(),
        Map.of("Content-Disposition", "attachment; filename=\"dossier." + format.ending() + "\""));
  }

  private void actors() {
    get(
        "/api/actors",
        call -> Answer.json(dossier.actors(call.ask("name", ""), call.offset(), call.limit())));
    get("/api/actors/{actor}", call -> Answer.json(dossier.actor(call.number("actor"))));
    post(
        "/api/actors/{actor}",
        call -> {
          ObjectNode body = call.body();
          String by = Call.text(body, "by");
          return Answer.json(
              dossier.setActor(call.number("actor"), body, by, Call.textOrNull(body, "why")));
        });
    post(
        "/api/actors/{actor}/merge",
        call -> {
          ObjectNode body = call.body();
          return Answer.json(
              dossier.merge(
                  call.number("actor"),
                  body.path("into").asLong(-1),
                  Call.text(body, "by"),
                  Call.textOrNull(body, "why")));
        });
    post(
        "/api/actors/{actor}/split",
        call -> {
          ObjectNode body = call.body();
          List<Long> aliases = new ArrayList<>();
          for (JsonNode alias : body.path("aliases")) {
            aliases.add(alias.asLong());
          }
          return Answer.json(
              dossier.split(
                  call.number("actor"),
                  aliases,
                  Call.textOrNull(body, "name"),
                  Call.text(body, "by"),
                  Call.textOrNull(body, "why")));
        });
  }

  private void documents() {
    get(
        "/api/reports",
        call -> Answer.json(dossier.reports(call.ask("source"), call.offset(), call.limit())));
    get(
        "/api/reports/{report}",
        call -> {
          String id = call.path("report");
          ObjectNode answer = Json.object();
          answer.set("record", dossier.report(id));
          answer.set("cast", dossier.cast(id));
          return Answer.json(answer);
        });
    post("/api/reports", this::add);
    post(
        "/api/examples",
        call -> {
          Jobs.Job job = jobs.start(this::examples);
          return Answer.json(202, Json.object().put("job", job.id()));
        });
    get("/api/jobs/{job}", call -> Answer.json(job(call).node()));
    get(
        "/api/jobs/{job}/events",
        call -> {
          Jobs.stream(job(call), call.exchange());
          return null;
        });
    get(
        "/openapi.yaml",
        call ->
            new Answer(
                200,
                "application/yaml; charset=utf-8",
                resource("/parley/openapi.yaml"),
                Map.of()));
  }

  private Jobs.Job job(Call call) throws RefusedException {
    Jobs.Job job = jobs.job(call.number("job"));
    if (job == null) {
      throw new RefusedException(
          RefusedException.Reason.UNKNOWN, "no such job: " + call.path("job"));
    }
    return job;
  }

  private Answer add(Call call) throws IOException {
    String file = call.ask("file", "pasted text");
    String source = call.ask("source");
    String published = call.ask("published");
    Settings settings = Settings.DEFAULT.withUrl(call.ask("url")).asOf(Clock.systemUTC());
    if (published != null) {
      try {
        settings = settings.withPublished(Timestamp.parse(published));
      } catch (DateTimeException e) {
        throw Call.bad("published is no date; write 2024-03-14 or 2024-03-14T18:20+02:00");
      }
    }
    byte[] bytes = call.bytes(LARGEST_DOCUMENT);
    Settings chosen = settings;
    Jobs.Job job =
        jobs.start(
            running ->
                new Intake(dossier, reader, chosen, report -> from(source, report), running)
                    .add(file, bytes));
    return Answer.json(202, Json.object().put("job", job.id()));
  }

  private static Report from(@Nullable String source, Report report) {
    if (source == null) {
      return report;
    }
    Metadata about = report.metadata().toBuilder().source(source).found("source", "given").build();
    return report.withMetadata(about);
  }

  private void examples(Jobs.Job job) throws IOException {
    for (String example : EXAMPLES) {
      String name = "/parley/examples/" + example;
      if (Routes.class.getResource(name) != null) {
        new Intake(
                dossier, reader, Settings.DEFAULT, report -> from("Parley's examples", report), job)
            .add("examples/" + example, resource(name));
      }
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Routes.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new RefusedException(RefusedException.Reason.UNKNOWN, "there is no " + name);
      }
      return in.readAllBytes();
    }
  }

  /** The answer to a request, null if it was answered as it came (server-sent events). */
  @Nullable Answer answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    String method =
        exchange.getRequestMethod().equals("HEAD") ? "GET" : exchange.getRequestMethod();
    boolean known = false;
    for (Route route : routes) {
      Map<String, String> values = match(route.template(), path);
      if (values == null) {
        continue;
      }
      known = true;
      if (route.method().equals(method)) {
        Call call = new Call(exchange, values);
        return method.equals("GET") && !route.template().contains("jobs")
            ? tagged(exchange, route, call)
            : route.handler().answer(call);
      }
    }
    if (known) {
      return Answer.problem(405, "Not allowed", path + " does not take " + method);
    }
    if (path.startsWith("/api/") || !method.equals("GET")) {
      return Answer.problem(404, "Not found", "there is nothing at " + path);
    }
    return page(path);
  }

  /** An answer that depends on the dossier alone. */
  private Answer tagged(HttpExchange exchange, Route route, Call call) throws IOException {
    long revision = dossier.revision();
    String question = dossier.today() + " " + exchange.getRequestURI();
    boolean isLong = route.template().startsWith("/api/export/");
    return answers.of(question, revision, isLong, () -> tagged(revision, route, call));
  }

  private static Answer tagged(long revision, Route route, Call call) throws IOException {
    Answer answer = route.handler().answer(call);
    if (answer == null) {
      throw new IllegalStateException("no answer from " + route.template());
    }
    Map<String, String> headers = new HashMap<>(answer.headers());
    headers.put(
        "ETag", "\"" + revision + "-" + Integer.toHexString(Arrays.hashCode(answer.body())) + "\"");
    return new Answer(answer.status(), answer.type(), answer.body(), headers);
  }

  /** The values of a template's {names} if the path is of its form, else null. */
  private static @Nullable Map<String, String> match(String template, String path)
      throws RefusedException {
    String[] wanted = template.split("/", -1);
    String[] given = path.split("/", -1);
    if (wanted.length != given.length) {
      return null;
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith("{")) {
        values.put(wanted[i].substring(1, wanted[i].length() - 1), Call.decoded(given[i]));
      } else if (!wanted[i].equals(given[i])) {
        return null;
      }
    }
    return values;
  }

  /** A file of the pages; every other address is the page itself, which knows its views. */
  private static Answer page(String path) throws IOException {
    if (path.startsWith("/assets/") && path.indexOf("..") < 0) {
      String ending = path.substring(path.lastIndexOf('.') + 1);
      String type =
          switch (ending) {
            case "js" -> "text/javascript; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "woff2" -> "font/woff2";
            default -> "application/octet-stream";
          };
      return new Answer(
          200,
          type,
          resource(PAGES + path.substring(1)),
          Map.of("Cache-Control", "public, max-age=31536000, immutable"));
    }
    try (InputStream in = Routes.class.getResourceAsStream(PAGES + "index.html")) {
      String page =
          in == null
              ? "<!doctype html><title>Parley</title><p>This Parley was built without its pages"
                  + " (-DskipWeb). The API is at /openapi.yaml."
              : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(
          200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8), Map.of());
    }
  }

  Map<String, List<String>> methods() {
    Map<String, List<String>> methods = new TreeMap<>();
    for (Route route : routes) {
      methods.computeIfAbsent(route.template(), t -> new ArrayList<>()).add(route.method());
    }
    return methods;
  }

  @Override
  public void close() {
    jobs.close();
  }
}
