/** Files of facts that a user brings: a gazetteer, a list of known actors. */
@NullMarked
package parley.ingest.facts;

import org.jspecify.annotations.NullMarked;
