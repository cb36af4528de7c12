package parley.ingest.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** A page flattened in one walk: its boxes and the blocks of text in them, in page order. */
final class Outline {

  /**
   * Flags of elements: set within a line; a link; bold or italics; no text of the page; a break.
   */
  private static final int INLINE = 1;

  private static final int LINK = 1 << 1;
  private static final int MARKED = 1 << 2;
  private static final int SKIPPED = 1 << 3;
  private static final int BREAK = 1 << 4;

  private static final Map<String, Integer> FLAGS = new HashMap<>();

  static {
    flag(
        INLINE,
        "a span b strong i em u s sub sup small big font abbr acronym cite code kbd "
            + "samp var time mark q del ins label bdi bdo data dfn ruby rt rp wbr tt strike "
            + "nobr img br picture source address-line o:p st1:place");
    flag(
        SKIPPED,
        "script style noscript template svg iframe object embed canvas input select "
            + "textarea button head title map audio video datalist math option meta link");
    flag(LINK, "a");
    flag(MARKED, "b strong i em");
    flag(BREAK, "br");
  }

  final List<Box> boxes = new ArrayList<>();
  final List<Block> blocks = new ArrayList<>();

  private final Head head;
  private final Traits traits;
  private final Folded text = new Folded();
  private List<Node> nodes = new ArrayList<>();
  private int linked;
  private int marked;
  private boolean leadsWithLink;

  /** Nodes passed so far, and where among them the block in the making begins. */
  private int passed;

  private int begins;

  private Outline(Head head) {
    this.head = head;
    this.traits = head.traits;
  }

  /** Flattens a body and lets the head look at each of its elements. */
  static Outline of(Element body, Head head) {
    Outline outline = new Outline(head);
    outline.walk(body);
    return outline;
  }

  private static void flag(int bit, String names) {
    for (String name : names.split(" ")) {
      FLAGS.merge(name, bit, (a, b) -> a | b);
    }
  }

  private void walk(Element root) {
    traits.read(root);
    head.look(root, 0);
    Box box = open(root, null);
    Node node = root.childNodeSize() > 0 ? root.childNode(0) : null;
    int links = 0;
    int marks = 0;
    int[] open = new int[64];
    int depth = 0;
    while (node != null) {
      Node next = null;
      passed++;
      if (node instanceof TextNode leaf) {
        int before = text.length();
        text.add(leaf.getWholeText());
        int added = text.length() - before;
        if (!nodes.isEmpty()) {
          nodes.add(leaf);
        } else if (added > 0 || !leaf.isBlank()) {
          nodes.add(leaf);
          begins = passed;
        }
        if (before == 0 && added > 0) {
          leadsWithLink = links > 0;
        }
        linked += links > 0 ? added : 0;
        marked += marks > 0 ? added : 0;
      } else if (node instanceof Element element) {
        int flags = FLAGS.getOrDefault(element.normalName(), 0);
        traits.read(element);
        head.look(element, passed);
        if ((flags & BREAK) != 0) {
          if (breaks(element)) {
            close(box);
          } else {
            text.gap();
            if (!nodes.isEmpty()) {
              nodes.add(element);
            }
          }
        } else if (isSkipped(element, flags)) {
          head.collect(element, passed);
        } else if (element.childNodeSize() > 0) {
          if ((flags & INLINE) != 0) {
            links += (flags & LINK) != 0 ? 1 : 0;
            marks += (flags & MARKED) != 0 ? 1 : 0;
          } else {
            close(box);
            box = open(element, box);
          }
          next = element.childNode(0);
          depth++;
          if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
          }
          open[depth] = flags;
        } else if ((flags & INLINE) == 0) {
          close(box);
          box = leave(open(element, box));
        }
      }
      if (next == null) {
        next = node.nextSibling();
        while (next == null) {
          Element up = (Element) node.parent();
          if (up == null || up == root) {
            break;
          }
          int flags = open[depth--];
          if ((flags & INLINE) != 0) {
            links -= (flags & LINK) != 0 ? 1 : 0;
            marks -= (flags & MARKED) != 0 ? 1 : 0;
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

  /** Opens a box for the element whose traits were read last. */
  private Box open(Element element, @Nullable Box parent) {
    int hints =
        traits.hints()
            | switch (element.normalName()) {
              case "nav", "menu" -> Hint.NAVIGATION;
              case "footer" -> Hint.FOOT;
              case "aside" -> Hint.SIDE;
              case "figcaption" -> Hint.CAPTION;
              case "article", "main" -> Hint.STORY;
              default -> 0;
            };
    Box box = new Box(element, parent, hints, blocks.size());
    boxes.add(box);
    return box;
  }

  /** Whether its text is none of the page: hidden, for screen readers, or no text at all. */
  private boolean isSkipped(Element element, int flags) {
    if ((flags & SKIPPED) != 0 || traits.hidden) {
      return true;
    }
    if (!traits.style.isEmpty()) {
      return element.childNodeSize() < 40 && traits.displaysNone();
    }
    return (flags & INLINE) != 0 && (traits.named & Hint.HIDDEN) != 0;
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
      String words = text.stripped();
      if (!words.isEmpty()) {
        blocks.add(
            new Block(box, blocks.size(), begins, nodes, words, linked, marked, leadsWithLink));
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
