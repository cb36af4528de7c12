/**
 * The issue x party table of a set of reports, and what moved in it. The door is {@link
 * parley.board.Board}.
 */
@NullMarked
package parley.board;

import org.jspecify.annotations.NullMarked;
