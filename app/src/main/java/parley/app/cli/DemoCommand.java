package parley.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.Callable;
import parley.ingest.Ingest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code parley demo}: reads an example that ships with Parley. */
@Command(
    name = "demo",
    description = "Read an example report that ships with Parley.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DemoCommand implements Callable<Integer> {

  private static final String EXAMPLE = "captives-ceasefire.html";

  private final Console console;
  private final ReaderSource readers;

  @Mixin private final ReadingOptions options = new ReadingOptions();

  DemoCommand(Console console, ReaderSource readers) {
    this.console = console;
    this.readers = readers;
  }

  @Override
  public Integer call() throws IOException {
    try (InputStream example =
        Objects.requireNonNull(
            DemoCommand.class.getResourceAsStream("/parley/examples/" + EXAMPLE),
            EXAMPLE + " is missing from the jar")) {
      return new Reports(
              console,
              new Ingest(options.settings()),
              options::given,
              readers.reader(),
              options.format.printer(console, options.explain))
          .read("examples/" + EXAMPLE, example);
    }
  }
}
