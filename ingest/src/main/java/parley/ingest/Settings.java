package parley.ingest;

import org.jspecify.annotations.Nullable;
import parley.text.Timestamp;

/**
 * What the caller knows and allows.
 *
 * @param published the reports' time where the caller gives one, which overrules the document's own
 * @param url the reports' address where the caller gives one
 * @param maxDocument the largest single document in bytes; a larger one is a problem
 */
public record Settings(@Nullable Timestamp published, @Nullable String url, int maxDocument) {

  /** Nothing given, documents up to 64 MiB. */
  public static final Settings DEFAULT = new Settings(null, null, 64 << 20);

  public Settings withPublished(@Nullable Timestamp value) {
    return new Settings(value, url, maxDocument);
  }

  public Settings withUrl(@Nullable String value) {
    return new Settings(published, value, maxDocument);
  }

  public Settings withMaxDocument(int bytes) {
    return new Settings(published, url, bytes);
  }
}
