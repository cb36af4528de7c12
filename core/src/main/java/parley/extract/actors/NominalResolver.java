package parley.extract.actors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.language.Token;
import parley.record.ActorKind;
import parley.text.PartRole;
import parley.world.State;

/** Finds whom a description means: "the prime minister", "the group", "his mother", "the army". */
final class NominalResolver {

  /** Entities of one noun that are compared, newest first. */
  private static final int SAME_NOUN = 12;

  /** Mentions back that a description of another word may reach ("the group" for Hamas). */
  private static final int HYPERNYM_REACH = 25;

  /** Mentions back that "the US president" may reach to a known leader. */
  private static final int LEADER_REACH = 60;

  private static final Set<String> LEADERS =
      Set.of("president", "premier", "minister", "chancellor", "leader", "king");

  private static final Set<String> GOVERNMENT =
      Set.of("government", "administration", "regime", "authorities", "cabinet");

  private static final Set<String> COUNTRY = Set.of("country", "nation", "state", "kingdom");

  private static final Set<String> ANY_GROUP =
      Set.of(
          "group",
          "movement",
          "organization",
          "organisation",
          "militia",
          "faction",
          "party",
          "agency",
          "company",
          "firm",
          "network",
          "alliance",
          "bloc",
          "body",
          "watchdog",
          "charity",
          "bank",
          "airline",
          "newspaper",
          "coalition",
          "union",
          "paper",
          "institute",
          "university");

  private static final Set<String> ANY_PLACE =
      Set.of("city", "town", "village", "province", "region", "island", "district", "territory");

  private static final Set<String> DEFINITE = Set.of("the", "this", "that");

