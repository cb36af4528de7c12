package parley.app.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.app.dossier.Filter;
import parley.app.dossier.Json;
import parley.app.dossier.Kind;
import parley.app.dossier.RefusedException;
import parley.app.dossier.Status;

/** One request as a handler sees it: its place, its questions, its body. */
final class Call {

  /** The largest body but for documents, bytes. */
  private static final int LARGEST_BODY = 1 << 20;

  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 500;

  private final HttpExchange exchange;
  private final Map<String, String> path;
  private final Map<String, String> query = new HashMap<>();

  Call(HttpExchange exchange, Map<String, String> path) throws RefusedException {
    this.exchange = exchange;
    this.path = path;
    String raw = exchange.getRequestURI().getRawQuery();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
      }
    }
  }

  static String decoded(String text) throws RefusedException {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw bad("a percent sign in the address is not followed by two digits");
    }
  }

  static RefusedException bad(String message) {
    return new RefusedException(RefusedException.Reason.INVALID, message);
  }

  String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalStateException("the route has no {" + name + "}");
    }
    return value;
  }

  long number(String name) throws RefusedException {
    return number(name, path(name));
  }

  private static long number(String name, String value) throws RefusedException {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw bad(name + " is no number: " + value);
    }
  }

  @Nullable String ask(String name) {
    String value = query.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  String ask(String name, String otherwise) {
    String value = ask(name);
    return value == null ? otherwise : value;
  }

  @Nullable Long askNumber(String name) throws RefusedException {
    String value = ask(name);
    return value == null ? null : Long.valueOf(number(name, value));
  }

  private int askNumber(String name, int otherwise, int most) throws RefusedException {
    Long value = askNumber(name);
    if (value == null) {
      return otherwise;
    }
    if (value < 0 || value > most) {
      throw bad(name + " must be from 0 to " + most);
    }
    return value.intValue();
  }

  int limit() throws RefusedException {
    return askNumber("limit", USUAL_PAGE, LARGEST_PAGE);
  }

  int offset() throws RefusedException {
    return askNumber("offset", 0, Integer.MAX_VALUE);
  }

  @Nullable LocalDate day(String name) throws RefusedException {
    String value = ask(name);
    if (value == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(value);
      if (day.getYear() < 1 || day.getYear() > 9999) {
        throw bad(name + " is outside the years 1 to 9999");
      }
      return day;
    } catch (DateTimeException e) {
      throw bad(name + " is no day; write 2024-03-14");
    }
  }

  LocalDate day(String name, LocalDate otherwise) throws RefusedException {
    LocalDate day = day(name);
    return day == null ? otherwise : day;
  }

  Filter filter() throws RefusedException {
    String kind = ask("kind");
    String status = ask("status");
    Kind kindFound = kind == null ? null : Kind.of(kind);
    Status statusFound = status == null ? null : Status.of(status);
    if (kind != null && kindFound == null) {
      throw bad("no such kind: " + kind);
    }
    if (status != null && statusFound == null) {
      throw bad("no such status: " + status);
    }
    return new Filter(
        kindFound,
        askNumber("actor"),
        askNumber("party"),
        ask("issue"),
        ask("stance"),
        ask("type"),
        ask("mode"),
        day("from"),
        day("to"),
        ask("source"),
        statusFound,
        ask("report"));
  }

  ObjectNode body() throws IOException {
    byte[] bytes = bytes(LARGEST_BODY);
    try {
      JsonNode node = Json.parse(new String(bytes, StandardCharsets.UTF_8));
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw bad("the body is no JSON object");
    } catch (JsonProcessingException e) {
      throw bad("the body is not JSON: " + e.getOriginalMessage());
    }
  }

  byte[] bytes(int most) throws IOException {
    byte[] bytes = exchange.getRequestBody().readNBytes(most + 1);
    if (bytes.length > most) {
      throw bad("the body is larger than " + most + " bytes");
    }
    return bytes;
  }

  static String text(ObjectNode body, String name) throws RefusedException {
    JsonNode value = body.path(name);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw bad("the body lacks " + name);
    }
    return value.asText();
  }

  static @Nullable String textOrNull(ObjectNode body, String name) {
    JsonNode value = body.path(name);
    return value.isTextual() ? value.asText() : null;
  }

  HttpExchange exchange() {
    return exchange;
  }
}
