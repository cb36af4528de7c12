package parley.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Fetches documents as a guest who wants to be asked again.
 *
 * <ol>
 *   <li>the address is checked: the web's only, and no private one unless that is allowed;
 *   <li>the site's robots.txt is asked, once;
 *   <li>requests to one host keep their distance in time;
 *   <li>what was fetched before is asked for only if it has changed;
 *   <li>a redirect is followed by hand: its goal goes through all of this again;
 *   <li>time and size of a document are bounded.
 * </ol>
 *
 * <p>A failure is a {@link Fetched.Refused}, never an exception. Not safe for use by several
 * threads at once.
 */
public final class Fetcher {

  private static final int MOST_REDIRECTS = 5;
  private static final int LARGEST_ROBOTS = 500 << 10;
  private static final Duration CONNECT = Duration.ofSeconds(15);

  private final FetchOptions options;
  private final HttpClient client;
  private final Versions versions;
  private final String agent;
  private final Map<String, Robots> robots = new HashMap<>();

  /** For each host the time from which it may be asked again, {@link System#nanoTime()}. */
  private final Map<String, Long> free = new HashMap<>();

  /**
   * @param version of Parley, for the user agent
   * @throws IOException if the cache cannot be read
   */
  public Fetcher(FetchOptions options, String version) throws IOException {
    this.options = options;
    this.versions = new Versions(options.cache());
    String contact = options.contact() == null ? "" : "; contact: " + options.contact();
    this.agent =
        ("Parley/"
                + version
                + " (reads news reports for a person's archive; robots.txt name: parley"
                + contact
                + ")")
            .replaceAll("[^\\x20-\\x7e]", "?");
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
  }

  /** Whether a name is an address that is fetched. */
  public static boolean isAddress(String name) {
    String start = name.substring(0, Math.min(8, name.length())).toLowerCase(Locale.ROOT);
    return start.startsWith("http://") || start.startsWith("https://");
  }

  /** Fetches a document. */
  public Fetched fetch(String url) {
    String at = url;
    try {
      for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
        URI uri = Addresses.check(at, options.allowPrivate());
        at = uri.toString();
        if (!robots(uri).allows(pathOf(uri))) {
          return new Fetched.Refused(
              url,
              "is forbidden to programs by the site's robots.txt",
              "save the page by hand",
              true);
        }
        Versions.Version known = versions.of(at);
        HttpResponse<byte[]> answer = paced(uri, known);
        int status = answer.statusCode();
        if (status == 304 && known != null) {
          return new Fetched.Unchanged(at);
        }
        if (status / 100 == 3 && answer.headers().firstValue("location").isPresent()) {
          at = uri.resolve(answer.headers().firstValue("location").get().strip()).toString();
          continue;
        }
        if (status != 200) {
          return refused(url, status, answer);
        }
        String note = known == null ? "" : known.note();
        versions.put(
            at,
            new Versions.Version(
                answer.headers().firstValue("etag").orElse(""),
                answer.headers().firstValue("last-modified").orElse(""),
                note));
        return new Fetched.Document(at, answer.body());
      }
      return new Fetched.Refused(
          url, "is redirected more than " + MOST_REDIRECTS + " times", "open it by hand", true);
    } catch (Addresses.ForbiddenException e) {
      String to = at.equals(url) ? "" : " (redirected to " + at + ")";
      return new Fetched.Refused(url, e.getMessage() + to, e.mend(), true);
    } catch (IllegalArgumentException e) {
      return new Fetched.Refused(url, "is redirected to what is no address", "check it", true);
    } catch (IOException e) {
      return new Fetched.Refused(url, "cannot be fetched: " + reason(e), "try again later", false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Fetched.Refused(url, "was interrupted", "try again", false);
    }
  }

  private static Fetched refused(String url, int status, HttpResponse<byte[]> answer) {
    String after = answer.headers().firstValue("retry-after").orElse("");
    boolean lasting = status / 100 == 4 && status != 408 && status != 425 && status != 429;
    String mend =
        switch (status) {
          case 401, 402, 403 ->
              "the site asks for a log-in or refuses programs: save the page by hand";
          case 404, 410 -> "check the address";
          case 429 -> "the site asks for fewer requests: try later, with a larger --pace";
          default -> "try again later";
        };
    return new Fetched.Refused(
        url,
        "is answered with status "
            + status
            + (after.isEmpty() ? "" : ", to be asked again after " + after + " (s)"),
        mend,
        lasting);
  }

  /** What the caller noted of an address; empty if nothing. */
  public String note(String url) {
    Versions.Version known = versions.of(url);
    return known == null ? "" : known.note();
  }

