package parley.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import parley.app.dossier.Dossier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that keep a dossier whole. */
final class KeepCommands {

  private KeepCommands() {}

  /** {@code parley check}. */
  @Command(
      name = "check",
      description = "Look whether the dossier is whole; --repair derives lists and search anew.",
      mixinStandardHelpOptions = true)
  static final class Check extends DossierCommands.OnDossier {
    @Option(names = "--repair", description = "Mend what can be mended.")
    private boolean repair;

    Check(Console console) {
      super(console);
    }

    @Override
    int work() throws IOException {
      try (Dossier open = dossier.open()) {
        if (repair) {
          open.repair().forEach(console::complain);
        }
        List<String> wrong = open.check();
        wrong.forEach(console::complain);
        console.print(wrong.isEmpty() ? "whole\n" : wrong.size() + " things wrong\n");
        return wrong.isEmpty() ? Parley.DONE : Parley.PROBLEM;
      }
    }
  }

  /** {@code parley backup}. */
  @Command(
      name = "backup",
      description = "Write the dossier, as of now, into one new file.",
      mixinStandardHelpOptions = true)
  static final class Backup extends DossierCommands.OnDossier {
    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    Backup(Console console) {
      super(console);
    }

    @Override
    int work() throws IOException {
      try (Dossier open = dossier.open()) {
        open.backup(file);
      }
      return Parley.DONE;
    }
  }

  /** {@code parley restore}. */
  @Command(
      name = "restore",
      description = "Make a dossier of a backup.",
      mixinStandardHelpOptions = true)
  static final class Restore extends DossierCommands.OnDossier {
    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    Restore(Console console) {
      super(console);
    }

    @Override
    int work() throws IOException {
      Dossier.restore(file, dossier.directory, Clock.systemDefaultZone());
      return Parley.DONE;
    }
  }
}
