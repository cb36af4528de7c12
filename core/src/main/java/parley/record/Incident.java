package parley.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events of one report that are one happening, as the templates of MUC-3 and MUC-4 group them.
 *
 * @param id unique in the record ("i1")
 * @param type what happened ("ATTACK", "BOMBING", "KIDNAPPING")
 * @param place id of an actor, null if not told
 * @param time id of a time expression, null if not told
 * @param perpetrators ids of actors
 * @param victims ids of actors
 * @param targets what was attacked, as named
 * @param weapon as named, null if not told
 * @param events ids of its events, at least one
 */
public record Incident(
    String id,
    String type,
    @Nullable String place,
    @Nullable String time,
    List<String> perpetrators,
    List<String> victims,
    List<Anchor> targets,
    @Nullable Anchor weapon,
    List<String> events) {

  public Incident {
    perpetrators = List.copyOf(perpetrators);
    victims = List.copyOf(victims);
    targets = List.copyOf(targets);
    events = List.copyOf(events);
  }
}
