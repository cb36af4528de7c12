package parley.board;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.record.Actor;
import parley.record.ActorKind;
import parley.record.Fact;
import parley.world.CommonName;
import parley.world.Movements;

/**
 * The names under which the parties of one record are known across reports: that of the side for
 * which an actor speaks, as the world knows it. "The government" of a report that speaks of one
 * state above all is that state's.
 */
public final class PartyNames {

  private static final String UNITED_NATIONS = "United Nations";

  private static final Set<String> OF_A_STATE =
      Set.of(
          "government",
          "administration",
          "regime",
          "army",
          "military",
          "authorities",
          "president",
          "presidency",
          "congress",
          "police",
          "cabinet",
          "forces",
          "ministry",
          "minister");

  private static final Set<String> IN_ARMS =
      Set.of(
          "rebels",
          "rebel",
          "guerrillas",
          "guerrilla",
          "guerillas",
          "insurgents",
          "insurgent",
          "insurgency",
          "opposition");

  private static final Set<String> KIN =
      Set.of(
          "family",
          "families",
          "relatives",
          "parents",
          "mother",
          "mothers",
          "father",
          "wife",
          "wives",
          "widow",
          "husband",
          "brother",
          "sister",
          "son",
          "daughter");

  private static final Set<String> ORGANS =
      Set.of(
          "command",
          "leadership",
          "directorate",
          "politburo",
          "delegation",
          "commission",
          "commanders",
          "spokesman");

  private static final Set<String> LINKS = Set.of("of", "the");

  /** What is named first, as a dateline is, counts as so many mentions more. */
  private static final int DATELINE = 3;

  private final Map<String, Actor> actors = new HashMap<>();
  private final @Nullable String state;
  private final @Nullable String movement;
  private final boolean unitedNations;

  public PartyNames(Collection<Actor> actors) {
    for (Actor actor : actors) {
      this.actors.put(actor.id(), actor);
    }
    state = foremostState(actors);
    movement = movement(actors, state);
    unitedNations = actors.stream().anyMatch(a -> CommonName.of(a.name()).equals(UNITED_NATIONS));
  }

  /** The state that is mentioned half as often again as any other, null if none is. */
  private static @Nullable String foremostState(Collection<Actor> actors) {
    Map<String, Integer> mentions = new HashMap<>();
    boolean dateline = true;
    for (Actor actor : actors) {
      boolean place = actor.kind() == ActorKind.STATE || actor.kind() == ActorKind.PLACE;
      Optional<String> named =
          place && actor.named() ? CommonName.ofState(actor.name()) : Optional.empty();
      if (named.isPresent()) {
        int n = actor.mentions().size() + (dateline ? DATELINE : 0);
        mentions.merge(named.get(), n, Integer::sum);
      }
      dateline = false;
    }
    String first = null;
    int most = 0;
    int second = 0;
    for (Map.Entry<String, Integer> e : mentions.entrySet()) {
      int n = e.getValue();
      if (n > most) {
        second = most;
        most = n;
        first = e.getKey();
      } else if (n > second) {
        second = n;
      }
    }
    return 2 * most >= 3 * second && most > second ? first : null;
  }

  /**
   * Whom "the rebels" of the report mean: those of its foremost state, else the armed movement that
   * it names most.
   */
  private static @Nullable String movement(Collection<Actor> actors, @Nullable String state) {
    Movements movements = Movements.shipped();
    Optional<String> ofState = state == null ? Optional.empty() : movements.rebelsOf(state);
    if (ofState.isPresent()) {
      return ofState.get();
    }
    String first = null;
    int most = 0;
    for (Actor actor : actors) {
      String name = CommonName.of(actor.name());
      if (actor.named() && actor.mentions().size() > most && movements.isOne(name)) {
        first = name;
        most = actor.mentions().size();
      }
    }
    return first;
  }

