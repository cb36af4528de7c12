/** Records laid out for people: a reading for a terminal, and a page of HTML. */
@NullMarked
package parley.app.view;

import org.jspecify.annotations.NullMarked;
