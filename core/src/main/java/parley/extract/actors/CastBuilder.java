package parley.extract.actors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.language.AnalysedReport;
import parley.record.Actor;
import parley.record.ActorKind;
import parley.record.Anchor;
import parley.record.Fact;
import parley.record.Mention;
import parley.text.Report;
import parley.text.Span;
import parley.world.ActorFile;
import parley.world.CommonName;
import parley.world.OwnVoice;
import parley.world.World;

/**
 * Makes actors of entities: names, sides, anchored facts and mentions, in order of first mention.
 */
final class CastBuilder {

  /** Who has a seat in a chamber or chairs a part of it. */
  private static final Set<String> SEATED =
      Set.of("member", "chair", "chairman", "chairwoman", "chairperson");

  private static final Set<String> NOBODY =
      Set.of(
          "nobody",
          "anyone",
          "anybody",
          "everyone",
          "everybody",
          "someone",
          "somebody",
          "none",
          "one",
          "no-one");

  private final Report report;
  private final NameClusters clusters;
  private final Places places;
  private final Set<@Nullable Draft> sources;
  private final Locations locations;
  private final ActorFile known;

  /** Names of possessors, each made once. */
  private final Map<Entity, String> names = new HashMap<>();

  CastBuilder(
      AnalysedReport analysed,
      NameClusters clusters,
      Places places,
      Set<@Nullable Draft> sources,
      Locations locations,
      ActorFile known) {
    this.report = analysed.report();
    this.clusters = clusters;
    this.places = places;
    this.sources = sources;
    this.locations = locations;
    this.known = known;
  }

  Cast build(List<List<Draft>> bySentence) {
    Map<Entity, List<Draft>> kept = new LinkedHashMap<>();
    Set<Span> taken = new HashSet<>();
    List<Draft> all = new ArrayList<>();
    bySentence.forEach(all::addAll);
    all.sort(Comparator.comparing(Draft::span));
    for (Draft draft : all) {
      Entity entity = draft.entity;
      if (entity != null && taken.add(draft.span())) {
        kept.computeIfAbsent(entity.now(), k -> new ArrayList<>()).add(draft);
      }
    }
    kept.entrySet().removeIf(e -> isNobody(e.getKey(), e.getValue()));
    Map<Entity, String> ids = new HashMap<>();
    for (Entity entity : kept.keySet()) {
      ids.put(entity, "a" + (ids.size() + 1));
    }
    List<Actor> actors = new ArrayList<>();
    Map<Draft, Actor> byDraft = new HashMap<>();
    for (Map.Entry<Entity, List<Draft>> e : kept.entrySet()) {
      Actor actor = actor(ids.getOrDefault(e.getKey(), ""), e.getKey(), e.getValue(), ids);
      actors.add(actor);
      e.getValue().forEach(draft -> byDraft.put(draft, actor));
    }
    return new Cast(actors, byDraft, places);
  }

  private boolean isNobody(Entity entity, List<Draft> mentions) {
    for (Draft draft : mentions) {
      if (sources.contains(draft)) {
        return false;
      }
    }
    if (entity.kind == ActorKind.PLACE && !entity.named) {
      return true;
    }
    if (!entity.members.isEmpty()) {
      // Actors joined once are each their own; they are one where later words mean them together.
      return mentions.stream().noneMatch(d -> d.members.isEmpty());
    }
    if (entity.named) {
      return false;
    }
    for (Draft draft : mentions) {
      if (draft.isNominal() && !NOBODY.contains(draft.lemma()) && !isBare(draft)) {
        return false;
      }
      if (draft.isPronoun() && draft.person == 1) {
        return false;
      }
    }
    return true;
  }

  /** "Caught off guard": one common noun in the singular alone names nobody. */
  private static boolean isBare(Draft draft) {
    return draft.end - draft.begin == 1
        && !draft.modifier
        && draft.tree.token(draft.head).tag().equals("NN");
  }

  private Actor actor(String id, Entity entity, List<Draft> drafts, Map<Entity, String> ids) {
    List<Mention> mentions = new ArrayList<>();
    for (Draft draft : drafts) {
      mentions.add(new Mention(Anchor.in(report, draft.span()), draft.form));
    }
    List<Fact> facts = new ArrayList<>();
    for (Entity.Told told : entity.facts) {
      facts.add(new Fact(told.kind(), told.value(), Anchor.in(report, told.span())));
    }
    String name = name(entity, drafts);
    Entity side = agreed(entity, name, side(entity));
    String sideId = side == null ? null : ids.get(side);
    Draft told = entity.sideDraft;
    if (sideId != null && told != null && told.entity != null && told.entity.now() == side) {
      facts.add(new Fact(Fact.Kind.SIDE, told.text(), Anchor.in(report, told.span())));
    }
    facts.sort(Comparator.comparing((Fact f) -> f.anchor().span()).thenComparing(Fact::kind));
    ActorKind kind = entity.kind == null ? ActorKind.ORGANIZATION : entity.kind;
    return new Actor(
        id,
        name,
        entity.named,
        kind,
        facts,
        sideId,
        locations.of(entity, name),
        wikidata(entity, kind, name, drafts),
        mentions);
  }

