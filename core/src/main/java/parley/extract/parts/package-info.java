/** The parts of bare text. The door is {@code PartReader}. */
@NullMarked
package parley.extract.parts;

import org.jspecify.annotations.NullMarked;
