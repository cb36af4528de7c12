/**
 * The codebook: which issues, stances and words a reading looks for. The door is {@link
 * parley.codebook.CodebookReader}.
 */
@NullMarked
package parley.codebook;

import org.jspecify.annotations.NullMarked;
