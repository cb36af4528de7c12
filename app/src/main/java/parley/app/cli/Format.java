package parley.app.cli;

import parley.app.view.HtmlPage;
import parley.app.view.TextReading;
import parley.record.Record;
import parley.record.RecordJson;

/** The forms in which a reading is printed; constants are spelt as on the command line. */
enum Format {
  text,
  json,
  html;

  /** What is printed before the first record, for each, and after the last. */
  interface Printer {
    default String begin() {
      return "";
    }

    String record(Record record, String file);

    default String end() {
      return "";
    }
  }

  Printer printer(Console console, boolean explain) {
    return switch (this) {
      case text -> new TextPrinter(new TextReading(console.width(), console.colour(), explain));
      case json -> (record, file) -> RecordJson.write(record) + "\n";
      case html -> new HtmlPrinter(new HtmlPage(explain));
    };
  }

  private static final class TextPrinter implements Printer {
    private final TextReading reading;
    private boolean first = true;

    TextPrinter(TextReading reading) {
      this.reading = reading;
    }

    @Override
    public String record(Record record, String file) {
      String gap = first ? "" : "\n" + "═".repeat(8) + "\n\n";
      first = false;
      return gap + reading.of(record, file);
    }
  }

  private record HtmlPrinter(HtmlPage page) implements Printer {
    @Override
    public String begin() {
      return page.begin();
    }

    @Override
    public String record(Record record, String file) {
      return page.report(record, file);
    }

    @Override
    public String end() {
      return page.end();
    }
  }
}
