package parley.app.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.codebook.Codebook;
import parley.codebook.CodebookReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code parley codebook check FILE}. */
@Command(
    name = "codebook",
    description = "Check a codebook of your own.",
    mixinStandardHelpOptions = true,
    subcommands = {})
final class CodebookCommand {

  private CodebookCommand() {}

  /** The command without its subcommands; the caller adds them. */
  static CodebookCommand parent() {
    return new CodebookCommand();
  }

  /** The shipped codebook if no file is named, else as {@link #load}. */
  static @Nullable Codebook orShipped(@Nullable String file, Console console) {
    return file == null ? CodebookReader.conflictTalks() : load(file, console);
  }

  /** A codebook from a file, or null if it has problems, which are then told. */
  static @Nullable Codebook load(String file, Console console) {
    String yaml;
    try {
      yaml = Files.readString(Path.of(file));
    } catch (CharacterCodingException e) {
      console.complain(file + ": is not UTF-8; save it as UTF-8");
      return null;
    } catch (InvalidPathException | IOException e) {
      console.complain(file + ": cannot be opened; check the name");
      return null;
    }
    CodebookReader.Result result = CodebookReader.read(yaml);
    result.problems().forEach(p -> console.complain(file + ": " + p));
    return result.codebook();
  }

  /** {@code check}. */
  @Command(
      name = "check",
      description = "Tell what is wrong with a codebook, by line and key.",
      mixinStandardHelpOptions = true)
  static final class Check implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "A codebook in YAML.")
    private String file = "";

    Check(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      Codebook codebook = load(file, console);
      if (codebook == null) {
        return Parley.PROBLEM;
      }
      console.print(
          file
              + ": codebook "
              + codebook.id()
              + " version "
              + codebook.version()
              + ", "
              + codebook.issues().size()
              + " issues, nothing wrong\n");
      return Parley.DONE;
    }
  }
}
