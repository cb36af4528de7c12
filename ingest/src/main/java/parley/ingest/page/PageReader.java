package parley.ingest.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;

/** Reads a web page into the report that stands in it. */
public final class PageReader {

  /** The page's reports; empty if no report's body is found. */
  public List<Report> read(String html, @Nullable String url) {
    Document page = Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
    StringBuilder text = new StringBuilder();
    List<Part> parts = new ArrayList<>();
    String title = page.title();
    if (!title.isBlank()) {
      add(text, parts, PartRole.HEADLINE, title);
    }
    for (Element p : page.select("p")) {
      if (p.text().length() > 60) {
        add(text, parts, PartRole.BODY, p.text());
      }
    }
    if (parts.stream().noneMatch(p -> p.role() == PartRole.BODY)) {
      return List.of();
    }
    Metadata metadata = Metadata.builder().url(url).title(title).found("title", "title").build();
    return List.of(Report.ofText(metadata, text.toString(), parts));
  }

  private static void add(StringBuilder text, List<Part> parts, PartRole role, String words) {
    if (!text.isEmpty()) {
      text.append("\n\n");
    }
    int begin = text.length();
    text.append(words);
    parts.add(new Part(role, new Span(begin, text.length())));
  }
}
