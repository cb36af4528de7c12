package parley.extract.actors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.language.AnalysedReport;
import parley.language.Sentence;
import parley.text.Span;
import parley.world.ActorFile;
import parley.world.Gazetteer;
import parley.world.NameKey;
import parley.world.World;

/**
 * Finds who is mentioned in a report, and which mentions name one actor.
 *
 * <ol>
 *   <li>mentions are found sentence by sentence, and one is made for each source of a speech;
 *   <li>names are grouped over the whole report;
 *   <li>titles, appositions and predicates are read;
 *   <li>actors joined by "and" are noted as groups;
 *   <li>descriptions and pronouns are resolved from left to right, each within a bounded window;
 *   <li>"I" and "we" inside quotations become the speaker's;
 *   <li>sides are told, and the actors are made.
 * </ol>
 */
public final class ActorReader {

  private final Lexicon lexicon = Lexicon.shipped();
  private final World world = World.shipped();
  private final @Nullable Gazetteer gazetteer;
  private final ActorFile known;

  /** Reads with the shipped gazetteer. */
  public ActorReader() {
    this(null, ActorFile.NONE);
  }

  /**
   * @param gazetteer says where places lie; null for the shipped one
   * @param known Wikidata ids of actors
   */
  public ActorReader(@Nullable Gazetteer gazetteer, ActorFile known) {
    this.gazetteer = gazetteer;
    this.known = known;
  }

  /**
   * Actors in order of first mention, ids a1, a2, ….
   *
   * @param speeches the statements found, for first and second person inside quotations
   */
  public Cast read(AnalysedReport report, List<Speech> speeches) {
    List<Tree> trees = new ArrayList<>();
    for (Sentence sentence : report.sentences()) {
      trees.add(new Tree(sentence, trees.size()));
    }
    MentionFinder finder = new MentionFinder(lexicon, world);
    List<List<Draft>> bySentence = new ArrayList<>();
    for (Tree tree : trees) {
      List<Draft> found = finder.find(tree);
      found.forEach(tree::place);
      bySentence.add(found);
    }
    SourceMentions bySources = new SourceMentions(lexicon, world, finder);
    Places places = new Places(trees);
    List<@Nullable Draft> sources = new ArrayList<>();
    List<@Nullable Draft> addressees = new ArrayList<>();
    for (Speech speech : speeches) {
      sources.add(source(speech.source(), places, bySources, bySentence));
      Span to = speech.addressee();
      addressees.add(to == null ? null : existing(to, places));
    }
    new SpeechMap(speeches).mark(inTextOrder(bySentence));

    List<Draft> names = new ArrayList<>();
    for (List<Draft> drafts : bySentence) {
      drafts.stream()
          .filter(Draft::isName)
          .sorted(Comparator.comparingInt(d -> d.begin))
          .forEach(names::add);
    }
    SameSurname.mend(names, world, lexicon);
    Gazetteer where = gazetteer == null ? Gazetteer.shipped() : gazetteer;
    Lands.mend(names, trees, lexicon, where);
    Namesakes.mend(names, world, where);
    NameClusters clusters = new NameClusters(world);
    clusters.cluster(names);
    Roles roles = new Roles(lexicon, world);
    names.forEach(roles::ownState);
    for (Tree tree : trees) {
      roles.read(tree, bySentence.get(tree.number));
    }
    for (Tree tree : trees) {
      Coordinations.add(tree, bySentence.get(tree.number));
    }
    for (int i = 0; i < sources.size(); i++) {
      Draft together = together(speeches.get(i).source(), places);
      if (together != null) {
        sources.set(i, together);
      }
    }
    Locations locations = new Locations(names, where);
    new Resolution(clusters, roles, lexicon, bySentence, sources, addressees, locations).run();
    return new CastBuilder(report, clusters, places, new HashSet<>(sources), locations, known)
        .build(bySentence);
  }

  /**
   * Whether two names may be one person's, by the rules that group names within a report: initials,
   * short forms, further surnames and spellings agree; first names do not differ.
   */
  public static boolean mayBeOnePerson(String name, String other) {
    return personName(name).matches(personName(other));
  }

  /** The last word of a person's name, folded over its spellings. */
  public static String surnameKey(String name) {
    return NameKey.sound(personName(name).surname());
  }

  private static PersonName personName(String name) {
    return PersonName.of(List.of(name.strip().split("\\s+")), Gender.UNKNOWN, Lexicon.shipped());
  }

  private static List<Draft> inTextOrder(List<List<Draft>> bySentence) {
    List<Draft> all = new ArrayList<>();
    bySentence.forEach(all::addAll);
    return all;
  }

  /** The coordination that speaks in all its members. */
  private static @Nullable Draft together(List<Span> spans, Places places) {
    Places.Place place = spans.isEmpty() ? null : places.of(spans.get(0));
    return place == null
        ? null
        : place.tree().groupWithin(place.head(), place.begin(), place.end());
  }

  private static @Nullable Draft existing(Span span, Places places) {
    Places.Place place = places.of(span);
    return place == null ? null : place.tree().draft(place.head());
  }

  /** The mention that a source span means; where there is none, one is made. */
  private static @Nullable Draft source(
      List<Span> spans, Places places, SourceMentions finder, List<List<Draft>> bySentence) {
    for (Span span : spans) {
      Places.Place place = places.of(span);
      if (place == null) {
        continue;
      }
      Tree tree = place.tree();
      Draft draft = tree.draft(place.head());
      if (draft != null && draft.actor) {
        finder.speaks(draft);
        return draft;
      }
      Draft made = finder.forced(tree, place.head(), place.begin(), place.end());
      if (made != null) {
        List<Draft> drafts = bySentence.get(tree.number);
        if (draft != null) {
          drafts.remove(draft);
        }
        if (overlapsName(tree, made)) {
          return draft;
        }
        tree.place(made);
        drafts.add(made);
        drafts.sort(Comparator.comparingInt((Draft d) -> d.head).thenComparingInt(d -> d.begin));
        return made;
      }
      Draft within = withinDocument(tree, place);
      if (within == null && draft == null) {
        within = place.lastPerson();
      }
      if (within != null) {
        return within;
      }
    }
    return null;
  }

  private static boolean overlapsName(Tree tree, Draft made) {
    if (!made.isName()) {
      return false;
    }
    for (int i = made.begin; i < made.end; i++) {
      Draft other = tree.draft(i);
      if (other != null && other.isName()) {
        return true;
      }
    }
    return false;
  }

  /** "A statement from the ministry", "the group's report": whose it is speaks. */
  private static @Nullable Draft withinDocument(Tree tree, Places.Place place) {
    Set<String> by = Set.of("by", "from", "of");
    for (var d : tree.sentence.dependents(place.head())) {
      Draft draft = tree.draft(d.index());
      if (draft == null || !draft.actor || draft.kind == null && !draft.isPronoun()) {
        continue;
      }
      if (d.relation().equals("nmod:poss")
          || (d.plainRelation().equals("nmod") && by.contains(tree.preposition(d.index())))) {
        return draft;
      }
    }
    return null;
  }
}
