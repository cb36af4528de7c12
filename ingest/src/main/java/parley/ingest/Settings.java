package parley.ingest;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.text.Timestamp;

/**
 * What the caller knows and allows.
 *
 * @param published the reports' time where the caller gives one, which overrules the document's own
 * @param url the reports' address where the caller gives one
 * @param maxDocument the largest single document in bytes; a larger one is a problem
 * @param columns which column or field holds what ({@code title}, {@code text}, {@code published},
 *     {@code url}, {@code source}, {@code authors}, {@code language}, {@code section}), for tables
 *     and JSON; what is not given is found by its usual names
 * @param latest the last day on which a report can have been published, today or tomorrow; a later
 *     date is told and left out; null where nothing is known of the day
 */
public record Settings(
    @Nullable Timestamp published,
    @Nullable String url,
    int maxDocument,
    Map<String, String> columns,
    @Nullable LocalDate latest) {

  /** Nothing given, documents up to 64 MiB. */
  public static final Settings DEFAULT = new Settings(null, null, 64 << 20, Map.of(), null);

  public Settings {
    columns = Map.copyOf(columns);
    for (String field : columns.keySet()) {
      if (!Row.FIELDS.contains(field)) {
        throw new IllegalArgumentException(
            "no field " + field + "; fields are " + String.join(", ", Row.FIELDS));
      }
    }
  }

  public Settings withPublished(@Nullable Timestamp value) {
    return new Settings(value, url, maxDocument, columns, latest);
  }

  /** With tomorrow as the last day of publication, since it is that day somewhere already. */
  public Settings asOf(Clock clock) {
    return new Settings(
        published,
        url,
        maxDocument,
        columns,
        LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(1));
  }

  public Settings withUrl(@Nullable String value) {
    return new Settings(published, value, maxDocument, columns, latest);
  }

  public Settings withMaxDocument(int bytes) {
    return new Settings(published, url, bytes, columns, latest);
  }

  /**
   * With columns as a caller writes them: {@code title=Headline,text=Lead+Body}, the name of a
   * ready mapping ({@code factiva}), or both.
   *
   * @throws IllegalArgumentException if that cannot be understood; the message tells why
   */
  public Settings withColumns(String spec) {
    return withColumns(Columns.of(spec));
  }

  /**
   * @throws IllegalArgumentException if a field is not one of those that a report has
   */
  public Settings withColumns(Map<String, String> value) {
    return new Settings(published, url, maxDocument, value, latest);
  }
}
