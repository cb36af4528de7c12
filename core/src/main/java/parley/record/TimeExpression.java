package parley.record;

/**
 * A time expression and what it means for a report of that date.
 *
 * @param id unique in the record ("t1")
 * @param value as in TIMEX3 ("1988-08-10", "P10D", "1988-W32", "PAST_REF"), empty if it cannot be
 *     told (Saurí et al., TimeML Annotation Guidelines 1.2.1)
 */
public record TimeExpression(String id, Anchor anchor, Type type, String value) {

  /** TIMEX3 types. */
  public enum Type {
    DATE,
    TIME,
    DURATION,
    SET
  }
}
