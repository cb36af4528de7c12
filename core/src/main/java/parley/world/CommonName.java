package parley.world;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The one name under which an actor is known across reports: "Washington", "the US government" and
 * a person who is known to lead it are "United States"; "EU" is "European Union".
 */
public final class CommonName {

  private static final String BRITAIN = "United Kingdom";
  private static final String AMERICA = "United States";

  /** Offices that only one state has under that English name. */
  private static final Map<String, String> OFFICES =
      Map.ofEntries(
          Map.entry("home secretary", BRITAIN),
          Map.entry("foreign secretary", BRITAIN),
          Map.entry("defence secretary", BRITAIN),
          Map.entry("international development secretary", BRITAIN),
          Map.entry("business secretary", BRITAIN),
          Map.entry("justice secretary", BRITAIN),
          Map.entry("northern ireland secretary", BRITAIN),
          Map.entry("chancellor of the exchequer", BRITAIN),
          Map.entry("foreign office minister", BRITAIN),
          Map.entry("middle east minister", BRITAIN),
          Map.entry("secretary of state", AMERICA),
          Map.entry("defense secretary", AMERICA),
          Map.entry("secretary of defense", AMERICA),
          Map.entry("treasury secretary", AMERICA),
          Map.entry("chairman of the joint chiefs of staff", AMERICA));

  private CommonName() {}

  /**
   * The common name of a collective actor.
   *
   * @return {@code name} itself if nothing is known of it
   */
  public static String of(String name) {
    World world = World.shipped();
    Optional<String> organisation = world.organisation(name).map(Organisation::name);
    return world
        .named(name)
        .or(() -> world.ofPeople(name))
        .or(() -> world.ofSeat(name))
        .map(State::name)
        .or(() -> organisation)
        .or(() -> world.ofCapital(name).map(State::name))
        .orElse(name);
  }

  /** The state that a name means: its own, that of its people, a seat or its capital. */
  public static Optional<String> ofState(String name) {
    return World.shipped().any(name).map(State::name);
  }

  /**
   * The movement, the state or the United Nations for which a person of that name is known to
   * speak, by the name alone; a surname alone tells it where one known leader of a state has it.
   */
  public static Optional<String> ofLeader(String name) {
    World world = World.shipped();
    if (world.speaksForUnitedNations(name)) {
      return Optional.of(World.UNITED_NATIONS);
    }
    Optional<String> movement = Movements.shipped().ledBy(name);
    if (movement.isPresent()) {
      return movement;
    }
    Optional<State> state = world.ledBy(name);
    if (state.isEmpty()) {
      state = world.ledBySurname(name);
    }
    return state.map(State::name);
  }

  /** The state that alone has an office of that name; of American spelling, of the one's. */
  public static Optional<String> ofOffice(String office) {
    String name = office.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> only : OFFICES.entrySet()) {
      if (name.endsWith(only.getKey())) {
        return Optional.of(only.getValue());
      }
    }
    return Optional.empty();
  }
}
