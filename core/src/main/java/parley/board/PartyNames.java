package parley.board;

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

  /** What is named first, as a dateline is, counts as so many mentions more. */
  private static final int DATELINE = 3;

  private final Map<String, Actor> actors = new HashMap<>();
  private final @Nullable String state;
  private final boolean unitedNations;

  public PartyNames(Collection<Actor> actors) {
    for (Actor actor : actors) {
      this.actors.put(actor.id(), actor);
    }
    state = foremostState(actors);
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

  /** The common name of an actor's side, or of the actor if it has none. */
  public String of(Actor actor) {
    Actor at = actor;
    Set<String> seen = new HashSet<>();
    while (at.side() != null && seen.add(at.id())) {
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
    return CommonName.of(name);
  }

  /** "UN special envoy": the first words of a role or affiliation that the world knows. */
  private static Optional<String> byRole(Actor actor) {
    for (Fact fact : actor.facts()) {
      boolean tells = fact.kind() == Fact.Kind.ROLE || fact.kind() == Fact.Kind.AFFILIATION;
      String[] words = fact.value().split(" ");
      for (int end = Math.min(words.length, 3); tells && end > 0; end--) {
        String begin = String.join(" ", java.util.Arrays.copyOf(words, end));
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
      if (r.equals("president") || r.endsWith("minister") || r.endsWith("ministers")) {
        return Optional.ofNullable(state);
      }
    }
    return Optional.empty();
  }

  private static boolean isOfAState(String description) {
    String[] words = description.toLowerCase(Locale.ROOT).split("[^a-z]+");
    return words.length > 0 && words.length < 4 && OF_A_STATE.contains(words[words.length - 1]);
  }
}
