package parley.extract.actors;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.record.ActorKind;
import parley.world.Gazetteer;
import parley.world.Place;
import parley.world.State;
import parley.world.World;

/**
 * A state whose name a region of another state bears: Georgia. The region is meant if the report
 * names towns of it, other regions of that state or the region's offices, and nothing of the state.
 */
final class Namesakes {

  private static final String NAME = "Georgia";
  private static final String STATE = "GEO";
  private static final String OTHER = "USA";

  /** "Georgia governor", "Georgia Supreme Court": what only a region of the other state has. */
  private static final Set<String> REGIONAL =
      Set.of("governor", "gov.", "state", "voter", "county", "republican", "democrat", "sheriff");

  private Namesakes() {}

  /** Marks the names that are the region's; they have no entities yet. */
  static void mend(List<Draft> names, World world, Gazetteer gazetteer) {
    if (names.stream().noneMatch(Namesakes::isNamesake)) {
      return;
    }
    int region = 0;
    for (Draft name : names) {
      if (isNamesake(name)) {
        int after = name.end;
        boolean office =
            after < name.tree.size() && REGIONAL.contains(name.tree.lemma(after))
                || name.begin > 1
                    && name.tree.low(name.begin - 1).equals("of")
                    && REGIONAL.contains(name.tree.lemma(name.begin - 2));
        region += office ? 1 : 0;
        continue;
      }
      String text = name.text();
      Optional<State> state =
          world
              .ofPeople(text)
              .or(() -> world.ofCapital(text))
              .or(() -> world.ofRegion(text))
              .or(() -> world.ledBy(text));
      if (state.filter(s -> s.alpha3().equals(STATE)).isPresent()) {
        return;
      }
      boolean other = name.kind == ActorKind.PLACE && isOfOther(text, world, gazetteer);
      region += other ? 1 : 0;
    }
    if (region > 0) {
      for (Draft name : names) {
        if (isNamesake(name)) {
          name.kind = ActorKind.PLACE;
          name.noState = true;
        }
      }
    }
  }

  /** Whether it is another region of the other state, or a town of the region. */
  private static boolean isOfOther(String text, World world, Gazetteer gazetteer) {
    if (world.ofRegion(text).filter(s -> s.alpha3().equals(OTHER)).isPresent()) {
      return true;
    }
    List<Place> towns = gazetteer.towns(text);
    return !towns.isEmpty() && NAME.equals(towns.get(0).region());
  }

  private static boolean isNamesake(Draft name) {
    return name.text().equals(NAME)
        && (name.kind == ActorKind.STATE || name.kind == ActorKind.PLACE);
  }
}
