package parley.app.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import parley.app.dossier.Dossier;
import parley.codebook.Codebook;
import parley.codebook.CodebookReader;
import parley.extract.Reader;

/** Makes the reader of a dossier once, when it is first asked for: with the dossier's codebook. */
final class Lazily {
  private final ReaderSource source;
  private final @Nullable String yaml;
  private @Nullable Reader reader;

  Lazily(ReaderSource source, Dossier dossier) throws IOException {
    this.source = source;
    this.yaml = dossier.codebook();
  }

  synchronized Reader reader() {
    Reader made = reader;
    if (made == null) {
      Codebook own = yaml == null ? null : CodebookReader.read(yaml).codebook();
      made = own == null ? source.reader() : source.reader(own);
      reader = made;
    }
    return made;
  }
}
