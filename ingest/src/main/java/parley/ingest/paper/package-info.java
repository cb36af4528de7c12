/** PDF files become text in reading order. The door is {@code Paper}. */
@NullMarked
package parley.ingest.paper;

import org.jspecify.annotations.NullMarked;
