package parley.extract.actors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.record.ActorKind;
import parley.world.NameKey;
import parley.world.Organisation;
import parley.world.State;
import parley.world.World;

/**
 * Groups the names of one report: first the longer ones, so that "Mr Obama" in a headline finds the
 * "Barack Obama" of the body, then the single words in text order.
 */
final class NameClusters {

  /** Persons of one surname that are compared; more of one surname in a report are not. */
  private static final int SAME_SURNAME = 12;

  private static final Set<String> STATE_ORGANS =
      Set.of("government", "administration", "regime", "authorities", "cabinet", "leadership");

  private final World world;
  private final Map<String, List<Entity>> byWord = new HashMap<>();
  private final Map<String, Entity> byKey = new LinkedHashMap<>();
  private final Map<String, Entity> acronyms = new HashMap<>();
  private final Map<String, Entity> firstWords = new HashMap<>();
  private final Map<String, Entity> lastWords = new HashMap<>();
  private final Map<Entity, Integer> lastMention = new HashMap<>();

  NameClusters(World world) {
    this.world = world;
  }

  /** Gives each name draft its entity. */
  void cluster(List<Draft> names) {
    for (Draft draft : names) {
      PersonName person = draft.personName;
      if (person != null && !person.isSingle()) {
        longPerson(draft, person);
      }
    }
    for (Draft draft : names) {
      if (draft.personName == null && draft.end - draft.begin > 1) {
        collective(draft);
      }
    }
    for (Draft draft : names) {
      if (draft.personName == null && draft.entity == null && !isSurname(draft)) {
        collective(draft);
      }
    }
    int at = 0;
    for (Draft draft : names) {
      PersonName person = draft.personName;
      if (draft.entity == null && person != null) {
        shortPerson(draft, person, at);
      }
      if (draft.entity != null) {
        lastMention.put(draft.entity, at);
      }
      at++;
    }
  }

  /**
   * "The Trump move": a word taken for an organisation or place that is a person's surname here.
   */
  private boolean isSurname(Draft draft) {
    if (draft.end - draft.begin != 1
        || draft.kind == ActorKind.STATE
        || world.any(draft.text()).isPresent()
        || world.organisation(draft.text()).isPresent()) {
      return false;
    }
    String word = NameKey.plain(draft.text());
    for (Entity entity : byWord.getOrDefault(word, List.of())) {
      PersonName known = entity.personName;
      if (known != null && known.surname().equals(word)) {
        draft.kind = ActorKind.PERSON;
        draft.personName = new PersonName(List.of(word), Gender.UNKNOWN);
        draft.gender = Gender.UNKNOWN;
        return true;
      }
    }
    return false;
  }

  private void longPerson(Draft draft, PersonName name) {
    for (String key : List.of(name.surname(), name.given())) {
      for (Entity entity : candidates(key)) {
        PersonName known = entity.personName;
        if (known != null && known.matches(name)) {
          entity.add(draft);
          if (name.words().size() > known.words().size()
              || (known.given().length() == 1 && name.given().length() > 1)) {
            entity.personName = name;
            index(entity, name);
          }
          return;
        }
      }
    }
    Entity entity = new Entity();
    entity.personName = name;
    entity.add(draft);
    index(entity, name);
  }

  private List<Entity> candidates(String word) {
    List<Entity> plain = byWord.getOrDefault(word, List.of());
    if (!plain.isEmpty() || word.length() < 4) {
      return plain;
    }
    return byWord.getOrDefault("~" + NameKey.sound(word), List.of());
  }

  private void index(Entity entity, PersonName name) {
    for (String word : name.words()) {
      put(word, entity);
      if (word.length() > 3) {
        put("~" + NameKey.sound(word), entity);
      }
    }
  }

  private void put(String key, Entity entity) {
    List<Entity> list = byWord.computeIfAbsent(key, k -> new ArrayList<>(2));
    if (list.size() < SAME_SURNAME && !list.contains(entity)) {
      list.add(entity);
    }
  }

