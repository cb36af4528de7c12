/**
 * What the training program needs to see of the incidents' room. Not for use outside {@code
 * parley.extract.events} and the teacher.
 */
@NullMarked
package parley.extract.events.internal;

import org.jspecify.annotations.NullMarked;
