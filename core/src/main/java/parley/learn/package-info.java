/** Small models over hashed features, shared by every room that learns. */
@NullMarked
package parley.learn;

import org.jspecify.annotations.NullMarked;
