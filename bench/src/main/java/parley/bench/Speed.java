package parley.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Tokens per second of the process's CPU time, memory, and the cold start of one report, each
 * measured in a Java machine of its own with one thread and the serial collector. {@code --corenlp}
 * runs CoreNLP's quote pipeline beside.
 */
final class Speed implements Task {

  /** Java's quick compiler alone: what {@code ./parley} runs with on a few reports. */
  private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1");

  /** Both compilers, as Java goes by itself. */
  private static final List<String> FULL = List.of();

  /** Both, the thorough one for the inner loops alone: what {@code ./parley} does on an archive. */
  private static final List<String> ARCHIVE =
      List.of(
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-DisplayVMOutput",
          "-XX:CompilerDirectivesFile="
              + Path.of(System.getProperty("parley.root", "."), "tools", "compilers.json"));

  @Override
  public String name() {
    return "speed";
  }

  @Override
  public String summary() {
    return "tokens per CPU second, memory, cold start; statements/polnear [--corenlp]";
  }

  @Override
  public void run(Call call) throws IOException {
    Path texts = call.dataOr("statements/polnear");
    call.print().println("One thread, CPU seconds of the whole process, start of Java included");
    child(call, "1g", FULL, "layer", texts);
    child(call, "1g", FULL, "whole", texts);
    call.print().println("The same with the quick compiler alone, as ./parley reads a few reports");
    child(call, "1g", QUICK, "layer", texts);
    child(call, "1g", QUICK, "whole", texts);
    call.print()
        .println("The same, only inner loops thoroughly compiled, as ./parley reads archives");
    child(call, "1g", ARCHIVE, "layer", texts);
    child(call, "1g", ARCHIVE, "whole", texts);
    child(call, "1g", FULL, "lengths", texts);
    Path page = page(texts);
    call.print().println("Cold start, a new Java machine to one report of 900 words");
    for (int i = 0; i < 3; i++) {
      child(call, "256m", QUICK, "cold-layer", page);
    }
    for (int i = 0; i < 3; i++) {
      child(call, "256m", QUICK, "cold-whole", page);
    }
    Files.delete(page);
    if (call.words().contains("--corenlp")) {
      child(call, "8g", FULL, "corenlp", texts);
    }
  }

  /** The first 900 words of the dev part's longest report, in a file. */
  private static Path page(Path texts) throws IOException {
    String longest = "";
    for (String text : Texts.folder(texts.resolve("dev/text")).values()) {
      longest = text.length() > longest.length() ? text : longest;
    }
    int words = 0;
    int end = 0;
    while (end < longest.length() && words < 900) {
      if (Character.isWhitespace(longest.charAt(end))) {
        words++;
      }
      end++;
    }
    Path page = Files.createTempFile("parley-page", ".txt");
    return Files.writeString(page, longest.substring(0, end), StandardCharsets.UTF_8);
  }

  private static void child(Call call, String heap, List<String> compilers, String what, Path data)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap);
    command.add("-XX:+UseSerialGC");
    command.addAll(compilers);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(SpeedRun.class.getName());
    command.add(what);
    command.add(data.toString());
    command.add(Long.toString(System.currentTimeMillis()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().close();
    process.getInputStream().transferTo(call.print());
    call.print().flush();
    try {
      int status = process.waitFor();
      if (status != 0) {
        call.print().println("  " + what + " ended with status " + status);
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted");
    }
  }
}
