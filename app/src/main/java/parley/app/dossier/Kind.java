package parley.app.dossier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of entry of a record, in the order in which a record lists them. */
public enum Kind {
  ACTOR("actors", 'a'),
  STATEMENT("statements", 's'),
  EVENT("events", 'e'),
  INCIDENT("incidents", 'i'),
  POSITION("positions", 'p'),
  TIME("times", 't');

  /** The names of all lists. */
  static final Set<String> LISTS =
      Arrays.stream(values()).map(Kind::list).collect(Collectors.toUnmodifiableSet());

  private final String list;
  private final char prefix;

  Kind(String list, char prefix) {
    this.list = list;
    this.prefix = prefix;
  }

  /** The name of the record's list of such entries. */
  public String list() {
    return list;
  }

  char prefix() {
    return prefix;
  }

  /** The name in API and exports: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its number in the store. */
  int number() {
    return ordinal() + 1;
  }

  static Kind ofNumber(int number) {
    return values()[number - 1];
  }

  /** The kind of that {@link #code()} or {@link #list()}, null if there is none. */
  public static @Nullable Kind of(String word) {
    for (Kind kind : values()) {
      if (kind.code().equals(word) || kind.list.equals(word)) {
        return kind;
      }
    }
    return null;
  }
}
