package parley.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** A page flattened in one walk: its boxes and the blocks of text in them, in page order. */
final class Outline {

  private static final Set<String> INLINE =
      Set.of(
          "a",
          "span",
          "b",
          "strong",
          "i",
          "em",
          "u",
          "s",
          "sub",
          "sup",
          "small",
          "big",
          "font",
          "abbr",
          "acronym",
          "cite",
          "code",
          "kbd",
          "samp",
          "var",
          "time",
          "mark",
          "q",
          "del",
          "ins",
          "label",
          "bdi",
          "bdo",
          "data",
          "dfn",
          "ruby",
          "rt",
          "rp",
          "wbr",
          "tt",
          "strike",
          "nobr",
          "img",
          "br",
          "picture",
          "source",
          "address-line",
          "o:p",
          "st1:place");

  /** Elements whose text is no text of the page. */
  private static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "iframe",
          "object",
          "embed",
          "canvas",
          "input",
          "select",
          "textarea",
          "button",
          "head",
          "title",
          "map",
          "audio",
          "video",
          "datalist",
          "math",
          "option",
          "meta",
          "link");

  private static final Set<String> MARKED = Set.of("b", "strong", "i", "em");

  final List<Box> boxes = new ArrayList<>();
  final List<Block> blocks = new ArrayList<>();

  private final Hint hint = new Hint();
  private final Folded text = new Folded();
  private List<Node> nodes = new ArrayList<>();
  private int linked;
  private int marked;
  private boolean leadsWithLink;

  private Outline() {}

  static Outline of(Element body) {
    Outline outline = new Outline();
    outline.walk(body);
    return outline;
  }

  private void walk(Element root) {
    Box box = open(root, null);
    Node node = root.childNodeSize() > 0 ? root.childNode(0) : null;
    int links = 0;
    int marks = 0;
    while (node != null) {
      Node next = null;
      if (node instanceof TextNode leaf) {
        int before = text.length();
        text.add(leaf.getWholeText());
        int added = text.length() - before;
        if (added > 0 || !leaf.isBlank()) {
          nodes.add(leaf);
        } else if (!nodes.isEmpty()) {
          nodes.add(leaf);
        }
        if (before == 0 && added > 0) {
          leadsWithLink = links > 0;
        }
        linked += links > 0 ? added : 0;
        marked += marks > 0 ? added : 0;
      } else if (node instanceof Element element) {
        String name = element.normalName();
        if (name.equals("br")) {
          if (breaks(element)) {
            close(box);
          } else {
            text.gap();
            if (!nodes.isEmpty()) {
              nodes.add(element);
            }
          }
        } else if (!skipped(element, name) && !(INLINE.contains(name) && hidden(element))) {
          if (INLINE.contains(name)) {
            links += name.equals("a") ? 1 : 0;
            marks += MARKED.contains(name) ? 1 : 0;
          } else {
            close(box);
            box = open(element, box);
          }
          next = element.childNodeSize() > 0 ? element.childNode(0) : null;
          if (next == null) {
            // Nothing in it: leave at once, as below.
            if (INLINE.contains(name)) {
              links -= name.equals("a") ? 1 : 0;
              marks -= MARKED.contains(name) ? 1 : 0;
            } else {
              box = leave(box);
            }
          }
        }
      }
      if (next == null) {
        next = node.nextSibling();
        while (next == null) {
          Element up = (Element) node.parent();
          if (up == null || up == root) {
            break;
          }
          String name = up.normalName();
          if (INLINE.contains(name)) {
            links -= name.equals("a") ? 1 : 0;
            marks -= MARKED.contains(name) ? 1 : 0;
          } else {
            box = leave(box);
          }
          node = up;
          next = node.nextSibling();
        }
      }
      node = next;
    }
    close(box);
    box.endBlock = blocks.size();
  }

  private Box leave(Box box) {
    close(box);
    box.endBlock = blocks.size();
    Box parent = box.parent;
    return parent == null ? box : parent;
  }

  private Box open(Element element, @Nullable Box parent) {
    Box box = new Box(element, parent, hints(element), blocks.size());
    boxes.add(box);
    return box;
  }

  private int hints(Element element) {
    int bits = 0;
    String name = element.normalName();
    if (element.attributesSize() > 0) {
      bits = hint.of(element.className()) | hint.of(element.id());
      String role = element.attr("role");
      if (!role.isEmpty()) {
        bits |= hint.of(role);
      }
      bits |= byAttributes(element);
    }
    return bits
        | switch (name) {
          case "nav", "menu" -> Hint.NAVIGATION;
          case "footer" -> Hint.FOOT;
          case "aside" -> Hint.SIDE;
          case "figcaption" -> Hint.CAPTION;
          case "article", "main" -> Hint.STORY;
          default -> 0;
        };
  }

  private static int byAttributes(Element element) {
    int bits = 0;
    String property = element.attr("itemprop");
    if (!property.isEmpty()) {
      switch (property) {
        case "articleBody" -> bits |= Hint.STORY | Hint.STATED;
        case "author" -> bits |= Hint.BYLINE;
        case "datePublished", "dateModified" -> bits |= Hint.META;
        case "caption" -> bits |= Hint.CAPTION;
        default -> {}
      }
    }
    return bits;
  }

  private static boolean skipped(Element element, String name) {
    if (SKIPPED.contains(name)) {
      return true;
    }
    if (element.attributesSize() == 0) {
      return false;
    }
    if (element.hasAttr("hidden")) {
      return true;
    }
    String style = element.attr("style");
    return !style.isEmpty()
        && (style.contains("display:none") || style.contains("display: none"))
        && element.childNodeSize() < 40;
  }

  /** Text for screen readers or shown only when pointed at. */
  private boolean hidden(Element element) {
    return element.attributesSize() > 0
        && (hint.of(element.className()) & Hint.HIDDEN) != 0
        && element.attr("style").isEmpty();
  }

  /** Two line breaks, or one after a sentence, end a paragraph. */
  private boolean breaks(Element br) {
    Node next = br.nextSibling();
    while (next instanceof TextNode leaf && leaf.isBlank()) {
      next = next.nextSibling();
    }
    return (next instanceof Element element && element.normalName().equals("br"))
        || text.endsSentence();
  }

  private void close(Box box) {
    if (text.length() > 0) {
      String words = text.toString().strip();
      if (!words.isEmpty()) {
        blocks.add(new Block(box, nodes, words, linked, marked, leadsWithLink));
      }
    }
    if (!nodes.isEmpty()) {
      nodes = new ArrayList<>();
    }
    text.clear();
    linked = 0;
    marked = 0;
  }
}
