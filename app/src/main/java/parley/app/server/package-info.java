/** The dossier over HTTP on this computer alone: {@link parley.app.server.Server} is the door. */
@NullMarked
package parley.app.server;

import org.jspecify.annotations.NullMarked;
