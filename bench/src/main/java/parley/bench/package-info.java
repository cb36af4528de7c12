/** Programs that measure Parley: how right it is, and how fast. */
@NullMarked
package parley.bench;

import org.jspecify.annotations.NullMarked;
