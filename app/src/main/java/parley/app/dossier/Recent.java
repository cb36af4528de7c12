package parley.app.dossier;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was made of the reports that were looked at last. Shared by threads. */
final class Recent<T> {

  /** Characters of text of the reports that are kept. */
  private static final long KEPT_CHARACTERS = 12_000_000;

  /**
   * @param revision the report's, of which it was made
   * @param seen the last revision of the dossier at which the report was still of that one
   */
  private record Made<T>(long revision, long seen, int length, T what) {}

  private final int most;
  private final Map<Long, Made<T>> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long characters;

  /**
   * @param most how many reports at most
   */
  Recent(int most) {
    this.most = most;
  }

  /** What was made of a report that was seen at this revision of the dossier. */
  synchronized @Nullable T get(long n, long at) {
    Made<T> made = kept.get(n);
    return made != null && made.seen() == at ? made.what() : null;
  }

  /**
   * What was made of a report at its revision.
   *
   * @param at the revision of the dossier at which the row was read
   */
  synchronized @Nullable T get(Reports.Row row, long at) {
    Made<T> made = kept.get(row.n());
    if (made == null || made.revision() != row.revision()) {
      return null;
    }
    kept.put(row.n(), new Made<>(made.revision(), at, made.length(), made.what()));
    return made.what();
  }

  synchronized T put(Reports.Row row, long at, T what) {
    Made<T> old = kept.put(row.n(), new Made<>(row.revision(), at, row.length(), what));
    characters += row.length() - (old == null ? 0 : old.length());
    var eldest = kept.entrySet().iterator();
    while ((characters > KEPT_CHARACTERS || kept.size() > most) && kept.size() > 1) {
      characters -= eldest.next().getValue().length();
      eldest.remove();
    }
    return what;
  }
}
