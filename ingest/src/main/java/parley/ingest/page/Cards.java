package parley.ingest.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds teasers of other reports: boxes of a few lines under a linked headline, three or more of a
 * kind side by side.
 */
final class Cards {

  private static final int LARGEST = 800;
  private static final int LEAST_OF_A_KIND = 3;

  private final Outline outline;

  Cards(Outline outline) {
    this.outline = outline;
  }

  /** Blocks of teasers; empty if all but nothing else stands on the page. */
  Set<Block> find() {
    Map<Box, Box> cards = new HashMap<>();
    for (Box box : outline.boxes) {
      if (isCard(box)) {
        cards.put(box, box.parent);
      }
    }
    Map<Box, Integer> kinds = new HashMap<>();
    for (Map.Entry<Box, Box> card : cards.entrySet()) {
      Box row = row(card.getKey());
      if (row != null) {
        kinds.merge(row, 1, Integer::sum);
      }
    }
    Set<Block> blocks = new HashSet<>();
    int inside = 0;
    for (Box card : cards.keySet()) {
      Box row = row(card);
      if (row != null && kinds.getOrDefault(row, 0) >= LEAST_OF_A_KIND) {
        inside += card.prose;
        blocks.addAll(outline.blocks.subList(card.firstBlock, card.endBlock));
      }
    }
    int outside = 0;
    for (Block block : outline.blocks) {
      if (block.isProse() && !blocks.contains(block) && (block.box.hints & Hint.OUTSIDE) == 0) {
        outside += block.text.length() - block.linked;
      }
    }
    return outside >= 250 && outside >= inside * 0.15 ? blocks : Set.of();
  }

  /** The box in which a card has its like: its parent, or the parent of its wrappers. */
  private static @Nullable Box row(Box card) {
    Box row = card.parent;
    for (int i = 0; i < 2 && row != null; i++) {
      if (row.endBlock - row.firstBlock > card.endBlock - card.firstBlock) {
        return row;
      }
      row = row.parent;
    }
    return row;
  }

  private boolean isCard(Box box) {
    int blocks = box.endBlock - box.firstBlock;
    if (box.parent == null || box.prose == 0 || box.prose > LARGEST || blocks > 14) {
      return false;
    }
    List<Block> inside = outline.blocks.subList(box.firstBlock, box.endBlock);
    if (blocks == 1) {
      Block only = inside.get(0);
      return box.tag.equals("li")
          && only.leadsWithLink
          && only.linked >= 20
          && only.linkDensity() > 0.12
          && only.text.length() > only.linked + 40;
    }
    int prose = 0;
    boolean link = false;
    for (Block block : inside) {
      if (block.isProse()) {
        prose++;
      } else if (block.linkDensity() > 0.8 && block.words() >= 3 && block.text.length() >= 15) {
        link |= prose == 0 || block.isHeading();
      }
    }
    return link && prose <= 3;
  }
}
