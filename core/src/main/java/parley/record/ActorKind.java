package parley.record;

import java.util.Locale;

/** What an actor is. */
public enum ActorKind {
  PERSON,
  GROUP,
  ORGANIZATION,
  STATE,
  PLACE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
