package parley.record;

import java.util.Locale;

/**
 * Something that the report says of an actor.
 *
 * @param value as stated, without article ("President", "42", "Colombian")
 * @param anchor where it is said
 */
public record Fact(Kind kind, String value, Anchor anchor) {

  /** What a fact is about. */
  public enum Kind {
    ROLE,
    AGE,
    NATIONALITY,
    AFFILIATION,
    /** "the victim's father", "his mother": a tie to another person. */
    RELATION,
    /** How many people a collective or unnamed actor is ("two envoys"). */
    NUMBER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