  /** Notes something of an address, to be kept with what its server said of it. */
  public void note(String url, String note) {
    Versions.Version known = versions.of(url);
    versions.put(
        url,
        new Versions.Version(
            known == null ? "" : known.etag(), known == null ? "" : known.modified(), note));
  }

  /** Forgets what the server said of an address, so that it is sent anew. */
  public void forget(String url) {
    versions.put(url, new Versions.Version("", "", note(url)));
  }

  private Robots robots(URI uri) throws InterruptedException {
    String origin = uri.getScheme() + "://" + uri.getRawAuthority();
    Robots known = robots.get(origin);
    if (known == null) {
      known = asked(origin);
      robots.put(origin, known);
    }
    return known;
  }

  /** No file means that all is open; a server that fails means that nothing is (RFC 9309). */
  private Robots asked(String origin) throws InterruptedException {
    try {
      String at = origin + "/robots.txt";
      for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
        URI uri = Addresses.check(at, options.allowPrivate());
        HttpResponse<byte[]> answer = send(uri, null, LARGEST_ROBOTS);
        int status = answer.statusCode();
        if (status / 100 == 3 && answer.headers().firstValue("location").isPresent()) {
          at = uri.resolve(answer.headers().firstValue("location").get().strip()).toString();
          continue;
        }
        if (status == 200) {
          return Robots.of(new String(unpacked(answer.body()), StandardCharsets.UTF_8));
        }
        return status / 100 == 4 && status != 429 ? Robots.OPEN : Robots.CLOSED;
      }
      return Robots.OPEN;
    } catch (Addresses.ForbiddenException | IllegalArgumentException leadsAstray) {
      return Robots.OPEN;
    } catch (IOException unreachable) {
      return Robots.CLOSED;
    }
  }

  private static byte[] unpacked(byte[] bytes) throws IOException {
    if (bytes.length < 2 || bytes[0] != 0x1f || (bytes[1] & 0xff) != 0x8b) {
      return bytes;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readNBytes(LARGEST_ROBOTS);
    }
  }

  private static String pathOf(URI uri) {
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }

  /** Asks for a document when the host may be asked again. */
  private HttpResponse<byte[]> paced(URI uri, Versions.@Nullable Version known)
      throws IOException, InterruptedException {
    String host = String.valueOf(uri.getHost());
    long wait = free.getOrDefault(host, System.nanoTime()) - System.nanoTime();
    if (wait > 0) {
      TimeUnit.NANOSECONDS.sleep(wait);
    }
    try {
      return send(uri, known, options.largest());
    } finally {
      Duration asked = robots(uri).delay();
      Duration distance = asked.compareTo(options.pace()) > 0 ? asked : options.pace();
      free.put(host, System.nanoTime() + distance.toNanos());
    }
  }

  private HttpResponse<byte[]> send(URI uri, Versions.@Nullable Version known, int largest)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .version(
                uri.getScheme().equals("https")
                    ? HttpClient.Version.HTTP_2
                    : HttpClient.Version.HTTP_1_1)
            .timeout(options.timeout())
            .header("User-Agent", agent)
            .header("Accept", "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5")
            .header("Accept-Language", "en, *;q=0.5")
            .header("Accept-Encoding", "gzip");
    if (known != null && !known.etag().isEmpty()) {
      request.header("If-None-Match", known.etag());
    }
    if (known != null && !known.modified().isEmpty()) {
      request.header("If-Modified-Since", known.modified());
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request.build(), info -> new Body(largest));
    try {
      return answer.get(options.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("no whole answer within " + options.timeout().toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
  }

  /**
   * Keeps what is to be remembered of versions.
   *
   * @throws IOException if the cache cannot be written
   */
  public void save() throws IOException {
    versions.save();
  }

  /** Collects a body up to a size. */
  private static final class Body implements HttpResponse.BodySubscriber<byte[]> {

    private final int largest;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    Body(int largest) {
      this.largest = largest;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
      return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (ByteBuffer buffer : buffers) {
        if (whole.isDone()) {
          return;
        }
        if (bytes.size() + buffer.remaining() > largest) {
          if (subscription != null) {
            subscription.cancel();
          }
          whole.completeExceptionally(
              new IOException("it is larger than " + (largest >> 20) + " MiB"));
          return;
        }
        byte[] piece = new byte[buffer.remaining()];
        buffer.get(piece);
        bytes.writeBytes(piece);
      }
    }

    @Override
    public void onError(Throwable error) {
      whole.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
      whole.complete(bytes.toByteArray());
    }
  }
}
