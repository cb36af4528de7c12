package parley.app.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import parley.extract.Reader;
import parley.record.Actor;
import parley.record.ActorKind;
import parley.record.Event;
import parley.record.Position;
import parley.record.Provenance;
import parley.record.Record;
import parley.record.Statement;
import parley.record.TimeExpression;
import parley.record.Toll;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;

/**
 * A record as a reading for a terminal: who, said, what; people with roles and sides; positions,
 * events and times; the parts that were left out. Colour adds nothing that is not in the words.
 *
 * @param width columns of the terminal
 * @param explain whether each entry tells the rule that proposed it, its confidence and reasons
 */
public record TextReading(int width, boolean colour, boolean explain) {

  /** Where no terminal tells its width. */
  public static final int USUAL_WIDTH = 80;

  private static final int NARROWEST = 40;
  private static final int WIDEST = 110;
  private static final int MOST_NAME_COLUMNS = 30;
  private static final int MOST_LEFT_OUT = 12;
  private static final int LEFT_OUT_LENGTH = 60;

  public TextReading {
    width = Math.min(WIDEST, Math.max(NARROWEST, width));
  }

  /**
   * @param file as the caller named it
   */
  public String of(Record record, String file) {
    StringBuilder out = new StringBuilder();
    RecordIndex index = new RecordIndex(record);
    head(out, record, file);
    if (!Reader.reads(record.report())) {
      return out.toString();
    }
    statements(out, record, index);
    positions(out, record, index);
    events(out, record, index);
    people(out, record, index);
    times(out, record);
    leftOut(out, record.report());
    return out.toString();
  }

  private void head(StringBuilder out, Record record, String file) {
    Metadata about = record.report().metadata();
    String title = about.title() == null ? file : about.title();
    new Paragraph().add(title, Ink.HEADING).to(out, "", width, colour);
    StringJoiner facts = new StringJoiner(" · ");
    if (about.source() != null) {
      facts.add(about.source());
    }
    if (about.published() == null) {
      facts.add("date not known (give it with --published)");
    } else {
      facts.add(about.published().toString());
    }
    if (!about.authors().isEmpty()) {
      facts.add("by " + String.join(", ", about.authors()));
    }
    if (about.agency() != null) {
      facts.add(about.agency());
    }
    if (about.title() != null) {
      facts.add(file);
    }
    new Paragraph().add(facts.toString(), Ink.NOTE).to(out, "", width, colour);
    for (String remark : Remarks.of(record.report())) {
      new Paragraph().add(remark, Ink.NOTE).to(out, "", width, colour);
    }
  }

  private void heading(StringBuilder out, String words) {
    out.append('\n');
    new Paragraph().add(words, Ink.HEADING).to(out, "", width, colour);
  }

  private void statements(StringBuilder out, Record record, RecordIndex index) {
    heading(out, count(record.statements().size(), "statement"));
    for (Statement statement : record.statements()) {
      Paragraph line = new Paragraph();
      String who = index.who(statement);
      if (who == null) {
        line.add("(no source named)", Ink.NOTE);
      } else {
        line.add(who, Ink.WHO);
      }
      line.mark(" — ");
      if (!statement.cue().isEmpty()) {
        line.add(RecordIndex.text(statement.cue()), Ink.CUE).mark(" — ");
      }
      line.add(RecordIndex.text(statement.content()));
      line.to(out, label(statement.id(), statement.kind().code()), width, colour);
      note(out, circumstances(statement, index));
      explain(out, statement.provenance());
    }
  }

  private static String circumstances(Statement statement, RecordIndex index) {
    StringJoiner notes = new StringJoiner(" · ");
    if (statement.part() != PartRole.BODY) {
      notes.add("in the " + statement.part().code());
    }
    if (statement.addressee() != null) {
      notes.add("to " + index.name(statement.addressee()));
    }
    if (statement.venue() != null) {
      notes.add(statement.venue().text());
    }
    if (statement.time() != null) {
      notes.add(index.when(statement.time()));
    }
    if (statement.negated()) {
      notes.add("negated");
    }
    if (statement.hypothetical()) {
      notes.add("hypothetical");
    }
    if (statement.within() != null) {
      notes.add("told in " + statement.within());
    }
    return notes.toString();
  }

