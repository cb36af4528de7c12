package parley.ingest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The addresses of feeds that a reader's list (OPML), or a text with one a line, names. */
public final class FeedList {

  private FeedList() {}

  /** Addresses in their order, each once; empty if there are none. */
  public static List<String> of(String text) {
    Set<String> found = new LinkedHashSet<>();
    if (text.stripLeading().startsWith("<")) {
      Document list = Parser.xmlParser().setMaxDepth(512).parseInput(text, "");
      for (Element outline : list.getElementsByTag("outline")) {
        String url = outline.attr("xmlUrl");
        if (url.isBlank()) {
          url = outline.attr("xmlurl");
        }
        if (!url.isBlank()) {
          found.add(url.strip());
        }
      }
    } else {
      text.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(found::add);
    }
    return List.copyOf(found);
  }
}
