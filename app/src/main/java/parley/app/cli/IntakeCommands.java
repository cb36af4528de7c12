package parley.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.app.dossier.Dossier;
import parley.app.dossier.Intake;
import parley.app.server.Server;
import parley.extract.Reader;
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

    @Parameters(paramLabel = "INPUT", arity = "1..*", description = "Files; - for standard input.")
    private List<String> inputs = List.of();

    Add(Console console, ReaderSource readers) {
      super(console);
      this.readers = readers;
    }

    @Override
    int work() throws IOException {
      int[] counts = new int[3];
      try (Dossier open = dossier.openOrStart()) {
        Intake intake =
            new Intake(
                open,
                new Lazily(readers)::reader,
                options.settings(),
                options::given,
                new Intake.Listener() {
                  @Override
                  public void report(
                      String file, String id, @Nullable String title, boolean known) {
                    counts[known ? 1 : 0]++;
                  }

                  @Override
                  public void failure(String file, String what) {
                    counts[2]++;
                    console.complain(file + ": " + what);
                  }
                });
        for (int i = 0; i < inputs.size(); i++) {
          console.progress(i, inputs.size(), inputs.get(i));
          if (inputs.get(i).equals("-")) {
            intake.add("-", console.in().readAllBytes());
          } else {
            intake.add(Path.of(inputs.get(i)));
          }
        }
        console.clearProgress();
      }
      console.print(
          counts[0]
              + " added, "
              + counts[1]
              + " there already, "
              + counts[2]
              + " not readable ("
              + dossier.directory
              + ")\n");
      return counts[2] == 0 ? Parley.DONE : Parley.PROBLEM;
    }
  }

  /** {@code parley reread}. */
  @Command(
      name = "reread",
      description =
          "Read the dossier's reports again with this Parley. Reviewed entries stay; what the machine"
              + " now reads otherwise is listed.",
      mixinStandardHelpOptions = true)
  static final class Reread extends DossierCommands.OnDossier {
    private final ReaderSource readers;

    Reread(Console console, ReaderSource readers) {
      super(console);
      this.readers = readers;
    }

    @Override
    int work() throws IOException {
      Reader reader = readers.reader();
      int[] conflicts = new int[1];
      int read;
      try (Dossier open = dossier.open()) {
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
          Server server = Server.start(open, new Lazily(readers)::reader, port, console.err())) {
        console.print(server.address() + "\n");
        Thread.currentThread().join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Parley.DONE;
    }
  }
}
