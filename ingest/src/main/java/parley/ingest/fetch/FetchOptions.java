package parley.ingest.fetch;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a fetcher may do.
 *
 * @param allowPrivate whether addresses of this computer and of private networks may be fetched
 * @param pace least time between two requests to one host; a host's own robots.txt may ask for more
 * @param timeout most time for one document, from the request to its last byte
 * @param largest most bytes of one document, as they are sent
 * @param cache directory that keeps what servers said of versions, so that what has not changed is
 *     not fetched again; null to fetch anew
 * @param contact how the operator of a server can reach the caller, for the user agent; null for
 *     nothing
 */
public record FetchOptions(
    boolean allowPrivate,
    Duration pace,
    Duration timeout,
    int largest,
    @Nullable Path cache,
    @Nullable String contact) {

  /** Public addresses only, a request a second and host, 60 seconds and 64 MiB a document. */
  public static final FetchOptions DEFAULT =
      new FetchOptions(false, Duration.ofSeconds(1), Duration.ofSeconds(60), 64 << 20, null, null);
}
