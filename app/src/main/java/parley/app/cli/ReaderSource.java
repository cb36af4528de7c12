package parley.app.cli;

import parley.extract.Reader;

/** Gives the reader when a command needs one, so that no other command loads its models. */
interface ReaderSource {
  Reader reader();
}
