/** Parley: app. */
@NullMarked
package parley.app;

import org.jspecify.annotations.NullMarked;
