/**
 * The same actors, statements and events across reports. The doors are {@link
 * parley.link.ActorRegister} for actors, {@link parley.link.Accounts} for events, {@link
 * parley.link.SharedStatements} for statements and {@link parley.link.Duplicates} for reports.
 */
@NullMarked
package parley.link;

import org.jspecify.annotations.NullMarked;
