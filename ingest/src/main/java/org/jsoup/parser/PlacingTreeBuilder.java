package org.jsoup.parser;

import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * jsoup's builder of HTML trees, which also tells where in the source each text stands.
 *
 * <p>It stands in jsoup's package since a builder's hooks are visible only there. jsoup's own
 * tracking gives the same places, but keeps them for every element, end tag and attribute too,
 * which costs half as much again as the parse (docs/decisions/0052-places-of-text.md). A jsoup
 * without these hooks does not compile; that the places agree is tested.
 */
public final class PlacingTreeBuilder extends HtmlTreeBuilder {

  /** Takes places in the order in which the parser meets the texts. */
  @FunctionalInterface
  public interface Places {

    /**
     * One text of the tree.
     *
     * @param begin where it begins in the source, in UTF-16 units from 0
     * @param end where it ends, exclusive
     */
    void note(TextNode text, int begin, int end);
  }

  private final Places places;

  /** A builder for one parse. */
  public PlacingTreeBuilder(Places places) {
    this.places = places;
  }

  @Override
  void onNodeInserted(Node node) {
    super.onNodeInserted(node);
    if (node instanceof TextNode text) {
      places.note(text, currentToken.startPos(), currentToken.endPos());
    }
  }
}
