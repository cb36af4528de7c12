package parley.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.ingest.Inputs;
import parley.ingest.Outcome;
import parley.ingest.fetch.Fetched;
import parley.ingest.fetch.Fetcher;

/**
 * Goes once through the inputs of a call: files, directories, patterns, addresses, standard input.
 * Each input is opened and handed on; what cannot be read is told, counted, and kept for a second
 * try.
 */
final class Round implements AutoCloseable {

  /** Reads one input, telling the round what becomes of its reports. */
  interface Taker {
    /**
     * @param url where it was fetched from, null if it was not
     * @throws IOException if what is read cannot be kept, which ends the round
     */
    void take(String name, @Nullable String url, InputStream in) throws IOException;
  }

  /** Ends the round from within, such as when standard output is gone. */
  static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stop(IOException cause) {
      super(cause);
    }
  }

  private final Console console;
  private final WebOptions web;
  private final @Nullable Path cache;
  private final @Nullable Path failedFile;
  private final Map<String, Set<String>> again;
  private final Tally tally = new Tally();
  private final Progress progress;
  private @Nullable Writer failures;
  private @Nullable Fetcher fetcher;
  private boolean ended;
  private String name = "";

  /**
   * @throws IOException if the file of what failed before cannot be read
   */
  Round(Console console, InputOptions options) throws IOException {
    this(console, options, null);
  }

  /**
   * @param cache where versions of what is fetched are kept if the caller does not say
   * @throws IOException if the file of what failed before cannot be read
   */
  Round(Console console, InputOptions options, @Nullable Path cache) throws IOException {
    this.console = console;
    this.web = options.web;
    this.cache = cache;
    this.failedFile = options.failed;
    this.again = options.again == null ? Map.of() : list(options.again);
    this.progress = new Progress(console, System::nanoTime);
  }

  Tally tally() {
    return tally;
  }

  /** Reads all inputs, and what failed before if that is to be tried again. */
  void go(List<String> names, Taker taker) throws IOException {
    List<String> all = new ArrayList<>(names);
    all.addAll(again.keySet());
    if (failedFile != null) {
      failures = Files.newBufferedWriter(failedFile, StandardCharsets.UTF_8);
    }
    List<Object> inputs = new ArrayList<>();
    for (String one : all) {
      if (one.isEmpty()) {
        // To the file system an empty name is the directory that we stand in.
        failed(
            new Outcome.Problem(
                "''",
                null,
                "is an empty name",
                "name a file, a directory, or - for standard input"));
      } else if (one.equals("-") || Fetcher.isAddress(one)) {
        inputs.add(one);
      } else {
        inputs.addAll(Inputs.of(one, this::failed));
      }
    }
    for (Object input : inputs) {
      if (input instanceof Inputs.Input file) {
        progress.expect(file.bytes());
      }
    }
    for (Object input : inputs) {
      if (input instanceof Inputs.Input file) {
        file(file, taker);
      } else if (input.equals("-")) {
        guarded("-", null, console.in(), taker);
      } else {
        fetch(String.valueOf(input), taker);
      }
    }
    console.clearProgress();
  }

  /** What addresses are fetched by; made when the first one is named. */
  Fetcher fetcher() throws IOException {
    Fetcher made = fetcher;
    if (made == null) {
      made = web.fetcher(cache);
      fetcher = made;
    }
    return made;
  }

  /** Fetches a document and reads it; what has not changed since the last time counts as known. */
  Fetched fetch(String address, Taker taker) throws IOException {
    progress.tell(address);
    Fetched fetched = fetcher().fetch(address);
    if (fetched instanceof Fetched.Document document) {
      guarded(address, document.url(), new ByteArrayInputStream(document.bytes()), taker);
    } else if (fetched instanceof Fetched.Unchanged) {
      known();
    } else if (fetched instanceof Fetched.Refused refused) {
      failed(new Outcome.Problem(address, null, refused.what(), refused.mend()));
    }
    return fetched;
  }

  private void file(Inputs.Input file, Taker taker) throws IOException {
    String path = file.path().toString();
    InputStream opened;
    try {
      opened = Files.newInputStream(file.path());
    } catch (IOException e) {
      failed(Inputs.cannotOpen(path, e));
      return;
    }
    try (Counted in = new Counted(opened)) {
      guarded(path, null, in, taker);
      progress.past(file.bytes(), in.read);
    }
  }

  /**
   * Reads one input. An error of ours must not cost the caller the readings of the other inputs, so
   * this is the one place where every exception is caught; none is passed over in silence.
   */
  @SuppressWarnings("CatchingUnchecked") // see above
  private void guarded(String input, @Nullable String url, InputStream in, Taker taker)
      throws IOException {
    name = input;
    progress.tell(name);
    try {
      taker.take(input, url, in);
    } catch (Stop e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      broken(input, null, e);
    }
  }

  /** Whether this is among what is to be tried again; always so for what was named anew. */
  boolean isWanted(Outcome outcome) {
    Set<String> places = again.get(outcome.file());
    return places == null
        || places.contains("")
        || places.contains(outcome.place() == null ? "" : outcome.place());
  }

  /** A report that was read. */
  void read(boolean repeats, boolean foreign) {
    tally.read(repeats, foreign);
    progress.report();
    progress.tell(name);
  }

  /** A report that was there before. */
  void known() {
    tally.known();
    progress.report();
    progress.tell(name);
  }

  /** Something that could not be read. */
  void failed(Outcome.Problem problem) {
    tally.failed(problem);
    console.complain(problem.toString());
    if (failures != null) {
      try {
        failures.write(line(problem));
        failures.flush();
      } catch (IOException e) {
        console.complain(failedFile + ": cannot be written: " + e.getMessage());
        failures = null;
      }
    }
  }

  /** An error of ours. */
  void broken(String file, @Nullable String place, Throwable error) {
    failed(
        new Outcome.Problem(
            file,
            place,
            "could not be read because of an error in Parley (" + error + ")",
            "please report it, with PARLEY_DEBUG=1 for the place"));
    if (console.debug()) {
      error.printStackTrace(console.err());
    }
  }

  /** Ends the round with the exit status: {@link Parley#DONE} if all was read. */
  int status() {
    ended = true;
    return tally.failures() == 0 ? Parley.DONE : Parley.PROBLEM;
  }

  @Override
  public void close() throws IOException {
    if (failures != null) {
      failures.close();
    }
    if (fetcher != null && ended) {
      // Not if something went wrong: what was fetched may not have been kept.
      fetcher.save();
    }
  }

  private static String line(Outcome.Problem problem) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("file", problem.file());
      if (problem.place() != null) {
        json.writeStringField("place", problem.place());
      }
      json.writeStringField("what", problem.what());
      json.writeStringField("mend", problem.mend());
      json.writeEndObject();
    }
    return line + "\n";
  }

  private static Map<String, Set<String>> list(Path file) throws IOException {
    Map<String, Set<String>> again = new LinkedHashMap<>();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (!line.isBlank()) {
        JsonNode failed = json.readTree(line);
        again
            .computeIfAbsent(failed.path("file").asText(), k -> new HashSet<>())
            .add(failed.path("place").asText());
      }
    }
    return again;
  }

  /** Tells how much of a file was read. */
  private final class Counted extends FilterInputStream {
    private long read;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int n = super.read(to, offset, length);
      count(n);
      return n;
    }

    private void count(int n) {
      if (n > 0) {
        read += n;
        progress.bytes(n);
      }
    }
  }
}
