package parley.record;

import java.util.List;

/**
 * How an entry came to be.
 *
 * @param rule id of the rule or model that proposed it ("statement.verb-clause")
 * @param confidence how likely it is right, 0 to 1
 * @param reasons in words that a person can check, for {@code --explain}
 */
public record Provenance(String rule, double confidence, List<String> reasons) {

  /**
   * @throws IllegalArgumentException if the confidence is not from 0 to 1
   */
  public Provenance {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " of rule " + rule);
    }
    reasons = List.copyOf(reasons);
  }

  public static Provenance of(String rule, double confidence) {
    return new Provenance(rule, confidence, List.of());
  }
}
