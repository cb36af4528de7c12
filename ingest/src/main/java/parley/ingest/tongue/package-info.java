/** Tells in which language a text is written. */
@NullMarked
package parley.ingest.tongue;

import org.jspecify.annotations.NullMarked;
