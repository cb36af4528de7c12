package parley.app.cli;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.app.view.BoardCsv;
import parley.app.view.BoardHtml;
import parley.app.view.BoardText;
import parley.board.Board;
import parley.board.BoardJson;
import parley.board.BoardOptions;
import parley.board.Change;
import parley.codebook.Codebook;
import parley.ingest.Ingest;
import parley.ingest.Settings;
import parley.record.Record;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code parley board FILE…} and {@code parley changes --since DATE FILE…}. */
final class BoardCommand {

  private BoardCommand() {}

  /** The forms in which a board is printed; constants are spelt as on the command line. */
  enum Form {
    text,
    json,
    csv,
    html
  }

  /** What both commands take. */
  static final class Choice {

    @Option(
        names = "--party",
        paramLabel = "NAME",
        description = "Show this party; give it again for more, in the order that you want.")
    private List<String> parties = new ArrayList<>();

    @Option(
        names = "--codebook",
        paramLabel = "FILE",
        description = "A codebook of your own in YAML.")
    private @Nullable String codebook;

    @Option(
        names = "--min-confidence",
        paramLabel = "P",
        defaultValue = "0",
        description = "Leave out readings less sure than this, 0 to 1.")
    private double minConfidence;

    @Option(
        names = "--published",
        paramLabel = "DATE",
        description = "When reports that do not tell were published: 2024-03-14.",
        converter = ReadingOptions.TimestampConverter.class)
    private parley.text.@Nullable Timestamp published;

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        defaultValue = "text",
        description = "text (default), json, csv or html (one page).")
    private Form format = Form.text;

    @Mixin private final InputOptions inputs = new InputOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Reports to read.")
    private List<String> files = List.of();

    @Nullable Codebook book(Console console) {
      return CodebookCommand.orShipped(codebook, console);
    }

    BoardOptions options() {
      return new BoardOptions(parties, null, null, minConfidence);
    }
  }

  /** Makes a board of files and prints something of it. */
  abstract static class OfFiles implements Callable<Integer> {

    private final Console console;
    private final ReaderSource readers;

    @Mixin private final Choice choice = new Choice();

    OfFiles(Console console, ReaderSource readers) {
      this.console = console;
      this.readers = readers;
    }

    /** What is wrong with the form that was asked for, null if nothing is. */
    @Nullable String objection(Form form) {
      return null;
    }

    abstract String printed(Board board, Codebook book, Form form);

    @Override
    public final Integer call() throws IOException {
      Codebook book = choice.book(console);
      if (book == null) {
        return Parley.PROBLEM;
      }
      String objection = objection(choice.format);
      if (objection != null) {
        console.complain(objection);
        return Parley.USAGE;
      }
      List<Record> records = new ArrayList<>();
      int status =
          new Reports(
                  console,
                  new Ingest(
                      choice.inputs.settings(Settings.DEFAULT.withPublished(choice.published))),
                  report -> report,
                  readers.reader(book),
                  (record, file) -> {
                    records.add(record);
                    return "";
                  })
              .read(choice.files, choice.inputs);
      console.print(printed(Board.of(records, book, choice.options()), book, choice.format));
      return status;
    }
  }

  /** {@code parley board}. */
  @Command(
      name = "board",
      description = "Show where each party stands on each issue, by the reports given.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Show extends OfFiles {

    Show(Console console, ReaderSource readers) {
      super(console, readers);
    }

    @Override
    String printed(Board board, Codebook book, Form form) {
      return switch (form) {
        case text -> new BoardText(book).of(board);
        case json -> BoardJson.write(board) + "\n";
        case csv -> BoardCsv.of(board);
        case html -> new BoardHtml(book).of(board);
      };
    }
  }

  /** {@code parley changes}. */
  @Command(
      name = "changes",
      description = "Tell what moved since a day, each move with both quotations.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Moved extends OfFiles {

    @Option(
        names = "--since",
        paramLabel = "DATE",
        required = true,
        description = "The first day that counts: 2024-03-14.",
        converter = DayConverter.class)
    private LocalDate since = LocalDate.EPOCH;

    Moved(Console console, ReaderSource readers) {
      super(console, readers);
    }

    @Override
    @Nullable String objection(Form form) {
      return form == Form.csv ? "parley changes: --format is text, json or html" : null;
    }

    @Override
    String printed(Board board, Codebook book, Form form) {
      List<Change> moved = board.movedSince(since);
      return switch (form) {
        case json -> BoardJson.write(moved) + "\n";
        case html -> new BoardHtml(book).of(moved);
        default -> new BoardText(book).of(moved);
      };
    }
  }

  /** Reads a day as ISO 8601 writes it. */
  static final class DayConverter implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String value) {
      try {
        return LocalDate.parse(value);
      } catch (DateTimeException e) {
        throw new TypeConversionException("'" + value + "' is no day; write 2024-03-14");
      }
    }
  }
}
