package parley.extract.positions.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.extract.actors.Cast;
import parley.record.Actor;
import parley.record.Anchor;
import parley.record.Statement;
import parley.text.Span;

/**
 * The words that could name the holder of a position: those in its sentence and the subjects of the
 * sentences before that name an actor, and the source of the statement in which it stands.
 */
public final class HolderFinder {

  private static final int SENTENCES_BEFORE = 6;
  private static final int MAX_HOLDERS = 60;

  private HolderFinder() {}

  public static List<Holder> find(Context context, HolderHistory history, Cast cast, Candidate c) {
    List<Holder> result = new ArrayList<>();
    SentenceView v = c.view();
    for (int i = 0; i < v.size() && result.size() < MAX_HOLDERS; i++) {
      if (mayHold(v, i) || modifiesDeed(cast, v, i)) {
        add(cast, v, i, result);
      }
    }
    for (int d = 1; d <= SENTENCES_BEFORE && v.index() >= d; d++) {
      SentenceView before = context.views().get(v.index() - d);
      for (int i = 0; i < before.size() && result.size() < MAX_HOLDERS; i++) {
        if (mayHold(before, i) && before.relation(i).equals("nsubj")) {
          add(cast, before, i, result);
        }
      }
    }
    source(context, cast, c, result);
    foremost(context, cast, result);
    Holder last = history.last();
    if (last != null
        && result.stream().noneMatch(h -> h.view() == last.view() && h.token() == last.token())) {
      result.add(last);
    }
    return result;
  }

  /** Those whom the report names most, by their first mention: a communique is its issuer's. */
  private static void foremost(Context context, Cast cast, List<Holder> into) {
    for (Actor actor : context.foremost(cast)) {
      if (into.stream().noneMatch(h -> h.actor().id().equals(actor.id()))) {
        Span mention = actor.mentions().get(0).anchor().span();
        SentenceView view = context.viewAt(mention.begin());
        int token = view == null ? -1 : headOf(view, mention);
        if (view != null && token >= 0) {
          into.add(new Holder(view, token, actor));
        }
      }
    }
  }

  /** The token of the span on which its others depend, -1 if it holds none. */
  private static int headOf(SentenceView view, Span span) {
    for (int i = 0; i < view.size(); i++) {
      if (span.contains(view.sentence().token(i).span())
          && (view.head(i) < 0 || !span.contains(view.sentence().token(view.head(i)).span()))) {
        return i;
      }
    }
    return -1;
  }

  /** The source of the statement around the clause, however far it stands. */
  private static void source(Context context, Cast cast, Candidate c, List<Holder> into) {
    Statement statement = context.statementAt(c.span().begin());
    if (statement == null) {
      return;
    }
    for (Anchor source : statement.source()) {
      SentenceView view = context.viewAt(source.span().begin());
      if (view == null) {
        continue;
      }
      int token = headOf(view, source.span());
      if (token >= 0 && into.stream().noneMatch(h -> h.view() == view && h.token() == token)) {
        add(cast, view, token, into);
      }
    }
  }

  private static void add(Cast cast, SentenceView v, int i, List<Holder> into) {
    Actor actor = actor(cast, v, i);
    if (actor != null) {
      into.add(new Holder(v, i, actor));
    }
  }

  /** Whom a word names, null for nobody. */
  static @Nullable Actor actor(Cast cast, SentenceView v, int token) {
    return cast.bestFor(v.sentence().token(token).span()).orElse(null);
  }

  private static boolean isModifier(String relation) {
    return relation.equals("compound") || relation.equals("amod");
  }

  /** "The US announcement", "Turkish demands": a name before what its bearer does. */
  private static boolean modifiesDeed(Cast cast, SentenceView v, int i) {
    int noun = v.head(i);
    return v.name(i) != null
        && isModifier(v.relation(i))
        && noun > i
        && v.isNoun(noun)
        && v.name(noun) == null
        && actor(cast, v, noun) == null;
  }

  private static boolean isDay(String word) {
    return switch (word) {
      case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" -> true;
      default -> false;
    };
  }

  private static boolean mayHold(SentenceView v, int i) {
    String tag = v.tag(i);
    String rel = v.relation(i);
    if (tag.startsWith("PRP")) {
      return !rel.equals("expl") && !v.word(i).equals("itself") && !v.word(i).equals("you");
    }
    if (isModifier(rel) || rel.equals("flat") || rel.equals("fixed") || isDay(v.word(i))) {
      return false;
    }
    if (v.name(i) != null || tag.startsWith("NN")) {
      return true;
    }
    return (tag.equals("WP")
            || tag.equals("WDT")
            || tag.equals("DT")
            || tag.equals("CD")
            || tag.startsWith("JJ"))
        && rel.equals("nsubj");
  }
}
