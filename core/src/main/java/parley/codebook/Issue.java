package parley.codebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a deal is about.
 *
 * @param code unique in its codebook ("ceasefire")
 * @param label for people, in the codebook's language
 * @param definition what falls under it
 * @param parent a theme or another issue, null for none
 * @param plover contexts of PLOVER that it corresponds to
 * @param pax category of the PA-X agreements database, null if there is none
 * @param triggers lemmas, or lemmas in order, that point to it
 */
public record Issue(
    String code,
    String label,
    String definition,
    @Nullable String parent,
    List<String> plover,
    @Nullable String pax,
    List<String> triggers) {

  public Issue {
    plover = List.copyOf(plover);
    triggers = List.copyOf(triggers);
  }
}
