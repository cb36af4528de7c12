/** What of jsoup's parser has no public door: {@link org.jsoup.parser.PlacingTreeBuilder}. */
@NullMarked
package org.jsoup.parser;

import org.jspecify.annotations.NullMarked;
