package parley.teacher;

import java.util.ArrayList;
import java.util.List;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;

/** Makes a report of a bare text: each paragraph, set off by line breaks, is a body part. */
public final class Paragraphs {

  private Paragraphs() {}

  /** The report of that text. */
  public static Report report(String text) {
    List<Part> parts = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '\n') {
        if (!text.substring(begin, i).isBlank()) {
          parts.add(new Part(PartRole.BODY, new Span(begin, i)));
        }
        begin = i + 1;
      }
    }
    return Report.ofText(Metadata.builder().build(), text, parts);
  }
}
