/**
 * Sentences, tokens, names and dependencies of a report. The door is {@link
 * parley.language.LanguageReader}.
 */
@NullMarked
package parley.language;

import org.jspecify.annotations.NullMarked;
