package parley.teacher.positions;

import org.jspecify.annotations.Nullable;
import parley.extract.positions.internal.Candidate;

/** A clause of a training report, what it should be read as, and how much that counts. */
final class Example {

  final Candidate clause;
  final int[] features;
  final float[] vectors;

  /** 0 for no position, else 1 + index of the stance. */
  int label;

  float weight = 1;

  /** The marked position whose content this clause is the best reading of. */
  MarkedReport.@Nullable Marked marked;

  Example(Candidate clause, int[] features, float[] vectors) {
    this.clause = clause;
    this.features = features;
    this.vectors = vectors;
  }
}