  private void shortPerson(Draft draft, PersonName name, int at) {
    Entity best = null;
    int bestScore = Integer.MIN_VALUE;
    for (Entity entity : candidates(name.given())) {
      PersonName known = entity.personName;
      if (known == null || !known.gender().agrees(name.gender())) {
        continue;
      }
      int score = 0;
      score += known.surname().equals(name.given()) ? 4 : 0;
      score += known.given().equals(name.given()) ? 1 : 0;
      Integer last = lastMention.get(entity);
      // The one spoken of last is meant; one still to come only if there is no other.
      score += last == null ? -2 : Math.max(0, 3 - (at - last) / 40);
      score *= 1000;
      score += last == null ? 0 : Math.min(last, 999);
      if (score > bestScore) {
        bestScore = score;
        best = entity;
      }
    }
    if (best == null) {
      Optional<State> state = world.named(draft.text());
      Entity known = state.map(s -> byKey.get("state:" + s.alpha3())).orElse(byKey.get(key(draft)));
      if (known != null) {
        draft.kind = known.kind;
        draft.personName = null;
        draft.gender = Gender.NEUTER;
        known.add(draft);
        return;
      }
      best = new Entity();
      best.personName = name;
      index(best, name);
    } else if (best.personName != null
        && best.personName.gender() == Gender.UNKNOWN
        && name.gender() != Gender.UNKNOWN) {
      best.gender = name.gender();
      best.personName = new PersonName(best.personName.words(), name.gender());
    }
    best.add(draft);
  }

  private static String key(Draft draft) {
    return "name:" + foldAll(draft.text());
  }

