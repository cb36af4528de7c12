package parley.world;

import java.util.Optional;

/**
 * The one name under which an actor is known across reports: "Washington", "the US government" and
 * a person who is known to lead it are "United States"; "EU" is "European Union".
 */
public final class CommonName {

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

  /** The state for which a person of that name is known to speak, by the name alone. */
  public static Optional<String> ofLeader(String fullName) {
    return World.shipped().ledBy(fullName).map(State::name);
  }
}
