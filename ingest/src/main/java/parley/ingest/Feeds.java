package parley.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * XML that lists or holds reports: RSS, Atom, RDF, news sitemaps, NewsML-G2. Read by a parser that
 * forgives what feeds get wrong and resolves no entity from outside.
 */
final class Feeds {

  private Feeds() {}

  /** Whether a document's first characters are of XML that is read here. */
  static boolean is(String head) {
    String lower = head.toLowerCase(Locale.ROOT);
    int at = 0;
    for (int i = 0; i < 40; i++) {
      at = lower.indexOf('<', at);
      if (at < 0) {
        return false;
      }
      if (lower.startsWith("<?", at) || lower.startsWith("<!", at)) {
        if (lower.startsWith("<!doctype html", at)) {
          return false;
        }
        int end = lower.startsWith("<!--", at) ? lower.indexOf("-->", at) : lower.indexOf('>', at);
        if (end < 0) {
          return false;
        }
        at = end + 1;
        continue;
      }
      String tag =
          lower.substring(at + 1, Math.min(lower.length(), at + 30)).split("[\\s>/]", 2)[0];
      String local = tag.substring(tag.indexOf(':') + 1);
      return List.of(
              "rss",
              "feed",
              "rdf",
              "urlset",
              "sitemapindex",
              "newsmessage",
              "newsitem",
              "packageitem",
              "nitf")
          .contains(local);
    }
    return false;
  }

  /** Hands out a row for each item, or a sentence that says why there is none. */
  static @Nullable String read(String xml, Map<String, String> columns, Consumer<Row> to) {
    Document document = Parser.xmlParser().setMaxDepth(512).parseInput(xml, "");
    Element root = document.firstElementChild();
    if (root == null) {
      return "holds no XML element";
    }
    String source = text(root, "channel > title", "title");
    String language = text(root, "channel > language", "language");
    List<Element> items = new ArrayList<>();
    String name = local(root);
    switch (name) {
      case "urlset" -> items.addAll(all(root, "url"));
      case "sitemapindex" -> {
        return "lists other sitemaps, not reports";
      }
      case "newsmessage", "newsitem", "packageitem" -> {
        for (Element item : all(document, "newsItem")) {
          to.accept(newsItem(item, columns));
        }
        return null;
      }
      case "nitf" -> {
        to.accept(nitf(root, columns));
        return null;
      }
      default -> {
        items.addAll(all(root, "item"));
        items.addAll(all(root, "entry"));
      }
    }
    int reports = 0;
    for (Element item : items) {
      Row row = name.equals("urlset") ? listed(item, columns) : item(item, columns);
      if (row == null) {
        continue;
      }
      row.put("source", source);
      row.put("language", language);
      reports++;
      to.accept(row);
    }
    return reports > 0
        ? null
        : name.equals("urlset") ? "lists addresses only, not reports" : "is a feed without items";
  }

  private static @Nullable Row listed(Element url, Map<String, String> columns) {
    String title = text(url, "news|title");
    if (title.isEmpty()) {
      return null;
    }
    Row row = new Row(columns);
    row.put("title", title);
    row.put("url", text(url, "loc"));
    row.put("published", text(url, "news|publication_date"));
    row.put("source", text(url, "news|name"));
    row.put("language", text(url, "news|language"));
    return row;
  }

