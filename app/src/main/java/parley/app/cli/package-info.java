/** The command line: {@link parley.app.cli.Parley} is the door. */
@NullMarked
package parley.app.cli;

import org.jspecify.annotations.NullMarked;
