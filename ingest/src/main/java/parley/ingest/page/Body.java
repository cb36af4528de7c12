package parley.ingest.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.extract.parts.PartReader;
import parley.text.PartRole;

/**
 * Finds the report in a page.
 *
 * <ol>
 *   <li>running text is summed up the tree of boxes;
 *   <li>a box's names hold for what is in it only if it has a minor share of the page's running
 *       text, so that a whole page of class "comments-open" is still read;
 *   <li>the container is the box with the largest balance of running text against links, lists of
 *       links and text of boxes that are named otherwise;
 *   <li>of the container's blocks those are kept that are text of the report; pictures' captions
 *       and credits are kept in their roles.
 * </ol>
 */
final class Body {

  /** A block of the report and what it is for. */
  record Kept(Block block, PartRole role) {}

  /** Share of the page's running text above which a box's names are not believed. */
  private static final double MAJOR = 0.4;

  /** The same for names that hardly ever stand on a report's own box. */
  private static final double MAJOR_STRONG = 0.9;

  private static final int STRONG = Hint.COMMENT | Hint.FOOT | Hint.NAVIGATION;

  /** Running text that must stand outside the comments for such names to hold. */
  private static final int LEAST = 250;

  private final Outline outline;
  private final Box container;
  private final Set<Block> cards;
  private final Set<Box> tables = new HashSet<>();
  private final Map<Box, Boolean> linkLists = new HashMap<>();
  private String title = "";
  private String description = "";

  Body(Outline outline) {
    this.outline = outline;
    sumProse();
    hints(outline.boxes.get(0).prose);
    this.cards = new Cards(outline).find();
    this.container = container();
  }

