package parley.ingest;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Comma, semicolon or tab separated tables with a header, row by row. A quotation mark that is
 * never closed spoils its own row only: the row is reported, and reading goes on at the next line.
 */
final class Tables {

  /** Characters that one quoted value may take before its mark is taken for one never closed. */
  private static final int LONGEST_VALUE = 2_000_000;

  private static final int LONGEST_HEADER = 100_000;
  private static final int CHUNK = 1 << 16;

  private final Reader in;

  /** What was read and not yet let go. */
  private final StringBuilder window = new StringBuilder();

  private boolean ended;
  private char separator = ',';
  private int at;
  private int line = 1;

  /** Where the row in hand begins. */
  private int begin;

  /** Where a row is too long to be one. */
  private int limit = Integer.MAX_VALUE;

  private Tables(Reader in) {
    this.in = in;
  }

  /**
   * Whether the first line is a header whose names are known, or are those that the caller gave.
   */
  static boolean is(String head, Map<String, String> columns) {
    try {
      Tables table = new Tables(new StringReader(head));
      List<String> header = table.header();
      return header != null
          && header.size() > 1
          && (Row.known(header, columns) || !columns.isEmpty() && header.size() >= columns.size());
    } catch (IOException ofString) {
      throw new AssertionError(ofString);
    }
  }

  /** Hands out rows with their places, and places with what is wrong there. */
  static void read(
      Reader in,
      Map<String, String> columns,
      int longest,
      BiConsumer<String, Row> rows,
      BiConsumer<String, String> wrong)
      throws IOException {
    Tables table = new Tables(in);
    List<String> header = table.header();
    if (header == null) {
      return;
    }
    table.limit = longest;
    for (String missing : Row.missing(header, columns)) {
      wrong.accept(
          "header", "has no column " + missing + "; its columns are " + String.join(", ", header));
    }
    while (table.has(table.at)) {
      table.begin();
      int first = table.line;
      String place = "row at line " + first;
      List<String> values = table.row();
      if (values == null) {
        wrong.accept(place, table.fault());
        table.at = table.begin;
        table.line = first;
        table.skipLine();
        continue;
      }
      if (values.size() == 1 && values.get(0).isBlank()) {
        continue;
      }
      int all = values.size();
      boolean open = all == header.size() + 1 && values.get(all - 1).isBlank();
      if (all > header.size() && !open || all < Math.min(2, header.size())) {
        wrong.accept(place, "has " + all + " values for " + header.size() + " columns");
        continue;
      }
      Row row = new Row(columns);
      for (int i = 0; i < Math.min(values.size(), header.size()); i++) {
        row.put(header.get(i), values.get(i));
      }
      rows.accept(place, row);
    }
  }

  /** The first line's values, which also tells the separator; null if there is none. */
  private @Nullable List<String> header() throws IOException {
    int[] counts = new int[128];
    int i = 0;
    while (has(i) && window.charAt(i) != '\n') {
      char c = window.charAt(i);
      if (c < counts.length) {
        counts[c]++;
      }
      if (++i > LONGEST_HEADER) {
        return null;
      }
    }
    int most = 0;
    for (char c : new char[] {',', ';', '\t', '|'}) {
      if (counts[c] > most) {
        most = counts[c];
        separator = c;
      }
    }
    return most == 0 ? null : row();
  }

  private String fault() {
    return at - begin > limit
        ? String.format(Locale.ROOT, "is longer than %,d characters", limit)
        : "has a quotation mark that is never closed";
  }

  private boolean has(int i) throws IOException {
    char[] chunk = null;
    while (i >= window.length() && !ended) {
      chunk = chunk == null ? new char[CHUNK] : chunk;
      int n = in.read(chunk, 0, chunk.length);
      if (n < 0) {
        ended = true;
      } else {
        window.append(chunk, 0, n);
      }
    }
    return i < window.length();
  }

  /** Begins a row; what lies behind it is let go when it is much. */
  private void begin() {
    if (at > CHUNK && at > window.length() / 2) {
      window.delete(0, at);
      at = 0;
    }
    begin = at;
  }

  private void skipLine() throws IOException {
    while (has(at) && window.charAt(at) != '\n') {
      at++;
      begin();
    }
    at = Math.min(at + 1, window.length());
    line++;
  }

  /**
   * The values of the next row; null if a quotation mark in it is never closed, or no line ends.
   */
  private @Nullable List<String> row() throws IOException {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    while (has(at)) {
      char c = window.charAt(at);
      if (at - begin > limit) {
        return null;
      }
      if (c == '"' && isBlank(value)) {
        value.setLength(0);
        int close = quoted(value);
        if (close < 0) {
          return null;
        }
        at = close;
      } else if (c == separator) {
        values.add(value.toString());
        value.setLength(0);
        at++;
      } else if (c == '\n' || c == '\r') {
        at += c == '\r' && has(at + 1) && window.charAt(at + 1) == '\n' ? 2 : 1;
        line++;
        values.add(value.toString());
        return values;
      } else {
        value.append(c);
        at++;
      }
    }
    values.add(value.toString());
    return values;
  }

  private static boolean isBlank(StringBuilder value) {
    for (int i = 0; i < value.length(); i++) {
      if (!Character.isWhitespace(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Reads a quoted value; returns where it ends, or -1 if it does not. */
  private int quoted(StringBuilder value) throws IOException {
    for (int i = at + 1; has(i) && i < at + LONGEST_VALUE; i++) {
      char c = window.charAt(i);
      if (c == '\n') {
        line++;
      }
      if (c != '"') {
        value.append(c);
      } else if (has(i + 1) && window.charAt(i + 1) == '"') {
        value.append('"');
        i++;
      } else {
        return closes(i + 1) ? i + 1 : -1;
      }
    }
    return -1;
  }

  /**
   * After a closing mark stands a separator or the line's end, or else the mark was a stray one.
   */
  private boolean closes(int i) throws IOException {
    int next = i;
    while (next < i + 100 && has(next) && window.charAt(next) == ' ') {
      next++;
    }
    return !has(next)
        || window.charAt(next) == separator
        || window.charAt(next) == '\n'
        || window.charAt(next) == '\r';
  }
}
