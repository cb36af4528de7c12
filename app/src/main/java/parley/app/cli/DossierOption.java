package parley.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import parley.app.dossier.Dossier;
import picocli.CommandLine.Option;

/** Which dossier a command works on. */
final class DossierOption {

  @Option(
      names = "--dossier",
      paramLabel = "DIR",
      defaultValue = "dossier",
      description = "The dossier's directory (default: dossier).")
  Path directory = Path.of("dossier");

  Dossier open() throws IOException {
    return Dossier.open(directory, Clock.systemDefaultZone());
  }

  Dossier openOrStart() throws IOException {
    return Dossier.openOrStart(directory, Clock.systemDefaultZone());
  }
}
