package parley.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A known organisation, international or of one state.
 *
 * @param name its common English name
 * @param otherNames other names and abbreviations
 * @param state the alpha-3 code of the state that it belongs to or acts in, null for an
 *     international one
 */
public record Organisation(String name, List<String> otherNames, @Nullable String state) {

  public Organisation {
    otherNames = List.copyOf(otherNames);
  }

  public boolean isInternational() {
    return state == null;
  }
}
