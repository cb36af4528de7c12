package parley.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import parley.app.dossier.Dossier;
import parley.app.server.Server;
import parley.extract.Reader;
import parley.ingest.Ingest;
import parley.ingest.Outcome;
import parley.ingest.Settings;
import parley.record.Record;
import parley.record.RecordJson;

/**
 * A dossier of very many reports: how large it is, how soon it opens, how soon each call of its API
 * is answered with many clients at work. {@code bench/run dossier [REPORTS [DIRECTORY]]}: a
 * directory that holds a dossier is asked only, else it is filled.
 */
final class DossierTask implements Task {

  private static final int REPORTS = 100_000;

  /** How many records are made at a time. */
  private static final int TOGETHER = 512;

  private static final int DAYS = 3 * 365;
  private static final LocalDate FIRST = LocalDate.parse("2031-01-01");

  @Override
  public String name() {
    return "dossier";
  }

  @Override
  public String summary() {
    return "size, opening and answers of a dossier: [reports, else 100000] [directory],"
        + " from reports/guardian-syria.jsonl resampled";
  }

  @Override
  public void run(Call call) throws IOException {
    int reports = call.words().isEmpty() ? REPORTS : Integer.parseInt(call.words().get(0));
    Path directory =
        call.words().size() > 1
            ? Path.of(call.words().get(1))
            : Files.createTempDirectory("parley-dossier");
    Clock clock = Clock.fixed(Instant.parse(FIRST.plusDays(DAYS) + "T12:00:00Z"), ZoneOffset.UTC);
    PrintStream print = call.print();
    if (!Files.exists(directory.resolve("dossier.sqlite"))) {
      fill(call, reports, directory, clock);
    }
    try (Stream<Path> files = Files.list(directory)) {
      long bytes = files.mapToLong(file -> file.toFile().length()).sum();
      print.printf(Locale.ROOT, "store: %.1f MB%n", bytes / 1e6);
    }
    long began = System.nanoTime();
    try (Dossier dossier = Dossier.open(directory, clock)) {
      print.printf(Locale.ROOT, "open: %.2f s%n", seconds(began));
      dossier.reports(null, 0, 50);
      print.printf(Locale.ROOT, "open and the first list: %.2f s%n", seconds(began));
      dossier.board(dossier.today(), 12);
      print.printf(Locale.ROOT, "open and the first board: %.2f s%n", seconds(began));
      try (Server server =
          Server.start(
              dossier,
              Readers::reader,
              0,
              new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))) {
        new Clients(server.address(), dossier, FIRST, DAYS, print).ask();
      }
      Runtime runtime = Runtime.getRuntime();
      System.gc();
      print.printf(
          Locale.ROOT, "heap: %.0f MB%n", (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
    }
  }

  private static void fill(Call call, int reports, Path directory, Clock clock) throws IOException {
    Resampled many = new Resampled(base(call), FIRST, DAYS);
    PrintStream print = call.print();
    long text = 0;
    long adding = 0;
    int kept = 0;
    try (Dossier dossier = Dossier.openOrStart(directory, clock)) {
      for (int from = 0; from < reports; from += TOGETHER) {
        List<Record> records =
            IntStream.range(from, Math.min(from + TOGETHER, reports))
                .parallel()
                .mapToObj(i -> record(many, i, reports))
                .toList();
        for (Record record : records) {
          text += record.report().text().getBytes(StandardCharsets.UTF_8).length;
          long began = cpu();
          dossier.add(record, "report-" + kept++ + ".txt");
          adding += cpu() - began;
          if (kept % 10_000 == 0) {
            print.printf(
                Locale.ROOT, "%d reports, %.2f ms each to keep%n", kept, adding / 1e6 / kept);
          }
        }
      }
    }
    long bytes = Files.size(directory.resolve("dossier.sqlite"));
    print.printf(
        Locale.ROOT,
        "%d reports, %.1f MB of text, %.1f MB of store: %.2f KB for each KB%n",
        reports,
        text / 1e6,
        bytes / 1e6,
        (double) bytes / text);
  }

  private static Record record(Resampled many, int i, int reports) {
    try {
      return many.record(i, reports);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Processor time of this thread, nanoseconds. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Records given by {@code --data} as read before, else the reports of the corpora, read now. */
  private static List<Record> base(Call call) throws IOException {
    Path data = call.dataOr("reports/guardian-syria.jsonl");
    List<Record> records = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(data, StandardCharsets.UTF_8)) {
      lines.mark(64);
      char[] begin = new char[12];
      int n = lines.read(begin);
      lines.reset();
      if (n > 0 && new String(begin, 0, n).startsWith("{\"report\":")) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          records.add(RecordJson.read(line));
        }
        return records;
      }
    }
    Reader reader = Readers.reader();
    new Ingest(Settings.DEFAULT)
        .read(
            data,
            outcome -> {
              if (outcome instanceof Outcome.Read read) {
                records.add(reader.read(read.report()));
              }
            });
    return records;
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }
}
