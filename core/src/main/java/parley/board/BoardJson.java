package parley.board;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.codebook.Issue;

/** The JSON form of boards and changes: one object on one line, the same board the same bytes. */
public final class BoardJson {

  private static final JsonFactory JSON = new JsonFactory();

  private interface Body {
    void write() throws IOException;
  }

  private final JsonGenerator json;

  private BoardJson(JsonGenerator json) {
    this.json = json;
  }

  /** The whole board with its evidence and every move. */
  public static String write(Board board) {
    return object(
        j -> {
          j.number("reports", board.reports());
          j.string("latest", board.latest());
          j.array(
              "issues",
              () -> {
                for (Issue i : board.issues()) {
                  j.open();
                  j.string("code", i.code());
                  j.string("label", i.label());
                  j.string("parent", i.parent());
                  j.close();
                }
              });
          j.array(
              "parties",
              () -> {
                for (Party p : board.parties()) {
                  j.open();
                  j.string("name", p.name());
                  j.string("role", p.role().code());
                  j.number("expressions", p.expressions());
                  j.close();
                }
              });
          j.array(
              "cells",
              () -> {
                for (Issue i : board.issues()) {
                  for (Party p : board.parties()) {
                    Cell cell = board.cell(p.name(), i.code()).orElse(null);
                    if (cell != null) {
                      j.cell(cell);
                    }
                  }
                }
              });
          j.changes(board.changes());
        });
  }

  /** Some moves alone. */
  public static String write(List<Change> changes) {
    return object(j -> j.changes(changes));
  }

  private interface Content {
    void write(BoardJson json) throws IOException;
  }

  private static String object(Content content) {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(out)) {
      BoardJson json = new BoardJson(generator);
      generator.writeStartObject();
      content.write(json);
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer does not fail", e);
    }
    return out.toString();
  }

  private void cell(Cell cell) throws IOException {
    open();
    string("party", cell.party());
    string("issue", cell.issue());
    string("stance", cell.stance());
    string("date", cell.date());
    if (cell.ageDays() != null) {
      json.writeNumberField("ageDays", cell.ageDays());
    }
    number("expressions", cell.expressions());
    number("sources", cell.sources());
    json.writeBooleanField("mixed", cell.mixed());
    json.writeBooleanField("contested", cell.contested());
    string("trend", cell.trend().code());
    array(
        "evidence",
        () -> {
          for (Expression e : cell.evidence()) {
            open();
            expression(e);
            close();
          }
        });
    close();
  }

  private void changes(List<Change> changes) throws IOException {
    array(
        "changes",
        () -> {
          for (Change c : changes) {
            open();
            string("party", c.party());
            string("issue", c.issue());
            string("date", c.date());
            array(
                "kinds",
                () -> {
                  for (Change.Kind k : c.kinds()) {
                    json.writeString(k.code());
                  }
                });
            side("before", c.before());
            side("after", c.after());
            close();
          }
        });
  }

  private void side(String name, @Nullable Expression e) throws IOException {
    if (e != null) {
      json.writeObjectFieldStart(name);
      expression(e);
      close();
    }
  }

  private void expression(Expression e) throws IOException {
    string("stance", e.stance());
    string("date", e.date());
    string("report", e.report());
    string("position", e.position());
    string("outlet", e.outlet());
    string("title", e.title());
    string("words", e.words());
    string("content", e.content());
    number("begin", e.begin());
    number("end", e.end());
    string("condition", e.condition());
    Expression.Measure q = e.quantity();
    if (q != null) {
      json.writeObjectFieldStart("quantity");
      string("text", q.text());
      if (q.value() != null) {
        json.writeNumberField("value", q.value());
      }
      string("unit", q.unit());
      close();
    }
    string("speaker", e.speaker());
    string("voice", e.voice());
    json.writeNumberField("confidence", Math.round(e.confidence() * 100) / 100.0);
    array(
        "copies",
        () -> {
          for (String copy : e.copies()) {
            json.writeString(copy);
          }
        });
    array(
        "linkedTo",
        () -> {
          for (Expression.Link link : e.links()) {
            open();
            string("party", link.party());
            string("issue", link.issue());
            close();
          }
        });
  }

  private void open() throws IOException {
    json.writeStartObject();
  }

  private void close() throws IOException {
    json.writeEndObject();
  }

  private void array(String name, Body body) throws IOException {
    json.writeArrayFieldStart(name);
    body.write();
    json.writeEndArray();
  }

  private void string(String name, @Nullable Object value) throws IOException {
    if (value != null) {
      json.writeStringField(name, wellFormed(value.toString()));
    }
  }

  private void number(String name, int value) throws IOException {
    json.writeNumberField(name, value);
  }

  /** UTF-8 cannot hold an unpaired surrogate; a board is for reading, so it shows a mark there. */
  private static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return new String(
            text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            java.nio.charset.StandardCharsets.UTF_8);
      }
    }
    return text;
  }
}
