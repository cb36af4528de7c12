package parley.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.record.Actor;
import parley.record.ActorKind;
import parley.record.Fact;
import parley.record.Mention;
import parley.world.CommonName;
import parley.world.Movements;
import parley.world.OwnVoice;

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
          "insurgency");

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

  /** What else is a government's beside the state or leader that stands before it. */
  private static final Set<String> OF_A_GOVERNMENT =
      Set.of(
          "delegation",
          "commission",
          "officials",
          "official",
          "department",
          "embassy",
          "ambassador",
          "troops",
          "joint",
          "chiefs",
          "staff",
          "negotiators",
          "defence",
          "defense",
          "foreign",
          "state");

  private static final Map<String, String> PEOPLES =
      Map.of(
          "kurdish", "Kurds",
          "kurd", "Kurds",
          "tamil", "Tamils",
          "catalan", "Catalans",
          "basque", "Basques",
          "tibetan", "Tibetans",
          "rohingya", "Rohingya",
          "sahrawi", "Sahrawis",
          "chechen", "Chechens");

  private static final Set<String> COMMANDS =
      Set.of("general command", "command", "high command", "national directorate", "leadership");

  /** What may stand before "official" where nothing tells whose. */
  private static final Set<String> UNNAMED =
      Set.of("the", "a", "one", "another", "senior", "top", "government", "unnamed", "military");

  /** Who held an office speaks for himself. */
  private static final Pattern FORMER = Pattern.compile("(?i)(former|ex)\\b");

  private static final int AT_HAND = 3;

  /** Names of one actor that are looked up. */
  private static final int NAMES = 6;

  private static final Set<String> LINKS = Set.of("of", "the");

  /** What is named first, as a dateline is, counts as so many mentions more. */
  private static final int DATELINE = 3;

  private final Map<String, Actor> actors = new HashMap<>();
  private final @Nullable String state;
  private final @Nullable String movement;

  /** Whether the movement is spoken of often enough for "we" to be its voice. */
  private final boolean isAtHand;

  private final boolean unitedNations;

  public PartyNames(Collection<Actor> actors) {
    for (Actor actor : actors) {
      this.actors.put(actor.id(), actor);
    }
    state = foremostState(actors);
    movement = movement(actors, state);
    isAtHand =
        actors.stream()
            .anyMatch(
                a ->
                    a.named()
                        && a.mentions().size() >= AT_HAND
                        && CommonName.of(a.name()).equals(movement));
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
      if (!actor.named() || actor.mentions().size() <= most) {
        continue;
      }
      String name = CommonName.of(actor.name());
      if (movements.isOne(name)) {
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
      boolean past = at.roles().stream().anyMatch(r -> FORMER.matcher(r).lookingAt());
      return past || OwnVoice.isOf(at.roles())
          ? name
          : byRole(actor)
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
    if (!at.named() && movement != null && isInArms(name, movement)) {
      return movement;
    }
    if (movement != null && isAtHand && isOurs(at)) {
      return movement;
    }
    String common = CommonName.of(name);
    return common.equals(name) ? byWords(at).orElse(common) : common;
  }

  /** What the further names and the words of a name tell that the world does not know. */
  private Optional<String> byWords(Actor actor) {
    int looked = 0;
    for (Mention mention : actor.mentions()) {
      if (mention.form() == Mention.Form.NAME && looked++ < NAMES) {
        String text = mention.anchor().text();
        String common = CommonName.of(text);
        if (!common.equals(text)) {
          return Optional.of(common);
        }
      }
    }
    String name = actor.name();
    return actor.kind() == ActorKind.PERSON && actor.named()
        ? Optional.empty()
        : byOrgan(name).or(() -> byPeople(name)).or(() -> byGovernment(name));
  }

  /** "Kurdish leaders" speak for the Kurds: peoples that have no state of that name. */
  private static Optional<String> byPeople(String name) {
    for (String word : name.split("[\\s-]+")) {
      String people = PEOPLES.get(word.toLowerCase(Locale.ROOT));
      if (people != null) {
        return Optional.of(people);
      }
    }
    return Optional.empty();
  }

  /** "The Trump administration", "a Salvadoran government commission", "Assad's delegation". */
  private static Optional<String> byGovernment(String name) {
    List<String> rest = new ArrayList<>();
    boolean government = false;
    for (String word : name.split("\\s+")) {
      String w = word.toLowerCase(Locale.ROOT).replaceFirst("['’]s?$", "");
      if (OF_A_STATE.contains(w) || OF_A_GOVERNMENT.contains(w)) {
        government = true;
      } else if (!LINKS.contains(w)) {
        rest.add(word.replaceFirst("['’]s?$", ""));
      }
    }
    if (!government || rest.isEmpty() || rest.size() > 4) {
      return Optional.empty();
    }
    String whole = String.join(" ", rest);
    return CommonName.ofState(whole)
        .or(() -> CommonName.ofState(rest.get(0)))
        .or(() -> CommonName.ofLeader(whole));
  }

  /** "This general command", "we" of a communique: who issues it, without a name. */
  private static boolean isOurs(Actor actor) {
    if (actor.named()) {
      return false;
    }
    boolean first = false;
    for (Mention mention : actor.mentions()) {
      String text = mention.anchor().text().toLowerCase(Locale.ROOT);
      switch (text) {
        case "we", "us", "our", "ours" -> first = true;
        default -> {
          return COMMANDS.contains(text.replaceFirst("^(the|this|our) ", ""));
        }
      }
    }
    return first;
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
      boolean tells = fact.kind().isRole() || fact.kind() == Fact.Kind.AFFILIATION;
      String[] words = fact.value().split(" ");
      for (int end = Math.min(words.length, 3); tells && end > 0; end--) {
        String begin = String.join(" ", Arrays.copyOf(words, end));
        String common = CommonName.of(begin);
        if (!common.equals(begin) && !OwnVoice.isChamber(common)) {
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
  private static boolean isInArms(String description, String movement) {
    for (String word : description.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
      if (IN_ARMS.contains(word) || word.equals("opposition") && movement.endsWith(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfAState(String description) {
    String[] words = description.toLowerCase(Locale.ROOT).split("[^a-z]+");
    if (words.length > 0 && words[words.length - 1].startsWith("official")) {
      return UNNAMED.containsAll(Arrays.asList(words).subList(0, words.length - 1));
    }
    return words.length > 0 && words.length < 4 && OF_A_STATE.contains(words[words.length - 1]);
  }
}
