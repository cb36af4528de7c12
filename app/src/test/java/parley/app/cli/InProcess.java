package parley.app.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import parley.extract.Reader;
import parley.language.AnalysedReport;
import parley.language.LanguageReader;
import parley.text.Report;

/** Runs the command line in this process, with a language room that finds nothing. */
final class InProcess {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Finds nothing; fails on a report that says so. */
  static final class Nothing implements LanguageReader {
    @Override
    public String id() {
      return "nothing";
    }

    @Override
    public AnalysedReport analyse(Report report) {
      if (report.text().contains("FAIL")) {
        throw new IllegalStateException("as the test wants");
      }
      return new AnalysedReport(report, List.of());
    }
  }

  /** The exit status of a call; what the call before it said is forgotten. */
  int run(String... args) {
    out.reset();
    err.reset();
    return Parley.run(args, console(out, err), book -> new Reader(new Nothing(), book));
  }

  /** One without input, environment and terminals. */
  static Console console(ByteArrayOutputStream out, ByteArrayOutputStream err) {
    return new Console(
        new ByteArrayInputStream(new byte[0]),
        out,
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Map.of(),
        false,
        false);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
