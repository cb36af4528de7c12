package parley.text;

/**
 * A stretch of the report's text with a role. A body part is one paragraph.
 *
 * @param span UTF-16 units of the report's text
 */
public record Part(PartRole role, Span span) {}
