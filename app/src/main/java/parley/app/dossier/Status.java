package parley.app.dossier;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person has made of an entry. */
public enum Status {
  /** Nobody has looked at it. */
  MACHINE,
  ACCEPTED,
  CORRECTED,
  /** A person found what the machine had not. */
  ADDED,
  REJECTED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  int number() {
    return ordinal();
  }

  static Status ofNumber(int number) {
    return values()[number];
  }

  /** The status of that {@link #code()}, null if there is none. */
  public static @Nullable Status of(String code) {
    for (Status status : values()) {
      if (status.code().equals(code)) {
        return status;
      }
    }
    return null;
  }
}
