package parley.app.cli;

import org.jspecify.annotations.Nullable;
import parley.extract.Reader;

/** Makes the reader once, when it is first asked for. */
final class Lazily {
  private final ReaderSource source;
  private @Nullable Reader reader;

  Lazily(ReaderSource source) {
    this.source = source;
  }

  synchronized Reader reader() {
    Reader made = reader;
    if (made == null) {
      made = source.reader();
      reader = made;
    }
    return made;
  }
}
