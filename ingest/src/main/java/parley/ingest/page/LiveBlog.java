package parley.ingest.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import parley.extract.parts.PartReader;
import parley.ingest.dates.Dates;
import parley.text.PartRole;
import parley.text.Timestamp;

/**
 * The entries of a page that is marked as a live blog: boxes side by side, each with a time and
 * running text of its own, or boxes that the page's JSON-LD names.
 */
final class LiveBlog {

  private static final int FEWEST = 2;

  /**
   * Share of a page's running text that entries hold where only names say that it is a live blog.
   */
  private static final double MOST = 0.6;

  /** Characters of the shortest text that is an entry. */
  private static final int LEAST_TEXT = 40;

  private static final int LONGEST_TITLE = 300;

  /** The name of such pages in the vocabulary of schema.org, in JSON-LD or microdata. */
  private static final String TYPE = "LiveBlogPosting";

  /**
   * One entry.
   *
   * @param address its own, null if the page gives none; "#…" is within the page
   * @param blocks what is kept of it, in page order
   */
  record Entry(
      Box box,
      @Nullable String address,
      @Nullable String title,
      @Nullable Timestamp published,
      List<Body.Kept> blocks) {}

  /**
   * One entry that the page gives for machines only, and loads for people later.
   *
   * @param text may hold markup
   */
  record Stated(
      @Nullable String title,
      @Nullable Timestamp published,
      @Nullable String address,
      String text) {}

  private final Head head;
  private final Outline outline;
  private final Map<Element, Box> boxes = new IdentityHashMap<>();

  private LiveBlog(Head head, Outline outline) {
    this.head = head;
    this.outline = outline;
  }

  /** The entries in page order; none if the page does not say that it is a live blog. */
  static List<Entry> entries(String html, Head head, Outline outline) {
    boolean typed = html.contains(TYPE);
    if (!typed && outline.boxes.stream().noneMatch(box -> (box.own & Hint.LIVE) != 0)) {
      return List.of();
    }
    LiveBlog blog = new LiveBlog(head, outline);
    outline.boxes.forEach(box -> blog.boxes.put(box.element, box));
    JsonLd stated = statement(head);
    List<Entry> named = stated == null ? List.of() : blog.named(stated);
    List<Entry> timed = blog.timed();
    List<Entry> more = timed.size() > named.size() ? timed : named;
    boolean enough = typed ? more.size() >= FEWEST : more.size() > FEWEST && blog.isMost(more);
    return enough ? more : List.of();
  }

  /** The entries that the page's JSON-LD gives with their text; none if it is no live blog. */
  static List<Stated> stated(Head head) {
    JsonLd statement = statement(head);
    List<Stated> found = new ArrayList<>();
    if (statement != null) {
      for (JsonLd update : statement.updates()) {
        String text = update.string("articleBody");
        if (text != null && text.length() >= LEAST_TEXT) {
          found.add(
              new Stated(
                  update.string("headline"),
                  time(update.string("datePublished")),
                  address(update),
                  text));
        }
      }
    }
    return found.size() >= FEWEST ? found : List.of();
  }

  private static @Nullable JsonLd statement(Head head) {
    return head.statements.stream().filter(JsonLd::isLiveBlog).findFirst().orElse(null);
  }

  private static @Nullable String address(JsonLd update) {
    String url = update.string("url");
    return url == null ? update.string("@id") : url;
  }

  /** Whether the entries hold most of the page's running text. */
  private boolean isMost(List<Entry> entries) {
    int inside = entries.stream().mapToInt(entry -> entry.box().prose).sum();
    return inside > MOST * outline.boxes.get(0).prose;
  }