  private static String foldAll(String text) {
    StringBuilder out = new StringBuilder();
    for (String word : words(text)) {
      out.append(out.length() > 0 ? " " : "").append(word);
    }
    return out.toString();
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ' ' || text.charAt(i) == '\n') {
        if (i > from) {
          String plain = NameKey.plain(text.substring(from, i));
          if (!plain.isEmpty() && !plain.equals("the")) {
            words.add(plain);
          }
        }
        from = i + 1;
      }
    }
    return words;
  }

  private void collective(Draft draft) {
    String text = draft.text();
    State state = stateOf(draft, text);
    if (state != null) {
      Entity entity = state(state);
      entity.add(draft);
      entity.kind = ActorKind.STATE;
      return;
    }
    Optional<Organisation> known = world.organisation(text);
    if (known.isPresent()) {
      draft.kind = ActorKind.ORGANIZATION;
      String key = "org:" + known.get().name();
      Entity entity = byKey.get(key);
      if (entity == null) {
        entity = new Entity();
        byKey.put(key, entity);
      }
      byKey.putIfAbsent(key(draft), entity);
      entity.add(draft);
      knowShortForms(entity, text, words(text));
      return;
    }
    String key = key(draft);
    Entity entity = byKey.get(key);
    List<String> words = words(text);
    if (entity == null && draft.kind == ActorKind.ORGANIZATION) {
      entity = shortForm(draft, text, words);
    }
    if (entity == null) {
      entity = new Entity();
    }
    byKey.putIfAbsent(key, entity);
    entity.add(draft);
    if (draft.kind == ActorKind.ORGANIZATION) {
      knowShortForms(entity, text, words);
    }
  }

  private void knowShortForms(Entity entity, String text, List<String> words) {
    if (words.size() > 1) {
      acronyms.putIfAbsent(acronym(text), entity);
      firstWords.putIfAbsent(words.get(0), entity);
      lastWords.putIfAbsent(words.get(words.size() - 1), entity);
    }
  }

  /** The entity of a state, made if it is new. */
  Entity state(State state) {
    Entity entity =
        byKey.computeIfAbsent(
            "state:" + state.alpha3(),
            k -> {
              Entity fresh = new Entity();
              fresh.state = state;
              fresh.kind = ActorKind.STATE;
              return fresh;
            });
    return entity.now();
  }

  /** Whether the person is known to lead or have led the state. */
  boolean leads(Entity person, State state) {
    if (person.knownState == null) {
      person.knownState = Optional.empty();
      for (Draft draft : person.mentions) {
        if (draft.isName() && draft.end - draft.begin > 1) {
          Optional<State> led = world.ledBy(draft.text());
          if (led.isPresent()) {
            person.knownState = led;
            break;
          }
        }
      }
    }
    return person.knownState.filter(s -> s == state).isPresent();
  }

  /** Whether the person is known to lead or have led a state, but not this one. */
  boolean leadsAnother(Entity person, State state) {
    return person.kind == ActorKind.PERSON
        && !leads(person, state)
        && person.knownState != null
        && person.knownState.isPresent();
  }

  /** The entity of a state if the report names it. */
  @Nullable Entity stateIfNamed(State state) {
    Entity entity = byKey.get("state:" + state.alpha3());
    return entity == null || entity.now().mentions.isEmpty() ? null : entity.now();
  }

  private @Nullable State stateOf(Draft draft, String text) {
    if (draft.noState) {
      return null;
    }
    if (draft.kind == ActorKind.STATE
        || draft.kind == ActorKind.PLACE
        || draft.kind == ActorKind.ORGANIZATION) {
      State state = world.named(text).or(() -> world.ofSeat(text)).orElse(null);
      if (state != null) {
        return state;
      }
      if (draft.kind == ActorKind.STATE) {
        State people = world.ofPeople(text).orElse(null);
        // "Colombians" are people of Colombia, not its state.
        if (people != null && draft.plural) {
          draft.kind = ActorKind.GROUP;
          draft.gender = Gender.UNKNOWN;
        }
        return people != null && !draft.plural ? people : null;
      }
      return organOf(draft);
    }
    return null;
  }

  /** "Turkish government" is Turkey. */
  private @Nullable State organOf(Draft draft) {
    int size = draft.end - draft.begin;
    if (size == 2 && STATE_ORGANS.contains(draft.tree.low(draft.end - 1))) {
      String first = draft.tree.token(draft.begin).form();
      return world.ofPeople(first).or(() -> world.named(first)).orElse(null);
    }
    return null;
  }

  private @Nullable Entity shortForm(Draft draft, String text, List<String> words) {
    if (words.isEmpty()) {
      return null;
    }
    String bare = text.replace(".", "");
    if (words.size() == 1 && isCapitals(bare)) {
      Entity entity = acronyms.get(bare.toLowerCase(Locale.ROOT));
      if (entity != null) {
        return entity;
      }
    }
    boolean definite = draft.begin > 0 && draft.tree.low(draft.begin - 1).equals("the");
    Entity first = firstWords.get(words.get(0));
    if (first != null && words.size() == 1 && words.get(0).length() > 4 && isPlainWord(text)) {
      return first;
    }
    Entity last = lastWords.get(words.get(words.size() - 1));
    return last != null && words.size() == 1 && definite ? last : null;
  }

  /** Whether the word is no adjective that many names begin with. */
  private boolean isPlainWord(String text) {
    if (world.any(text).isPresent()) {
      return false;
    }
    switch (text.toLowerCase(Locale.ROOT)) {
      case "national":
      case "international":
      case "united":
      case "free":
      case "supreme":
      case "islamic":
      case "democratic":
      case "popular":
      case "people":
      case "federal":
      case "central":
      case "general":
      case "royal":
      case "american":
      case "british":
        return false;
      default:
        return true;
    }
  }

  private static boolean isCapitals(String text) {
    if (text.length() < 2) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isUpperCase(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static String acronym(String text) {
    StringBuilder out = new StringBuilder();
    boolean start = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '-' || c == '\n') {
        start = true;
      } else {
        if (start && Character.isUpperCase(c)) {
          out.append(Character.toLowerCase(c));
        }
        start = false;
      }
    }
    return out.toString();
  }
}
