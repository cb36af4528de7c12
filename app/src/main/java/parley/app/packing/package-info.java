/**
 * Records and texts in few bytes: what mostly stands where in the records of a dossier is counted
 * once, and each record is then written as what it has of that. {@link parley.app.packing.Packing}
 * is the door.
 */
@NullMarked
package parley.app.packing;

import org.jspecify.annotations.NullMarked;
