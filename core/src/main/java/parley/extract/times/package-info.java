/** Time expressions and their values. The door is {@code TimeReader}. */
@NullMarked
package parley.extract.times;

import org.jspecify.annotations.NullMarked;
