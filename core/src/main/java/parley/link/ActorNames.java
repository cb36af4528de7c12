package parley.link;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.extract.actors.ActorReader;
import parley.record.ActorKind;
import parley.world.NameKey;
import parley.world.NameWords;
import parley.world.Organisation;
import parley.world.State;
import parley.world.World;

/** Compares the names of actors of different reports. */
final class ActorNames {

  private ActorNames() {}

  /**
   * The key under which equal names meet: the code of a state, the common name of a known
   * organisation, else the folded words.
   */
  static String key(String name, ActorKind kind) {
    World world = World.shipped();
    if (kind != ActorKind.PERSON) {
      Optional<State> state = world.named(name).or(() -> world.ofSeat(name));
      if (state.isPresent()) {
        return "state:" + state.get().alpha3();
      }
      Optional<Organisation> organisation = world.organisation(name);
      if (organisation.isPresent()) {
        return "organization:" + NameWords.fold(organisation.get().name());
      }
    }
    return kind.code() + ":" + NameWords.fold(name);
  }

  /** Whether two names may be one actor's: of one person, or of one collective. */
  static boolean same(String name, ActorKind kind, String other, ActorKind otherKind) {
    boolean person = kind == ActorKind.PERSON;
    if (person != (otherKind == ActorKind.PERSON)) {
      return false;
    }
    if (person) {
      return ActorReader.mayBeOnePerson(name, other);
    }
    String key = key(name, kind);
    String otherKey = key(other, otherKind);
    if (afterColon(key).equals(afterColon(otherKey)) || key.equals(otherKey)) {
      return true;
    }
    return isAcronym(name, other)
        || isAcronym(other, name)
        || soundsAlike(NameWords.of(name), NameWords.of(other));
  }

  private static String afterColon(String key) {
    return key.substring(key.indexOf(':') + 1);
  }

  /** "FARC" of "Revolutionary Armed Forces of Colombia", its small words left out or not. */
  static boolean isAcronym(String acronym, String name) {
    String letters = acronym.replace(".", "").strip();
    if (letters.length() < 3 || letters.indexOf(' ') >= 0 || name.indexOf(' ') < 0) {
      return false;
    }
    int upper = 0;
    for (int i = 0; i < letters.length(); i++) {
      upper += Character.isUpperCase(letters.charAt(i)) ? 1 : 0;
    }
    if (upper < letters.length() - 1) {
      return false;
    }
    StringBuilder all = new StringBuilder();
    StringBuilder great = new StringBuilder();
    for (String word : name.split("[\\s\\-]+", -1)) {
      if (!word.isEmpty()) {
        all.append(word.charAt(0));
        if (Character.isUpperCase(word.charAt(0))) {
          great.append(word.charAt(0));
        }
      }
    }
    String wanted = letters.toLowerCase(Locale.ROOT);
    return all.toString().toLowerCase(Locale.ROOT).equals(wanted)
        || great.toString().toLowerCase(Locale.ROOT).equals(wanted);
  }

  private static boolean soundsAlike(List<String> a, List<String> b) {
    if (a.size() != b.size() || a.isEmpty()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      String x = a.get(i);
      String y = b.get(i);
      boolean same =
          x.equals(y)
              || (x.length() > 3 && y.length() > 3 && NameKey.sound(x).equals(NameKey.sound(y)));
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
