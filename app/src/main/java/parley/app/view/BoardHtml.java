package parley.app.view;

import java.util.List;
import parley.board.Board;
import parley.board.Cell;
import parley.board.Change;
import parley.board.Expression;
import parley.board.Party;
import parley.codebook.Codebook;
import parley.codebook.Issue;
import parley.record.Stance;

/**
 * A board, or what moved, as one self-contained HTML page: no script, nothing from the network. A
 * stance is told by a word and a sign, never by colour alone; a cell opens to its evidence.
 */
public final class BoardHtml {

  private final Codebook codebook;

  public BoardHtml(Codebook codebook) {
    this.codebook = codebook;
  }

  /** The board, rows issues, columns parties. */
  public String of(Board board) {
    StringBuilder out = new StringBuilder(begin("Parley: the board"));
    out.append("<h1>Where the parties stand</h1>\n<p>").append(board.reports()).append(" reports");
    if (board.latest() != null) {
      out.append(", latest ").append(board.latest());
    }
    out.append(
        ". What reports say, not what is so.</p>\n"
            + "<table>\n"
            + "<thead><tr><th scope=\"col\">Issue</th>");
    for (Party party : board.parties()) {
      out.append("<th scope=\"col\">")
          .append(Html.isolated(party.name()))
          .append("<br><small>")
          .append(party.role().code())
          .append("</small></th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (Issue issue : board.issues()) {
      out.append("<tr><th scope=\"row\">").append(Html.escape(issue.label())).append("</th>");
      for (Party party : board.parties()) {
        out.append("<td>");
        board.cell(party.name(), issue.code()).ifPresent(cell -> cell(out, cell));
        out.append("</td>");
      }
      out.append("</tr>\n");
    }
    return out.append("</tbody>\n</table>\n").append(end()).toString();
  }

  /** What moved, oldest to newest. */
  public String of(List<Change> changes) {
    StringBuilder out = new StringBuilder(begin("Parley: what moved"));
    out.append("<h1>What moved</h1>\n");
    if (changes.isEmpty()) {
      out.append("<p>Nothing moved.</p>\n");
    }
    for (Change c : changes) {
      out.append("<section><h2>")
          .append(c.date() == null ? "no date" : c.date())
          .append(" · ")
          .append(Html.isolated(c.party()))
          .append(" on ")
          .append(Html.escape(codebook.issue(c.issue()).map(Issue::label).orElse(c.issue())))
          .append(" · ")
          .append(BoardText.kinds(c))
          .append("</h2>\n");
      if (c.before() != null) {
        out.append("<p>before</p>");
        expression(out, c.before());
      }
      out.append("<p>now</p>");
      expression(out, c.after());
      out.append("</section>\n");
    }
    return out.append(end()).toString();
  }

  private void cell(StringBuilder out, Cell cell) {
    out.append("<details><summary class=\"")
        .append(cell.stance().name())
        .append("\"><span aria-hidden=\"true\">")
        .append(sign(cell.stance()))
        .append("</span> ")
        .append(Html.escape(label(cell.stance())))
        .append("</summary>\n<p class=\"marks\">");
    if (cell.date() != null) {
      out.append(cell.date());
    }
    Integer age = cell.ageDays();
    if (age != null && age > 0) {
      out.append(", ").append(age).append(age == 1 ? " day old" : " days old");
    }
    out.append("; ")
        .append(cell.expressions())
        .append(" × in ")
        .append(cell.sources())
        .append(cell.sources() == 1 ? " source; " : " sources; ")
        .append(cell.trend().code());
    if (cell.mixed()) {
      out.append("; its voices disagree");
    }
    if (cell.contested()) {
      out.append("; reports disagree");
    }
    out.append("</p>\n");
    for (Expression e : cell.evidence()) {
      expression(out, e);
    }
    out.append("</details>");
    Expression latest = cell.latest();
    if (latest.condition() != null) {
      out.append("<small>if: ").append(Html.isolated(latest.condition())).append("</small>");
    }
    if (latest.quantity() != null) {
      out.append(" <small>").append(Html.isolated(latest.quantity().text())).append("</small>");
    }
    for (Expression.Link link : latest.links()) {
      out.append(" <small>⇄ ")
          .append(Html.isolated(link.party()))
          .append(", ")
          .append(Html.escape(link.issue()))
          .append("</small>");
    }
  }

  private void expression(StringBuilder out, Expression e) {
    out.append("<blockquote><b>")
        .append(Html.escape(label(e.stance())))
        .append("</b> ")
        .append(Html.isolated("“" + e.words() + "”"))
        .append("<footer>");
    if (e.date() != null) {
      out.append(e.date()).append(' ');
    }
    if (e.outlet() != null) {
      out.append(Html.isolated(e.outlet())).append(' ');
    }
    if (e.title() != null) {
      out.append(Html.isolated(e.title())).append(' ');
    }
    if (e.voice() != null) {
      out.append("as told by ").append(Html.isolated(e.voice())).append(' ');
    }
    if (!e.copies().isEmpty()) {
      out.append("and ").append(e.copies().size()).append(" more with the same words");
    }
    out.append("</footer></blockquote>\n");
  }

  private static String sign(Stance stance) {
    return switch (stance) {
      case DEMAND -> "▲";
      case OFFER -> "◆";
      case ACCEPT -> "✓";
      case REJECT -> "✕";
      case THREATEN -> "‼";
    };
  }

  private String label(Stance stance) {
    return codebook.stances().stream()
        .filter(s -> s.code().equals(stance.name()))
        .map(s -> s.label())
        .findFirst()
        .orElse(stance.name());
  }

  private static String begin(String title) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\
    """
        + title
        + "</title>\n<style>\n"
        + Style.of("board.css")
        + "</style>\n</head>\n<body>\n";
  }

  private static String end() {
    return "</body>\n</html>\n";
  }
}
