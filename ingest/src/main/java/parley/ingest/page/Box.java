package parley.ingest.page;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A block-level element of a page, in page order, with what is known of the text in it. */
final class Box {

  final Element element;
  final @Nullable Box parent;
  final String tag;

  /** Bits of {@link Hint} from the element's own names and tag. */
  final int own;

  final int depth;

  /** Blocks of text from this one on stand in the box. */
  final int firstBlock;

  /** One past the last block in the box. */
  int endBlock;

  /** Characters of running text in the box. */
  int prose;

  /** Sum of the weights of the blocks in the box. */
  double weight;

  /** Bits of this box and of those around it that were found to hold. */
  int hints;

  Box(Element element, @Nullable Box parent, int own, int firstBlock) {
    this.element = element;
    this.parent = parent;
    this.tag = element.normalName();
    this.own = own;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.firstBlock = firstBlock;
  }

  /** Whether this box is {@code other} or stands in it. */
  boolean within(Box other) {
    Box box = this;
    while (box != null && box.depth > other.depth) {
      box = box.parent;
    }
    return box == other;
  }

  /** The nearest box of that tag, this one included; null if there is none. */
  @Nullable Box nearest(String name) {
    for (Box box = this; box != null; box = box.parent) {
      if (box.tag.equals(name)) {
        return box;
      }
    }
    return null;
  }
}
