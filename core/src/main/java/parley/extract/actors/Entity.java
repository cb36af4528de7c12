package parley.extract.actors;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.record.ActorKind;
import parley.record.Fact;
import parley.text.Span;
import parley.world.State;

/** An actor in the making: the mentions found to name it, and what they tell. */
final class Entity {

  /** A fact with its place, before it is anchored. */
  record Told(Fact.Kind kind, String value, Span span) {}

  /** Different facts kept of one actor; no report tells more of anyone. */
  private static final int MOST_FACTS = 40;

  final List<Draft> mentions = new ArrayList<>();
  final List<Told> facts = new ArrayList<>();

  /** Head nouns of its nominal mentions and roles, lower case. */
  final Set<String> nouns = new HashSet<>();

  /** The head nouns of its nominal mentions in the singular, and in the plural. */
  private final Set<String> singulars = new HashSet<>();

  private final Set<String> plurals = new HashSet<>();

  /** The actors that it joins ("Turkey and Russia"), else empty. */
  List<Entity> members = List.of();

  /** Words before the head noun in roles and nominals ("foreign"), lower case. */
  final Set<String> modifiers = new HashSet<>();

  /** Mentions that say for whom it speaks or acts, best first is decided by weight. */
  @Nullable Draft sideDraft;

  int sideWeight = -1;

  @Nullable ActorKind kind;
  Gender gender = Gender.UNKNOWN;
  boolean plural;
  boolean named;

  /** The state that it is, or null. */
  @Nullable State state;

  /** The state whose organ it is by its own name ("Israeli army"), or null. */
  @Nullable State organOf;

  /** The state that the person is known to have led; null until it is looked up. */
  @Nullable Optional<State> knownState;

  @Nullable PersonName personName;

  /** Of whom it is a relative ("his mother"), or null. */
  @Nullable Entity relativeOf;

  private @Nullable Entity into;

  /** The entity that this one was merged into, or itself. */
  Entity now() {
    Entity at = this;
    while (at.into != null) {
      at = at.into;
    }
    // Path halving keeps chains short.
    if (at != this) {
      into = at;
    }
    return at;
  }

  void add(Draft draft) {
    mentions.add(draft);
    draft.entity = this;
    if (kind == null) {
      kind = draft.kind;
    }
    if (gender == Gender.UNKNOWN) {
      gender = draft.gender;
    }
    if (draft.isNominal() && draft.members.isEmpty()) {
      noun(draft.lemma());
      Set<String> numbered = draft.plural ? plurals : singulars;
      if (numbered.size() < MOST_FACTS) {
        numbered.add(draft.lemma());
      }
    }
    if (draft.isName()) {
      named = true;
    }
  }

  /** Whether the entity was called by this noun only in the other number. */
  boolean differsInNumber(String noun, boolean plural) {
    return plural
        ? singulars.contains(noun) && !plurals.contains(noun)
        : plurals.contains(noun) && !singulars.contains(noun);
  }

  /** Notes a noun by which it is called; no actor has many. */
  void noun(String noun) {
    if (nouns.size() < MOST_FACTS) {
      nouns.add(noun);
    }
  }

  /** Notes a word that stands before such a noun. */
  void modifier(String word) {
    if (modifiers.size() < 4 * MOST_FACTS) {
      modifiers.add(word);
    }
  }

  void tell(Fact.Kind factKind, String value, Span span) {
    if (value.isEmpty() || facts.size() >= MOST_FACTS) {
      return;
    }
    for (Told told : facts) {
      if (told.kind() == factKind && told.value().equalsIgnoreCase(value)) {
        return;
      }
    }
    facts.add(new Told(factKind, value, span));
  }

  /** Proposes a side; the heavier proposal wins, the earlier one among equals. */
  void sideBy(Draft draft, int weight) {
    // "The state's governor" says less than "Ohio governor" elsewhere.
    boolean bare = draft.isNominal() && draft.kind == ActorKind.PLACE;
    int told = bare ? 0 : weight;
    if (told > sideWeight) {
      sideDraft = draft;
      sideWeight = told;
    }
  }

  /** Takes over everything of another entity. */
  void absorb(Entity other) {
    if (other == this) {
      return;
    }
    for (Draft draft : other.mentions) {
      draft.entity = this;
    }
    mentions.addAll(other.mentions);
    for (Told told : other.facts) {
      tell(told.kind(), told.value(), told.span());
    }
    other.nouns.forEach(this::noun);
    other.modifiers.forEach(this::modifier);
    singulars.addAll(other.singulars);
    plurals.addAll(other.plurals);
    members = members.isEmpty() ? other.members : members;
    if (other.sideDraft != null) {
      sideBy(other.sideDraft, other.sideWeight);
    }
    if (other.named && !named) {
      kind = other.kind != null ? other.kind : kind;
    }
    named |= other.named;
    kind = kind == null ? other.kind : kind;
    gender = gender == Gender.UNKNOWN ? other.gender : gender;
    state = state == null ? other.state : state;
    organOf = organOf == null ? other.organOf : organOf;
    personName = personName == null ? other.personName : personName;
    relativeOf = relativeOf == null ? other.relativeOf : relativeOf;
    other.mentions.clear();
    other.into = this;
  }

  boolean isHuman() {
    return kind == ActorKind.PERSON;
  }
}
