package parley.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import parley.app.dossier.DossierException;
import parley.app.dossier.RefusedException;
import picocli.CommandLine.Mixin;

/** The commands on a dossier; each says what is wrong on standard error and exits with 1. */
final class DossierCommands {

  private DossierCommands() {}

  static List<Object> all(Console console, ReaderSource readers) {
    return List.of(
        new IntakeCommands.Add(console, readers),
        new WatchCommand(console, readers),
        new IntakeCommands.Reread(console, readers),
        new QueryCommands.Find(console),
        new QueryCommands.Show(console),
        new QueryCommands.ActorsCommand(console),
        new QueryCommands.QualityCommand(console),
        new QueryCommands.ExportCommand(console),
        new KeepCommands.Check(console),
        new KeepCommands.Backup(console),
        new KeepCommands.Restore(console),
        new IntakeCommands.Serve(console, readers));
  }

  /** A command that works on a dossier. */
  abstract static class OnDossier implements Callable<Integer> {
    final Console console;
    @Mixin final DossierOption dossier = new DossierOption();

    OnDossier(Console console) {
      this.console = console;
    }

    abstract int work() throws IOException;

    @Override
    public final Integer call() throws IOException {
      try {
        return work();
      } catch (DossierException | RefusedException e) {
        console.complain("parley: " + e.getMessage());
        return Parley.PROBLEM;
      } catch (UncheckedIOException e) {
        if (e.getCause() instanceof DossierException wrong) {
          console.complain("parley: " + wrong.getMessage());
          return Parley.PROBLEM;
        }
        throw e;
      }
    }
  }
}
