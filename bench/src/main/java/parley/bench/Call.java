package parley.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a task.
 *
 * @param corpora where corpora and scorers lie
 * @param data what the caller named with {@code --data}, null for the task's own default
 * @param out where predictions go, null for a temporary file
 * @param words what else stood on the command line, for tasks with options of their own
 * @param print where figures go
 */
record Call(
    Path corpora, @Nullable Path data, @Nullable Path out, List<String> words, PrintStream print) {

  /**
   * The data to read: what the caller named, else {@code usual} within the corpora.
   *
   * @throws BenchException if it is not there
   */
  Path dataOr(String usual) {
    Path path = data == null ? corpora.resolve(usual) : data;
    if (!Files.exists(path)) {
      throw new BenchException(
          path
              + " is not there. Name the data with --data, or set PARLEY_BENCH to the directory"
              + " that holds the corpora (bench/README.md says where to get them).");
    }
    return path;
  }

  /**
   * A file of marks made by hand, kept in the repository as offsets into the corpora.
   *
   * @throws BenchException if it is not there
   */
  Path marks(String file) {
    return ours("marks/" + file);
  }

  private static Path ours(String file) {
    Path path = Path.of(System.getProperty("parley.root", ""), "bench").resolve(file);
    if (!Files.exists(path)) {
      throw new BenchException(path + " is not there: start the bench by bench/run");
    }
    return path;
  }

  /** Writes predictions, one line each, and returns the file that holds them. */
  Path write(Iterable<String> lines) throws IOException {
    Path file = out;
    if (file == null) {
      file = Files.createTempFile("parley-bench", ".jsonl");
      file.toFile().deleteOnExit();
    }
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (String line : lines) {
        writer.write(line);
        writer.write('\n');
      }
    }
    return file;
  }

  /**
   * Runs a scorer of the corpora ("score_time.py") with Python 3 and prints what it prints. If the
   * scorer is not there, says so and returns.
   *
   * @throws BenchException if the scorer fails
   */
  void score(String scorer, String... arguments) throws IOException {
    Path script = corpora.resolve(scorer);
    if (!Files.exists(script)) {
      print.println("No scorer at " + script + ": predictions only.");
      return;
    }
    python(script, arguments);
  }

  /**
   * Runs a scorer of our own ({@code bench/calibration.py}) with Python 3; where the corpora's
   * scorers lie is its first argument.
   *
   * @throws BenchException if it fails
   */
  void scoreByOurs(String scorer, String... arguments) throws IOException {
    String[] all = new String[arguments.length + 1];
    all[0] = corpora.toString();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    python(ours(scorer), all);
  }

  private void python(Path script, String... arguments) throws IOException {
    String[] command = new String[arguments.length + 2];
    command[0] = "python3";
    command[1] = script.toString();
    System.arraycopy(arguments, 0, command, 2, arguments.length);
    ProcessBuilder builder = new ProcessBuilder(command);
    // Scorers lie in a directory that may be shared: leave no compiled files there.
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    process.getOutputStream().close();
    process.getInputStream().transferTo(print);
    print.flush();
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw new BenchException(script.getFileName() + " ended with status " + status);
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted");
    }
  }

  /** Says that there is no gold standard beside the data, so that nothing is scored. */
  void noGold(Path predictions) {
    print.println("No gold standard beside the data: predictions only, in " + predictions + ".");
  }
}
