package parley.world;

import java.util.List;

/**
 * A state or territory, today's or a former one.
 *
 * @param alpha2 ISO 3166-1 code of two letters; for former states the code they had
 * @param alpha3 ISO 3166-1 code of three letters, the one that event data sets use
 * @param name short English name ("South Korea")
 * @param otherNames other names and abbreviations
 * @param adjectives adjectives and names of its people in the singular ("Danish", "Dane")
 * @param capitals capitals, the present one first
 * @param seats houses and offices that stand for its government ("Kremlin")
 */
public record State(
    String alpha2,
    String alpha3,
    String name,
    List<String> otherNames,
    List<String> adjectives,
    List<String> capitals,
    List<String> seats) {

  public State {
    otherNames = List.copyOf(otherNames);
    adjectives = List.copyOf(adjectives);
    capitals = List.copyOf(capitals);
    seats = List.copyOf(seats);
  }
}