  private void positions(StringBuilder out, Record record, RecordIndex index) {
    if (record.positions().isEmpty()) {
      return;
    }
    heading(out, count(record.positions().size(), "position"));
    for (Position position : record.positions()) {
      Paragraph line =
          new Paragraph()
              .add(index.name(position.party()), Ink.WHO)
              .mark(" — ")
              .add(position.stance().name(), Ink.STANCE)
              .mark(" ")
              .add(position.issue(), Ink.HEADING)
              .mark(" — ")
              .add(RecordIndex.text(position.content()));
      line.to(out, label(position.id(), ""), width, colour);
      StringJoiner notes = new StringJoiner(" · ");
      if (!position.condition().isEmpty()) {
        notes.add("condition: " + RecordIndex.text(position.condition()));
      }
      if (position.quantity() != null) {
        notes.add("quantity: " + position.quantity().anchor().text());
      }
      if (position.deadline() != null) {
        notes.add("deadline: " + index.when(position.deadline()));
      }
      if (position.counterparty() != null) {
        notes.add("towards " + index.name(position.counterparty()));
      }
      if (position.expressedBy() != null && !position.expressedBy().equals(position.party())) {
        notes.add("voiced by " + index.name(position.expressedBy()));
      }
      if (position.statement() != null) {
        notes.add("in " + position.statement());
      }
      if (!position.linkedTo().isEmpty()) {
        notes.add("in exchange for " + String.join(", ", position.linkedTo()));
      }
      note(out, notes.toString());
      explain(out, position.provenance());
    }
  }

  private void events(StringBuilder out, Record record, RecordIndex index) {
    if (record.events().isEmpty()) {
      return;
    }
    heading(out, count(record.events().size(), "event"));
    for (Event event : record.events()) {
      Paragraph line = new Paragraph();
      line.add(event.actors().isEmpty() ? "(not told)" : index.names(event.actors()), Ink.WHO)
          .mark(" — ")
          .add(event.type() + (event.mode() == null ? "" : " " + event.mode()), Ink.STANCE)
          .mark(" ")
          .add("“" + RecordIndex.text(event.cue()) + "”", Ink.CUE);
      if (!event.targets().isEmpty()) {
        line.mark(" → ").add(index.names(event.targets()), Ink.WHO);
      }
      line.to(out, label(event.id(), event.status().code()), width, colour);
      StringJoiner notes = new StringJoiner(" · ");
      if (event.place() != null) {
        notes.add(index.name(event.place()));
      }
      if (event.time() != null) {
        notes.add(index.when(event.time()));
      }
      event.toll().forEach(toll -> notes.add(toll(toll)));
      if (event.attributedTo() != null) {
        notes.add("as told in " + event.attributedTo());
      }
      note(out, notes.toString());
      explain(out, event.provenance());
    }
  }

  private static String toll(Toll toll) {
    String number =
        toll.high() == Toll.OPEN
            ? "at least " + toll.low()
            : toll.low() == toll.high()
                ? String.valueOf(toll.low())
                : toll.low() + " to " + toll.high();
    return number + " " + toll.kind().code();
  }

