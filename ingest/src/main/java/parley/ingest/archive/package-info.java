/** Archives become their members. The door is {@code Archive}. */
@NullMarked
package parley.ingest.archive;

import org.jspecify.annotations.NullMarked;
