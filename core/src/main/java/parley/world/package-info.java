/**
 * Built-in facts about states, organisations, offices and places, and the folding of names that
 * compares them. The door is {@link parley.world.World}.
 */
@NullMarked
package parley.world;

import org.jspecify.annotations.NullMarked;
