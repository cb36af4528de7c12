package parley.extract.events;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.extract.actors.Cast;
import parley.language.Sentence;
import parley.language.Token;
import parley.record.Actor;
import parley.record.ActorKind;
import parley.record.Mention;
import parley.text.Span;

/** One sentence with its actors put on the heads of the phrases that mention them. */
final class Scene {

  /** How far below a phrase's head its actor may stand: "[Iraqi] president's proposal". */
  private static final int DEPTH = 3;

  /** Words before a noun among which the states of its joined adjectives stand. */
  private static final int JOINED = 7;

  private final Sentence sentence;
  private final @Nullable Actor[] atHead;

  Scene(Sentence sentence, Cast cast) {
    this.sentence = sentence;
    this.atHead = new Actor[sentence.size()];
    Span span = sentence.span();
    for (Actor actor : cast.mentionedWithin(span)) {
      for (Mention mention : actor.mentions()) {
        Span at = mention.anchor().span();
        if (span.contains(at)) {
          int head = head(at);
          if (head >= 0 && atHead[head] == null) {
            atHead[head] = actor;
          }
        }
      }
    }
  }

  Sentence sentence() {
    return sentence;
  }

  /** The token in the span on which the span's other tokens depend, -1 if it holds no token. */
  private int head(Span span) {
    int first = firstTokenAt(span.begin());
    for (int i = first; i < sentence.size(); i++) {
      Token token = sentence.token(i);
      if (token.span().begin() >= span.end()) {
        break;
      }
      if (token.isRoot() || !span.contains(sentence.token(token.head()).span())) {
        return i;
      }
    }
    return -1;
  }

  private int firstTokenAt(int offset) {
    int low = 0;
    int high = sentence.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (sentence.token(mid).span().end() <= offset) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  @Nullable Actor actorAt(Token head) {
    return atHead[head.index()];
  }

  /** The actors that these phrases name; a phrase without one of its own may hold one. */
  Set<Actor> actors(Collection<Token> heads) {
    return actors(heads, Set.of());
  }

  /** The same without some: "its demand that [Israel] ease", where "its" is the one who demands. */
  Set<Actor> actors(Collection<Token> heads, Set<Actor> without) {
    Set<Actor> found = new LinkedHashSet<>();
    for (Token head : heads) {
      Actor own = atHead[head.index()];
      if (own != null && !without.contains(own)) {
        List<Actor> sides = own.kind() == ActorKind.GROUP ? joinedStates(head) : List.of();
        if (sides.size() > 1) {
          found.addAll(sides);
        } else {
          found.add(own);
        }
      } else {
        Token held = below(head, DEPTH, without);
        if (held != null) {
          for (Token each : new Clause(sentence, held).withConjuncts(List.of(held))) {
            Actor actor = atHead[each.index()];
            if (actor != null && !without.contains(actor)) {
              found.add(actor);
            }
          }
        }
      }
    }
    return found;
  }

  /** The states of "[US] and [Russian] negotiators", who are of each side. */
  private List<Actor> joinedStates(Token head) {
    List<Actor> states = new ArrayList<>();
    boolean and = false;
    for (int i = head.index() - 1; i >= 0 && i >= head.index() - JOINED; i--) {
      Actor at = atHead[i];
      String lemma = Clause.lemma(sentence.token(i));
      if (at != null && at.kind() == ActorKind.STATE) {
        states.add(0, at);
      } else if (lemma.equals("and") || lemma.equals(",")) {
        and = true;
      } else if (states.size() > 1 || !sentence.token(i).tag().startsWith("JJ")) {
        break;
      }
    }
    return and ? states : List.of();
  }

  private @Nullable Token below(Token head, int depth, Set<Actor> without) {
    if (depth == 0) {
      return null;
    }
    List<Token> inner = new ArrayList<>();
    for (String relation :
        List.of("nmod:poss", "amod", "compound", "nmod", "obj", "obl", "acl", "xcomp", "ccomp")) {
      for (Token d : sentence.dependents(head.index())) {
        if (d.relation().equals(relation)
            || d.plainRelation().equals(relation) && !inner.contains(d)) {
          inner.add(d);
        }
      }
    }
    for (Token d : inner) {
      Actor own = atHead[d.index()];
      if (own != null && !without.contains(own)) {
        return d;
      }
    }
    for (Token d : inner) {
      Token held = below(d, depth - 1, without);
      if (held != null) {
        return held;
      }
    }
    return null;
  }

  /** The first place named in a phrase of place below the predicate, else below its object. */
  @Nullable Actor placeOf(Token predicate) {
    Actor place = placeBelow(predicate);
    for (Token d : sentence.dependents(predicate.index())) {
      if (place == null && (d.plainRelation().equals("obj") || d.relation().equals("nsubj:pass"))) {
        place = placeBelow(d);
      }
    }
    return place;
  }

  private @Nullable Actor placeBelow(Token head) {
    Clause clause = new Clause(sentence, head);
    for (String preposition :
        List.of("in", "at", "near", "outside", "inside", "on", "across", "around")) {
      for (Token noun : clause.byPreposition(head, preposition)) {
        for (Actor actor : actors(List.of(noun))) {
          if (actor.kind() == ActorKind.PLACE || actor.kind() == ActorKind.STATE) {
            return actor;
          }
        }
      }
    }
    return null;
  }
}
