package parley.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import parley.app.dossier.Dossier;
import parley.app.dossier.Intake;
import parley.app.server.Server;
import parley.extract.Reader;
import parley.ingest.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that bring reports in and open the pages. */
final class IntakeCommands {

  private IntakeCommands() {}

  /** {@code parley add}. */
  @Command(
      name = "add",
      description = {
        "Read reports into a dossier: text files, saved pages, records that parley export wrote.",
        "A report that is there already is passed over, so that a call that was cut off can simply"
            + " be made again."
      },
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Add extends DossierCommands.OnDossier {
    private final ReaderSource readers;
    @Mixin private final ReadingOptions options = new ReadingOptions();

    @Mixin private final InputOptions inputs = new InputOptions();

    @Mixin private final CodebookOption codebook = new CodebookOption();

    @Mixin private final FactsOptions facts = new FactsOptions();

    @Parameters(
        paramLabel = "INPUT",
        arity = "0..*",
        description =
            "Files, directories, patterns ('news/**/*.html'), addresses; - for standard input.")
    private List<String> names = List.of();

    Add(Console console, ReaderSource readers) {
      super(console);
      this.readers = readers;
    }

    @Override
    int work() throws IOException {
      if (names.isEmpty() && inputs.again == null) {
        console.complain("parley add: name an INPUT, or - for standard input");
        return Parley.USAGE;
      }
      try (Dossier open = dossier.openOrStart();
          Round round = new Round(console, inputs, dossier.directory)) {
        if (!codebook.give(open, console)) {
          return Parley.PROBLEM;
        }
        Lazily reader = new Lazily(readers, open, facts, console);
        if (facts.isGiven()) {
          // A file that cannot be used is told before the first report.
          reader.reader();
        }
        Intake intake =
            new Intake(
                open,
                reader::reader,
                inputs.settings(options.settings()),
                options::given,
                new Told(round));
        round.go(names, intake::add);
        console.print(round.tally().line("added") + " (" + dossier.directory + ")\n");
        return round.status();
      }
    }
  }

  /** What becomes of reports, told to a round. */
  record Told(Round round) implements Intake.Listener {
    @Override
    public boolean isWanted(Outcome outcome) {
      return round.isWanted(outcome);
    }

    @Override
    public void report(Intake.Taken taken) {
      if (taken.known()) {
        round.known();
      } else {
        round.read(taken.repeats() != null, taken.unread());
      }
    }

    @Override
    public void failure(Outcome.Problem problem) {
      round.failed(problem);
    }
  }

  /** {@code parley reread}. */
  @Command(
      name = "reread",
      description =
          "Read the dossier's reports again with this Parley. Reviewed entries stay; what the"
              + " machine now reads otherwise is listed.",
      mixinStandardHelpOptions = true)
  static final class Reread extends DossierCommands.OnDossier {
    private final ReaderSource readers;
    @Mixin private final CodebookOption codebook = new CodebookOption();

    @Mixin private final FactsOptions facts = new FactsOptions();

    Reread(Console console, ReaderSource readers) {
      super(console);
      this.readers = readers;
    }

    @Override
    int work() throws IOException {
      int[] conflicts = new int[1];
      int read;
      try (Dossier open = dossier.open()) {
        if (!codebook.give(open, console)) {
          return Parley.PROBLEM;
        }
        Reader reader = new Lazily(readers, open, facts, console).reader();
        read =
            open.reread(
                reader.id(),
                reader::read,
                (report, found) -> {
                  for (JsonNode conflict : found) {
                    conflicts[0]++;
                    console.print(
                        report
                            + " "
                            + conflict.path("entry").asText()
                            + ": "
                            + conflict.path("what").asText()
                            + "\n");
                  }
                });
      }
      console.print(read + " read again, " + conflicts[0] + " to look at\n");
      return Parley.DONE;
    }
  }

  /** {@code parley serve}. */
  @Command(
      name = "serve",
      description = "Open the dossier's pages and API on this computer (Ctrl-C ends it).",
      mixinStandardHelpOptions = true)
  static final class Serve extends DossierCommands.OnDossier {
    private final ReaderSource readers;

    @Option(names = "--port", defaultValue = "7777", description = "Default 7777; 0 for any.")
    private int port;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "127.0.0.1 only.")
    private String host = "127.0.0.1";

    Serve(Console console, ReaderSource readers) {
      super(console);
      this.readers = readers;
    }

    @Override
    int work() throws IOException {
      if (!List.of("127.0.0.1", "localhost", "::1").contains(host)) {
        console.complain(
            "parley: this version serves this computer only (127.0.0.1), since it has no log-in");
        return Parley.USAGE;
      }
      try (Dossier open = dossier.openOrStart();
          Server server =
              Server.start(
                  open,
                  new Lazily(readers, open, new FactsOptions(), console)::reader,
                  port,
                  console.err())) {
        console.print(server.address() + "\n");
        Thread.currentThread().join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Parley.DONE;
    }
  }
}
