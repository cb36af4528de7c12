/** A report's text and the places in it: spans, parts, and alignment of derived text to raw. */
@NullMarked
package parley.text;

import org.jspecify.annotations.NullMarked;
