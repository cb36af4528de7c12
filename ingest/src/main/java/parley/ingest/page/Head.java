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

  /** A {@code <time>} element or one that microdata marks as a time. */
  record Time(Element element, String value, String text) {}

  /** First content of each meta element, by lower-case name, property or itemprop. */
  final Map<String, String> meta = new HashMap<>();

  final List<JsonLd> statements = new ArrayList<>();
  final List<Time> times = new ArrayList<>();
  final List<Element> authors = new ArrayList<>();
  String title = "";
  String language = "";
  @Nullable String canonical;

  static Head of(Document page) {
    Head head = new Head();
    Element html = page.firstElementChild();
    head.language = html == null ? "" : html.attr("lang");
    Node root = page;
    Node node = page;
    while (node != null) {
      if (node instanceof Element element) {
        head.look(element);
      }
      Node next = node.childNodeSize() > 0 ? node.childNode(0) : null;
      while (next == null && node != null && node != root) {
        next = node.nextSibling();
        if (next == null) {
          node = node.parent();
        }
      }
      node = next;
    }
    return head;
  }

  private void look(Element element) {
    switch (element.normalName()) {
      case "meta" -> meta(element);
      case "title" -> {
        if (title.isEmpty()) {
          title = element.text();
        }
      }
      case "link" -> {
        if (canonical == null && element.attr("rel").equalsIgnoreCase("canonical")) {
          canonical = element.attr("href");
        }
      }
      case "script" -> {
        if (element.attr("type").toLowerCase(Locale.ROOT).startsWith("application/ld+json")) {
          statements.addAll(JsonLd.read(element.data()));
        }
      }
      case "time" -> times.add(new Time(element, element.attr("datetime"), element.text()));
      default -> property(element);
    }
  }

  private void property(Element element) {
    if (element.attributesSize() == 0) {
      return;
    }
    String property = element.attr("itemprop");
    if (!property.isEmpty()) {
      if (property.contains("datePublished") || property.contains("dateModified")) {
        String value = element.attr("content");
        if (value.isEmpty()) {
          value = element.attr("datetime");
        }
        times.add(new Time(element, value, element.text()));
        if (!value.isEmpty()) {
          meta.putIfAbsent(property.toLowerCase(Locale.ROOT), value);
        }
      } else if (property.contains("author") || property.contains("creator")) {
        authors.add(element);
      }
    } else if (element.attr("rel").contains("author") || namedAuthor(element)) {
      authors.add(element);
    }
  }

  private static boolean namedAuthor(Element element) {
    String names = element.className();
    if (names.length() < 4 || names.length() > 200) {
      return false;
    }
    return (names.contains("uthor") || names.contains("yline") || names.contains("ontributor"))
        && element.childNodeSize() > 0
        && element.childNodeSize() < 12;
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