  /** By the fullest name, else by the one that all its names in the report lead to. */
  private @Nullable String wikidata(
      Entity entity, ActorKind kind, String name, List<Draft> drafts) {
    if (!entity.named || known == ActorFile.NONE) {
      return null;
    }
    boolean person = kind == ActorKind.PERSON;
    Set<String> ids = new HashSet<>(known.of(name, person));
    for (int i = 0; i < drafts.size() && ids.isEmpty(); i++) {
      if (drafts.get(i).isName()) {
        ids.addAll(known.of(drafts.get(i).text(), person));
      }
    }
    return ids.size() == 1 ? ids.iterator().next() : null;
  }

  /**
   * The side that was read, unless the person is known to lead another or the side is one bare word
   * that stands nowhere else ("a majority leader", "the defence secretary").
   */
  private @Nullable Entity agreed(Entity entity, String name, @Nullable Entity side) {
    if (side == null || entity.kind != ActorKind.PERSON || !entity.named) {
      return side;
    }
    String sideName = name(side, side.mentions);
    boolean once = !side.named && side.mentions.size() == 1 && side.kind != ActorKind.PERSON;
    if (once && sideName.indexOf(' ') < 0 || isNoSide(entity, side, sideName)) {
      return null;
    }
    boolean told = name.indexOf(' ') > 0 && !entity.modifiers.contains("former");
    String known = told ? CommonName.ofLeader(name).orElse("") : "";
    if (known.isEmpty() || known.equals(CommonName.of(sideName))) {
      return side;
    }
    Entity led = World.shipped().named(known).map(clusters::stateIfNamed).orElse(null);
    // What the report itself says is kept where it does not name what is known.
    return led == null ? side : led;
  }

  /**
   * A town is only its minister's side, if it is a land; a chamber and a state are not those of
   * their members.
   */
  private static boolean isNoSide(Entity entity, Entity side, String sideName) {
    if (side.state == null && side.kind == ActorKind.PLACE) {
      return !OwnVoice.speaksForLand(entity.nouns);
    }
    if (OwnVoice.isOf(entity.nouns)) {
      return side.state != null || OwnVoice.isChamber(sideName);
    }
    return OwnVoice.isChamber(sideName) && entity.nouns.stream().anyMatch(SEATED::contains);
  }

  private @Nullable Entity side(Entity entity) {
    if (!entity.members.isEmpty()) {
      Entity common = side(entity.members.get(0).now());
      boolean all = entity.members.stream().allMatch(m -> side(m.now()) == common);
      return all ? common : null;
    }
    Draft draft = entity.sideDraft;
    if (draft != null && draft.entity != null && draft.entity.now() != entity) {
      Entity side = draft.entity.now();
      if (side.kind == ActorKind.PERSON && entity.kind != ActorKind.PERSON) {
        // "Our forces" of somebody who speaks for an army are that army's.
        Draft further = side.sideDraft;
        Entity next = further == null || further.entity == null ? null : further.entity.now();
        return next == entity ? null : next;
      }
      return side;
    }
    return entity.organOf == null ? null : clusters.stateIfNamed(entity.organOf);
  }

  private String name(Entity entity, List<Draft> drafts) {
    if (entity.state != null) {
      return entity.state.name();
    }
    if (!entity.members.isEmpty()) {
      return entity.members.stream()
          .map(member -> name(member.now(), member.now().mentions))
          .collect(Collectors.joining(" and "));
    }
    Draft best = drafts.get(0);
    for (Draft draft : drafts) {
      if (rank(draft) > rank(best)) {
        best = draft;
      }
    }
    if (best.isPronoun() && best.person == 1) {
      return best.plural ? "the authors" : "the author";
    }
    return ofPossessor(best, plain(best.text()));
  }

  /** "His mother" by the name of the one whose mother she is. */
  private String ofPossessor(Draft draft, String text) {
    Draft first = draft.tree.draft(draft.begin);
    if (!draft.isNominal()
        || first == null
        || !first.isPronoun()
        || first.entity == null
        || !first.entity.now().named
        || draft.begin == draft.head) {
      return text;
    }
    Entity possessor = first.entity.now();
    String owner = names.get(possessor);
    if (owner == null) {
      owner = name(possessor, possessor.mentions);
      names.put(possessor, owner);
    }
    return owner + "'s" + text.substring(Math.min(text.length(), first.span().length()));
  }

  /** Names before descriptions before pronouns; of each form the fullest. */
  private static int rank(Draft draft) {
    int length = Math.min(200, draft.span().length());
    if (draft.isName()) {
      boolean acronym = draft.text().indexOf(' ') < 0;
      return 10_000 + (acronym ? 0 : 500) + length - (isSetInCapitals(draft.text()) ? 5 : 0);
    }
    return draft.isNominal() ? 1_000 + length : length;
  }

  /** "MARENSTAD" of a dateline, unlike "UNICEF". */
  private static boolean isSetInCapitals(String text) {
    return text.length() > 6 && text.chars().noneMatch(Character::isLowerCase);
  }

  private static String plain(String text) {
    for (String article : List.of("the ", "The ", "a ", "A ", "an ", "An ")) {
      if (text.startsWith(article)) {
        return text.substring(article.length());
      }
    }
    return text;
  }
}
