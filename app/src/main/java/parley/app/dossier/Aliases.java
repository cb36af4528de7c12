package parley.app.dossier;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which registered actor each alias is, and by what key it is found; in memory. */
final class Aliases {

  private int[] actorOf = new int[64];
  private String[] keyOf = new String[64];
  private long regrouped = -1;
  private int last;

  /** Aliases by their actors: actor in the upper half, alias in the lower one, ascending. */
  private long[] byActor = {};

  /**
   * Brings them to what a connection sees.
   *
   * @return whether one that was known is another actor's now
   */
  boolean refresh(Sql sql) throws SQLException {
    long now = sql.number("SELECT value FROM meta WHERE key = 'regrouped'");
    boolean changed = now != regrouped;
    if (changed) {
      regrouped = now;
      last = 0;
    }
    int before = last;
    sql.each(
        "SELECT n, actor, key FROM alias WHERE n > ? ORDER BY n",
        row -> {
          int n = row.getInt(1);
          if (n >= actorOf.length) {
            actorOf = Arrays.copyOf(actorOf, n * 2);
            keyOf = Arrays.copyOf(keyOf, n * 2);
          }
          actorOf[n] = row.getInt(2);
          keyOf[n] = row.getString(3);
          last = n;
        },
        last);
    if (changed || last > before) {
      byActor =
          IntStream.rangeClosed(1, last)
              .filter(alias -> keyOf[alias] != null)
              .mapToLong(alias -> place(actorOf[alias], alias))
              .sorted()
              .toArray();
    }
    return changed;
  }

  private static long place(int actor, int alias) {
    return (long) actor << Integer.SIZE | alias;
  }

  /** The aliases of an actor. */
  IntStream of(int actor) {
    return Arrays.stream(byActor, begin(place(actor, 0)), begin(place(actor + 1, 0)))
        .mapToInt(place -> (int) place);
  }

  private int begin(long place) {
    int at = Arrays.binarySearch(byActor, place);
    return at < 0 ? -at - 1 : at;
  }

  /** More than any number of an alias. */
  int bound() {
    return actorOf.length;
  }

  /** The registered actor of an alias, 0 for none. */
  int actorOf(int alias) {
    return alias == 0 ? 0 : actorOf[alias];
  }

  /** Actors with a name whose key holds another key. */
  List<Integer> named(String key) {
    return IntStream.rangeClosed(1, last)
        .filter(alias -> keyOf[alias] != null && keyOf[alias].contains(key))
        .map(alias -> actorOf[alias])
        .distinct()
        .boxed()
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