  private static final Set<String> MAN = Set.of("man", "woman", "boy", "girl", "lady", "gentleman");

  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our",
          "my", "your", "'s", "’s", "former", "late", "old", "young", "new", "own", "same", "then",
          "current", "then-");

  private final NameClusters names;
  private final Roles roles;
  private final Lexicon lexicon;
  private final Map<Set<Entity>, Entity> groups = new LinkedHashMap<>();
  private final List<Entity> recentGroups = new ArrayList<>();
  private final Map<String, List<Entity>> byNoun = new HashMap<>();
  private final Map<String, List<Entity>> titles = new HashMap<>();
  private final Map<String, Entity> byText = new HashMap<>();
  private final Map<Entity, Map<String, Entity>> relatives = new HashMap<>();
  private final List<Draft> history = new ArrayList<>();

  NominalResolver(NameClusters names, Roles roles, Lexicon lexicon) {
    this.names = names;
    this.roles = roles;
    this.lexicon = lexicon;
  }

  /** Notes a person of the report by the titles that stand beside the name anywhere. */
  void knowTitles(Entity person) {
    for (String noun : person.nouns) {
      List<Entity> list = titles.computeIfAbsent(noun, k -> new ArrayList<>(2));
      if (list.size() <= SAME_NOUN && !list.contains(person)) {
        list.add(person);
      }
    }
  }

  /** Notes a mention that has its entity, so that later descriptions find it. */
  void seen(Draft draft) {
    Entity entity = draft.entity;
    if (entity == null) {
      return;
    }
    history.add(draft);
    for (String noun : entity.nouns) {
      List<Entity> list = byNoun.computeIfAbsent(noun, k -> new ArrayList<>(2));
      if (list.isEmpty() || list.get(list.size() - 1) != entity) {
        list.remove(entity);
        list.add(entity);
        if (list.size() > 2 * SAME_NOUN) {
          list.subList(0, SAME_NOUN).clear();
        }
      }
    }
  }

  /** Gives a coordination of several actors its entity: the same one for the same actors. */
  void join(Draft draft) {
    List<Entity> members = new ArrayList<>();
    for (Draft member : draft.members) {
      Entity entity = member.entity == null ? null : member.entity.now();
      if (entity == null || members.contains(entity)) {
        return;
      }
      members.add(entity);
    }
    Entity group = groupOf(members);
    group.add(draft);
    recentGroups.remove(group);
    recentGroups.add(group);
    if (recentGroups.size() > 2 * SAME_NOUN) {
      recentGroups.subList(0, SAME_NOUN).clear();
    }
  }

  private Entity groupOf(List<Entity> members) {
    return groups.computeIfAbsent(
        Set.copyOf(members),
        k -> {
          Entity fresh = new Entity();
          fresh.kind = ActorKind.GROUP;
          fresh.plural = true;
          fresh.members = List.copyOf(members);
          fresh.named = members.stream().allMatch(m -> m.named);
          return fresh;
        });
  }

  /** "The two envoys", "both sides": the actors named together last, or all that were so called. */
  private @Nullable Entity together(Draft nominal) {
    int number = numberOf(nominal);
    if (number < 2 || !nominal.plural) {
      return null;
    }
    String lemma = nominal.lemma();
    boolean human = lexicon.isHuman(lemma);
    for (int i = recentGroups.size() - 1; i >= Math.max(0, recentGroups.size() - SAME_NOUN); i--) {
      Entity group = recentGroups.get(i);
      boolean fits = group.members.size() == number && !group.mentions.isEmpty();
      for (Entity member : group.members) {
        fits &=
            human == (member.now().kind == ActorKind.PERSON)
                && (!COUNTRY.contains(lemma) || member.now().kind == ActorKind.STATE);
      }
      if (fits) {
        return group;
      }
    }
    List<Entity> called = new ArrayList<>();
    for (Entity entity : human ? byNoun.getOrDefault(lemma, List.of()) : List.<Entity>of()) {
      Entity now = entity.now();
      if (now.kind == ActorKind.PERSON && now.named && !called.contains(now)) {
        called.add(now);
      }
    }
    return called.size() == number ? groupOf(called) : null;
  }

  private static int numberOf(Draft nominal) {
    for (Token d : nominal.tree.sentence.dependents(nominal.head)) {
      if (d.index() < nominal.head) {
        switch (nominal.tree.low(d.index())) {
          case "two":
          case "both":
            return 2;
          case "three":
            return 3;
          case "four":
            return 4;
          default:
        }
      }
    }
    return 0;
  }

  /** Gives the nominal its entity, an old one or a new one. */
  void resolve(Draft nominal) {
    Entity entity = find(nominal);
    boolean fresh = entity == null;
    if (entity == null) {
      entity = new Entity();
    }
    entity.add(nominal);
    if (entity.kind != ActorKind.STATE && entity.kind != ActorKind.PLACE) {
      roles.describe(nominal, entity);
    }
    if (fresh && nominal.kind != ActorKind.PERSON && entity.organOf == null) {
      entity.organOf = roles.isOrganOfState(nominal.lemma()) ? stateOf(nominal) : null;
    }
    for (String word : modifiers(nominal)) {
      if (fresh) {
        entity.modifier(word);
      }
    }
    if (fresh && !nominal.modifier) {
      remember(nominal, entity);
    }
  }

  private void remember(Draft nominal, Entity entity) {
    Draft owner = owner(nominal);
    if (owner != null && owner.entity != null && nominal.kind == ActorKind.PERSON) {
      entity.relativeOf = owner.entity;
      relatives
          .computeIfAbsent(owner.entity, k -> new HashMap<>())
          .putIfAbsent(nominal.lemma(), entity);
    } else if (isBarePlural(nominal) || owner != null && isOurs(owner)) {
      byText.putIfAbsent(textKey(nominal), entity);
    }
  }

  /** "Our" has no entity yet, but in one quotation it is always the same speaker's. */
  private static boolean isOurs(Draft owner) {
    return owner.isPronoun() && owner.person == 1 && owner.plural;
  }

  private static String textKey(Draft nominal) {
    String text = nominal.text().toLowerCase(Locale.ROOT);
    return isBarePlural(nominal) ? text : nominal.quotedBy + " " + text;
  }

  private @Nullable Entity find(Draft nominal) {
    String lemma = nominal.lemma();
    Draft owner = owner(nominal);
    State state = stateOf(nominal);
    if (GOVERNMENT.contains(lemma)) {
      return government(nominal, state);
    }
    if (owner != null && owner.entity != null && nominal.kind == ActorKind.PERSON) {
      Entity known = relatives.getOrDefault(owner.entity, Map.of()).get(lemma);
      if (known != null) {
        return known.now();
      }
      Entity same = sameNoun(nominal, state, owner.entity);
      if (same == null && owner.entity.state != null) {
        same = titled(nominal, owner.entity.state);
      }
      return same == null && state != null ? leader(nominal, state) : same;
    }
    if (isBarePlural(nominal)) {
      Entity known = byText.get(textKey(nominal));
      return known == null ? null : known.now();
    }
    Entity several = isDefinite(nominal) || isBoth(nominal) ? together(nominal) : null;
    if (several != null || !isDefinite(nominal)) {
      return several;
    }
    if (owner != null && owner.isPronoun() && owner.person != 3) {
      Entity known = isOurs(owner) ? byText.get(textKey(nominal)) : null;
      return known == null ? null : known.now();
    }
    // "The Turkish leader" is who is known to lead Turkey before any other leader.
    Entity same = state == null ? null : leader(nominal, state);
    if (same == null) {
      same = sameNoun(nominal, state, null);
    }
    if (same == null) {
      same = titled(nominal, state);
    }
    if (same != null || state != null || owner != null) {
      return same;
    }
    return byKind(nominal, lemma);
  }

  /** The newest actor that was called so before, by title or description. */
  private @Nullable Entity sameNoun(Draft nominal, @Nullable State state, @Nullable Entity owner) {
    List<Entity> list = byNoun.getOrDefault(nominal.lemma(), List.of());
    Set<String> words = modifiers(nominal);
    for (int i = list.size() - 1; i >= Math.max(0, list.size() - SAME_NOUN); i--) {
      Entity entity = list.get(i).now();
      if (entity.mentions.isEmpty()
          || entity == owner
          || (entity.kind == ActorKind.PERSON) != (nominal.kind == ActorKind.PERSON)
          || (state != null && names.leadsAnother(entity, state))
          || !entity.gender.agrees(nominal.gender)
          || entity.differsInNumber(nominal.lemma(), nominal.plural)
          || (owner != null && entity.relativeOf != null && entity.relativeOf.now() != owner)) {
        continue;
      }
      if (fits(entity, words, state, owner)) {
        return entity;
      }
    }
    return null;
  }

  /** The only person of the whole report with that title, named further down. */
  private @Nullable Entity titled(Draft nominal, @Nullable State state) {
    List<Entity> list = titles.getOrDefault(nominal.lemma(), List.of());
    if (nominal.kind != ActorKind.PERSON || nominal.plural) {
      return null;
    }
    Set<String> words = modifiers(nominal);
    Entity only = null;
    for (int i = 0; i < Math.min(SAME_NOUN, list.size()); i++) {
      Entity entity = list.get(i).now();
      boolean another = state != null && names.leadsAnother(entity, state);
      if (entity != only
          && !another
          && !entity.mentions.isEmpty()
          && fits(entity, words, state, null)) {
        if (only != null) {
          return null;
        }
        only = entity;
      }
    }
    return list.size() > SAME_NOUN ? null : only;
  }

  /** "The US president": a person named near by who is known to have led that state. */
  private @Nullable Entity leader(Draft nominal, State state) {
    if (nominal.plural || !LEADERS.contains(nominal.lemma())) {
      return null;
    }
    for (int i = history.size() - 1, n = 0; i >= 0 && n < LEADER_REACH; i--, n++) {
      Entity entity = history.get(i).resolved();
      if (entity.kind == ActorKind.PERSON && entity.named && names.leads(entity, state)) {
        return entity;
      }
    }
    return null;
  }

  private static boolean fits(
      Entity entity, Set<String> words, @Nullable State state, @Nullable Entity owner) {
    Entity side = side(entity);
    if (state != null && entity.kind != ActorKind.PERSON) {
      return side != null && side.state == state || entity.organOf == state;
    }
    if (state != null && side != null && side.state != null && side.state != state) {
      return false;
    }
    if (owner != null && side != null && side != owner && side.state != null) {
      return false;
    }
    if (owner != null && !entity.named) {
      return side == owner;
    }
    if (words.isEmpty()) {
      return true;
    }
    for (String word : words) {
      if (!entity.modifiers.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Entity side(Entity entity) {
    Draft draft = entity.sideDraft;
    return draft == null || draft.entity == null ? null : draft.entity.now();
  }

  private @Nullable Entity byKind(Draft nominal, String lemma) {
    if (nominal.plural || nominal.modifier) {
      return null;
    }
    if (COUNTRY.contains(lemma) && modifiers(nominal).isEmpty()) {
      return recent(nominal, ActorKind.STATE, Gender.NEUTER);
    }
    // "The movement of workers" is no group.
    boolean alone = nominal.end == nominal.head + 1;
    if (alone && ANY_GROUP.contains(lemma) && modifiers(nominal).isEmpty()) {
      return recent(nominal, ActorKind.ORGANIZATION, Gender.NEUTER);
    }
    if (ANY_PLACE.contains(lemma)) {
      Entity called = calledAfter(nominal);
      boolean bare = alone && DEFINITE.contains(nominal.tree.low(nominal.begin));
      return called != null || !bare ? called : recent(nominal, ActorKind.PLACE, Gender.NEUTER);
    }
    if (MAN.contains(lemma) && modifiers(nominal).isEmpty()) {
      return recent(nominal, ActorKind.PERSON, nominal.gender);
    }
    return null;
  }

  /** "The town of Suran" is Suran. */
  private static @Nullable Entity calledAfter(Draft nominal) {
    Tree tree = nominal.tree;
    int of = nominal.head + 1;
    if (of + 1 >= tree.size() || !tree.low(of).equals("of")) {
      return null;
    }
    Draft name = tree.draft(of + 1);
    Entity entity = name == null ? null : name.entity;
    return name != null && entity != null && name.isName() && name.kind == ActorKind.PLACE
        ? entity.now()
        : null;
  }

  private @Nullable Entity recent(Draft nominal, ActorKind kind, Gender gender) {
    for (int i = history.size() - 1, n = 0; i >= 0 && n < HYPERNYM_REACH; i--, n++) {
      Draft draft = history.get(i);
      Entity entity = draft.resolved();
      if (nominal.sentence() - draft.sentence() > 3) {
        return null;
      }
      boolean nested =
          draft.tree == nominal.tree && nominal.begin <= draft.head && draft.head < nominal.end;
      if (entity.kind == kind
          && !nested
          && !draft.plural
          && entity.named
          && entity.gender.agrees(gender)
          && draft.quotedBy < 0) {
        return entity;
      }
    }
    return null;
  }

  /** "The Turkish government" is Turkey; "the government" that of the state spoken of most. */
  private @Nullable Entity government(Draft nominal, @Nullable State state) {
    if (state != null) {
      return names.state(state);
    }
    Draft owner = owner(nominal);
    if (owner != null && owner.entity != null && owner.entity.state != null) {
      return owner.entity;
    }
    Entity person = owner == null || owner.entity == null ? null : owner.entity.now();
    boolean owned = person != null && person.kind == ActorKind.PERSON;
    Entity led = person != null && owned ? side(person) : null;
    if (led != null && led.named && led.kind != ActorKind.PERSON) {
      // "Her government" of Chile's prime minister.
      return led;
    }
    if (owned || (!isDefinite(nominal) && !nominal.modifier)) {
      return null;
    }
    Map<Entity, Integer> counts = new HashMap<>();
    int total = 0;
    Entity most = null;
    for (int i = history.size() - 1, n = 0; i >= 0 && n < 4 * HYPERNYM_REACH; i--, n++) {
      Entity entity = history.get(i).resolved();
      if (entity.state != null && history.get(i).tree.sentence.part().role() != PartRole.DATELINE) {
        total++;
        int count = counts.merge(entity, 1, Integer::sum);
        most = most == null || count > counts.getOrDefault(most, 0) ? entity : most;
      }
    }
    if (most != null && counts.getOrDefault(most, 0) * 5 >= total * 3) {
      return most;
    }
    List<Entity> list = byNoun.getOrDefault("government", List.of());
    for (int i = list.size() - 1; i >= 0; i--) {
      Entity entity = list.get(i).now();
      if (!entity.mentions.isEmpty() && entity.kind != ActorKind.PERSON) {
        return entity;
      }
    }
    return null;
  }

  private static @Nullable Draft owner(Draft nominal) {
    for (Token d : nominal.tree.sentence.dependents(nominal.head)) {
      if (d.relation().equals("nmod:poss")) {
        return nominal.tree.draft(d.index());
      }
    }
    return null;
  }

  /** The state named by an adjective, a possessive or "of" at the noun. */
  private static @Nullable State stateOf(Draft nominal) {
    if (nominal.modifier && nominal.begin > 0) {
      Draft before = nominal.tree.draft(nominal.begin - 1);
      return before == null || before.entity == null ? null : before.entity.state;
    }
    for (Token d : nominal.tree.sentence.dependents(nominal.head)) {
      Draft draft = nominal.tree.draft(d.index());
      Entity entity = draft == null ? null : draft.entity;
      if (draft != null && draft.isName() && entity != null && entity.state != null) {
        boolean before = d.index() < nominal.head;
        if (before || nominal.tree.preposition(d.index()).equals("of")) {
          return entity.state;
        }
      }
    }
    return null;
  }

  private static boolean isDefinite(Draft nominal) {
    if (nominal.modifier) {
      return true;
    }
    boolean determined = false;
    for (Token d : nominal.tree.sentence.dependents(nominal.head)) {
      if (d.plainRelation().equals("det") && d.index() < nominal.head) {
        determined = true;
        switch (nominal.tree.lemma(d.index())) {
          case "a":
          case "an":
          case "some":
          case "any":
          case "no":
          case "another":
          case "each":
          case "every":
          case "many":
          case "several":
            return false;
          default:
        }
      } else if (d.relation().equals("nmod:poss")) {
        determined = true;
      }
    }
    return determined || (!nominal.plural && nominal.tree.token(nominal.head).tag().equals("NNP"));
  }

  private static boolean isBoth(Draft nominal) {
    return nominal.tree.low(nominal.begin).equals("both");
  }

  private static boolean isBarePlural(Draft nominal) {
    if (!nominal.plural || nominal.modifier) {
      return false;
    }
    for (Token d : nominal.tree.sentence.dependents(nominal.head)) {
      String relation = d.plainRelation();
      if (relation.equals("det") || relation.equals("nummod") || d.relation().equals("nmod:poss")) {
        return false;
      }
    }
    return true;
  }

  /** The telling words before the head noun, lower case, without names of states. */
  private static Set<String> modifiers(Draft nominal) {
    Set<String> words = new HashSet<>();
    for (int i = nominal.begin; i < nominal.head; i++) {
      Draft draft = nominal.tree.draft(i);
      String low = nominal.tree.low(i);
      boolean state = draft != null && draft.entity != null && draft.entity.state != null;
      if (!state && !EMPTY_WORDS.contains(low) && Character.isLetter(low.charAt(0))) {
        words.add(low);
      }
    }
    return words;
  }
}
