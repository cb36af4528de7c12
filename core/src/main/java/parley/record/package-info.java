/** What is read from one report: statements, events, positions, actors and times, each anchored. */
@NullMarked
package parley.record;

import org.jspecify.annotations.NullMarked;
