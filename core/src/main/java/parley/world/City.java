package parley.world;

/**
 * A populated place of the gazetteer.
 *
 * @param name as it was asked for
 * @param country ISO 3166 alpha-2 code
 * @param latitude degrees north, to about 0.003
 * @param longitude degrees east, to about 0.006
 * @param population to about a tenth
 */
public record City(
    String name, String country, double latitude, double longitude, double population) {}
