package parley.extract.actors;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.language.Token;
import parley.record.Actor;
import parley.record.Mention;
import parley.text.Span;

/** The actors of one report, found by id or by where they are mentioned. */
public final class Cast {

  private final List<Actor> actors;
  private final Map<String, Actor> byId;
  private final NavigableMap<Span, Actor> byMention = new TreeMap<>();
  private final Map<Draft, Actor> byDraft;
  private final @Nullable Places places;

  /** A cast that knows its mentions by their spans alone. */
  public Cast(List<Actor> actors) {
    this(actors, Map.of(), null);
  }

  Cast(List<Actor> actors, Map<Draft, Actor> byDraft, @Nullable Places places) {
    this.actors = List.copyOf(actors);
    this.byDraft = byDraft;
    this.places = places;
    byId = actors.stream().collect(Collectors.toMap(Actor::id, Function.identity()));
    for (Actor actor : actors) {
      for (Mention mention : actor.mentions()) {
        byMention.put(mention.anchor().span(), actor);
      }
    }
  }

  public List<Actor> actors() {
    return actors;
  }

  public Optional<Actor> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The actor that is mentioned at exactly this span. */
  public Optional<Actor> mentionedAt(Span span) {
    return Optional.ofNullable(byMention.get(span));
  }

  /** Actors mentioned within the span, in text order of their first mention there. */
  public List<Actor> mentionedWithin(Span span) {
    return byMention
        .subMap(new Span(span.begin(), span.begin()), true, new Span(span.end(), span.end()), true)
        .entrySet()
        .stream()
        .filter(e -> span.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .distinct()
        .toList();
  }

  /**
   * The actor that the words of a span mean: the one mentioned there, or by the word on which the
   * others depend ("a senior official briefed on the talks", "the envoy's sister, Ana"), all of
   * them that "and" joins, or whose document it is ("a statement by the ministry"). Empty if the
   * span names no actor.
   */
  public Optional<Actor> bestFor(Span span) {
    Actor exact = byMention.get(span);
    if (exact != null) {
      return Optional.of(exact);
    }
    Places.Place place = places == null ? null : places.of(span);
    Draft group =
        place == null ? null : place.tree().groupWithin(place.head(), place.begin(), place.end());
    Actor together = group == null ? null : byDraft.get(group);
    if (together != null) {
      return Optional.of(together);
    }
    List<Actor> all = allFor(span);
    if (!all.isEmpty()) {
      return Optional.of(all.get(0));
    }
    Draft last = place == null ? null : place.lastPerson();
    return last == null ? Optional.empty() : Optional.ofNullable(byDraft.get(last));
  }

  /** The same for a span that may join several ("X and Y"), in text order. */
  public List<Actor> allFor(Span span) {
    Places.Place place = places == null ? null : places.of(span);
    if (place == null) {
      return mentionedWithin(span).stream().limit(1).toList();
    }
    Tree tree = place.tree();
    Set<Actor> found = new LinkedHashSet<>();
    Actor first = at(tree, place.head());
    if (first != null) {
      found.add(first);
    }
    for (Token d : tree.sentence.dependents(place.head())) {
      if (d.relation().equals("conj") && d.index() < place.end()) {
        Actor actor = at(tree, d.index());
        if (actor != null) {
          found.add(actor);
        }
      }
    }
    if (found.isEmpty()) {
      belowHead(tree, place, found);
    }
    return new ArrayList<>(found);
  }

  /** An apposition or the rest of a name at the head; else whose document it is. */
  private void belowHead(Tree tree, Places.Place place, Set<Actor> found) {
    boolean document =
        Lexicon.shipped().is(tree.lemma(place.head()), Lexicon.DOCUMENT | Lexicon.THING);
    for (Token d : tree.sentence.dependents(place.head())) {
      String relation = d.plainRelation();
      boolean same =
          relation.equals("appos") || relation.equals("flat") || relation.equals("compound");
      if (document && relation.equals("acl")) {
        for (Token by : tree.sentence.dependents(d.index())) {
          Actor maker = isMaker(tree.preposition(by.index())) ? at(tree, by.index()) : null;
          if (maker != null && by.index() < place.end()) {
            found.add(maker);
            return;
          }
        }
      }
      boolean of =
          document
              && (d.relation().equals("nmod:poss")
                  || (relation.equals("nmod") && isMaker(tree.preposition(d.index()))));
      Actor actor = same || of ? at(tree, d.index()) : null;
      if (actor != null && d.index() >= place.begin() && d.index() < place.end()) {
        found.add(actor);
        return;
      }
    }
  }

  private static boolean isMaker(String preposition) {
    return preposition.equals("of") || preposition.equals("by") || preposition.equals("from");
  }

  private @Nullable Actor at(Tree tree, int token) {
    Draft draft = tree.draft(token);
    return draft == null ? null : byDraft.get(draft);
  }
}
