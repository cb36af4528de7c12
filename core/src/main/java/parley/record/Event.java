package parley.record;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something reported as done, planned or denied.
 *
 * @param id unique in the record ("e1")
 * @param type a code of the codebook; PLOVER's in the shipped one ("ASSAULT")
 * @param mode PLOVER's mode, null where the type has none or it is not told
 * @param actors ids of those who did it
 * @param targets ids of those to whom it was done
 * @param place id of the actor of kind place or state where it happened, null if not told
 * @param time id of the time expression that says when, null if not told
 * @param attributedTo id of the statement that tells it, null if the report does so itself
 */
public record Event(
    String id,
    String type,
    @Nullable String mode,
    List<Anchor> cue,
    List<String> actors,
    List<String> targets,
    @Nullable String place,
    @Nullable String time,
    List<Toll> toll,
    Status status,
    @Nullable String attributedTo,
    Provenance provenance) {

  /** How the report presents the event. */
  public enum Status {
    ASSERTED,
    DENIED,
    PLANNED,
    POSSIBLE,
    DEMANDED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @throws IllegalArgumentException if there is no cue
   */
  public Event {
    cue = List.copyOf(cue);
    actors = List.copyOf(actors);
    targets = List.copyOf(targets);
    toll = List.copyOf(toll);
    if (cue.isEmpty()) {
      throw new IllegalArgumentException("event " + id + " has no cue");
    }
  }
}
