package parley.codebook;

import java.util.List;

/**
 * A stance as a codebook describes it.
 *
 * @param code one of {@link Codebook#STANCES}
 * @param label a verb in the third person ("demands")
 * @param cues lemmas, or lemmas in order, that carry it
 */
public record StanceEntry(String code, String label, String definition, List<String> cues) {

  public StanceEntry {
    cues = List.copyOf(cues);
  }
}
