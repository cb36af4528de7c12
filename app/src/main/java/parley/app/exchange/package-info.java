/** The dossier for other programs: {@link parley.app.exchange.Export} is the door. */
@NullMarked
package parley.app.exchange;

import org.jspecify.annotations.NullMarked;
