package parley.record;

import java.util.Locale;

/** A span that names an actor. */
public record Mention(Anchor anchor, Form form) {

  /** How an actor is named. */
  public enum Form {
    NAME,
    /** "a senior official", "the group". */
    NOMINAL,
    PRONOUN;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