  private void people(StringBuilder out, Record record, RecordIndex index) {
    List<Actor> shown = new ArrayList<>();
    StringJoiner rest = new StringJoiner(", ");
    for (Actor actor : record.actors()) {
      boolean known = actor.side() != null || !index.about(actor).isEmpty();
      if (index.statementsOf(actor) > 0 || actor.named() && known) {
        shown.add(actor);
      } else if (actor.named() && actor.kind() != ActorKind.PLACE) {
        rest.add(actor.name());
      }
    }
    if (shown.isEmpty() && rest.length() == 0) {
      return;
    }
    heading(out, "Who");
    int names = 0;
    for (Actor actor : shown) {
      int columns = TerminalText.columns(TerminalText.of(actor.name()));
      names = Math.max(names, Math.min(MOST_NAME_COLUMNS, columns));
    }
    for (Actor actor : shown) {
      String name = TerminalText.of(actor.name());
      StringJoiner facts = new StringJoiner(" · ");
      if (!index.about(actor).isEmpty()) {
        facts.add(index.about(actor));
      }
      if (actor.side() != null) {
        facts.add("for " + index.name(actor.side()));
      }
      int said = index.statementsOf(actor);
      if (said > 0) {
        facts.add(count(said, "statement"));
      }
      if (actor.kind() != ActorKind.PERSON) {
        facts.add(actor.kind().code());
      }
      int columns = TerminalText.columns(name);
      if (columns > names) {
        new Paragraph().add(name, Ink.WHO).to(out, "  ", width, colour);
        new Paragraph().add(facts.toString()).to(out, " ".repeat(names + 4), width, colour);
      } else {
        new Paragraph()
            .add(name, Ink.WHO)
            .mark(" ".repeat(names - columns + 2))
            .add(facts.toString())
            .to(out, "  ", names + 4, width, colour);
      }
    }
    if (rest.length() > 0) {
      new Paragraph().add("also named: " + rest, Ink.NOTE).to(out, "  ", width, colour);
    }
  }

  private void times(StringBuilder out, Record record) {
    if (record.times().isEmpty()) {
      return;
    }
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (TimeExpression time : record.times()) {
      String value = time.value().isEmpty() ? "?" : time.value();
      seen.merge(TerminalText.of(time.anchor().text()) + " = " + value, 1, Integer::sum);
    }
    heading(out, "When");
    StringJoiner line = new StringJoiner(" · ");
    seen.forEach((words, n) -> line.add(n == 1 ? words : words + " (" + n + " times)"));
    new Paragraph().add(line.toString()).to(out, "  ", width, colour);
  }

  private void leftOut(StringBuilder out, Report report) {
    List<Part> parts = report.parts().stream().filter(p -> !p.role().isRead()).toList();
    if (parts.isEmpty()) {
      return;
    }
    heading(out, "Left out");
    for (Part part : parts.subList(0, Math.min(MOST_LEFT_OUT, parts.size()))) {
      new Paragraph()
          .add(clip(part.span().of(report.text())), Ink.NOTE)
          .to(out, pad("  " + part.role().code(), 15), width, colour);
    }
    if (parts.size() > MOST_LEFT_OUT) {
      new Paragraph()
          .add("and " + (parts.size() - MOST_LEFT_OUT) + " more", Ink.NOTE)
          .to(out, "  ", width, colour);
    }
  }

  private static String clip(String text) {
    String plain = TerminalText.of(text.substring(0, Math.min(text.length(), 4 * LEFT_OUT_LENGTH)));
    if (plain.codePointCount(0, plain.length()) <= LEFT_OUT_LENGTH) {
      return plain;
    }
    return plain.substring(0, plain.offsetByCodePoints(0, LEFT_OUT_LENGTH)) + "…";
  }

  private static String label(String id, String kind) {
    return pad(pad("  " + TerminalText.of(id), 6) + kind, 16);
  }

  private static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(1, columns - TerminalText.columns(text)));
  }

  private void note(StringBuilder out, String words) {
    if (!words.isEmpty()) {
      new Paragraph().add(words, Ink.NOTE).to(out, " ".repeat(16), width, colour);
    }
  }

  private void explain(StringBuilder out, @Nullable Provenance provenance) {
    if (explain && provenance != null) {
      String reasons =
          provenance.reasons().isEmpty() ? "" : ": " + String.join("; ", provenance.reasons());
      note(
          out,
          String.format(
              Locale.ROOT,
              "by %s, confidence %.2f%s",
              provenance.rule(),
              provenance.confidence(),
              reasons));
    }
  }

  private static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }
}
