package parley.app.view;

import org.jspecify.annotations.Nullable;
import parley.board.Board;
import parley.board.Cell;
import parley.board.Expression;
import parley.board.Party;
import parley.codebook.Issue;

/**
 * A board as CSV (RFC 4180), one line a cell. A field that a spreadsheet would take for a formula
 * gets an apostrophe before it.
 */
public final class BoardCsv {

  private static final String HEAD =
      "issue,party,role,stance,date,age_days,expressions,sources,mixed,contested,trend,condition,"
          + "quantity,words,report,position,begin,end,outlet,voice,confidence\r\n";

  private BoardCsv() {}

  public static String of(Board board) {
    StringBuilder out = new StringBuilder(HEAD);
    for (Issue issue : board.issues()) {
      for (Party party : board.parties()) {
        board.cell(party.name(), issue.code()).ifPresent(cell -> line(out, party, cell));
      }
    }
    return out.toString();
  }

  private static void line(StringBuilder out, Party party, Cell cell) {
    Expression e = cell.latest();
    Object[] fields = {
      cell.issue(),
      cell.party(),
      party.role().code(),
      cell.stance(),
      cell.date(),
      cell.ageDays(),
      cell.expressions(),
      cell.sources(),
      cell.mixed(),
      cell.contested(),
      cell.trend().code(),
      e.condition(),
      e.quantity() == null ? null : e.quantity().text(),
      e.words(),
      e.report(),
      e.position(),
      e.begin(),
      e.end(),
      e.outlet(),
      e.voice(),
      Math.round(e.confidence() * 100) / 100.0
    };
    for (int i = 0; i < fields.length; i++) {
      out.append(i == 0 ? "" : ",").append(field(fields[i]));
    }
    out.append("\r\n");
  }

  /** One field, quoted where it must be. */
  static String field(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    boolean number = value instanceof Number;
    if (!number && !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    boolean quote = false;
    for (int i = 0; i < text.length() && !quote; i++) {
      quote = "\",;\r\n\t".indexOf(text.charAt(i)) >= 0;
    }
    return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
