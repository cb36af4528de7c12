package parley.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A party's stance on an issue, as a report expresses it.
 *
 * @param id unique in the record ("p1")
 * @param party id of the actor or side that holds it
 * @param issue a code of the codebook
 * @param cue the words that carry the stance
 * @param content the smallest clause that says what is wanted, given or refused
 * @param condition empty if there is none
 * @param deadline id of a time expression, null if none is told
 * @param counterparty id of the actor to whom it is addressed or against whom it is directed
 * @param statement id of the statement in which it stands, null if the report tells it itself
 * @param expressedBy id of the actor who voices it, null if the report does so itself
 * @param linkedTo ids of positions that this one is offered or demanded in exchange for
 */
public record Position(
    String id,
    String party,
    Stance stance,
    String issue,
    List<Anchor> cue,
    List<Anchor> content,
    List<Anchor> condition,
    @Nullable Quantity quantity,
    @Nullable String deadline,
    @Nullable String counterparty,
    @Nullable String statement,
    @Nullable String expressedBy,
    List<String> linkedTo,
    Provenance provenance) {

  /**
   * @throws IllegalArgumentException if cue or content is missing
   */
  public Position {
    cue = List.copyOf(cue);
    content = List.copyOf(content);
    condition = List.copyOf(condition);
    linkedTo = List.copyOf(linkedTo);
    if (cue.isEmpty() || content.isEmpty()) {
      throw new IllegalArgumentException("position " + id + " lacks its cue or content");
    }
  }
}
