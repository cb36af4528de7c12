package parley.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.record.Actor;
import parley.record.ActorKind;
import parley.record.Event;
import parley.record.Fact;
import parley.record.Location;
import parley.record.Mention;
import parley.record.Record;
import parley.world.CommonName;
import parley.world.Movements;
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

  /** Characters behind "of" in which a land is looked for. */
  private static final int LAND = 40;

  private static final Pattern LAND_END =
      Pattern.compile("[^\\p{L} '’-]| (?:and|who|that|has|had|is) ");

  private static final String BASED = " based in ";

  private final World world = World.shipped();
  private final String text;
  private final Map<String, Actor> byId = new HashMap<>();
  private final Map<String, Integer> named = new HashMap<>();
  private @Nullable State foremost;

  public ActorStates(Record record) {
    text = record.report().text();
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
    if (actor.kind() == ActorKind.PERSON) {
      return Movements.shipped().ledBy(actor.name()).flatMap(world::organisation);
    }
    for (Mention mention : actor.mentions().subList(0, Math.min(4, actor.mentions().size()))) {
      known = known.or(() -> world.organisation(mention.anchor().text()));
    }
    return known;
  }

  private Optional<State> own(Actor actor) {
    switch (actor.kind()) {
      case STATE:
        return world.named(actor.name());
      case PLACE:
        return ofPlace(actor);
      case PERSON:
        Optional<State> told = world.ledBy(actor.name()).or(() -> byWords(actor));
        boolean single = actor.name().indexOf(' ') < 0 && actor.named();
        if (told.isEmpty() && single && actor.side() == null && !actor.roles().isEmpty()) {
          // "President Obama": a surname alone tells only with an office.
          return CommonName.ofLeader(actor.name()).flatMap(world::named);
        }
        return told;
      case GROUP:
        return behind(actor, " of ").or(() -> byWords(actor)).or(() -> behind(actor, BASED));
      default:
        return byWords(actor).or(() -> behind(actor, BASED));
    }
  }

  private Optional<State> ofPlace(Actor place) {
    Location location = place.location();
    if (location != null) {
      return world.byCode(location.country());
    }
    String name = place.name();
    return world.any(name).or(() -> world.ofRegion(name)).or(() -> world.countryOf(name));
  }

  /** The state told right behind a mention: "the Kurds of Iraq", "a newspaper based in Beirut". */
  private Optional<State> behind(Actor actor, String link) {
    int looked = 0;
    for (Mention mention : actor.mentions()) {
      int end = mention.anchor().span().end();
      if (mention.form() != Mention.Form.PRONOUN
          && looked++ < MENTIONS
          && text.startsWith(link, end)) {
        int from = end + link.length();
        String land = text.substring(from, Math.min(text.length(), from + LAND));
        Optional<State> state = world.countryOf(LAND_END.split(land, 2)[0]);
        if (state.isPresent()) {
          return state;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a people is named as one that lives elsewhere: "ethnic Albanians". */
  private boolean isAbroad(Mention mention) {
    int begin = mention.anchor().span().begin();
    return text.startsWith("ethnic ", begin - 7) || mention.anchor().text().startsWith("ethnic ");
  }

  private Optional<State> byWords(Actor actor) {
    Set<String> texts = new LinkedHashSet<>();
    List<String> later = new ArrayList<>();
    for (Fact fact : actor.facts()) {
      switch (fact.kind()) {
        case NATIONALITY -> texts.add(fact.value());
        case ROLE, OFFICE, AFFILIATION -> later.add(fact.value());
        default -> {}
      }
    }
    if (actor.kind() == ActorKind.GROUP && actor.mentions().stream().anyMatch(this::isAbroad)) {
      return Optional.empty();
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
