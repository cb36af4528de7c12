/**
 * How positions are found: candidates, features, models. Public only for the program that trains
 * the models; no part of Parley's interface.
 */
@NullMarked
package parley.extract.positions.internal;

import org.jspecify.annotations.NullMarked;
