package parley.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.record.Actor;
import parley.record.ActorKind;
import parley.record.Event;
import parley.record.Fact;
import parley.record.Mention;
import parley.record.Record;
import parley.world.City;
import parley.world.Gazetteer;
import parley.world.Organisation;
import parley.world.State;
import parley.world.World;

/**
 * The states to which the actors of one report belong, as far as it and the built-in facts tell.
 */
public final class ActorStates {

  /** Steps from an actor to whom it speaks for. */
  private static final int SIDES = 3;

  /** Mentions of one actor that are looked at. */
  private static final int MENTIONS = 12;

  private final World world = World.shipped();
  private final Map<String, Actor> byId = new HashMap<>();
  private final Map<String, Integer> named = new HashMap<>();
  private @Nullable State foremost;

  public ActorStates(Record record) {
    int most = 0;
    for (Actor actor : record.actors()) {
      byId.put(actor.id(), actor);
      State state = actor.kind() == ActorKind.STATE ? world.named(actor.name()).orElse(null) : null;
      if (state != null) {
        int count = named.merge(state.alpha2(), actor.mentions().size(), Integer::sum);
        if (count > most) {
          most = count;
          foremost = state;
        }
      }
    }
  }

  /**
   * The state that the actor is, of which its name, nationality, office or affiliation tells, that
   * it is known to lead or have led, or for which its side acts.
   */
  public Optional<State> of(Actor actor) {
    Actor at = actor;
    for (int step = 0; step <= SIDES && at != null; step++) {
      Optional<State> own = own(at);
      if (own.isPresent() || organisation(at).filter(Organisation::isInternational).isPresent()) {
        return own;
      }
      at = at.side() == null ? null : byId.get(at.side());
    }
    return Optional.empty();
  }

  /** The known organisation that the actor is or for which it acts. */
  public Optional<Organisation> organisationOf(Actor actor) {
    Actor at = actor;
    for (int step = 0; step <= SIDES && at != null; step++) {
      Optional<Organisation> own = organisation(at);
      if (own.isPresent()) {
        return own;
      }
      for (Fact fact : at.facts()) {
        Optional<Organisation> affiliation = world.internationalIn(fact.value());
        if (affiliation.isPresent()) {
          return affiliation;
        }
      }
      at = at.side() == null ? null : byId.get(at.side());
    }
    return actor.kind() == ActorKind.PERSON && actor.named()
        ? Optional.empty()
        : world.internationalIn(actor.name());
  }

  /**
   * The same, else the state where the event happened, else the one that the report names most: a
   * guess, to be shown as one.
   */
  public Optional<State> likely(Actor actor, Event event) {
    Optional<State> told = of(actor);
    if (told.isPresent() || organisationOf(actor).isPresent()) {
      return told;
    }
    Actor place = event.place() == null ? null : byId.get(event.place());
    Optional<State> where = place == null ? Optional.empty() : of(place);
    return where.or(() -> Optional.ofNullable(foremost));
  }

  private Optional<Organisation> organisation(Actor actor) {
    Optional<Organisation> known = world.organisation(actor.name());
    for (Mention mention : actor.mentions().subList(0, Math.min(4, actor.mentions().size()))) {
      known = known.or(() -> world.organisation(mention.anchor().text()));
    }
    return actor.kind() == ActorKind.PERSON ? Optional.empty() : known;
  }

  private Optional<State> own(Actor actor) {
    switch (actor.kind()) {
      case STATE:
        return world.named(actor.name());
      case PLACE:
        return ofPlace(actor.name());
      case PERSON:
        Optional<State> led = world.ledBy(actor.name());
        boolean single = actor.name().indexOf(' ') < 0;
        if (led.isEmpty() && single && actor.named() && !actor.roles().isEmpty()) {
          // "President Obama": a surname alone tells only with an office.
          led = world.countryOf(actor.name());
        }
        return led.or(() -> byWords(actor));
      default:
        return byWords(actor);
    }
  }

  private Optional<State> ofPlace(String name) {
    return world
        .any(name)
        .or(() -> world.ofRegion(name))
        .or(
            () ->
                Gazetteer.shipped()
                    .likeliest(name, named)
                    .map(City::country)
                    .flatMap(world::byAlpha2))
        .or(() -> world.countryOf(name));
  }

  private Optional<State> byWords(Actor actor) {
    Set<String> texts = new LinkedHashSet<>();
    List<String> later = new ArrayList<>();
    for (Fact fact : actor.facts()) {
      switch (fact.kind()) {
        case NATIONALITY -> texts.add(fact.value());
        case ROLE, AFFILIATION -> later.add(fact.value());
        default -> {}
      }
    }
    if (actor.kind() != ActorKind.PERSON || !actor.named()) {
      texts.add(actor.name());
      int looked = 0;
      for (Mention mention : actor.mentions()) {
        if (mention.form() != Mention.Form.PRONOUN && looked++ < MENTIONS) {
          texts.add(mention.anchor().text());
        }
      }
    }
    texts.addAll(later);
    for (String text : texts) {
      Optional<State> state = world.countryOf(text);
      if (state.isPresent()) {
        return state;
      }
    }
    return Optional.empty();
  }
}
