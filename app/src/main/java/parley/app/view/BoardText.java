package parley.app.view;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import parley.board.Board;
import parley.board.Cell;
import parley.board.Change;
import parley.board.Expression;
import parley.board.Party;
import parley.codebook.Codebook;
import parley.codebook.Issue;

/** A board and its changes as plain text: each issue with the parties that have a stance on it. */
public final class BoardText {

  private static final int SHORT = 160;

  private final Codebook codebook;

  public BoardText(Codebook codebook) {
    this.codebook = codebook;
  }

  /** The board, issue by issue. */
  public String of(Board board) {
    StringBuilder out = new StringBuilder();
    line(out, board.reports() + " reports, " + board.cells().size() + " cells" + until(board));
    for (Issue issue : board.issues()) {
      line(out, "");
      line(out, issue.label().toUpperCase(Locale.ROOT));
      for (Party party : board.parties()) {
        board.cell(party.name(), issue.code()).ifPresent(cell -> cell(out, cell));
      }
    }
    if (board.issues().isEmpty()) {
      line(out, "No party is reported to hold a position.");
    }
    return out.toString();
  }

  private static String until(Board board) {
    return board.latest() == null ? "" : ", latest " + board.latest();
  }

  private void cell(StringBuilder out, Cell cell) {
    Expression e = cell.latest();
    StringJoiner marks = new StringJoiner(", ");
    marks.add(cell.date() == null ? "no date" : cell.date().toString());
    Integer age = cell.ageDays();
    if (age != null && age > 0) {
      marks.add(age + (age == 1 ? " day old" : " days old"));
    }
    marks.add(times(cell.expressions(), "expression") + " in " + times(cell.sources(), "source"));
    marks.add(cell.trend().code());
    if (cell.mixed()) {
      marks.add("its voices disagree");
    }
    if (cell.contested()) {
      marks.add("reports disagree");
    }
    line(out, "  " + cell.party() + " " + label(cell.stance().name()) + " (" + marks + ")");
    line(out, "      " + quoted(e));
    if (e.voice() != null) {
      line(out, "      as told by " + e.voice());
    }
    for (Expression.Link link : e.links()) {
      line(out, "      joined to: " + link.party() + " on " + link.issue());
    }
  }

  /** What moved, oldest to newest. */
  public String of(List<Change> changes) {
    StringBuilder out = new StringBuilder();
    for (Change c : changes) {
      line(
          out,
          (c.date() == null ? "no date" : c.date().toString())
              + "  "
              + c.party()
              + " on "
              + issue(c.issue())
              + ": "
              + kinds(c));
      if (c.before() != null) {
        line(out, "    before: " + told(c.before()));
      }
      line(out, "    now:    " + told(c.after()));
    }
    if (changes.isEmpty()) {
      line(out, "Nothing moved.");
    }
    return out.toString();
  }

  private String told(Expression e) {
    String where = e.outlet() == null ? "" : " [" + e.outlet() + ", " + e.date() + "]";
    return label(e.stance().name()) + " " + quoted(e) + where;
  }

  static String kinds(Change c) {
    StringJoiner kinds = new StringJoiner(", ");
    c.kinds().forEach(k -> kinds.add(k.code()));
    return kinds.toString();
  }

  private String issue(String code) {
    return codebook.issue(code).map(Issue::label).orElse(code);
  }

  private String label(String stance) {
    return codebook.stances().stream()
        .filter(s -> s.code().equals(stance))
        .map(s -> s.label())
        .findFirst()
        .orElse(stance);
  }

  private static String quoted(Expression e) {
    String words = e.words();
    return "“" + (words.length() > SHORT ? words.substring(0, end(words)) + " …" : words) + "”";
  }

  private static int end(String words) {
    int cut = words.lastIndexOf(' ', SHORT);
    return cut < SHORT / 2 ? SHORT : cut;
  }

  private static String times(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  private static void line(StringBuilder out, @Nullable String text) {
    out.append(TerminalText.of(String.valueOf(text))).append('\n');
  }
}
