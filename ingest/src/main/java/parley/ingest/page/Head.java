package parley.ingest.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/** What a page says of itself outside its text, collected in one walk, unresolved. */
final class Head {

  /**
   * A {@code <time>} element or one that microdata marks as a time.
   *
   * @param at nodes of the body up to it
   */
  record Time(Element element, int at, String value, String text) {}

  /**
   * An element that is marked as holding an author.
   *
   * @param at nodes of the body up to it
   * @param stated whether microdata says so
   */
  record Author(Element element, int at, boolean stated) {}

  /** First content of each meta element, by lower-case name, property or itemprop. */
  final Map<String, String> meta = new HashMap<>();

  final List<JsonLd> statements = new ArrayList<>();
  final List<Time> times = new ArrayList<>();
  final List<Author> authors = new ArrayList<>();
  String title = "";
  String language = "";
  @Nullable String canonical;

  /** Reads each element's attributes for all who look at it. */
  final Traits traits = new Traits();

  /**
   * What stands outside the body; the {@link Outline} shows the body's elements.
   *
   * @param body the page's body, which is left out
   */
  static Head of(Document page, Element body) {
    Head head = new Head();
    Element html = page.firstElementChild();
    head.language = html == null ? "" : html.attr("lang");
    head.collect(page, body, 0);
    return head;
  }

  /** Looks at all elements inside one, at the same place. */
  void collect(Element around, int at) {
    collect(around, null, at);
  }

  private void collect(Element around, @Nullable Element without, int at) {
    Node node = around.childNodeSize() > 0 ? around.childNode(0) : null;
    while (node != null) {
      if (node instanceof Element element && element != without) {
        traits.read(element);
        look(element, at);
      }
      Node next = node != without && node.childNodeSize() > 0 ? node.childNode(0) : null;
      while (next == null && node != null && node != around) {
        next = node.nextSibling();
        if (next == null) {
          node = node.parent();
        }
      }
      node = next;
    }
  }

  /**
   * Looks at one element, whose traits were read last.
   *
   * @param at nodes of the body up to it; 0 before the body
   */
  void look(Element element, int at) {
    switch (element.normalName()) {
      case "meta" -> meta(element);
      case "title" -> {
        if (title.isEmpty()) {
          title = element.text();
        }
      }
      case "link" -> {
        if (canonical == null && traits.rel.equalsIgnoreCase("canonical")) {
          canonical = element.attr("href");
        }
      }
      case "script" -> {
        if (element.attr("type").toLowerCase(Locale.ROOT).startsWith("application/ld+json")) {
          statements.addAll(JsonLd.read(element.data()));
        }
      }
      case "time" -> times.add(new Time(element, at, element.attr("datetime"), element.text()));
      default -> property(element, at);
    }
  }

  private void property(Element element, int at) {
    String property = traits.itemprop;
    if (!property.isEmpty()) {
      if (property.contains("datePublished") || property.contains("dateModified")) {
        String value = element.attr("content");
        if (value.isEmpty()) {
          value = element.attr("datetime");
        }
        times.add(new Time(element, at, value, element.text()));
        if (!value.isEmpty()) {
          meta.putIfAbsent(property.toLowerCase(Locale.ROOT), value);
        }
      } else if (property.contains("author") || property.contains("creator")) {
        authors.add(new Author(element, at, property.contains("author")));
      }
    } else if (traits.rel.contains("author")
        || ((traits.named & Hint.AUTHOR) != 0
            && element.childNodeSize() > 0
            && element.childNodeSize() < 12)) {
      authors.add(new Author(element, at, false));
    }
  }

  private void meta(Element element) {
    String name = element.attr("property");
    if (name.isEmpty()) {
      name = element.attr("name");
    }
    if (name.isEmpty()) {
      name = element.attr("itemprop");
    }
    if (name.isEmpty()) {
      name = element.attr("http-equiv");
    }
    String content = element.attr("content").strip();
    if (!name.isEmpty() && !content.isEmpty()) {
      String key = name.toLowerCase(Locale.ROOT);
      if (key.equals("article:author") || key.equals("author")) {
        meta.merge(key, content, (a, b) -> a.length() > 200 || a.equals(b) ? a : a + "; " + b);
      } else {
        meta.putIfAbsent(key, content);
      }
    }
  }

  /** The first of these that the page gives; null if it gives none. */
  @Nullable String first(String... names) {
    for (String name : names) {
      String value = meta.get(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
