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
    /** What somebody is or does: "teacher", "father of two", "resident". */
    ROLE,
    /** A role that somebody holds for others: "foreign minister", "spokesman". */
    OFFICE,
    AGE,
    NATIONALITY,
    AFFILIATION,
    /** For whom it speaks or acts: the words that name the actor's side. */
    SIDE,
    /** "the victim's father", "his mother": a tie to another person. */
    RELATION,
    /** How many people a collective or unnamed actor is ("two envoys"). */
    NUMBER;

    /** Whether it says what somebody is or does. */
    public boolean isRole() {
      return this == ROLE || this == OFFICE;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
