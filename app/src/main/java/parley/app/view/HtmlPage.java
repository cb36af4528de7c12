package parley.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import parley.record.Actor;
import parley.record.ActorKind;
import parley.record.Event;
import parley.record.Position;
import parley.record.Provenance;
import parley.record.Record;
import parley.record.Statement;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;

/**
 * Records as one self-contained HTML page: no script, nothing from the network. The text stands on
 * one side with who, said and what marked by the style of their underlines and by labels, never by
 * colour alone; the lists of what was read stand on the other, each entry linked to its place.
 *
 * <p>{@link #begin()}, then {@link #report} for each record, then {@link #end()}.
 */
public final class HtmlPage {

  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi");

  private static final String LEGEND =
      """
      <p class="legend"><span class="source">who</span> <span class="cue">said</span>
      <span class="content quoted">what, quoted</span>
      <span class="content">what, in the report’s words</span>
      <span class="boilerplate">left out of the reading</span></p>
      """;

  private final boolean explain;
  private int reports;

  /**
   * @param explain whether each entry tells the rule that proposed it, its confidence and reasons
   */
  public HtmlPage(boolean explain) {
    this.explain = explain;
  }

  public String begin() {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Parley: what was read</title>
    <style>
    """
        + Style.of("page.css")
        + "</style>\n</head>\n<body>\n";
  }

  public String end() {
    return "</body>\n</html>\n";
  }

  /**
   * One report's section of the page.
   *
   * @param file as the caller named it
   */
  public String report(Record record, String file) {
    reports++;
    StringBuilder out = new StringBuilder(record.report().text().length() * 3 + 4096);
    String prefix = "r" + reports + "-";
    out.append("<article>\n");
    head(out, record, file);
    out.append("<div class=\"columns\">\n");
    text(out, record, prefix);
    lists(out, record, prefix);
    out.append("</div>\n</article>\n");
    return out.toString();
  }

  private void head(StringBuilder out, Record record, String file) {
    Metadata about = record.report().metadata();
    String title = about.title() == null ? file : about.title();
    out.append("<header>\n<h1>").append(Html.isolated(title)).append("</h1>\n<p>");
    StringJoiner facts = new StringJoiner(" · ");
    if (about.source() != null) {
      facts.add(Html.isolated(about.source()));
    }
    if (about.published() != null) {
      String date = Html.escape(about.published().toString());
      facts.add("<time datetime=\"" + date + "\">" + date + "</time>");
    }
    if (!about.authors().isEmpty()) {
      facts.add("by " + Html.isolated(String.join(", ", about.authors())));
    }
    String url = about.url();
    if (url != null) {
      facts.add(isWebAddress(url) ? link(url) : Html.isolated(url));
    }
    facts.add(Html.isolated(file));
    facts.add(Html.escape(record.reader()));
    Remarks.of(record.report()).forEach(remark -> facts.add(Html.escape(remark)));
    out.append(facts).append("</p>\n").append(LEGEND).append("</header>\n");
  }

  private static boolean isWebAddress(String url) {
    String start = url.substring(0, Math.min(url.length(), 8)).toLowerCase(Locale.ROOT);
    return start.startsWith("http://") || start.startsWith("https://");
  }

  private static String link(String url) {
    String safe = Html.escape(url);
    return "<a rel=\"noreferrer\" href=\"" + safe + "\">" + safe + "</a>";
  }

  private static String direction(Report report) {
    String language = report.metadata().language();
    if (language.equals(Metadata.UNKNOWN_LANGUAGE)) {
      return " dir=\"auto\"";
    }
    String dir = RIGHT_TO_LEFT.contains(language) ? "rtl" : "ltr";
    return " lang=\"" + Html.escape(language) + "\" dir=\"" + dir + "\"";
  }

  private static void text(StringBuilder out, Record record, String prefix) {
    Report report = record.report();
    out.append("<main").append(direction(report)).append(">\n");
    Highlights highlights = new Highlights(record);
    Map<String, Integer> numbers = Highlights.numbers(record);
    Set<String> begun = new TreeSet<>();
    for (Part part : report.parts()) {
      out.append("<p dir=\"auto\" class=\"").append(part.role().code()).append("\">");
      if (part.role() != PartRole.BODY) {
        out.append("<span class=\"role\">").append(part.role().code()).append("</span> ");
      }
      highlights.cut(
          part.span(),
          (span, opening, all) -> {
            for (Highlights.Mark mark : opening) {
              label(out, mark, numbers, begun, prefix);
            }
            String classes = classes(all);
            if (classes.isEmpty()) {
              Html.escape(out, report.text(), span.begin(), span.end());
            } else {
              out.append("<span class=\"").append(classes).append("\">");
              Html.escape(out, report.text(), span.begin(), span.end());
              out.append("</span>");
            }
          });
      out.append("</p>\n");
    }
    out.append("</main>\n");
  }

  /**
   * A small "3 what" before the stretch, linked to the list; the first of a statement is its
   * anchor.
   */
  private static void label(
      StringBuilder out,
      Highlights.Mark mark,
      Map<String, Integer> numbers,
      Set<String> begun,
      String prefix) {
    String id = mark.statement().id();
    out.append("<a class=\"label\" href=\"#").append(prefix).append(Html.escape(id)).append('"');
    if (begun.add(id)) {
      out.append(" id=\"").append(prefix).append("text-").append(Html.escape(id)).append('"');
    }
    out.append('>').append(numbers.get(id)).append(' ').append(mark.share().label()).append("</a>");
  }

  private static String classes(List<Highlights.Mark> marks) {
    Set<String> classes = new TreeSet<>();
    for (Highlights.Mark mark : marks) {
      classes.add(mark.share().name().toLowerCase(Locale.ROOT));
      if (mark.share() == Highlights.Share.CONTENT
          && mark.statement().kind() == Statement.Kind.DIRECT) {
        classes.add("quoted");
      }
    }
    return String.join(" ", classes);
  }

  private void lists(StringBuilder out, Record record, String prefix) {
    RecordIndex index = new RecordIndex(record);
    out.append("<aside>\n");
    out.append("<h2>Statements (").append(record.statements().size()).append(")</h2>\n<ol>\n");
    for (Statement statement : record.statements()) {
      statement(out, statement, index, prefix);
    }
    out.append("</ol>\n");
    if (!record.positions().isEmpty()) {
      out.append("<h2>Positions (").append(record.positions().size()).append(")</h2>\n<ul>\n");
      for (Position position : record.positions()) {
        position(out, position, index, prefix);
      }
      out.append("</ul>\n");
    }
    if (!record.events().isEmpty()) {
      out.append("<h2>Events (").append(record.events().size()).append(")</h2>\n<ul>\n");
      for (Event event : record.events()) {
        event(out, event, index, prefix);
      }
      out.append("</ul>\n");
    }
    people(out, record, index);
    times(out, record);
    out.append("</aside>\n");
  }

  private void statement(StringBuilder out, Statement statement, RecordIndex index, String prefix) {
    String id = Html.escape(statement.id());
    out.append("<li id=\"").append(prefix).append(id).append("\"><a href=\"#").append(prefix);
    out.append("text-").append(id).append("\">");
    String who = index.who(statement);
    out.append(who == null ? "<i>no source named</i>" : "<b>" + Html.isolated(who) + "</b>");
    out.append("</a> — ");
    if (!statement.cue().isEmpty()) {
      out.append("<i>").append(Html.isolated(RecordIndex.text(statement.cue()))).append("</i> — ");
    }
    out.append(Html.isolated(RecordIndex.text(statement.content())));
    StringJoiner notes = new StringJoiner(" · ");
    notes.add(statement.kind().code());
    if (statement.part() != PartRole.BODY) {
      notes.add("in the " + statement.part().code());
    }
    if (statement.addressee() != null) {
      notes.add("to " + Html.isolated(index.name(statement.addressee())));
    }
    if (statement.venue() != null) {
      notes.add(Html.isolated(statement.venue().text()));
    }
    if (statement.time() != null) {
      notes.add(Html.isolated(index.when(statement.time())));
    }
    if (statement.negated()) {
      notes.add("negated");
    }
    if (statement.hypothetical()) {
      notes.add("hypothetical");
    }
    if (statement.within() != null) {
      notes.add("told in " + reference(statement.within(), prefix));
    }
    note(out, notes, statement.provenance());
    out.append("</li>\n");
  }

  private void position(StringBuilder out, Position position, RecordIndex index, String prefix) {
    out.append("<li><b>").append(Html.isolated(index.name(position.party()))).append("</b> ");
    out.append("<span class=\"code\">").append(position.stance().name()).append("</span> ");
    out.append("<span class=\"code\">").append(Html.escape(position.issue())).append("</span> — ");
    out.append(Html.isolated(RecordIndex.text(position.content())));
    StringJoiner notes = new StringJoiner(" · ");
    if (!position.condition().isEmpty()) {
      notes.add("condition: " + Html.isolated(RecordIndex.text(position.condition())));
    }
    if (position.quantity() != null) {
      notes.add("quantity: " + Html.isolated(position.quantity().anchor().text()));
    }
    if (position.deadline() != null) {
      notes.add("deadline: " + Html.isolated(index.when(position.deadline())));
    }
    if (position.counterparty() != null) {
      notes.add("towards " + Html.isolated(index.name(position.counterparty())));
    }
    if (position.statement() != null) {
      notes.add("in " + reference(position.statement(), prefix));
    }
    note(out, notes, position.provenance());
    out.append("</li>\n");
  }

  private void event(StringBuilder out, Event event, RecordIndex index, String prefix) {
    out.append("<li><span class=\"code\">").append(Html.escape(event.type()));
    if (event.mode() != null) {
      out.append(' ').append(Html.escape(event.mode()));
    }
    out.append("</span> ");
    if (!event.actors().isEmpty()) {
      out.append("<b>").append(Html.isolated(index.names(event.actors()))).append("</b> ");
    }
    out.append("<i>").append(Html.isolated(RecordIndex.text(event.cue()))).append("</i>");
    if (!event.targets().isEmpty()) {
      out.append(" → <b>").append(Html.isolated(index.names(event.targets()))).append("</b>");
    }
    StringJoiner notes = new StringJoiner(" · ");
    notes.add(event.status().code());
    if (event.place() != null) {
      notes.add(Html.isolated(index.name(event.place())));
    }
    if (event.time() != null) {
      notes.add(Html.isolated(index.when(event.time())));
    }
    event
        .toll()
        .forEach(
            toll -> notes.add(toll.kind().code() + ": " + Html.isolated(toll.anchor().text())));
    if (event.attributedTo() != null) {
      notes.add("as told in " + reference(event.attributedTo(), prefix));
    }
    note(out, notes, event.provenance());
    out.append("</li>\n");
  }

  private static String reference(String statement, String prefix) {
    String id = Html.escape(statement);
    return "<a href=\"#" + prefix + id + "\">" + id + "</a>";
  }

  private void note(StringBuilder out, StringJoiner notes, Provenance provenance) {
    if (explain) {
      notes.add(
          Html.escape(
              String.format(
                  Locale.ROOT, "by %s, %.2f", provenance.rule(), provenance.confidence())));
      provenance.reasons().forEach(reason -> notes.add(Html.isolated(reason)));
    }
    if (notes.length() > 0) {
      out.append("<br><small>").append(notes).append("</small>");
    }
  }

  private static void people(StringBuilder out, Record record, RecordIndex index) {
    List<Actor> actors =
        record.actors().stream()
            .filter(actor -> actor.named() || index.statementsOf(actor) > 0)
            .filter(actor -> actor.kind() != ActorKind.PLACE)
            .toList();
    if (actors.isEmpty()) {
      return;
    }
    out.append("<h2>Who</h2>\n<ul>\n");
    for (Actor actor : actors) {
      out.append("<li><b>").append(Html.isolated(actor.name())).append("</b>");
      if (!index.about(actor).isEmpty()) {
        out.append(", ").append(Html.isolated(index.about(actor)));
      }
      StringJoiner notes = new StringJoiner(" · ");
      notes.add(actor.kind().code());
      if (actor.side() != null) {
        notes.add("for " + Html.isolated(index.name(actor.side())));
      }
      int said = index.statementsOf(actor);
      if (said > 0) {
        notes.add(said + (said == 1 ? " statement" : " statements"));
      }
      out.append(" <small>").append(notes).append("</small></li>\n");
    }
    out.append("</ul>\n");
  }

  private static void times(StringBuilder out, Record record) {
    if (record.times().isEmpty()) {
      return;
    }
    out.append("<h2>When</h2>\n<ul>\n");
    record.times().stream()
        .map(t -> Html.isolated(t.anchor().text()) + " = " + Html.escape(t.value()))
        .distinct()
        .forEach(time -> out.append("<li>").append(time).append("</li>\n"));
    out.append("</ul>\n");
  }
}
