/** Dates as pages, feeds and tables write them. The door is {@code Dates}. */
@NullMarked
package parley.ingest.dates;

import org.jspecify.annotations.NullMarked;
