/** Who said what. The door is {@code StatementReader}. */
@NullMarked
package parley.extract.statements;

import org.jspecify.annotations.NullMarked;