  /** Index of the first running text in the container; -1 if there is none. */
  int first() {
    for (int i = container.firstBlock; i < container.endBlock; i++) {
      Block block = outline.blocks.get(i);
      if (block.isProse()
          && (block.box.hints & ~container.hints & Hint.OUTSIDE) == 0
          && !cards.contains(block)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The report's blocks in page order; empty if no running text is found.
   *
   * @param headline the headline shown, null if none was found
   * @param summary what the page gives as its description, "" if nothing
   */
  List<Kept> keep(@Nullable Block headline, String summary) {
    title = headline == null ? "" : plain(headline.text);
    description = plain(summary);
    return filter(oneOfSeveral(container, headline), headline);
  }

  private void sumProse() {
    for (Block block : outline.blocks) {
      if (block.isProse()) {
        int chars = block.text.length() - block.linked;
        for (Box box = block.box; box != null; box = box.parent) {
          box.prose += chars;
        }
      }
    }
  }

  private void hints(int total) {
    for (Box box : outline.boxes) {
      int around = box.parent == null ? 0 : box.parent.hints;
      int own = box.own;
      if (box.tag.equals("body") || box.tag.equals("html") || box.tag.equals("main")) {
        own = 0;
      } else if (box.tag.equals("article")) {
        own &= Hint.COMMENT | Hint.RELATED | Hint.STORY | Hint.PROMOTION;
      }
      if (box.prose > total * MAJOR_STRONG || total - box.prose < LEAST && box.prose > LEAST) {
        own &= ~STRONG;
      }
      if (box.prose > total * MAJOR) {
        own &= STRONG | Hint.STORY | Hint.STATED;
      }
      if (box.tag.equals("blockquote")) {
        // What a report quotes is of the report, also where the quoting is done by a widget.
        around &= ~(Hint.SHARE | Hint.SIDE | Hint.META);
      }
      box.hints = around | own;
    }
  }

  private Box container() {
    for (Block block : outline.blocks) {
      double weight = weight(block);
      for (Box box = block.box; box != null; box = box.parent) {
        box.weight += weight;
      }
    }
    Box best = outline.boxes.get(0);
    for (Box box : outline.boxes) {
      if (box.weight >= best.weight) {
        best = box;
      }
    }
    return best;
  }

  private double weight(Block block) {
    int hints = block.box.hints;
    double own = block.text.length() - block.linked;
    own *= (hints & Hint.STATED) != 0 ? 1.3 : (hints & Hint.STORY) != 0 ? 1 : 0.7;
    if ((hints & Hint.OUTSIDE) != 0 || cards.contains(block)) {
      return -Math.min(block.text.length(), 200) * 0.3;
    }
    if ((hints & (Hint.CAPTION | Hint.CREDIT)) != 0 || block.box.tag.equals("figcaption")) {
      return 0;
    }
    if (block.isProse()) {
      return switch (block.box.tag) {
        case "p", "blockquote" -> own;
        case "li", "td", "th", "dd" -> own * 0.6;
        default -> own * 0.9;
      };
    }
    if (block.linkDensity() > 0.5) {
      return -Math.min(block.text.length(), 60) * 0.7;
    }
    return block.isHeading() ? 0 : -4;
  }

  /** Where a container holds several whole stories, the one under the page's headline. */
  private Box oneOfSeveral(Box container, @Nullable Block headline) {
    if (headline == null || !headline.box.within(container)) {
      return container;
    }
    List<Box> stories = new ArrayList<>();
    for (Box box : outline.boxes) {
      if (box.tag.equals("article")
          && box != container
          && box.within(container)
          && box.prose > LEAST
          && (box.hints & Hint.OUTSIDE & ~container.hints) == 0
          && stories.stream().noneMatch(box::within)) {
        stories.add(box);
      }
    }
    if (stories.size() >= 2) {
      for (Box story : stories) {
        if (headline.box.within(story)) {
          return story;
        }
      }
    }
    return container;
  }

  private boolean isTitle(Block block) {
    if (title.isEmpty() || block.text.length() > title.length() * 2 + 40) {
      return false;
    }
    String words = plain(block.text);
    return !words.isEmpty()
        && (words.equals(title)
            || (words.length() > 20 && title.startsWith(words))
            || (title.length() > 20 && words.startsWith(title)));
  }

  private List<Kept> filter(Box container, @Nullable Block headline) {
    int below = ~container.hints;
    int at = headline(container, headline);
    List<Kept> kept = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = Math.max(container.firstBlock, at + 1); i < container.endBlock; i++) {
      Block block = outline.blocks.get(i);
      PartRole role = role(container, block, below);
      if (role != null && (block.text.length() < 40 || seen.add(block.text))) {
        kept.add(new Kept(block, role));
      }
    }
    return deks(trimmed(kept), container, at);
  }

  /** Index of the headline's block if the report's text stands below it; else -1. */
  private int headline(Box container, @Nullable Block headline) {
    if (headline == null) {
      return -1;
    }
    int at = headline.index;
    int above = 0;
    for (int i = container.firstBlock; i < Math.min(at, container.endBlock); i++) {
      above += outline.blocks.get(i).isProse() ? outline.blocks.get(i).text.length() : 0;
    }
    return above < 0.3 * container.prose ? at : -1;
  }

  /** The first paragraphs are deks if they stand apart from the text and sum it up. */
  private List<Kept> deks(List<Kept> kept, Box container, int headline) {
    List<Kept> result = new ArrayList<>();
    for (int i = Math.max(0, headline + 1); headline >= 0 && i < outline.blocks.size(); i++) {
      Block block = outline.blocks.get(i);
      if (kept.stream().anyMatch(k -> k.block() == block && k.role() == PartRole.BODY)
          || i > headline + 12) {
        break;
      }
      boolean taken = kept.stream().anyMatch(k -> k.block() == block);
      if (!taken && result.stream().noneMatch(k -> k.role() == PartRole.DEK) && isDekAbove(block)) {
        result.add(new Kept(block, PartRole.DEK));
      } else if (!taken && isPictureText(block)) {
        result.add(new Kept(block, PartRole.CAPTION));
      }
    }
    int first = 0;
    while (first < kept.size() && kept.get(first).role() != PartRole.BODY) {
      first++;
    }
    if (result.stream().noneMatch(k -> k.role() == PartRole.DEK)
        && first < kept.size() - 1
        && isDek(kept.get(first).block(), kept, first)) {
      kept.set(first, new Kept(kept.get(first).block(), PartRole.DEK));
    }
    result.addAll(kept);
    return result;
  }

  /** The caption of a picture that stands between headline and text. */
  private static boolean isPictureText(Block block) {
    int hints = block.box.hints;
    return (block.box.nearest("figure") != null || (hints & Hint.CAPTION) != 0)
        && block.words() >= 4
        && block.text.length() < 600
        && block.linkDensity() < 0.3
        && (hints
                & (Hint.NAVIGATION
                    | Hint.RELATED
                    | Hint.SIDE
                    | Hint.PROMOTION
                    | Hint.COMMENT
                    | Hint.HIDDEN))
            == 0;
  }

  /** A line between headline and text, outside the text's box, that is marked or known as a dek. */
  private boolean isDekAbove(Block block) {
    int hints = block.box.hints;
    return block.words() >= 4
        && block.text.length() < 500
        && block.linkDensity() < 0.3
        && (hints & (Hint.OUTSIDE | Hint.CAPTION | Hint.CREDIT | Hint.BYLINE)) == 0
        && PartReader.asideRole(block.text) == null
        && !isTitle(block)
        && (block.isHeading() || (hints & Hint.DEK) != 0 || isDescription(block));
  }

  private boolean isDek(Block block, List<Kept> kept, int first) {
    Box own = block.box.parent;
    for (int i = first + 1; i < kept.size(); i++) {
      Block next = kept.get(i).block();
      if (kept.get(i).role() == PartRole.BODY) {
        boolean apart =
            next.box.parent != own || block.isHeading() || (block.box.own & Hint.DEK) != 0;
        return apart
            && ((block.box.hints & Hint.DEK) != 0 || isDescription(block) || block.isHeading());
      }
    }
    return false;
  }

  private boolean isDescription(Block block) {
    String words = plain(block.text);
    return description.length() > 30
        && words.length() > 30
        && (description.startsWith(words) || words.startsWith(description));
  }

  private @Nullable PartRole role(Box container, Block block, int below) {
    int hints = block.box.hints & below;
    if ((hints & Hint.OUTSIDE) != 0 || cards.contains(block)) {
      return null;
    }
    if (isTitle(block)) {
      return null;
    }
    if ((hints & Hint.CREDIT) != 0) {
      return PartRole.CREDIT;
    }
    if ((hints & Hint.CAPTION) != 0 || inFigure(container, block)) {
      return PartRole.CAPTION;
    }
    if ((hints & Hint.BYLINE) != 0 && block.text.length() < 200) {
      return PartRole.BYLINE;
    }
    if (inTable(container, block)) {
      return null;
    }
    PartRole aside = PartReader.asideRole(block.text);
    if (aside != null) {
      return aside == PartRole.BOILERPLATE ? null : aside;
    }
    if (block.linkDensity() > 0.8 && !(block.endsSentence() && block.words() > 8)) {
      return inParagraph(block) && block.words() > 3 && block.linkDensity() < 0.95
          ? PartRole.BODY
          : null;
    }
    if (block.isHeading()) {
      return PartRole.SUBHEADING;
    }
    if (block.box.tag.equals("li") && inLinkList(container, block)) {
      return null;
    }
    return PartRole.BODY;
  }

  private static boolean inParagraph(Block block) {
    return block.box.tag.equals("p");
  }

  private static boolean inFigure(Box container, Block block) {
    for (Box box = block.box; box != null && box != container; box = box.parent) {
      if (box.tag.equals("figure") || box.tag.equals("figcaption")) {
        return true;
      }
    }
    return false;
  }

  /** Whether it stands in a table of data, not in one that only sets the page's columns. */
  private boolean inTable(Box container, Block block) {
    for (Box box = block.box; box != null && box != container; box = box.parent) {
      if (box.tag.equals("table")) {
        return tables.contains(box) || box.prose < container.prose * MAJOR && tables.add(box);
      }
    }
    return false;
  }

  private boolean inLinkList(Box container, Block block) {
    Box list = block.box.parent;
    if (list == null || list == container) {
      return false;
    }
    return linkLists.computeIfAbsent(
        list,
        box -> {
          int linked = 0;
          int all = 0;
          for (int i = box.firstBlock; i < box.endBlock; i++) {
            linked += outline.blocks.get(i).linked;
            all += outline.blocks.get(i).text.length();
          }
          return linked > 0.6 * all;
        });
  }

  /** Without what stands before the first and after the last running text. */
  private static List<Kept> trimmed(List<Kept> kept) {
    int first = 0;
    while (first < kept.size() && !opens(kept.get(first))) {
      first++;
    }
    if (first == kept.size()) {
      first = 0;
    }
    int last = kept.size();
    while (last > first + 1 && !closes(kept.get(last - 1))) {
      last--;
    }
    List<Kept> result = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      Kept k = kept.get(i);
      boolean picture =
          k.role() == PartRole.CAPTION
              || k.role() == PartRole.CREDIT
              || k.role() == PartRole.BYLINE;
      if (picture || (i >= first && i < last)) {
        result.add(k);
      }
    }
    List<Kept> headed = new ArrayList<>();
    for (int i = 0; i < result.size(); i++) {
      if (result.get(i).role() != PartRole.SUBHEADING || headsText(result, i)) {
        headed.add(result.get(i));
      }
    }
    return headed;
  }

  private static boolean headsText(List<Kept> kept, int at) {
    Kept heading = kept.get(at);
    for (int i = at + 1; i < kept.size(); i++) {
      PartRole role = kept.get(i).role();
      if (role == PartRole.BODY) {
        return true;
      }
      if (role == PartRole.SUBHEADING
          && kept.get(i).block().box.tag.compareTo(heading.block().box.tag) <= 0) {
        return false;
      }
    }
    return false;
  }

  private static boolean opens(Kept kept) {
    return kept.role() == PartRole.BODY
        && (kept.block().isProse()
            || (inParagraph(kept.block()) && kept.block().text.length() > 20));
  }

  private static boolean closes(Kept kept) {
    return kept.role() == PartRole.BODY
        && (kept.block().isProse()
            || inParagraph(kept.block())
            || kept.block().box.tag.equals("li"));
  }

  static String plain(String text) {
    StringBuilder out = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < Math.min(text.length(), 600); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        if (gap && out.length() > 0) {
          out.append(' ');
        }
        gap = false;
        out.append(c);
      } else if (c != '\'' && c != '\u2019') {
        gap = true;
      }
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }
}
