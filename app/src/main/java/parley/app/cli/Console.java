package parley.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.app.view.TerminalText;
import parley.app.view.TextReading;

/**
 * Where a command reads from and writes to. Standard output carries readings only; everything else
 * that is said to the user goes to standard error.
 */
final class Console {

  private final InputStream in;
  private final Writer out;
  private final PrintStream err;
  private final Map<String, String> environment;
  private final boolean outIsTerminal;
  private final boolean errIsTerminal;
  private @Nullable IOException failure;

  /**
   * @param environment the variables that count: COLUMNS, NO_COLOR, TERM, PARLEY_DEBUG
   */
  Console(
      InputStream in,
      OutputStream out,
      PrintStream err,
      Map<String, String> environment,
      boolean outIsTerminal,
      boolean errIsTerminal) {
    this.in = in;
    // JSON escapes what UTF-8 cannot hold; elsewhere an unpaired surrogate becomes "?".
    CharsetEncoder encoder =
        StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    this.out = new OutputStreamWriter(out, encoder);
    this.err = err;
    this.environment = Map.copyOf(environment);
    this.outIsTerminal = outIsTerminal;
    this.errIsTerminal = errIsTerminal;
  }

  InputStream in() {
    return in;
  }

  /** A variable of the environment, null if it is not set. */
  @Nullable String variable(String name) {
    return environment.get(name);
  }

  /**
   * Writes to standard output and passes it on at once, so that nothing is lost if a later report
   * fails.
   *
   * @throws IOException if the other end is closed or full; also remembered as {@link #failure()}
   */
  void print(String text) throws IOException {
    try {
      out.write(text);
      out.flush();
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** What kept standard output from being written, null if nothing did. */
  @Nullable IOException failure() {
    return failure;
  }

  /** One line on standard error; names and texts of others are made harmless. */
  void complain(String line) {
    clearProgress();
    err.println(TerminalText.of(line));
  }

  /** Whether a line may be written over: on a terminal only and never amid readings. */
  boolean showsProgress() {
    return errIsTerminal && !outIsTerminal;
  }

  /** Whether readings go to a terminal, amid which nothing else is to stand. */
  boolean isShowingReadings() {
    return outIsTerminal;
  }

  /** Says how far a long call is, over what was said before. */
  void progress(String line) {
    String shown = TerminalText.of(line);
    err.print("\r\u001B[K" + shown.substring(0, Math.min(shown.length(), width() - 1)));
    err.flush();
  }

  void clearProgress() {
    if (showsProgress()) {
      err.print("\r\u001B[K");
      err.flush();
    }
  }

  boolean colour() {
    String noColour = environment.get("NO_COLOR");
    return outIsTerminal
        && (noColour == null || noColour.isEmpty())
        && !"dumb".equals(environment.get("TERM"));
  }

  int width() {
    String columns = environment.get("COLUMNS");
    if (columns == null) {
      return TextReading.USUAL_WIDTH;
    }
    try {
      int width = Integer.parseInt(columns.strip());
      return width > 0 ? width : TextReading.USUAL_WIDTH;
    } catch (NumberFormatException e) {
      return TextReading.USUAL_WIDTH;
    }
  }

  /** Whether the place of a programmer's error is wanted (PARLEY_DEBUG=1). */
  boolean debug() {
    return "1".equals(environment.get("PARLEY_DEBUG"));
  }

  PrintStream err() {
    return err;
  }
}
