package parley.app.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import parley.app.dossier.Dossier;
import parley.app.dossier.DossierException;
import parley.app.dossier.RefusedException;
import parley.extract.Reader;

/**
 * A dossier over HTTP, for the pages and for programs on this computer.
 *
 * <ol>
 *   <li>It listens on the loopback address only; there is no log-in.
 *   <li>A request must name this server as its host, so that a page of the web that points its own
 *       name at 127.0.0.1 (DNS rebinding) gets nothing.
 *   <li>A request that changes something must carry the header {@code X-Parley}, which no page of
 *       another origin can send, and no foreign origin.
 *   <li>Every answer carries a content security policy that runs this server's own scripts only.
 * </ol>
 */
public final class Server implements AutoCloseable {

  /** What pages may do: load from here, nothing else. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src"
          + " 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"
          + " 'none'";

  private static final int THREADS = 24;

  private final HttpServer http;
  private final Routes routes;
  private final ExecutorService threads;
  private final PrintStream complaints;

  private Server(HttpServer http, Routes routes, PrintStream complaints) {
    this.http = http;
    this.routes = routes;
    this.complaints = complaints;
    this.threads =
        Executors.newFixedThreadPool(
            THREADS,
            work -> {
              Thread thread = new Thread(work, "parley-http");
              thread.setDaemon(true);
              return thread;
            });
    http.setExecutor(threads);
    http.createContext("/", this::handle);
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for any free one
   * @param reader asked for when the first report is to be read
   * @param complaints where errors of our own are told
   * @throws DossierException if the port is taken
   */
  public static Server start(
      Dossier dossier, Supplier<Reader> reader, int port, PrintStream complaints)
      throws IOException {
    // Answers are small and must not wait for more to come.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    InetAddress here = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    HttpServer http;
    try {
      http = HttpServer.create(new InetSocketAddress(here, port), 0);
    } catch (BindException e) {
      throw new DossierException(
          "port " + port + " is in use; stop the other program or give another --port");
    }
    Server server = new Server(http, new Routes(dossier, reader), complaints);
    http.start();
    server.threads.execute(() -> warm(dossier));
    return server;
  }

  /** Makes what the first page asks for before it does: the lists, the board, what is counted. */
  private static void warm(Dossier dossier) {
    try {
      dossier.board(dossier.today(), 1);
      dossier.summary();
    } catch (IOException e) {
      // Whoever asks first is told the same.
      return;
    }
  }

  /** Where the pages are. */
  public String address() {
    return "http://127.0.0.1:" + port() + "/";
  }

  int port() {
    return http.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Headers headers = exchange.getResponseHeaders();
      headers.set("Content-Security-Policy", POLICY);
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Referrer-Policy", "no-referrer");
      headers.set("Cross-Origin-Resource-Policy", "same-origin");
      headers.set("Cross-Origin-Opener-Policy", "same-origin");
      headers.set("X-Frame-Options", "DENY");
      Answer answer = refused(exchange);
      if (answer == null) {
        answer = answer(exchange);
      }
      if (answer != null) {
        send(exchange, answer);
      }
    }
  }

  /** Why the request is not listened to, null if it is. */
  private @Nullable Answer refused(HttpExchange exchange) {
    Headers asked = exchange.getRequestHeaders();
    String host = asked.getFirst("Host");
    int port = port();
    List<String> hosts = List.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
    if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
      return Answer.problem(403, "Forbidden", "this server answers to 127.0.0.1 only");
    }
    String origin = asked.getFirst("Origin");
    boolean foreign = origin != null && !origin.equals("http://" + host);
    String site = asked.getFirst("Sec-Fetch-Site");
    boolean elsewhere = "cross-site".equals(site) || "same-site".equals(site);
    boolean navigation = "navigate".equals(asked.getFirst("Sec-Fetch-Mode"));
    if (foreign || elsewhere && !navigation) {
      return Answer.problem(403, "Forbidden", "other sites may not use this server");
    }
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD") && asked.getFirst("X-Parley") == null) {
      return Answer.problem(
          403, "Forbidden", "a request that changes something needs the header X-Parley: 1");
    }
    return null;
  }

  /** Every error becomes an answer here; null if the handler has answered itself. */
  @SuppressWarnings("CatchingUnchecked") // one request must not end the server
  private @Nullable Answer answer(HttpExchange exchange) {
    try {
      return routes.answer(exchange);
    } catch (RefusedException e) {
      String detail = String.valueOf(e.getMessage());
      return switch (e.reason()) {
        case UNKNOWN -> Answer.problem(404, "Not found", detail);
        case INVALID -> Answer.problem(422, "Not possible", detail);
        case CHANGED -> Answer.problem(409, "Changed meanwhile", detail);
      };
    } catch (DossierException e) {
      return Answer.problem(503, "Dossier not usable", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      // The other side went away amid its request; there is nobody to answer.
      return null;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      complaints.println("parley: error in " + exchange.getRequestURI().getRawPath() + ": " + e);
      e.printStackTrace(complaints);
      return Answer.problem(500, "Error in Parley", "please report it: " + e);
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    answer.headers().forEach(headers::set);
    headers.set("Content-Type", answer.type());
    if (!headers.containsKey("Cache-Control")) {
      headers.set("Cache-Control", "no-cache");
    }
    String tag = headers.getFirst("ETag");
    if (tag != null && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    byte[] body = answer.body();
    if (exchange.getRequestMethod().equals("HEAD") || body.length == 0) {
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
    // On loopback packing costs more than it saves, but for scripts, which are packed by the
    // build's own measure.
    if (answer.type().startsWith("text/") && accepted != null && accepted.contains("gzip")) {
      headers.set("Content-Encoding", "gzip");
      exchange.sendResponseHeaders(answer.status(), 0);
      try (OutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
        out.write(body);
      }
      return;
    }
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
  }

  /** The routes, for the test that compares them with openapi.yaml. */
  Map<String, List<String>> methods() {
    return routes.methods();
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
    routes.close();
  }
}
