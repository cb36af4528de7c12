package parley.extract.actors;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import parley.record.Actor;
import parley.record.Mention;
import parley.text.Span;

/** The actors of one report, found by id or by where they are mentioned. */
public final class Cast {

  private final List<Actor> actors;
  private final Map<String, Actor> byId;
  private final NavigableMap<Span, Actor> byMention = new TreeMap<>();

  public Cast(List<Actor> actors) {
    this.actors = List.copyOf(actors);
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
}
