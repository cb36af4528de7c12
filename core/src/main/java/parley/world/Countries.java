package parley.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the state of an actor in the words that name it: "the Mexican National Guard" is Mexico's.
 */
final class Countries {

  /** Words that are looked at, and words of one name. */
  private static final int MOST_WORDS = 24;

  private static final int LONGEST_NAME = 6;

  /** A city of fewer people does not tell a country by itself. */
  private static final double CITY = 100_000;

  /** What follows these is where somebody is, or to whom: it tells less than what stands before. */
  private static final Set<String> PLACES =
      Set.of("in", "to", "from", "at", "near", "on", "against");

  private static final Set<String> FOREIGN_HANDS =
      Set.of("backed", "led", "occupied", "funded", "supported", "trained", "based", "controlled");

  private final World world;

  Countries(World world) {
    this.world = world;
  }

  Optional<State> of(String actor) {
    List<String> words = words(actor);
    State best = null;
    int bestRank = 0;
    boolean later = false;
    int i = 0;
    while (i < words.size()) {
      if (i > 0 && PLACES.contains(words.get(i))) {
        later = true;
      }
      int taken = 1;
      for (int n = Math.min(LONGEST_NAME, words.size() - i); n >= 1; n--) {
        String text = String.join(" ", words.subList(i, i + n));
        State state = one(text, n == words.size());
        if (isInternational(text)) {
          taken = n;
          break;
        }
        if (state != null) {
          boolean foreign =
              i + n < words.size()
                  && FOREIGN_HANDS.contains(words.get(i + n).toLowerCase(Locale.ROOT));
          int rank = foreign ? 1 : later ? 2 : 3;
          if (rank > bestRank) {
            best = state;
            bestRank = rank;
          }
          taken = n;
          break;
        }
      }
      i += taken;
    }
    return Optional.ofNullable(best);
  }

  /** The first international organisation that the words name. */
  Optional<Organisation> internationalIn(String actor) {
    List<String> words = words(actor);
    for (int i = 0; i < words.size(); i++) {
      for (int n = Math.min(LONGEST_NAME, words.size() - i); n >= 1; n--) {
        Optional<Organisation> found =
            world.organisation(String.join(" ", words.subList(i, i + n)));
        if (found.isPresent() && found.get().isInternational()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private boolean isInternational(String text) {
    return world.organisation(text).map(Organisation::isInternational).orElse(false)
        && world.named(text).isEmpty();
  }

  private @Nullable State one(String text, boolean whole) {
    Optional<State> state = world.any(text).or(() -> world.ofRegion(text));
    if (state.isEmpty()) {
      state = world.organisation(text).map(Organisation::state).flatMap(world::byCode);
    }
    if (state.isEmpty() && text.indexOf(' ') > 0) {
      state = world.ledBy(text);
    }
    if (state.isEmpty() && Character.isUpperCase(text.charAt(0)) && text.length() > 2) {
      state =
          Optional.ofNullable(NameTable.bodies().codeOf(World.key(text))).flatMap(world::byCode);
    }
    if (state.isEmpty() && Character.isUpperCase(text.charAt(0)) && text.length() > 3) {
      state = city(text);
    }
    if (state.isEmpty() && whole) {
      state = world.ledBy(text).or(() -> world.ledBySurname(text));
    }
    return state.orElse(null);
  }

  private Optional<State> city(String text) {
    List<Place> cities = Gazetteer.shipped().towns(text);
    if (cities.isEmpty() || cities.get(0).population() < CITY) {
      return Optional.empty();
    }
    return world.byAlpha2(cities.get(0).country());
  }

  private static List<String> words(String actor) {
    List<String> words = new ArrayList<>();
    for (String piece : actor.split("[\\s,;()/“”\"]+", -1)) {
      String word = piece;
      for (String end : List.of("'s", "’s", "'", "’")) {
        if (word.endsWith(end)) {
          word = word.substring(0, word.length() - end.length());
        }
      }
      int hyphen = word.indexOf('-');
      boolean hand =
          hyphen > 0 && FOREIGN_HANDS.contains(word.substring(hyphen + 1).toLowerCase(Locale.ROOT));
      if (hand) {
        words.add(word.substring(0, hyphen));
        words.add(word.substring(hyphen + 1));
      } else if (!word.isEmpty()) {
        words.add(word);
      }
      if (words.size() >= MOST_WORDS) {
        break;
      }
    }
    return words;
  }
}
