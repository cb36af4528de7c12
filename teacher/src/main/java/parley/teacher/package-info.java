/** Parley: teacher. */
@NullMarked
package parley.teacher;

import org.jspecify.annotations.NullMarked;