  /** Entries that the JSON-LD names by their addresses, or by their headlines. */
  private List<Entry> named(JsonLd stated) {
    Map<String, Box> byId = new HashMap<>();
    for (Box box : outline.boxes) {
      if (!box.element.id().isEmpty()) {
        byId.putIfAbsent(box.element.id(), box);
      }
    }
    Map<String, Block> byTitle = new HashMap<>();
    for (Block block : outline.blocks) {
      if (block.text.length() <= LONGEST_TITLE) {
        byTitle.putIfAbsent(Body.plain(block.text), block);
      }
    }
    Map<Box, Entry> found = new LinkedHashMap<>();
    for (JsonLd update : stated.updates()) {
      String url = address(update);
      String title = update.string("headline");
      int hash = url == null ? -1 : url.indexOf('#');
      Box box = url == null || hash < 0 ? null : byId.get(url.substring(hash + 1));
      if (box == null && title != null) {
        box = withText(byTitle.get(Body.plain(title)));
      }
      if (box != null) {
        Timestamp time = time(update.string("datePublished"));
        Entry entry = entry(box, title, time == null ? timeIn(box) : time, url);
        if (entry != null) {
          found.putIfAbsent(box, entry);
        }
      }
    }
    return inOrder(new ArrayList<>(found.values()));
  }

  /** The smallest box around a headline that holds running text too. */
  private @Nullable Box withText(@Nullable Block title) {
    Box box = title == null ? null : title.box;
    while (box != null && box.prose == 0) {
      box = box.parent;
    }
    return box;
  }

  /** Entries known by their times: of the boxes with times those that are the most side by side. */
  private List<Entry> timed() {
    Set<Box> withTime = new HashSet<>();
    for (Head.Time time : head.times) {
      if (time(time.value()) != null) {
        for (Box box = around(time.element()); box != null && withTime.add(box); ) {
          box = box.parent;
        }
      }
    }
    Map<Box, List<Box>> sideBySide = new LinkedHashMap<>();
    for (Box box : outline.boxes) {
      if (box.parent != null && withTime.contains(box) && holdsProse(box)) {
        sideBySide.computeIfAbsent(box.parent, p -> new ArrayList<>()).add(box);
      }
    }
    List<Box> most = List.of();
    for (List<Box> boxes : sideBySide.values()) {
      most = boxes.size() > most.size() ? boxes : most;
    }
    if (most.size() < FEWEST) {
      return List.of();
    }
    return inOrder(
        most.stream()
            .map(box -> entry(box, null, timeIn(box), null))
            .filter(Objects::nonNull)
            .toList());
  }

  private static List<Entry> inOrder(List<Entry> entries) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingInt((Entry e) -> e.box().firstBlock));
    return sorted;
  }

  private @Nullable Box around(Element element) {
    for (Element up = element; up != null; up = up.parent()) {
      Box box = boxes.get(up);
      if (box != null) {
        return box;
      }
    }
    return null;
  }

  private boolean holdsProse(Box box) {
    for (int i = box.firstBlock; i < box.endBlock; i++) {
      if (outline.blocks.get(i).isProse()) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Timestamp timeIn(Box box) {
    for (Head.Time time : head.times) {
      Box own = around(time.element());
      if (own != null && own.within(box)) {
        return time(time.value());
      }
    }
    return null;
  }

  private static @Nullable Timestamp time(@Nullable String value) {
    return value == null || value.isBlank() ? null : Dates.parse(value, Dates.Order.MONTH_FIRST);
  }

  private @Nullable Entry entry(
      Box box, @Nullable String title, @Nullable Timestamp published, @Nullable String address) {
    List<Body.Kept> kept = new ArrayList<>();
    String headline = title;
    boolean body = false;
    for (int i = box.firstBlock; i < box.endBlock; i++) {
      Block block = outline.blocks.get(i);
      if ((block.box.hints & ~box.hints & Hint.OUTSIDE) != 0) {
        continue;
      }
      PartRole aside = PartReader.asideRole(block.text);
      if (aside == PartRole.BOILERPLATE) {
        continue;
      }
      if (aside != null || (block.box.own & Hint.CAPTION) != 0) {
        kept.add(new Body.Kept(block, aside == null ? PartRole.CAPTION : aside));
      } else if (block.isHeading()) {
        boolean first = !body && kept.stream().noneMatch(k -> k.role() == PartRole.HEADLINE);
        kept.add(new Body.Kept(block, first ? PartRole.HEADLINE : PartRole.SUBHEADING));
        headline = first ? block.text : headline;
      } else if (block.isProse()) {
        kept.add(new Body.Kept(block, PartRole.BODY));
        body = true;
      }
    }
    if (!body) {
      return null;
    }
    String id = box.element.id();
    return new Entry(box, id.isEmpty() ? address : "#" + id, headline, published, kept);
  }
}
