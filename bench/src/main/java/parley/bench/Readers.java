package parley.bench;

import parley.extract.Reader;
import parley.language.LanguageReader;
import parley.language.ModelReader;

/** The one place that says which reader is measured. */
final class Readers {

  private Readers() {}

  /** The language room that ships. */
  static LanguageReader language() {
    return ModelReader.shipped();
  }

  /** The whole reading as it ships. */
  static Reader reader() {
    return new Reader(language());
  }
}
