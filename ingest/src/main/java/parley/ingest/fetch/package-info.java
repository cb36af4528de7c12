/**
 * Documents from the web, politely. The door is {@code Fetcher}. Nothing here is reached unless a
 * caller names an address.
 */
@NullMarked
package parley.ingest.fetch;

import org.jspecify.annotations.NullMarked;
