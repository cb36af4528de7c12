package parley.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server on this computer. */
class FetcherTest {

  interface Page {
    void answer(HttpExchange exchange) throws IOException;
  }

  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Long> times = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private String base;

  @TempDir private Path dir;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().toString();
          asked.add(path);
          times.add(System.nanoTime());
          pages.getOrDefault(path, e -> send(e, 404, "")).answer(exchange);
          exchange.close();
        });
    server.start();
    base = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
  }

  private void page(String path, String body) {
    pages.put(path, exchange -> send(exchange, 200, body));
  }

  private void redirect(String path, String to) {
    pages.put(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", to);
          send(exchange, 302, "");
        });
  }

  private Fetcher fetcher(@Nullable Path cache, Duration pace, int largest, Duration timeout)
      throws IOException {
    return new Fetcher(
        new FetchOptions(true, pace, timeout, largest, cache, "desk@localhost"), "1");
  }

  private Fetcher fetcher() throws IOException {
    return fetcher(null, Duration.ZERO, 1 << 20, Duration.ofSeconds(20));
  }

  private static String refusal(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Refused.class);
    return ((Fetched.Refused) fetched).what();
  }

  @Test
  void aDocumentComesWithItsAddressAndWeSayWhoWeAre() throws IOException {
    String[] agent = new String[1];
    pages.put(
        "/a",
        exchange -> {
          agent[0] = exchange.getRequestHeaders().getFirst("User-Agent");
          send(exchange, 200, "text");
        });
    Fetched fetched = fetcher().fetch(base + "/a");
    assertThat(fetched).isInstanceOf(Fetched.Document.class);
    assertThat(((Fetched.Document) fetched).bytes())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("text");
    assertThat(agent[0]).startsWith("Parley/1 (").contains("desk@localhost");
    assertThat(asked).containsExactly("/robots.txt", "/a");
  }

  @Test
  void robotsTxtIsAskedOnceAndObeyed() throws IOException {
    page("/robots.txt", "User-agent: *\nDisallow: /private\nAllow: /private/open$\n");
    page("/a", "a");
    page("/private/open", "b");
    Fetcher fetcher = fetcher();
    assertThat(fetcher.fetch(base + "/a")).isInstanceOf(Fetched.Document.class);
    assertThat(fetcher.fetch(base + "/private/open")).isInstanceOf(Fetched.Document.class);
    assertThat(refusal(fetcher.fetch(base + "/private/x?y=1"))).contains("robots.txt");
    assertThat(asked).containsExactly("/robots.txt", "/a", "/private/open");
  }

  @Test
  void aServerThatCannotSayWhatIsForbiddenIsLeftAlone() throws IOException {
    pages.put("/robots.txt", exchange -> send(exchange, 503, ""));
    page("/a", "a");
    assertThat(refusal(fetcher().fetch(base + "/a"))).contains("robots.txt");
  }

  @Test
  void redirectsAreFollowedAndCheckedEachTime() throws IOException {
    page("/robots.txt", "User-agent: parley\nDisallow: /closed\n\nUser-agent: *\nDisallow: /\n");
    redirect("/1", "/2?x=1");
    redirect("/2?x=1", base + "/3");
    page("/3", "end");
    Fetched fetched = fetcher().fetch(base + "/1");
    assertThat(((Fetched.Document) fetched).url()).isEqualTo(base + "/3");
    redirect("/4", "/closed/5");
    assertThat(refusal(fetcher().fetch(base + "/4"))).contains("robots.txt");
    redirect("/6", "file:///etc/passwd");
    assertThat(refusal(fetcher().fetch(base + "/6"))).contains("no address of the web");
    redirect("/7", "/7");
    assertThat(refusal(fetcher().fetch(base + "/7"))).contains("redirected more than");
  }

  @Test
  void privateAddressesAreRefusedUnlessAllowed() throws IOException {
    page("/a", "a");
    Fetcher fetcher = new Fetcher(FetchOptions.DEFAULT, "1");
    String port = ":" + server.getAddress().getPort();
    for (String host :
        List.of(
            "127.0.0.1",
            "localhost",
            "[::1]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "0.0.0.0",
            "169.254.169.254",
            "10.1.2.3",
            "172.20.0.1",
            "192.168.1.1",
            "100.64.0.1",
            "[fe80::1]",
            "[fd00::1]",
            "[64:ff9b::7f00:1]",
            "[2002:7f00:1::]")) {
      assertThat(refusal(fetcher.fetch("http://" + host + port + "/a")))
          .as(host)
          .contains("private or local address");
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void addressesThatAreNoneOfTheWebAreRefused() throws IOException {
    Fetcher fetcher = fetcher();
    for (String url :
        List.of(
            "javascript:alert(1)",
            "data:text/html,<p>x",
            "file:///etc/passwd",
            "ftp://127.0.0.1/x",
            "http:///x",
            "http://a b/",
            "http://user:secret@127.0.0.1/",
            "//127.0.0.1/x",
            "")) {
      assertThat(fetcher.fetch(url)).as(url).isInstanceOf(Fetched.Refused.class);
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void publicAddressesAreToldFromPrivateOnes() throws IOException {
    for (String open : List.of("8.8.8.8", "172.32.0.1", "192.167.1.1", "2606:4700::1111")) {
      assertThat(Addresses.isPrivate(InetAddress.getByName(open))).as(open).isFalse();
    }
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() throws IOException {
    pages.put(
        "/a",
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"v1\"");
          boolean same = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          send(exchange, same ? 304 : 200, same ? "" : "text");
        });
    Fetcher first = fetcher(dir, Duration.ZERO, 1000, Duration.ofSeconds(20));
    assertThat(first.fetch(base + "/a")).isInstanceOf(Fetched.Document.class);
    first.note(base + "/a", "seen");
    first.save();
    Fetcher second = fetcher(dir, Duration.ZERO, 1000, Duration.ofSeconds(20));
    assertThat(second.fetch(base + "/a")).isInstanceOf(Fetched.Unchanged.class);
    assertThat(second.note(base + "/a")).isEqualTo("seen");
    second.forget(base + "/a");
    assertThat(second.fetch(base + "/a")).isInstanceOf(Fetched.Document.class);
    assertThat(Files.list(dir)).hasSize(1);
  }

  @Test
  void sizeAndTimeAreBounded() throws IOException {
    page("/large", "x".repeat(5000));
    assertThat(
            refusal(
                fetcher(null, Duration.ZERO, 1000, Duration.ofSeconds(20)).fetch(base + "/large")))
        .contains("larger than");
    pages.put(
        "/slow",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 200; i++) {
              out.write('x');
              out.flush();
              Thread.sleep(50);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    assertThat(
            refusal(
                fetcher(null, Duration.ZERO, 1000, Duration.ofMillis(700)).fetch(base + "/slow")))
        .contains("cannot be fetched");
  }

  @Test
  void requestsToOneHostKeepTheirDistance() throws IOException {
    page("/a", "a");
    page("/b", "b");
    Fetcher fetcher = fetcher(null, Duration.ofMillis(400), 1000, Duration.ofSeconds(20));
    fetcher.fetch(base + "/a");
    fetcher.fetch(base + "/b");
    assertThat(times.get(2) - times.get(1)).isGreaterThan(390_000_000L);
  }

  @Test
  void statusesSayWhatToDo() throws IOException {
    pages.put(
        "/429",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "120");
          send(exchange, 429, "");
        });
    Fetched busy = fetcher().fetch(base + "/429");
    assertThat(refusal(busy)).contains("status 429", "120");
    assertThat(((Fetched.Refused) busy).lasting()).isFalse();
    assertThat(((Fetched.Refused) fetcher().fetch(base + "/none")).lasting()).isTrue();
  }
}
