package parley.app.dossier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records that were looked at last, unpacked. Shared by threads; the trees do not change. */
final class Trees {

  /** Characters of text of the reports that are kept. */
  private static final long KEPT_CHARACTERS = 12_000_000;

  private static final int KEPT_REPORTS = 300;

  private record Unpacked(long revision, int length, ObjectNode tree) {}

  private final Map<Long, Unpacked> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long characters;

  synchronized @Nullable ObjectNode get(Reports.Row row) {
    Unpacked unpacked = kept.get(row.n());
    return unpacked != null && unpacked.revision() == row.revision() ? unpacked.tree() : null;
  }

  synchronized ObjectNode put(Reports.Row row, ObjectNode tree) {
    Unpacked old = kept.put(row.n(), new Unpacked(row.revision(), row.length(), tree));
    characters += row.length() - (old == null ? 0 : old.length());
    var eldest = kept.entrySet().iterator();
    while ((characters > KEPT_CHARACTERS || kept.size() > KEPT_REPORTS) && kept.size() > 1) {
      characters -= eldest.next().getValue().length();
      eldest.remove();
    }
    return tree;
  }
}
