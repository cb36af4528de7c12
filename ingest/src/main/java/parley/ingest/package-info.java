/**
 * Files, pages, feeds and archives become reports. The door is {@code Ingest}; it hands out {@code
 * Outcome}s, one for each report and one for each thing that could not be read.
 */
@NullMarked
package parley.ingest;

import org.jspecify.annotations.NullMarked;