  /** The common name of an actor's side, or of the actor if it has none. */
  public String of(Actor actor) {
    Actor at = actor;
    Set<String> seen = new HashSet<>();
    while (at.side() != null && seen.add(at.id()) && !isKin(at)) {
      Actor side = actors.get(at.side());
      if (side == null) {
        break;
      }
      at = side;
    }
    String name = at.name();
    if (at.kind() == ActorKind.PERSON && at.named()) {
      return byRole(actor)
          .or(() -> CommonName.ofLeader(name))
          .or(() -> byOffice(actor))
          .orElse(name);
    }
    if (!at.named() && state != null && isOfAState(name)) {
      return state;
    }
    if (!at.named() && at.kind() == ActorKind.PERSON) {
      Optional<String> office = CommonName.ofOffice(name);
      if (office.isPresent()) {
        return office.get();
      }
    }
    if (!at.named() && movement != null && isInArms(name)) {
      return movement;
    }
    String common = CommonName.of(name);
    return common.equals(name) ? byOrgan(name).orElse(common) : common;
  }

  /** "The general command of the FMLN" speaks for the whole. */
  private static Optional<String> byOrgan(String name) {
    String[] words = name.split(" ");
    for (int i = 0; i < words.length; i++) {
      if (ORGANS.contains(words[i].toLowerCase(Locale.ROOT))) {
        int whole = i + 1;
        while (whole < words.length && LINKS.contains(words[whole].toLowerCase(Locale.ROOT))) {
          whole++;
        }
        int before = i;
        while (before > 0 && words[before - 1].equalsIgnoreCase("general")) {
          before--;
        }
        Optional<String> of = known(words, whole, words.length);
        return of.isPresent() ? of : known(words, 0, before);
      }
    }
    return Optional.empty();
  }

  /** The common name of those words, if the world knows them. */
  private static Optional<String> known(String[] words, int begin, int end) {
    int from = Math.min(begin, end);
    String name = String.join(" ", Arrays.copyOfRange(words, from, end));
    String common = CommonName.of(name);
    return name.isEmpty() || common.equals(name) && !Movements.shipped().isOne(name)
        ? Optional.empty()
        : Optional.of(common);
  }

  /** "UN special envoy": the first words of a role or affiliation that the world knows. */
  private static Optional<String> byRole(Actor actor) {
    for (Fact fact : actor.facts()) {
      boolean tells = fact.kind() == Fact.Kind.ROLE || fact.kind() == Fact.Kind.AFFILIATION;
      String[] words = fact.value().split(" ");
      for (int end = Math.min(words.length, 3); tells && end > 0; end--) {
        String begin = String.join(" ", Arrays.copyOf(words, end));
        String common = CommonName.of(begin);
        if (!common.equals(begin)) {
          return Optional.of(common);
        }
      }
    }
    return Optional.empty();
  }

  /** An envoy without a state is the United Nations'; a president or minister the report's. */
  private Optional<String> byOffice(Actor actor) {
    for (String role : actor.roles()) {
      String r = role.toLowerCase(Locale.ROOT);
      if (r.contains("envoy") && unitedNations) {
        return Optional.of(UNITED_NATIONS);
      }
      Optional<String> only = CommonName.ofOffice(r);
      if (only.isPresent()) {
        return only;
      }
      if (r.endsWith("president") || r.endsWith("minister") || r.endsWith("ministers")) {
        return Optional.ofNullable(state);
      }
    }
    return Optional.empty();
  }

  /** "The family of a British soldier" does not speak for Britain. */
  private static boolean isKin(Actor actor) {
    if (actor.named()) {
      return false;
    }
    for (String word : actor.name().toLowerCase(Locale.ROOT).split("[^a-z]+")) {
      if (KIN.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** "The Salvadoran guerrillas", "rebel commanders". */
  private static boolean isInArms(String description) {
    for (String word : description.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
      if (IN_ARMS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfAState(String description) {
    String[] words = description.toLowerCase(Locale.ROOT).split("[^a-z]+");
    return words.length > 0 && words.length < 4 && OF_A_STATE.contains(words[words.length - 1]);
  }
}
