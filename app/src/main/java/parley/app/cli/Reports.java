package parley.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import parley.extract.Reader;
import parley.ingest.Ingest;
import parley.ingest.Outcome;
import parley.link.Duplicates;
import parley.record.Record;
import parley.text.Report;

/** Reads the inputs of one call, one after the other, and prints a record for each report. */
final class Reports {

  /**
   * Longer texts are archives in one file: reading them as one report takes minutes and gigabytes.
   */
  private static final int LONGEST = 4_000_000;

  private final Console console;
  private final Ingest ingest;
  private final UnaryOperator<Report> given;
  private final Reader reader;
  private final Format.Printer printer;
  private final Duplicates duplicates = new Duplicates();

  /**
   * @param given adds what the caller said of the reports
   */
  Reports(
      Console console,
      Ingest ingest,
      UnaryOperator<Report> given,
      Reader reader,
      Format.Printer printer) {
    this.console = console;
    this.ingest = ingest;
    this.given = given;
    this.reader = reader;
    this.printer = printer;
  }

  /**
   * Reads what the names stand for.
   *
   * @return the exit status: {@link Parley#DONE} if all was read, else {@link Parley#PROBLEM}
   */
  int read(List<String> names, InputOptions options) {
    return read(options, round -> round.go(names, (name, url, in) -> take(round, name, url, in)));
  }

  /** Reads a stream under a name of ours. */
  int read(String name, InputStream in) {
    return read(new InputOptions(), round -> take(round, name, null, in));
  }

  private interface Work {
    void with(Round round) throws IOException;
  }

  private int read(InputOptions options, Work work) {
    try (Round round = new Round(console, options)) {
      print(printer.begin());
      work.with(round);
      print(printer.end());
      if (round.tally().isWorthTelling()) {
        console.complain("parley: " + round.tally().line("read"));
      }
      return round.status();
    } catch (Round.Stop outputGone) {
      return Parley.PROBLEM;
    } catch (IOException e) {
      console.complain("parley: " + e.getMessage());
      return Parley.PROBLEM;
    }
  }

  private void take(Round round, String name, @Nullable String url, InputStream in) {
    if (url == null) {
      ingest.read(name, in, outcome -> take(round, outcome));
    } else {
      ingest.read(name, url, in, outcome -> take(round, outcome));
    }
  }

  private void take(Round round, Outcome outcome) {
    if (!round.isWanted(outcome)) {
      return;
    }
    if (outcome instanceof Outcome.Problem problem) {
      round.failed(problem);
    } else if (outcome instanceof Outcome.Read read) {
      report(round, read);
    }
  }

  private void report(Round round, Outcome.Read read) {
    Report report = given.apply(read.report());
    if (report.text().length() > LONGEST) {
      round.failed(
          new Outcome.Problem(
              read.file(),
              read.place(),
              "is longer than " + LONGEST + " characters, which no single report is",
              "split it into its reports"));
      return;
    }
    Duplicates.Match match = duplicates.add(report);
    Record record;
    try {
      record = reader.read(match == null ? report : match.link(report));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // The next report of the same archive is to be read all the same.
      round.broken(read.file(), read.place(), e);
      return;
    }
    round.read(match != null, !Reader.reads(report));
    String name = read.place() == null ? read.file() : read.file() + " (" + read.place() + ")";
    print(printer.record(record, name));
  }

  private void print(String text) {
    try {
      console.print(text);
    } catch (IOException e) {
      throw new Round.Stop(e);
    }
  }
}
