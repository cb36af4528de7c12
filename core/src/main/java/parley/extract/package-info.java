/** Reading a report into its record. The door is {@link parley.extract.Reader}. */
@NullMarked
package parley.extract;

import org.jspecify.annotations.NullMarked;
