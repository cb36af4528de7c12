package parley.link;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a person has settled about actors across reports; it overrules the register's own judgement.
 *
 * @param aliases from a name as reports give it to the name under which it is registered
 * @param apart names that are never one actor; each set is of names that differ from each other
 * @param assigned appearances of actors that belong to the actor registered under a name, whatever
 *     they are called there; it splits and merges single appearances
 * @param wikidata from a registered name to its Wikidata id ("Q2831")
 */
public record ActorRules(
    Map<String, String> aliases,
    List<Set<String>> apart,
    Map<Appearance, String> assigned,
    Map<String, String> wikidata) {

  /** No rules. */
  public static final ActorRules NONE = new ActorRules(Map.of(), List.of(), Map.of(), Map.of());

  public ActorRules {
    aliases = Map.copyOf(aliases);
    apart = apart.stream().map(Set::copyOf).toList();
    assigned = Map.copyOf(assigned);
    wikidata = Map.copyOf(wikidata);
  }

  boolean areApart(String name, String other) {
    for (Set<String> names : apart) {
      if (!name.equals(other) && names.contains(name) && names.contains(other)) {
        return true;
      }
    }
    return false;
  }
}
