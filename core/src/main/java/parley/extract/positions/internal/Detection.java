package parley.extract.positions.internal;

/**
 * A clause that was read as the content of a position.
 *
 * @param stance index in {@link parley.codebook.Codebook#STANCES}
 * @param probability that it is a position, as the net says
 * @param stanceProbability of the stance, given that it is one
 * @param issue index in the codebook's issues
 */
public record Detection(
    Candidate clause, int stance, double probability, double stanceProbability, int issue) {}
