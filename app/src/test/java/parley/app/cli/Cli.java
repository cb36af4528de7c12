package parley.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs the real command line in a process of its own, as a user does. */
final class Cli {

  /** What a call left behind. */
  record Result(int status, String out, String err) {}

  private static final long MOST_SECONDS = 300;

  private Cli() {}

  static Result run(List<String> arguments, byte[] in) throws IOException, InterruptedException {
    return run(arguments, in, Map.of());
  }

  static Result run(String... arguments) throws IOException, InterruptedException {
    return run(List.of(arguments), new byte[0], Map.of());
  }

  static Result run(List<String> arguments, byte[] in, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Xmx1g",
            // As awkward a place as the other tests run in.
            "-Duser.language=tr",
            "-Duser.timezone=Asia/Kathmandu",
            "-cp",
            System.getProperty("java.class.path"),
            Parley.class.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("COLUMNS");
    builder.environment().putAll(environment);
    Process process = builder.start();
    CompletableFuture<String> out =
        CompletableFuture.supplyAsync(() -> all(process.getInputStream()));
    CompletableFuture<String> err =
        CompletableFuture.supplyAsync(() -> all(process.getErrorStream()));
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(in);
    } catch (IOException e) {
      // The process need not have read what it was given.
      if (process.isAlive() && !String.valueOf(e.getMessage()).contains("ipe")) {
        throw e;
      }
    }
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("no end after " + MOST_SECONDS + " s: " + arguments);
    }
    return new Result(process.exitValue(), out.join(), err.join());
  }

  private static String all(InputStream in) {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
