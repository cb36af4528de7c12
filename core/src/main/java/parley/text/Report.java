package parley.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One news item as read: metadata, text, and the parts of the text.
 *
 * @param id stable name of the report; equal text and address give an equal id ({@link ReportIds})
 * @param text the report's text; every span of parts and records refers to it
 * @param parts in text order, within the text, without overlap; what no part covers is white space
 *     or not of the report
 * @param sourceMap from the text to the document it was taken from (a page's HTML), null if the
 *     text is the document
 */
public record Report(
    String id, Metadata metadata, String text, List<Part> parts, @Nullable Alignment sourceMap) {

  /**
   * @throws IllegalArgumentException if a part lies outside the text or overlaps the one before it
   */
  public Report {
    parts = List.copyOf(parts);
    int last = 0;
    for (Part part : parts) {
      if (part.span().begin() < last || part.span().end() > text.length()) {
        throw new IllegalArgumentException(
            "part "
                + part
                + " overlaps its neighbour or leaves the text of length "
                + text.length());
      }
      last = part.span().end();
    }
  }

  /** A report whose text is the document itself. */
  public static Report ofText(Metadata metadata, String text, List<Part> parts) {
    return new Report(ReportIds.of(metadata.url(), text), metadata, text, parts, null);
  }

  /** The same report with other metadata; the id stays. */
  public Report withMetadata(Metadata other) {
    return new Report(id, other, text, parts, sourceMap);
  }
}
