package parley.bench;

import parley.extract.Reader;
import parley.language.LanguageReader;

/** The one place that says which reader is measured. */
final class Readers {

  private Readers() {}

  /** The language room that ships. */
  static LanguageReader language() {
    throw new BenchException("there is no language reader yet");
  }

  /** The whole reading as it ships. */
  static Reader reader() {
    return new Reader(language());
  }
}
