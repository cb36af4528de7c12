package parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import parley.app.dossier.Dossier;

/**
 * Clients of a server that ask without pause, each question another so that no kept answer helps;
 * how long each kind of call takes.
 */
final class Clients {

  private static final int CLIENTS = 20;
  private static final int CALLS = 200;
  private static final String[] WORDS = {
    "ceasefire",
    "hostages",
    "withdrawal",
    "border",
    "camp",
    "fighters",
    "minister",
    "said",
    "\"peace talks\"",
    "agree*",
    "aid NEAR/5 convoy",
    "talks -geneva",
    "prisoners OR captives",
    "sanctions",
    "election",
    "chemical weapons",
    "refugees return",
    "government",
    "the",
    "militia"
  };
  private static final String[] ISSUES = {
    "ceasefire", "captives", "withdrawal", "aid", "talks", "operations", "return", "sanctions"
  };
  private static final String[] STANCES = {"DEMAND", "OFFER", "ACCEPT", "REJECT", "THREATEN"};
  private static final String[] TYPES = {
    "ASSAULT", "AGREE", "CONSULT", "THREATEN", "AID", "COERCE"
  };
  private static final String[] COUNTED = {"issue", "stance", "party", "month", "source", "status"};

  private final String address;
  private final Dossier dossier;
  private final LocalDate first;
  private final int days;
  private final PrintStream print;

  Clients(String address, Dossier dossier, LocalDate first, int days, PrintStream print) {
    this.address = address;
    this.dossier = dossier;
    this.first = first;
    this.days = days;
    this.print = print;
  }

  /** Asks each kind of call alone, then all together; prints the 50th, 95th and 99th percentile. */
  void ask() throws IOException {
    List<String> ids = dossier.reportIds();
    JsonNode columns = dossier.board(dossier.today(), 30).path("parties");
    List<JsonNode> actors = new ArrayList<>();
    dossier.actors("", 0, 500).path("actors").forEach(actors::add);
    Map<String, Function<Random, String>> calls = new LinkedHashMap<>();
    calls.put("dossier", r -> "dossier?x=" + r.nextInt());
    calls.put("today", r -> "today?limit=20&" + span(r, 7));
    calls.put("board", r -> "board?limit=12&day=" + day(r));
    calls.put(
        "board/trail",
        r ->
            "board/trail?limit=50&party="
                + encoded(columns.path(r.nextInt(columns.size())).path("name").asText())
                + "&issue="
                + of(r, ISSUES)
                + "&day="
                + day(r));
    calls.put("find", r -> "find?limit=20&q=" + encoded(of(r, WORDS)) + "&offset=" + r.nextInt(50));
    calls.put(
        "find, one word of a report",
        r -> "find?limit=20&q=" + encoded(name(actors, r)) + "&offset=" + r.nextInt(5));
    calls.put(
        "find by date, filtered",
        r ->
            "find?limit=20&order=date&q="
                + encoded(of(r, WORDS))
                + "&stance="
                + of(r, STANCES)
                + "&"
                + span(r, 90));
    calls.put(
        "entries",
        r ->
            "entries?limit=50&kind=statement&offset="
                + r.nextInt(2000)
                + "&order="
                + (r.nextBoolean() ? "newest" : "confidence"));
    calls.put(
        "entries, filtered",
        r ->
            (r.nextBoolean()
                    ? "entries?limit=50&issue=" + of(r, ISSUES) + "&stance=" + of(r, STANCES)
                    : "entries?limit=50&type=" + of(r, TYPES))
                + "&"
                + span(r, 60));
    calls.put(
        "entries of an actor",
        r -> "entries?limit=50&actor=" + actor(actors, r) + "&offset=" + r.nextInt(100));
    calls.put(
        "counts",
        r -> "counts?kind=position&by=" + of(r, COUNTED) + "&" + span(r, 30 + r.nextInt(1000)));
    calls.put(
        "counts of an actor",
        r -> "counts?actor=" + actor(actors, r) + "&by=" + of(r, COUNTED) + "&x=" + r.nextInt());
    calls.put(
        "one entry", r -> "entries/" + ids.get(r.nextInt(ids.size())) + "/s" + (1 + r.nextInt(4)));
    calls.put(
        "one event", r -> "entries/" + ids.get(r.nextInt(ids.size())) + "/e" + (1 + r.nextInt(4)));
    calls.put(
        "one position",
        r -> "entries/" + ids.get(r.nextInt(ids.size())) + "/p" + (1 + r.nextInt(4)));
    calls.put("reports", r -> "reports?limit=50&offset=" + r.nextInt(5000));
    calls.put("one report", r -> "reports/" + ids.get(r.nextInt(ids.size())));
    calls.put("actors", r -> "actors?limit=50&offset=" + r.nextInt(500));
    calls.put("actors by name", r -> "actors?limit=50&name=" + encoded(name(actors, r)));
    calls.put("one actor", r -> "actors/" + actor(actors, r));
    calls.put("sources", r -> "sources?x=" + r.nextInt());
    calls.put("quality", r -> "quality?x=" + r.nextInt());
    calls.put("history", r -> "history?limit=50&before=" + (1_000_000 + r.nextInt(1000)));
    List<Function<Random, String>> all = new ArrayList<>(calls.values());
    print.printf(
        Locale.ROOT,
        "milliseconds; %d clients: median, 95th, 99th, processor time a call, clients included;"
            + " one client: median, 95th, processor time%n",
        CLIENTS);
    // Not counted: the compiler has not seen the code.
    measure(r -> all.get(r.nextInt(all.size())).apply(r), CLIENTS, CALLS * 2, 1);
    calls.forEach((name, question) -> tell(name, question, CALLS, 2));
    tell(
        "all of them mixed",
        r -> all.get(r.nextInt(all.size())).apply(r),
        CALLS * all.size() / 2,
        3);
  }

