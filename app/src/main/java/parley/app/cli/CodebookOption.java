package parley.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import parley.app.dossier.Dossier;
import picocli.CommandLine.Option;

/** A codebook of the user's own for a dossier, which keeps it. */
final class CodebookOption {

  @Option(
      names = "--codebook",
      paramLabel = "FILE",
      description =
          "A codebook of your own in YAML. The dossier keeps it and is read with it from now on;"
              + " parley reread reads earlier reports with it too.")
  private @Nullable String file;

  /**
   * Gives the dossier the codebook, if one was named.
   *
   * @return false if it has problems, which are then told
   */
  boolean give(Dossier dossier, Console console) throws IOException {
    if (file == null) {
      return true;
    }
    if (CodebookCommand.load(file, console) == null) {
      return false;
    }
    dossier.useCodebook(Files.readString(Path.of(file)));
    return true;
  }
}
