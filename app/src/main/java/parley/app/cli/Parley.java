package parley.app.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.extract.Reader;
import parley.language.ModelReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

/** The command line of Parley. */
@Command(
    name = "parley",
    description = "Reads news reports of a dispute and keeps the record of the negotiation.",
    mixinStandardHelpOptions = true,
    version = "parley " + Reader.VERSION,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit status: 0 all was read, 1 something could not be read (standard error says",
      "what and what to do), 2 the call itself is wrong.",
      "Colour: on a terminal only, and not if NO_COLOR is set."
    })
public final class Parley {

  /** Exit status: everything was read. */
  static final int DONE = 0;

  /** Exit status: something could not be read or written; standard error says what. */
  static final int PROBLEM = 1;

  /** Exit status: the call is wrong. */
  static final int USAGE = 2;

  private Parley() {}

  /** Runs a command and ends the process with its status. */
  public static void main(String[] args) {
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    String terminals = System.getProperty("parley.terminals", "");
    Console console =
        new Console(
            new FileInputStream(FileDescriptor.in),
            out,
            err,
            System.getenv(),
            terminals.contains("out"),
            terminals.contains("err"));
    System.exit(run(args, console, book -> new Reader(ModelReader.shipped(), book)));
  }

  /** The exit status of a call. */
  static int run(String[] args, Console console, ReaderSource readers) {
    CommandLine line = new CommandLine(new Parley());
    line.addSubcommand(new ReadCommand(console, readers));
    line.addSubcommand(new DemoCommand(console, readers));
    line.addSubcommand(new BoardCommand.Show(console, readers));
    line.addSubcommand(new BoardCommand.Moved(console, readers));
    line.addSubcommand(
        new CommandLine(CodebookCommand.parent())
            .addSubcommand(new CodebookCommand.Check(console)));
    line.addSubcommand(new SchemaCommand(console));
    if (!isReading(args)) {
      DossierCommands.all(console, readers).forEach(line::addSubcommand);
    }
    line.addSubcommand(new HelpCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(Math.max(60, Math.min(100, console.width())));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            console.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    // Help is output like any other: collected here, printed below.
    StringWriter help = new StringWriter();
    line.setOut(new PrintWriter(help));
    line.setParameterExceptionHandler((e, given) -> usage(e, console));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, console));
    if (args.length == 0) {
      console.complain("parley: say what to do; parley help lists the commands");
      return USAGE;
    }
    int status = line.execute(args);
    try {
      console.print(help.toString());
    } catch (IOException e) {
      status = Math.max(status, PROBLEM);
    }
    return report(console, status);
  }

  /** Whether the call is of a command that needs no other: picocli takes long to set these up. */
  private static boolean isReading(String[] args) {
    return args.length > 0 && Set.of("read", "demo", "schema").contains(args[0]);
  }

  private static int usage(ParameterException e, Console console) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    console.complain(command + ": " + e.getMessage() + " (" + command + " --help tells more)");
    return USAGE;
  }

  /** An error of ours, told in one line; PARLEY_DEBUG=1 tells its place. */
  private static int failed(Exception e, Console console) {
    if (e != console.failure()) {
      console.complain("parley: an error in Parley (" + e + "); please report it");
      if (console.debug()) {
        e.printStackTrace(console.err());
      }
    }
    return PROBLEM;
  }

  /** Says why standard output could not be written, unless its reader just went away. */
  private static int report(Console console, int status) {
    @Nullable IOException failure = console.failure();
    if (failure != null) {
      String reason = String.valueOf(failure.getMessage());
      if (!reason.toLowerCase(Locale.ROOT).contains("broken pipe")) {
        console.complain("parley: standard output cannot be written: " + reason);
      }
      return PROBLEM;
    }
    return status;
  }
}
