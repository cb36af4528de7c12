package parley.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is mentioned in a report.
 *
 * @param id unique in the record ("a1")
 * @param name the fullest name that the report gives; for an unnamed actor its description
 * @param named false if the report never names the actor ("a senior official")
 * @param facts roles, offices, age, nationality, side and the like, each where it is said
 * @param side id of the collective actor for which this one speaks or acts, null if not told
 * @param location where it is, null for what is no place or state and if it is not known
 * @param wikidata id from the user's file ("Q2831"), null if there is none
 * @param mentions in text order, at least one
 */
public record Actor(
    String id,
    String name,
    boolean named,
    ActorKind kind,
    List<Fact> facts,
    @Nullable String side,
    @Nullable Location location,
    @Nullable String wikidata,
    List<Mention> mentions) {

  /**
   * @throws IllegalArgumentException if there is no mention
   */
  public Actor {
    facts = List.copyOf(facts);
    mentions = List.copyOf(mentions);
    if (mentions.isEmpty()) {
      throw new IllegalArgumentException("actor " + id + " (" + name + ") is never mentioned");
    }
  }

  /** An actor of which neither location nor Wikidata id is known. */
  public Actor(
      String id,
      String name,
      boolean named,
      ActorKind kind,
      List<Fact> facts,
      @Nullable String side,
      List<Mention> mentions) {
    this(id, name, named, kind, facts, side, null, null, mentions);
  }

  /** By id and name alone: an actor may have thousands of mentions, and is looked up as often. */
  @Override
  public int hashCode() {
    return 31 * id.hashCode() + name.hashCode();
  }

  /** The values of its roles and offices, in text order, each once. */
  public List<String> roles() {
    return facts.stream().filter(fact -> fact.kind().isRole()).map(Fact::value).distinct().toList();
  }
}
