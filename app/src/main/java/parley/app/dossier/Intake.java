package parley.app.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import parley.extract.Reader;
import parley.ingest.Ingest;
import parley.ingest.Outcome;
import parley.ingest.Settings;
import parley.record.Record;
import parley.text.Metadata;
import parley.text.Report;

/**
 * Takes documents into a dossier: reads those whose report it does not have, keeps their records,
 * notes those that cannot be read. A file of exported records (JSON Lines) is taken in with the
 * decisions in it. A call that is cut off is simply made again.
 */
public final class Intake {

  /** Hears what becomes of each report. */
  public interface Listener {
    /**
     * @param known whether the dossier had it already
     */
    void report(String file, String id, @Nullable String title, boolean known);

    /** Something that could not be read; it is in the dossier's list of failures. */
    void failure(String file, String what);
  }

  private static final String ENGLISH = "en";

  private final Dossier dossier;
  private final Supplier<Reader> reader;
  private final Settings settings;
  private final UnaryOperator<Report> given;
  private final Listener listener;

  /**
   * @param reader asked for when the first report is to be read, since its models take time
   * @param given adds what the caller said of the reports
   */
  public Intake(
      Dossier dossier,
      Supplier<Reader> reader,
      Settings settings,
      UnaryOperator<Report> given,
      Listener listener) {
    this.dossier = dossier;
    this.reader = reader;
    this.settings = settings;
    this.given = given;
    this.listener = listener;
  }

  /** Takes in a file. */
  public void add(Path path) throws IOException {
    if (Files.isRegularFile(path) && holdsRecords(path)) {
      try (InputStream in = Files.newInputStream(path)) {
        records(path.toString(), in);
      }
    } else {
      ingest(path.toString(), null, path);
    }
  }

  /** Takes in bytes under a name. */
  public void add(String file, byte[] bytes) throws IOException {
    if (beginsRecord(new String(bytes, 0, Math.min(64, bytes.length), StandardCharsets.UTF_8))) {
      records(file, new ByteArrayInputStream(bytes));
    } else {
      ingest(file, bytes, null);
    }
  }

  private void ingest(String file, byte @Nullable [] bytes, @Nullable Path path)
      throws IOException {
    Ingest ingest = new Ingest(settings);
    try {
      if (path != null) {
        ingest.read(path, this::take);
      } else if (bytes != null) {
        ingest.read(file, bytes).forEach(this::take);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
      // A document that our own code cannot bear must not cost the others.
      fail(file, null, "could not be read because of an error in Parley (" + e + ")", "report it");
    }
  }

  private void take(Outcome outcome) {
    try {
      if (outcome instanceof Outcome.Problem problem) {
        fail(problem.file(), problem.place(), problem.what(), problem.mend());
      } else if (outcome instanceof Outcome.Read read) {
        read(read);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Outcome.Read read) throws IOException {
    Report report = given.apply(read.report());
    Metadata about = report.metadata();
    if (dossier.has(report.id())) {
      listener.report(read.file(), report.id(), about.title(), true);
      return;
    }
    if (!about.language().equals(ENGLISH) && !about.language().equals(Metadata.UNKNOWN_LANGUAGE)) {
      String language = Locale.forLanguageTag(about.language()).getDisplayLanguage(Locale.ENGLISH);
      fail(read.file(), read.place(), "is in " + language, "Parley reads English only");
      return;
    }
    Record record;
    try {
      record = reader.get().read(report);
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
      fail(
          read.file(),
          read.place(),
          "could not be read because of an error in Parley (" + e + ")",
          "report it");
      return;
    }
    boolean added = dossier.add(record, read.file());
    listener.report(read.file(), report.id(), about.title(), !added);
  }

  private void fail(String file, @Nullable String place, String what, String mend)
      throws IOException {
    dossier.failed(file, place, what, mend);
    listener.failure(file, (place == null ? "" : place + ": ") + what + "; " + mend);
  }

  private void records(String file, InputStream in) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      String place = "line " + number;
      try {
        JsonNode node = Json.parse(line);
        if (!(node instanceof ObjectNode record)) {
          fail(file, place, "is no record", "give lines that parley export wrote");
          continue;
        }
        boolean added = dossier.add(record, file, "import");
        JsonNode report = record.path("report");
        listener.report(
            file, report.path("id").asText(), report.path("title").asText(null), !added);
      } catch (RefusedException | JsonProcessingException e) {
        fail(file, place, "is no record: " + e.getMessage(), "give lines that parley export wrote");
      }
    }
  }

  private static boolean holdsRecords(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return beginsRecord(new String(in.readNBytes(64), StandardCharsets.UTF_8));
    }
  }

  private static boolean beginsRecord(String begin) {
    return begin.strip().replace(" ", "").startsWith("{\"report\":");
  }
}
