package parley.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Built-in facts: states with their names, peoples, capitals and seats of government;
 * organisations; leaders. Lookups fold case, accents and dots, but a text in lower case never names
 * a state ("us", "turkey", "chad").
 *
 * <p>Immutable and safe for use by many threads at once.
 */
public final class World {

  static final String UNITED_NATIONS = "United Nations";
  private static final String UNITED_NATIONS_CODE = "UNO";

  private static final Set<String> UN_AGENCIES =
      Set.of("World Health Organization", "World Food Programme", "OCHA", "IAEA", "ILO");

  /** What belongs to the surname that follows ("de Mistura"). */
  private static final Set<String> PARTICLES =
      Set.of("de", "da", "dos", "del", "di", "la", "al", "el", "bin", "ibn", "ben", "van", "von");

  private final Map<String, State> byCode = new LinkedHashMap<>();
  private final Map<String, State> byAlpha2 = new HashMap<>();
  private final Map<String, String> surnames = new HashMap<>();
  private final Map<String, State> names = new HashMap<>();
  private final Map<String, State> peoples = new HashMap<>();
  private final Map<String, State> capitals = new HashMap<>();
  private final Map<String, State> seats = new HashMap<>();
  private final Map<String, State> regions = new HashMap<>();
  private final Map<String, Organisation> organisations = new HashMap<>();
  private final Map<String, String> leaders = new HashMap<>();

  private World() {
    lines("states.txt", this::addState);
    lines("organisations.txt", this::addOrganisation);
    lines("leaders.txt", this::addLeader);
    lines("regions.txt", this::addRegions);
  }

  private static final class Shipped {
    static final World WORLD = new World();
  }

  /** The facts that come with Parley; read on first use. */
  public static World shipped() {
    return Shipped.WORLD;
  }

  /** All states, in the order of the file. */
  public Collection<State> states() {
    return byCode.values();
  }

  /** The state of that alpha-3 code. */
  public Optional<State> byCode(String alpha3) {
    return Optional.ofNullable(byCode.get(alpha3));
  }

  /** The state of that name or abbreviation ("Turkey", "the UK", "U.S."). */
  public Optional<State> named(String text) {
    return find(names, text);
  }

  /** The state whose adjective or people this is ("Danish", "Danes"). */
  public Optional<State> ofPeople(String text) {
    return find(peoples, text);
  }

  /** The state whose capital this is. */
  public Optional<State> ofCapital(String text) {
    return find(capitals, text);
  }

  /** The state for whose government this house or office stands ("the Kremlin"). */
  public Optional<State> ofSeat(String text) {
    return find(seats, text);
  }

  /** The state of which this is a region ("Chechnya", "Texas"). */
  public Optional<State> ofRegion(String text) {
    return find(regions, text);
  }

  /** A known organisation by name or abbreviation. */
  public Optional<Organisation> organisation(String text) {
    return find(organisations, text);
  }

  /** The state that this person led or leads, by full name. */
  public Optional<State> ledBy(String fullName) {
    String code = codeOfPerson(key(fullName));
    return code == null ? Optional.empty() : byCode(code);
  }

  /**
   * Whether a person of that name or surname is known as an envoy or head of the United Nations.
   */
  boolean speaksForUnitedNations(String name) {
    String key = key(name);
    String full = codeOfPerson(key);
    return UNITED_NATIONS_CODE.equals(full == null ? surnames.get(key) : full);
  }

  private @Nullable String codeOfPerson(String key) {
    String code = leaders.get(key);
    return code == null && key.indexOf(' ') > 0 ? NameTable.officials().codeOf(key) : code;
  }

  /** The state that the only known leader of that surname led, by the surname alone. */
  Optional<State> ledBySurname(String surname) {
    String code = hasUpper(surname) ? surnames.get(key(surname)) : null;
    return code == null || code.isEmpty() ? Optional.empty() : byCode(code);
  }

  /** The state of that alpha-2 code. */
  public Optional<State> byAlpha2(String alpha2) {
    return Optional.ofNullable(byAlpha2.get(alpha2));
  }

  /**
   * The state to which an actor belongs by the words that name it: "the Mexican National Guard",
   * "Colombia's army", "Hezbollah", "Angela Merkel". Empty for international actors and for those
   * whose words do not tell.
   */
  public Optional<State> countryOf(String actor) {
    return new Countries(this).of(actor);
  }

