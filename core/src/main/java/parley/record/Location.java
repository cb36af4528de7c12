package parley.record;

import org.jspecify.annotations.Nullable;

/**
 * Where a place or state is, as far as the gazetteer and the report's other places tell.
 *
 * @param country ISO 3166 alpha-3 code
 * @param region the first-level division in which it lies or which it is ("Hama Governorate"), null
 *     if not known
 * @param city the town that it is, null for a region or a state
 * @param latitude degrees north, to about 0.01; null if not known
 * @param longitude degrees east, to about 0.01; null if not known
 */
public record Location(
    String country,
    @Nullable String region,
    @Nullable String city,
    @Nullable Double latitude,
    @Nullable Double longitude) {

  private static final double STEPS = 100;

  /**
   * @throws IllegalArgumentException if only one of the coordinates is known or one is out of range
   */
  public Location {
    if ((latitude == null) != (longitude == null)) {
      throw new IllegalArgumentException("a place has both coordinates or none");
    }
    if (latitude != null && !(Math.abs(latitude) <= 90)
        || longitude != null && !(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException(latitude + ", " + longitude + " is nowhere on Earth");
    }
  }

  /** A state or part of it of which no coordinates are known. */
  public static Location within(String country, @Nullable String region) {
    return new Location(country, region, null, null, null);
  }

  /** The same at coordinates, which are rounded. */
  public Location at(double north, double east) {
    return new Location(
        country, region, city, Math.round(north * STEPS) / STEPS, Math.round(east * STEPS) / STEPS);
  }
}
