package parley.extract.events;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.language.Sentence;
import parley.language.Token;
import parley.record.TimeExpression;
import parley.text.Span;

/** Finds the time expression that says when a predicate's event was. */
final class EventTimes {

  private final NavigableMap<Integer, TimeExpression> byBegin = new TreeMap<>();

  EventTimes(List<TimeExpression> times) {
    for (TimeExpression time : times) {
      if (time.type() == TimeExpression.Type.DATE || time.type() == TimeExpression.Type.TIME) {
        byBegin.put(time.anchor().span().begin(), time);
      }
    }
  }

  /** Its id: one that hangs on the predicate itself, else none. */
  @Nullable String of(Sentence sentence, Token predicate) {
    Span span = sentence.span();
    for (TimeExpression time : byBegin.subMap(span.begin(), true, span.end(), false).values()) {
      Span at = time.anchor().span();
      for (Token token : sentence.tokens()) {
        if (at.contains(token.span())
            && !token.isRoot()
            && token.head() == predicate.index()
            && (token.plainRelation().equals("obl")
                || token.plainRelation().equals("nmod")
                || token.plainRelation().equals("advmod"))) {
          return time.id();
        }
      }
    }
    return null;
  }
}