  /**
   * The code that event data sets give an actor: that of its state, else UNO for the United
   * Nations, EUR for the European Union, IGO for other international organisations; empty if none
   * is told.
   */
  public String codeOf(String actor) {
    Optional<State> state = countryOf(actor);
    if (state.isPresent()) {
      return state.get().alpha3();
    }
    return internationalIn(actor).map(World::internationalCode).orElse("");
  }

  /** The first international organisation that the words name ("UN relief coordinator"). */
  public Optional<Organisation> internationalIn(String words) {
    return new Countries(this).internationalIn(words);
  }

  private static String internationalCode(Organisation organisation) {
    String name = organisation.name();
    boolean unitedNations =
        name.equals(UNITED_NATIONS) || name.startsWith("UN") || UN_AGENCIES.contains(name);
    return unitedNations ? UNITED_NATIONS_CODE : name.equals("European Union") ? "EUR" : "IGO";
  }

  /** The state that this text names in any way but as a person: name, people, capital or seat. */
  public Optional<State> any(String text) {
    return named(text).or(() -> ofPeople(text)).or(() -> ofSeat(text)).or(() -> ofCapital(text));
  }

  private static <T> Optional<T> find(Map<String, T> map, String text) {
    if (text.isEmpty() || text.length() > 80 || !hasUpper(text)) {
      return Optional.empty();
    }
    return Optional.ofNullable(map.get(key(text)));
  }

  private static boolean hasUpper(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isUpperCase(c)) {
        // "Us" at the head of a sentence is no state.
        return text.length() != 2 || Character.isUpperCase(text.charAt(1));
      }
    }
    return false;
  }

  static String key(String text) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    String t = text;
    if (t.regionMatches(true, 0, "the ", 0, 4)) {
      from = 4;
    }
    while (from < t.length()) {
      int to = from;
      while (to < t.length() && !Character.isWhitespace(t.charAt(to))) {
        to++;
      }
      if (to > from) {
        if (out.length() > 0) {
          out.append(' ');
        }
        out.append(NameKey.plain(t.substring(from, to)));
      }
      from = to + 1;
    }
    return out.toString().replace('-', ' ');
  }

  private void addState(String[] f) {
    State state = new State(f[0], f[1], f[2], list(f, 3), list(f, 4), list(f, 5), list(f, 6));
    byCode.put(state.alpha3(), state);
    byAlpha2.put(state.alpha2(), state);
    names.putIfAbsent(key(state.name()), state);
    state.otherNames().forEach(n -> names.putIfAbsent(key(n), state));
    state.capitals().forEach(n -> capitals.putIfAbsent(key(n), state));
    state.seats().forEach(n -> seats.putIfAbsent(key(n), state));
    for (String adjective : state.adjectives()) {
      String k = key(adjective);
      peoples.putIfAbsent(k, state);
      if (!k.endsWith("s") && !k.endsWith("sh") && !k.endsWith("ch") && !k.endsWith("men")) {
        peoples.putIfAbsent(k + "s", state);
      }
    }
  }

  private void addOrganisation(String[] f) {
    String state = f.length > 2 && !f[2].isEmpty() ? f[2] : null;
    Organisation organisation = new Organisation(f[0], list(f, 1), state);
    organisations.putIfAbsent(key(f[0]), organisation);
    organisation.otherNames().forEach(n -> organisations.putIfAbsent(key(n), organisation));
  }

  private void addRegions(String[] f) {
    State state = byCode.get(f[0]);
    for (int i = 1; i < f.length && state != null; i++) {
      regions.putIfAbsent(key(f[i]), state);
    }
  }

  private void addLeader(String[] f) {
    for (int i = 1; i < f.length; i++) {
      String name = key(f[i]);
      leaders.putIfAbsent(name, f[0]);
      int from = name.lastIndexOf(' ') + 1;
      surnames.merge(name.substring(from), f[0], (a, b) -> a.equals(b) ? a : "");
      int before = name.lastIndexOf(' ', Math.max(0, from - 2)) + 1;
      if (before > 0 && from > before && PARTICLES.contains(name.substring(before, from - 1))) {
        surnames.merge(name.substring(before), f[0], (a, b) -> a.equals(b) ? a : "");
      }
    }
  }

  static List<String> list(String[] fields, int at) {
    if (at >= fields.length || fields[at].isEmpty()) {
      return List.of();
    }
    return Arrays.asList(fields[at].split(";", -1));
  }

  static void lines(String resource, Consumer<String[]> each) {
    try (InputStream in = World.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is missing");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isEmpty() && line.charAt(0) != '#') {
          each.accept(line.split("\\|", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
