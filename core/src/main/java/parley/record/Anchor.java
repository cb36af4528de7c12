package parley.record;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import parley.text.Report;
import parley.text.Span;

/**
 * A place in a report with the characters that stand there. It can only be made from the report
 * itself, so that its text always equals the report's text from begin to end.
 */
public final class Anchor implements Comparable<Anchor> {

  private final Span span;
  private final String text;

  private Anchor(Span span, String text) {
    this.span = span;
    this.text = text;
  }

  /**
   * Anchors a span of the report's text.
   *
   * @throws IllegalArgumentException if the span is empty or does not lie in the text
   */
  public static Anchor in(Report report, Span span) {
    if (span.isEmpty() || span.end() > report.text().length()) {
      throw new IllegalArgumentException(
          "cannot anchor " + span + " in a text of length " + report.text().length());
    }
    return new Anchor(span, span.of(report.text()));
  }

  /** Anchors several spans, in the order given. */
  public static List<Anchor> in(Report report, Collection<Span> spans) {
    return spans.stream().map(span -> in(report, span)).toList();
  }

  /** UTF-16 units of the report's text. */
  public Span span() {
    return span;
  }

  public String text() {
    return text;
  }

  /** Whether the same characters stand at the same place in {@code report}. */
  public boolean holdsIn(Report report) {
    return span.end() <= report.text().length()
        && report.text().startsWith(text, span.begin())
        && text.length() == span.length();
  }

  @Override
  public int compareTo(Anchor other) {
    return span.compareTo(other.span);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Anchor other && span.equals(other.span) && text.equals(other.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(span, text);
  }

  @Override
  public String toString() {
    return span + " \"" + text + "\"";
  }
}
