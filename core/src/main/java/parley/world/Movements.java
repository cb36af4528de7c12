package parley.world;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which armed movements fight in or against a state, and who leads them, by common names. */
public final class Movements {

  private final Map<String, String> foremost = new HashMap<>();
  private final Set<String> all = new HashSet<>();
  private final Map<String, String> leaders = new HashMap<>();

  private Movements() {
    World.lines("movements.txt", this::add);
    World.lines("movement-leaders.txt", this::addLeaders);
  }

  private static final class Shipped {
    static final Movements MOVEMENTS = new Movements();
  }

  /** The facts that come with Parley; read on first use. */
  public static Movements shipped() {
    return Shipped.MOVEMENTS;
  }

  /** Whether that common name is an armed movement's. */
  public boolean isOne(String commonName) {
    return all.contains(commonName);
  }

  /**
   * Whom "the rebels" mean in a report on that state, empty where several movements fight.
   *
   * @param state common name of the state
   */
  public Optional<String> rebelsOf(String state) {
    return World.shipped().named(state).map(s -> foremost.get(s.alpha3()));
  }

  /**
   * The common name of the movement, party or authority for which a person is known to speak.
   *
   * @param fullName a surname alone tells nothing
   */
  public Optional<String> ledBy(String fullName) {
    return Optional.ofNullable(leaders.get(World.key(fullName)));
  }

  private void addLeaders(String[] f) {
    String movement = CommonName.of(f[0]);
    for (int i = 1; i < f.length; i++) {
      leaders.putIfAbsent(World.key(f[i]), movement);
    }
  }

  private void add(String[] f) {
    if (!f[1].isEmpty()) {
      foremost.put(f[0], f[1]);
      all.add(f[1]);
    }
    all.addAll(World.list(f, 2));
  }
}
