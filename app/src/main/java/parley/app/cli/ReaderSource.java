package parley.app.cli;

import parley.codebook.Codebook;
import parley.codebook.CodebookReader;
import parley.extract.Reader;

/** Gives the reader when a command needs one, so that no other command loads its models. */
interface ReaderSource {
  /** A reader that looks for what the codebook says. */
  Reader reader(Codebook codebook);

  /** A reader with the shipped codebook. */
  default Reader reader() {
    return reader(CodebookReader.conflictTalks());
  }
}