  private void tell(String name, Function<Random, String> question, int calls, int seed) {
    long began = cpu();
    double[] times = measure(question, CLIENTS, calls, seed);
    double used = (cpu() - began) / 1e6 / calls;
    int few = calls / 4;
    began = cpu();
    double[] alone = measure(question, 1, few, seed + 1000);
    double usedAlone = (cpu() - began) / 1e6 / few;
    print.printf(
        Locale.ROOT,
        "  %-28s %7.1f %7.1f %7.1f %7.1f   %7.1f %7.1f %7.1f%n",
        name,
        times[times.length / 2],
        times[times.length * 95 / 100],
        times[times.length * 99 / 100],
        used,
        alone[few / 2],
        alone[few * 95 / 100],
        usedAlone);
  }

  /** Processor time of the process, nanoseconds. */
  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** The times of all calls, ascending. */
  private double[] measure(Function<Random, String> question, int atATime, int calls, int seed) {
    double[] times = new double[calls];
    AtomicInteger next = new AtomicInteger();
    List<Thread> clients = new ArrayList<>();
    for (int c = 0; c < atATime; c++) {
      Thread client =
          new Thread(
              () -> {
                HttpClient http = HttpClient.newHttpClient();
                for (int i = next.getAndIncrement(); i < calls; i = next.getAndIncrement()) {
                  times[i] = time(http, question.apply(new Random(seed * 1_000_003L + i)));
                }
              });
      client.start();
      clients.add(client);
    }
    for (Thread client : clients) {
      try {
        client.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BenchException("interrupted");
      }
    }
    Arrays.sort(times);
    return times;
  }

  private double time(HttpClient http, String question) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + "api/" + question)).build();
    long began = System.nanoTime();
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200 && answer.statusCode() != 404) {
        throw new BenchException(question + ": " + answer.statusCode());
      }
    } catch (IOException e) {
      throw new BenchException(question + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted");
    }
    return (System.nanoTime() - began) / 1e6;
  }

  private LocalDate day(Random r) {
    return first.plusDays(r.nextInt(days));
  }

  private String span(Random r, int length) {
    LocalDate from = day(r);
    return "from=" + from + "&to=" + from.plusDays(length);
  }

  private static String of(Random r, String[] some) {
    return some[r.nextInt(some.length)];
  }

  private static String name(List<JsonNode> actors, Random r) {
    String[] words = actors.get(r.nextInt(actors.size())).path("name").asText().split(" ");
    return words[words.length - 1];
  }

  private static long actor(List<JsonNode> actors, Random r) {
    return actors.get(r.nextInt(actors.size())).path("n").asLong();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
