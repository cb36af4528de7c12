package parley.app.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

  /**
   * What became of a report.
   *
   * @param known whether the dossier had it already
   * @param repeats id of the report of the dossier that it repeats or is a version of, if any
   * @param unread whether it is not in English, so that only its parts were kept
   */
  public record Taken(
      String file,
      String id,
      @Nullable String title,
      boolean known,
      @Nullable String repeats,
      boolean unread) {}

  /** Hears what becomes of each report. */
  public interface Listener {

    void report(Taken taken);

    /** Something that could not be read; it is in the dossier's list of failures. */
    void failure(Outcome.Problem problem);

    /** Whether this is to be taken in at all. */
    default boolean isWanted(Outcome outcome) {
      return true;
    }
  }

  /** Bytes by which exported records are told. */
  private static final int HEAD = 64;

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

  /** Takes in bytes under a name. */
  public void add(String file, byte[] bytes) throws IOException {
    add(file, null, new ByteArrayInputStream(bytes));
  }

  /**
   * Takes in a stream to its end; the caller closes it.
   *
   * @param url where it was fetched from, null if it was not
   */
  public void add(String file, @Nullable String url, InputStream stream) throws IOException {
    BufferedInputStream in = new BufferedInputStream(stream);
    in.mark(HEAD);
    String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
    in.reset();
    if (head.strip().replace(" ", "").startsWith("{\"report\":")) {
      records(file, in);
      return;
    }
    Ingest ingest = new Ingest(settings);
    try {
      if (url == null) {
        ingest.read(file, in, this::take);
      } else {
        ingest.read(file, url, in, this::take);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
      // A document that our own code cannot bear must not cost the others.
      fail(file, null, "could not be read because of an error in Parley (" + e + ")", "report it");
    }
  }

  /**
   * Takes in a report that was found, or notes what could not be read.
   *
   * @throws UncheckedIOException if the dossier cannot be written
   */
  public void take(Outcome outcome) {
    if (!listener.isWanted(outcome)) {
      return;
    }
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
      listener.report(
          new Taken(read.file(), report.id(), about.title(), true, null, !Reader.reads(report)));
      return;
    }
    Report linked = dossier.linked(report);
    Record record;
    try {
      record = reader.get().read(linked);
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
      fail(
          read.file(),
          read.place(),
          "could not be read because of an error in Parley (" + e + ")",
          "report it");
      return;
    }
    boolean added = dossier.add(record, read.file());
    listener.report(
        new Taken(
            read.file(),
            report.id(),
            about.title(),
            !added,
            linked.metadata().repeats(),
            !Reader.reads(report)));
  }

  private void fail(String file, @Nullable String place, String what, String mend)
      throws IOException {
    dossier.failed(file, place, what, mend);
    listener.failure(new Outcome.Problem(file, place, what, mend));
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
            new Taken(
                file,
                report.path("id").asText(),
                report.path("title").asText(null),
                !added,
                report.path("duplicateOf").asText(report.path("versionOf").asText(null)),
                false));
      } catch (RefusedException | JsonProcessingException e) {
        fail(file, place, "is no record: " + e.getMessage(), "give lines that parley export wrote");
      }
    }
  }
}