  private static Row item(Element item, Map<String, String> columns) {
    Row row = new Row(columns);
    row.put("title", text(item, "title"));
    for (Element link : item.children()) {
      if (local(link).equals("link")
          && (link.attr("rel").isEmpty() || link.attr("rel").equals("alternate"))) {
        row.put("url", link.hasAttr("href") ? link.attr("href") : link.text());
      }
    }
    String guid = text(item, "guid", "id");
    if (guid.startsWith("http")) {
      row.put("guid", guid);
    }
    String full = markup(item, "content:encoded", "content");
    String summary = markup(item, "description", "summary");
    if (full.length() > summary.length() || summary.isEmpty()) {
      row.put("text", full);
      row.put("summary", summary);
    } else {
      row.put("text", summary);
    }
    row.put(
        "published",
        text(
            item,
            "pubDate",
            "published",
            "dc:date",
            "dcterms:created",
            "issued",
            "date",
            "updated"));
    row.put("modified", text(item, "updated", "dcterms:modified"));
    StringBuilder authors = new StringBuilder();
    for (Element child : item.children()) {
      String name = child.normalName();
      if (name.equals("dc:creator") || name.equals("author") || name.equals("creator")) {
        Element named = child.selectFirst("name");
        authors
            .append(authors.length() > 0 ? "; " : "")
            .append(named == null ? person(child.text()) : named.text());
      }
    }
    row.put("authors", authors.toString());
    row.put("section", text(item, "category"));
    return row;
  }

  /** RSS authors are written "address (Name)". */
  private static String person(String author) {
    int open = author.indexOf('(');
    int close = author.lastIndexOf(')');
    return author.contains("@") && open >= 0 && close > open
        ? author.substring(open + 1, close)
        : author;
  }

  private static Row newsItem(Element item, Map<String, String> columns) {
    Row row = new Row(columns);
    row.put("url", item.attr("guid"));
    row.put("title", text(item, "headline", "title"));
    row.put("published", text(item, "contentCreated", "firstCreated", "versionCreated"));
    row.put("modified", text(item, "contentModified", "versionCreated"));
    row.put("authors", text(item, "by", "creator name"));
    row.put("source", text(item, "infoSource name", "provider name"));
    row.put("section", text(item, "subject name"));
    Element language = item.selectFirst("contentMeta > language");
    row.put("language", language == null ? item.attr("xml:lang") : language.attr("tag"));
    Element body = first(item, "inlineXML body", "inlineXML", "inlineData");
    if (body != null) {
      row.put(
          "text", body.childrenSize() > 0 ? "<div>" + body.html() + "</div>" : body.wholeText());
    }
    return row;
  }

  private static Row nitf(Element root, Map<String, String> columns) {
    Row row = new Row(columns);
    row.put("title", text(root, "hl1", "title"));
    row.put("summary", text(root, "hl2"));
    row.put("authors", text(root, "byline"));
    Element date = first(root, "date\\.issue", "story\\.date");
    row.put("published", date == null ? "" : date.attr("norm"));
    Element body = first(root, "body\\.content");
    row.put("text", body == null ? "" : "<div>" + body.html() + "</div>");
    return row;
  }

  private static List<Element> all(Element root, String local) {
    List<Element> found = new ArrayList<>();
    for (Element element : root.getAllElements()) {
      if (local(element).equalsIgnoreCase(local)) {
        found.add(element);
      }
    }
    return found;
  }

  private static String local(Element element) {
    String name = element.tagName().toLowerCase(Locale.ROOT);
    return name.substring(name.indexOf(':') + 1);
  }

  private static @Nullable Element first(Element root, String... queries) {
    for (String query : queries) {
      Element found = root.selectFirst(query);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Text of the first of these that stands in the element, by tag name or selector. */
  private static String text(Element root, String... names) {
    for (String name : names) {
      Element found = null;
      if (name.indexOf(':') > 0) {
        for (Element child : root.children()) {
          found = child.tagName().equalsIgnoreCase(name) && found == null ? child : found;
        }
      } else {
        found = root.selectFirst(name);
      }
      if (found != null && !found.text().isBlank()) {
        return found.text().strip();
      }
    }
    return "";
  }

  /** Content that may be markup: escaped, in CDATA, or as elements. */
  private static String markup(Element item, String... names) {
    for (String name : names) {
      for (Element child : item.children()) {
        if (child.tagName().equalsIgnoreCase(name)) {
          String content =
              child.childrenSize() > 0 ? "<div>" + child.html() + "</div>" : child.wholeText();
          if (!content.isBlank()) {
            return content;
          }
        }
      }
    }
    return "";
  }
}
