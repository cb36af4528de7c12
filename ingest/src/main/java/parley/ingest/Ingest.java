package parley.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.extract.parts.PartReader;
import parley.ingest.charset.Decoded;
import parley.ingest.page.PageReader;
import parley.ingest.tongue.Tongue;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.Report;
import parley.text.Span;

/**
 * Reads whatever people have into reports.
 *
 * <ol>
 *   <li>the kind of a document is found by its content, never by its name;
 *   <li>bytes become characters: strict UTF-8, else the encoding that is detected;
 *   <li>the reader of that kind makes reports;
 *   <li>each report, and each thing that could not be read, is handed to the caller at once, in
 *       document order, so that memory is bounded by the largest single document.
 * </ol>
 *
 * <p>A failure is an {@link Outcome.Problem}, never an exception. Safe for use by many threads.
 */
public final class Ingest {

  private final Settings settings;
  private final PageReader pages = new PageReader();

  public Ingest(Settings settings) {
    this.settings = settings;
  }

  /** Reads a file. */
  public void read(Path path, Consumer<Outcome> to) {
    String file = path.toString();
    if (Files.isDirectory(path)) {
      to.accept(problem(file, "is a directory", "name the files in it"));
      return;
    }
    try (InputStream in = Files.newInputStream(path)) {
      read(file, in, to);
    } catch (NoSuchFileException e) {
      to.accept(problem(file, "does not exist", "check the name"));
    } catch (IOException e) {
      to.accept(problem(file, "cannot be opened: " + reason(e), "check the file's permissions"));
    }
  }

  /** Reads a stream to its end; the caller closes it. */
  public void read(String file, InputStream in, Consumer<Outcome> to) {
    byte[] bytes;
    try {
      bytes = in.readNBytes(settings.maxDocument() + 1);
    } catch (IOException e) {
      to.accept(problem(file, "cannot be read: " + reason(e), "check the file or its medium"));
      return;
    }
    if (bytes.length > settings.maxDocument()) {
      to.accept(
          problem(
              file,
              "is larger than " + (settings.maxDocument() >> 20) + " MiB",
              "split it or raise the limit"));
      return;
    }
    document(file, null, bytes, to);
  }

  /** Reads bytes in memory. */
  public List<Outcome> read(String file, byte[] bytes) {
    List<Outcome> found = new ArrayList<>();
    document(file, null, bytes, found::add);
    return found;
  }

  private void document(String file, @Nullable String place, byte[] bytes, Consumer<Outcome> to) {
    switch (Kind.of(bytes)) {
      case EMPTY ->
          to.accept(new Outcome.Problem(file, place, "is empty", "nothing to read in it"));
      case BINARY ->
          to.accept(
              new Outcome.Problem(
                  file,
                  place,
                  "is not a kind of document that Parley reads",
                  "give text, a saved web page, a feed, a PDF or an archive of these"));
      case PAGE -> page(file, place, Decoded.page(bytes).text(), to);
      case TEXT -> text(file, place, Decoded.text(bytes).text(), to);
    }
  }

  private void page(String file, @Nullable String place, String html, Consumer<Outcome> to) {
    List<Report> reports = pages.read(html, settings.url());
    if (reports.isEmpty()) {
      to.accept(
          new Outcome.Problem(
              file,
              place,
              "no report's body was found in this page",
              "save the page of a single report, or copy its text into a file"));
    }
    for (Report report : reports) {
      to.accept(new Outcome.Read(file, place, given(report)));
    }
  }

  private void text(String file, @Nullable String place, String text, Consumer<Outcome> to) {
    List<Part> parts = new PartReader().read(text);
    if (parts.stream().noneMatch(p -> p.role().isRead())) {
      to.accept(
          new Outcome.Problem(
              file, place, "holds no text of a report", "give a file with the report's text"));
      return;
    }
    Metadata.Builder metadata = Metadata.builder().url(settings.url());
    for (Part part : parts) {
      if (part.role() == parley.text.PartRole.HEADLINE) {
        Span span = part.span();
        metadata.title(span.of(text)).found("title", "headline");
        break;
      }
    }
    to.accept(new Outcome.Read(file, place, given(Report.ofText(metadata.build(), text, parts))));
  }

  private Report given(Report unsigned) {
    Report report = unsigned;
    if (report.metadata().language().equals(Metadata.UNKNOWN_LANGUAGE)) {
      String language = Tongue.of(report.text());
      report =
          report.withMetadata(
              report.metadata().toBuilder().language(language).found("language", "text").build());
    }
    if (settings.published() == null) {
      return report;
    }
    return report.withMetadata(
        report.metadata().toBuilder()
            .published(settings.published())
            .found("published", "given")
            .build());
  }

  private static Outcome.Problem problem(String file, String what, String mend) {
    return new Outcome.Problem(file, null, what, mend);
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
