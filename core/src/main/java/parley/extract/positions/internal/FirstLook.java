package parley.extract.positions.internal;

/**
 * A clause with what its own words tell of it.
 *
 * @param stances probability of "none" and of each stance
 */
public record FirstLook(Candidate clause, double[] stances) {}
