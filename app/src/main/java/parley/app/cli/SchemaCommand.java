package parley.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import parley.record.RecordJson;
import picocli.CommandLine.Command;

/** {@code parley schema}. */
@Command(
    name = "schema",
    description = "Print the JSON Schema (2020-12) of the records that read --format json prints.",
    mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

  private final Console console;

  SchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    console.print(RecordJson.schema());
    return Parley.DONE;
  }
}
