/** Actors of one report and the mentions that name them. The door is {@code ActorReader}. */
@NullMarked
package parley.extract.actors;

import org.jspecify.annotations.NullMarked;
