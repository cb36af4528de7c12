package parley.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Actors that a user's file names, each with its Wikidata id. A name of two of them tells neither.
 *
 * <p>Immutable and safe for use by many threads at once.
 */
public final class ActorFile {

  /** No actors. */
  public static final ActorFile NONE = new ActorFile(Map.of(), "");

  /**
   * One actor.
   *
   * @param aliases other names
   * @param person whether it is a person; null if the file does not say
   * @param id Wikidata's ("Q2831")
   */
  public record Entry(String name, List<String> aliases, @Nullable Boolean person, String id) {
    public Entry {
      aliases = List.copyOf(aliases);
    }
  }

  private final Map<String, Set<String>> ids;
  private final String id;

  private ActorFile(Map<String, Set<String>> ids, String id) {
    this.ids = ids;
    this.id = id;
  }

  /**
   * @param id tells the file from others
   */
  public static ActorFile of(Iterable<Entry> entries, String id) {
    Map<String, Set<String>> ids = new HashMap<>();
    for (Entry entry : entries) {
      add(ids, entry.name(), entry);
      entry.aliases().forEach(alias -> add(ids, alias, entry));
    }
    ids.replaceAll((key, of) -> Set.copyOf(of));
    return new ActorFile(Map.copyOf(ids), id);
  }

  private static void add(Map<String, Set<String>> ids, String name, Entry entry) {
    for (boolean person : new boolean[] {true, false}) {
      if (entry.person() == null || entry.person() == person) {
        String key = key(name, person);
        if (key.length() > 2) {
          ids.computeIfAbsent(key, k -> new TreeSet<>()).add(entry.id());
        }
      }
    }
  }

  /** The ids of all actors of that name, empty if the file has none. */
  public Set<String> of(String name, boolean person) {
    return ids.getOrDefault(key(name, person), Set.of());
  }

  /** Tells the file from others; empty for {@link #NONE}. */
  public String id() {
    return id;
  }

  /** The same for all names of a state and of a known organisation. */
  private static String key(String name, boolean person) {
    if (person) {
      return "p:" + NameWords.fold(name);
    }
    World world = World.shipped();
    Optional<String> known = world.named(name).map(State::alpha3);
    if (known.isEmpty()) {
      known = world.organisation(name).map(Organisation::name);
    }
    return "c:" + known.orElseGet(() -> NameWords.fold(name));
  }
}
