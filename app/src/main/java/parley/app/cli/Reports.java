package parley.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import parley.extract.Reader;
import parley.ingest.Ingest;
import parley.ingest.Outcome;
import parley.record.Record;
import parley.text.Metadata;
import parley.text.Report;

/** Reads the files of one call, one after the other, and prints a record for each report. */
final class Reports {

  /** Thrown through the consumer of ingest when standard output is gone. */
  /**
   * Longer texts are archives in one file: reading them as one report takes minutes and gigabytes.
   */
  private static final int LONGEST = 4_000_000;

  /** Thrown through the consumer of ingest when standard output is gone. */
  private static final class OutputGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputGone(IOException cause) {
      super(cause);
    }
  }

  private static final String ENGLISH = "en";

  private final Console console;
  private final Ingest ingest;
  private final UnaryOperator<Report> given;
  private final Reader reader;
  private final Format.Printer printer;
  private int problems;

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

  /** The exit status: {@link Parley#DONE} if all was read, else {@link Parley#PROBLEM}. */
  int read(List<String> files) {
    try {
      print(printer.begin());
      for (int i = 0; i < files.size(); i++) {
        console.progress(i, files.size(), files.get(i));
        guarded(files.get(i));
      }
      console.clearProgress();
      print(printer.end());
    } catch (OutputGone e) {
      return Parley.PROBLEM;
    }
    return problems == 0 ? Parley.DONE : Parley.PROBLEM;
  }

  /** Reads a stream under a name of ours. */
  int read(String name, InputStream in) {
    try {
      print(printer.begin());
      ingest.read(name, in, this::take);
      print(printer.end());
    } catch (OutputGone e) {
      return Parley.PROBLEM;
    }
    return problems == 0 ? Parley.DONE : Parley.PROBLEM;
  }

  /**
   * Reads one file. An error of ours must not cost the caller the readings of the other files, so
   * this is the one place where every exception is caught; none is passed over in silence.
   */
  @SuppressWarnings("CatchingUnchecked") // see above
  private void guarded(String file) {
    try {
      if (file.isEmpty()) {
        // To the file system an empty name is the directory that we stand in.
        problem("an empty name was given; name a file, a directory, or - for standard input");
      } else if (file.equals("-")) {
        ingest.read("-", console.in(), this::take);
      } else {
        ingest.read(Path.of(file), this::take);
      }
    } catch (OutputGone e) {
      throw e;
    } catch (InvalidPathException e) {
      problem(file + ": is not a name that this system can open; check the name");
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      failure(file, e);
    }
  }

  private void take(Outcome outcome) {
    if (outcome instanceof Outcome.Problem problem) {
      problem(problem.toString());
    } else if (outcome instanceof Outcome.Read read) {
      String name = read.place() == null ? read.file() : read.file() + " (" + read.place() + ")";
      Report report = given.apply(read.report());
      if (report.text().length() > LONGEST) {
        problem(
            name
                + ": is longer than "
                + LONGEST
                + " characters, which no single report is; split it into its reports");
        return;
      }
      String language = report.metadata().language();
      if (!language.equals(ENGLISH) && !language.equals(Metadata.UNKNOWN_LANGUAGE)) {
        problem(name + ": is in " + nameOf(language) + "; Parley reads English only");
        return;
      }
      Record record;
      try {
        record = reader.read(report);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        // As in guarded: the next report of the same archive is to be read all the same.
        failure(name, e);
        return;
      }
      print(printer.record(record, name));
    }
  }

  private static String nameOf(String language) {
    return Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
  }

  private void problem(String line) {
    problems++;
    console.complain(line);
  }

  private void failure(String file, Throwable error) {
    problem(
        file
            + ": could not be read because of an error in Parley ("
            + error
            + "); please report it, with PARLEY_DEBUG=1 for the place");
    if (console.debug()) {
      PrintStream err = console.err();
      error.printStackTrace(err);
    }
  }

  private void print(String text) {
    try {
      console.print(text);
    } catch (IOException e) {
      throw new OutputGone(e);
    }
  }
}
