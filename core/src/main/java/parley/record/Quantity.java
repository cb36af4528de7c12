package parley.record;

import org.jspecify.annotations.Nullable;

/**
 * A number, amount or duration that a position names.
 *
 * @param anchor the words ("about thirty captives")
 * @param value null if vague beyond a number ("several"); the lower bound of a range
 * @param high upper bound of a range, null if there is none
 * @param unit what is counted ("day", "captive", "troops"), null if not told
 */
public record Quantity(
    Anchor anchor, @Nullable Double value, @Nullable Double high, @Nullable String unit) {}
