package parley.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Comma, semicolon or tab separated tables with a header. A quotation mark that is never closed
 * spoils its own row only: the row is reported, and reading goes on at the next line.
 */
final class Tables {

  /** Lines that one quoted value may take before it is taken for a mark that was never closed. */
  private static final int LONGEST_VALUE = 2_000_000;

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;

  private Tables(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /** Whether the first line is a header whose names are known. */
  static boolean is(String head, Map<String, String> columns) {
    Tables table = table(head);
    List<String> header = table == null ? null : table.row();
    return header != null && header.size() > 1 && Row.known(header, columns);
  }

  /** Hands out rows with their places, and places with what is wrong there. */
  static void read(
      String text,
      Map<String, String> columns,
      BiConsumer<String, Row> rows,
      BiConsumer<String, String> wrong) {
    Tables table = table(text);
    List<String> header = table == null ? null : table.row();
    if (table == null || header == null) {
      return;
    }
    Consumer<String> unclosed =
        row -> wrong.accept(row, "has a quotation mark that is never closed");
    while (table.at < text.length()) {
      int begin = table.at;
      int first = table.line;
      String place = "row at line " + first;
      List<String> values = table.row();
      if (values == null) {
        unclosed.accept(place);
        table.at = begin;
        table.line = first;
        table.skipLine();
        continue;
      }
      if (values.size() == 1 && values.get(0).isBlank()) {
        continue;
      }
      if (values.size() > header.size() + 1 || values.size() < Math.min(2, header.size())) {
        wrong.accept(place, "has " + values.size() + " values for " + header.size() + " columns");
        continue;
      }
      Row row = new Row(columns);
      for (int i = 0; i < Math.min(values.size(), header.size()); i++) {
        row.put(header.get(i), values.get(i));
      }
      rows.accept(place, row);
    }
  }

  private static @Nullable Tables table(String text) {
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    if (first.length() > 100_000) {
      return null;
    }
    char best = ',';
    int most = 0;
    for (char c : new char[] {',', ';', '\t', '|'}) {
      int n = (int) first.chars().filter(x -> x == c).count();
      if (n > most) {
        most = n;
        best = c;
      }
    }
    return most == 0 ? null : new Tables(text, best);
  }

  private void skipLine() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end + 1;
    line++;
  }

  /** The values of the next row; null if a quotation mark in it is never closed. */
  private @Nullable List<String> row() {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' && value.toString().isBlank()) {
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
        at += c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 2 : 1;
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

  /** Reads a quoted value; returns where it ends, or -1 if it does not. */
  private int quoted(StringBuilder value) {
    int limit = Math.min(text.length(), at + LONGEST_VALUE);
    for (int i = at + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
      }
      if (c != '"') {
        value.append(c);
      } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
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
  private boolean closes(int i) {
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i >= text.length()
        || text.charAt(i) == separator
        || text.charAt(i) == '\n'
        || text.charAt(i) == '\r';
  }
}
