package parley.extract.positions.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.extract.actors.Cast;
import parley.record.Actor;
import parley.record.Anchor;
import parley.record.Statement;

/**
 * The words that could name the holder of a position: those in its sentence and the subjects of the
 * sentences before that name an actor, and the source of the statement in which it stands.
 */
public final class HolderFinder {

  private static final int SENTENCES_BEFORE = 3;
  private static final int MAX_HOLDERS = 40;

  private HolderFinder() {}

  public static List<Holder> find(Context context, Cast cast, Candidate c) {
    List<Holder> result = new ArrayList<>();
    SentenceView v = c.view();
    for (int i = 0; i < v.size() && result.size() < MAX_HOLDERS; i++) {
      if (mayHold(v, i)) {
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
    return result;
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
      for (int i = 0; i < view.size(); i++) {
        boolean head =
            source.span().contains(view.sentence().token(i).span())
                && (view.head(i) < 0
                    || !source.span().contains(view.sentence().token(view.head(i)).span()));
        int token = i;
        if (head && into.stream().noneMatch(h -> h.view() == view && h.token() == token)) {
          add(cast, view, i, into);
        }
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

  private static boolean mayHold(SentenceView v, int i) {
    String tag = v.tag(i);
    String rel = v.relation(i);
    if (tag.startsWith("PRP")) {
      return !rel.equals("expl") && !v.word(i).equals("itself") && !v.word(i).equals("you");
    }
    if (rel.equals("compound") || rel.equals("flat") || rel.equals("fixed")) {
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
