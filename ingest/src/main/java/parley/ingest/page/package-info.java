/** A web page becomes reports that map back to its HTML. The door is {@code PageReader}. */
@NullMarked
package parley.ingest.page;

import org.jspecify.annotations.NullMarked;
