package parley.ingest.page;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * What an element's attributes say that tells boxes apart, read in one pass over them. One object
 * serves a whole page, element by element.
 */
final class Traits {

  private final Hint hint = new Hint();

  /** Values of the attributes of these names, "" where there is none. */
  String id = "";

  String role = "";
  String itemprop = "";
  String rel = "";
  String style = "";

  /** Whether it is marked as hidden. */
  boolean hidden;

  /** Bits of {@link Hint} from its class. */
  int named;

  /** Takes the place of what was read before. */
  void read(Element element) {
    id = "";
    role = "";
    itemprop = "";
    rel = "";
    style = "";
    hidden = false;
    named = 0;
    if (element.attributesSize() == 0) {
      return;
    }
    for (Attribute attribute : element.attributes()) {
      switch (attribute.getKey()) {
        case "class" -> named = hint.of(attribute.getValue());
        case "id" -> id = attribute.getValue();
        case "role" -> role = attribute.getValue();
        case "itemprop" -> itemprop = attribute.getValue();
        case "rel" -> rel = attribute.getValue();
        case "style" -> style = attribute.getValue();
        case "hidden" -> hidden = true;
        default -> {}
      }
    }
  }

  /** Bits of {@link Hint} from its class, id, role and microdata. */
  int hints() {
    int bits = named | hint.of(id) | hint.of(role);
    switch (itemprop) {
      case "articleBody" -> bits |= Hint.STORY | Hint.STATED;
      case "author" -> bits |= Hint.BYLINE;
      case "datePublished", "dateModified" -> bits |= Hint.META;
      case "caption" -> bits |= Hint.CAPTION;
      default -> {}
    }
    return bits;
  }

  /** Whether it is set so that it does not show. */
  boolean displaysNone() {
    return style.contains("display:none") || style.contains("display: none");
  }
}
