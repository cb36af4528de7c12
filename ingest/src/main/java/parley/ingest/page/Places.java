package parley.ingest.page;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.PlacingTreeBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Where in a page's source each text of its tree stands, in UTF-16 units from 0, end exclusive.
 * Nearly all texts stand in the tree in the order of the source and are asked for in that order, so
 * that the next one is mostly the one sought; if one is not, all are looked up by identity.
 */
final class Places implements PlacingTreeBuilder.Places {

  private TextNode[] texts = new TextNode[256];
  private int[] bounds = new int[512];
  private int size;
  private int next;
  private @Nullable Map<TextNode, Integer> index;

  @Override
  public void note(TextNode text, int begin, int end) {
    if (size == texts.length) {
      texts = Arrays.copyOf(texts, size * 2);
      bounds = Arrays.copyOf(bounds, size * 4);
    }
    texts[size] = text;
    bounds[2 * size] = begin;
    bounds[2 * size + 1] = end;
    size++;
  }

  /** The number under which a text's bounds are kept; -1 if it is not of this page's source. */
  int of(TextNode text) {
    if (index == null) {
      for (int i = next; i < size; i++) {
        if (texts[i] == text) {
          next = i + 1;
          return i;
        }
      }
      index = new IdentityHashMap<>(size);
      for (int i = 0; i < size; i++) {
        index.put(texts[i], i);
      }
    }
    return index.getOrDefault(text, -1);
  }

  int begin(int number) {
    return bounds[2 * number];
  }

  int end(int number) {
    return bounds[2 * number + 1];
  }
}
