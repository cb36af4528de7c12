/**
 * The machinery of the statements' room: quotation marks, features, models. Public only so that the
 * training program in module teacher can see it; everyone else uses {@code StatementReader}.
 */
@NullMarked
package parley.extract.statements.internal;

import org.jspecify.annotations.NullMarked;
