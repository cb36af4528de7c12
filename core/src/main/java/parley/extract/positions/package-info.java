/**
 * Where each party stands on each issue, as a report expresses it. The door is {@link
 * parley.extract.positions.PositionReader}.
 */
@NullMarked
package parley.extract.positions;

import org.jspecify.annotations.NullMarked;
