package parley.world;

import org.jspecify.annotations.Nullable;

/**
 * A place of a gazetteer.
 *
 * @param name as it was asked for
 * @param country ISO 3166 alpha-2 code
 * @param region the first-level division in which it lies ("Hama Governorate"), null if not known
 * @param latitude degrees north, to about 0.003; NaN if not known
 * @param longitude degrees east, to about 0.006; NaN if not known
 * @param population to about a tenth; 1 if not known
 */
public record Place(
    String name,
    Kind kind,
    String country,
    @Nullable String region,
    double latitude,
    double longitude,
    double population) {

  /** What sort of place it is. */
  public enum Kind {
    /** Any populated place, from a city to a hamlet. */
    CITY,
    /** The capital of a state. */
    CAPITAL,
    /** A first-level division of a state: a province, a governorate. */
    REGION,
    /** A smaller division. */
    DISTRICT;

    /** Whether people live in it as in one town. */
    public boolean isTown() {
      return this == CITY || this == CAPITAL;
    }
  }

  public boolean hasCoordinates() {
    return !Double.isNaN(latitude);
  }
}
