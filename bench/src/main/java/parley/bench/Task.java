package parley.bench;

import java.io.IOException;

/**
 * One thing that is measured. A task reads data of the bench's layout, writes predictions in its
 * scorer's form, and prints the scorer's figures if the data holds a gold standard.
 */
interface Task {

  /** The word on the command line. */
  String name();

  /** What it measures and where its data lies by default, in one line. */
  String summary();

  /**
   * @throws IOException if data cannot be read or predictions cannot be written
   * @throws BenchException if the call cannot be answered; the message says what to do
   */
  void run(Call call) throws IOException;
}
