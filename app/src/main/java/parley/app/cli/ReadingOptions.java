package parley.app.cli;

import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;
import parley.ingest.Settings;
import parley.text.Report;
import parley.text.Timestamp;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a caller may say of the reports to be read, and how the reading is to look. */
final class ReadingOptions {

  @Option(
      names = "--published",
      paramLabel = "DATE",
      description = "When the reports were published: 2024-03-14 or 2024-03-14T18:20+02:00.",
      converter = TimestampConverter.class)
  @Nullable Timestamp published;

  @Option(names = "--url", paramLabel = "URL", description = "The report's address.")
  @Nullable String url;

  @Option(names = "--source", paramLabel = "NAME", description = "The outlet that published it.")
  @Nullable String source;

  @Option(names = "--title", paramLabel = "TEXT", description = "The report's headline.")
  @Nullable String title;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (default), json (one record a line) or html (one page).")
  Format format = Format.text;

  @Option(
      names = "--explain",
      description = "Tell for each entry the rule, the confidence and the reasons.")
  boolean explain;

  Settings settings() {
    return Settings.DEFAULT.withPublished(published).withUrl(url);
  }

  /** The report with what the caller said of it. */
  Report given(Report report) {
    if (source == null && title == null) {
      return report;
    }
    var about = report.metadata().toBuilder();
    if (source != null) {
      about.source(source).found("source", "given");
    }
    if (title != null) {
      about.title(title).found("title", "given");
    }
    return report.withMetadata(about.build());
  }

  /** Reads dates as ISO 8601 writes them. */
  static final class TimestampConverter implements ITypeConverter<Timestamp> {
    @Override
    public Timestamp convert(String value) {
      try {
        return Timestamp.parse(value);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'" + value + "' is no date; write 2024-03-14 or 2024-03-14T18:20+02:00");
      }
    }
  }
}
