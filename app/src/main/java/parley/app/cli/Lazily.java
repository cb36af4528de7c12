package parley.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import parley.app.dossier.Dossier;
import parley.codebook.Codebook;
import parley.codebook.CodebookReader;
import parley.extract.Reader;

/**
 * Makes the reader of a dossier once, when it is first asked for: with the dossier's codebook and
 * files of facts.
 */
final class Lazily {
  private final ReaderSource source;
  private final Dossier dossier;
  private final FactsOptions facts;
  private final Console console;
  private final @Nullable String yaml;
  private @Nullable Reader reader;

  Lazily(ReaderSource source, Dossier dossier, FactsOptions facts, Console console)
      throws IOException {
    this.source = source;
    this.dossier = dossier;
    this.facts = facts;
    this.console = console;
    this.yaml = dossier.codebook();
  }

  /**
   * @throws UncheckedIOException if a file of facts cannot be used
   */
  synchronized Reader reader() {
    Reader made = reader;
    if (made == null) {
      Codebook own = yaml == null ? null : CodebookReader.read(yaml).codebook();
      try {
        made = facts.with(own == null ? source.reader() : source.reader(own), dossier, console);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      reader = made;
    }
    return made;
  }
}
