package parley.app.house.broken.extract.times;

import parley.app.house.broken.extract.statements.LateReader;

/** Makes a cycle with a later extractor. */
public final class EarlyReader {
  static LateReader late() {
    return new LateReader();
  }
}
