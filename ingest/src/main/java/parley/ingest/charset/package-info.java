/** Bytes become characters. The door is {@code Decoded}. */
@NullMarked
package parley.ingest.charset;

import org.jspecify.annotations.NullMarked;
