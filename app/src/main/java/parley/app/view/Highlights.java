package parley.app.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import parley.record.Anchor;
import parley.record.Record;
import parley.record.Statement;
import parley.text.Span;

/**
 * The report's text cut where sources, cues and contents of statements begin and end. Each piece
 * knows all statements that it belongs to; pieces that overlap or cross are no trouble, since none
 * is nested in another.
 */
final class Highlights {

  /** What a stretch of text is for a statement. */
  enum Share {
    SOURCE("who"),
    CUE("said"),
    CONTENT("what");

    private final String label;

    Share(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /** A span of one statement. */
  record Mark(Span span, Share share, Statement statement) {}

  private final List<Mark> marks = new ArrayList<>();
  private int next;
  private final PriorityQueue<Mark> open =
      new PriorityQueue<>(Comparator.comparingInt(mark -> mark.span().end()));

  Highlights(Record record) {
    for (Statement statement : record.statements()) {
      add(statement, Share.SOURCE, statement.source());
      add(statement, Share.CUE, statement.cue());
      add(statement, Share.CONTENT, statement.content());
    }
    marks.sort(Comparator.comparingInt(mark -> mark.span().begin()));
  }

  private void add(Statement statement, Share share, List<Anchor> anchors) {
    anchors.forEach(anchor -> marks.add(new Mark(anchor.span(), share, statement)));
  }

  /** Statements numbered as a reader counts them, from 1. */
  static Map<String, Integer> numbers(Record record) {
    Map<String, Integer> numbers = new HashMap<>();
    record.statements().forEach(s -> numbers.put(s.id(), numbers.size() + 1));
    return numbers;
  }

  /** Takes the pieces of a part's text. */
  interface Pieces {
    /**
     * @param opening the marks that begin at {@code span.begin()}
     * @param all every mark that covers the piece
     */
    void piece(Span span, List<Mark> opening, List<Mark> all);
  }

  /** Cuts a span into pieces. Spans must be asked for in text order. */
  void cut(Span within, Pieces to) {
    int at = within.begin();
    while (at < within.end()) {
      while (!open.isEmpty() && open.peek().span().end() <= at) {
        open.poll();
      }
      List<Mark> opening = new ArrayList<>();
      while (next < marks.size() && marks.get(next).span().begin() <= at) {
        Mark mark = marks.get(next++);
        if (mark.span().end() > at) {
          opening.add(mark);
          open.add(mark);
        }
      }
      int end = within.end();
      if (!open.isEmpty()) {
        end = Math.min(end, open.peek().span().end());
      }
      if (next < marks.size()) {
        end = Math.min(end, marks.get(next).span().begin());
      }
      to.piece(new Span(at, end), opening, List.copyOf(open));
      at = end;
    }
  }
}
