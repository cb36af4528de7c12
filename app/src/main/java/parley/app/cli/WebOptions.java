package parley.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import parley.extract.Reader;
import parley.ingest.fetch.FetchOptions;
import parley.ingest.fetch.Fetcher;
import picocli.CommandLine.Option;

/** How addresses of the web are fetched. Nothing is fetched unless an address is named. */
final class WebOptions {

  @Option(
      names = "--allow-private",
      description = "Fetch addresses of this computer and of private networks too.")
  private boolean allowPrivate;

  @Option(
      names = "--pace",
      paramLabel = "SECONDS",
      defaultValue = "1",
      description = "Least time between two requests to one host (default 1).")
  private double pace = 1;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Keep here what servers say of versions; what has not changed is not read again.")
  @Nullable Path cache;

  @Option(
      names = "--contact",
      paramLabel = "TEXT",
      description = "How a site's operator can reach you; told to every site that is asked.")
  private @Nullable String contact;

  /**
   * @param usual where versions are kept if the caller does not say, null for nowhere
   */
  Fetcher fetcher(@Nullable Path usual) throws IOException {
    FetchOptions plain = FetchOptions.DEFAULT;
    return new Fetcher(
        new FetchOptions(
            allowPrivate,
            Duration.ofMillis(Math.round(1000 * Math.max(0, Math.min(3600, pace)))),
            plain.timeout(),
            plain.largest(),
            cache == null ? usual : cache,
            contact),
        Reader.VERSION);
  }
}
