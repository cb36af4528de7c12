package parley.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.codebook.Codebook;
import parley.extract.Reader;
import parley.ingest.Ingest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley read INPUT…}. */
@Command(
    name = "read",
    description = {
      "Read reports: saved web pages, text, PDF, Word, mail, feeds, tables, JSON, archives of these"
          + " (ZIP, gzip, WARC, WACZ). The kind is told by the content."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ReadCommand implements Callable<Integer> {

  private final Console console;
  private final ReaderSource readers;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Mixin private final ReadingOptions options = new ReadingOptions();

  @Mixin private final InputOptions inputs = new InputOptions();

  @Option(
      names = "--codebook",
      paramLabel = "FILE",
      description = "Look for the issues and stances of a codebook of your own in YAML.")
  private @Nullable String codebook;

  @Mixin private final FactsOptions facts = new FactsOptions();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description =
          "Files, directories, patterns ('news/**/*.html'), addresses; - for standard input.")
  private List<String> files = List.of();

  ReadCommand(Console console, ReaderSource readers) {
    this.console = console;
    this.readers = readers;
  }

  @Override
  public Integer call() {
    if (files.isEmpty() && inputs.again == null) {
      throw new ParameterException(
          spec.commandLine(), "name a FILE to read, or - for standard input");
    }
    if (files.size() > 1 && (options.url != null || options.title != null)) {
      throw new ParameterException(
          spec.commandLine(), "--url and --title are of one report, but several files are given");
    }
    Codebook book = CodebookCommand.orShipped(codebook, console);
    if (book == null) {
      return CommandLine.ExitCode.USAGE;
    }
    Reader reader = facts.with(readers.reader(book), console);
    if (reader == null) {
      return Parley.PROBLEM;
    }
    return new Reports(
            console,
            new Ingest(inputs.settings(options.settings())),
            options::given,
            reader,
            options.format.printer(console, options.explain))
        .read(files, inputs);
  }
}
