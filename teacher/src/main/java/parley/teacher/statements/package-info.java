/** Trains the model of the statements' room on PolNeAR's training part. */
@NullMarked
package parley.teacher.statements;

import org.jspecify.annotations.NullMarked;
