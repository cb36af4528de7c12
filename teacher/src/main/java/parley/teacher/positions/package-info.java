/** Training of the models that read positions: {@link parley.teacher.positions.TrainPositions}. */
@NullMarked
package parley.teacher.positions;

import org.jspecify.annotations.NullMarked;
