/**
 * The same actors, statements and events across reports. The door for actors is {@link
 * parley.link.ActorRegister}.
 */
@NullMarked
package parley.link;

import org.jspecify.annotations.NullMarked;
