/** Trains the incident model from MUC-3's training texts. */
@NullMarked
package parley.teacher.incidents;

import org.jspecify.annotations.NullMarked;
