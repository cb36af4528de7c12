/**
 * What was read from the reports of one process, kept in one file with every decision of its
 * reviewers: {@link parley.app.dossier.Dossier} is the door.
 */
@NullMarked
package parley.app.dossier;

import org.jspecify.annotations.NullMarked;
