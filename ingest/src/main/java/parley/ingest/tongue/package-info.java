/** Which language a text is in. The door is {@code Tongue}. */
@NullMarked
package parley.ingest.tongue;

import org.jspecify.annotations.NullMarked;
