/**
 * Who did what to whom: events by PLOVER's types, their tolls, and incidents. The door is {@link
 * parley.extract.events.EventReader}.
 */
@NullMarked
package parley.extract.events;

import org.jspecify.annotations.NullMarked;
