package parley.ingest;

import org.jspecify.annotations.Nullable;
import parley.text.Report;

/** What became of one thing that was to be read: a report, or the reason why there is none. */
public sealed interface Outcome {

  /** The file, address or "-" it came from, as the caller named it. */
  String file();

  /** Where in the file: an archive's member, a row, a feed's item; null for the file itself. */
  @Nullable String place();

  /** A report that was read. */
  record Read(String file, @Nullable String place, Report report) implements Outcome {}

  /**
   * Something that could not be read.
   *
   * @param what what is wrong, in the reader's words: "holds no text"
   * @param mend what a person can do about it
   */
  record Problem(String file, @Nullable String place, String what, String mend) implements Outcome {

    /** One line for a terminal: file, place, what, mend. */
    @Override
    public String toString() {
      return file + (place == null ? "" : " (" + place + ")") + ": " + what + "; " + mend;
    }
  }
}
