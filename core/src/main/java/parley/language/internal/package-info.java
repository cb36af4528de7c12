/**
 * The workings of Parley's own filling of {@link parley.language.LanguageReader}. Public only so
 * that the training programs of module {@code teacher} see the same tokens, features and lists as
 * the reader; not for other rooms.
 */
@NullMarked
package parley.language.internal;

import org.jspecify.annotations.NullMarked;
