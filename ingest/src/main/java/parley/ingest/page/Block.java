package parley.ingest.page;

import java.util.List;
import org.jsoup.nodes.Node;

/** A stretch of text that a page sets as one paragraph: between two borders of boxes. */
final class Block {

  /** The innermost box around it. */
  final Box box;

  /** Its number among the page's blocks, from 0. */
  final int index;

  /** Nodes of the body that stand before its first one, that one included. */
  final int begins;

  /** The text's nodes, and line breaks between them, in page order. */
  final List<Node> nodes;

  /** The text with white space folded. */
  final String text;

  /** Characters that stand in links. */
  final int linked;

  /** Characters that stand in bold or italics. */
  final int marked;

  /** Whether its first words are a link. */
  final boolean leadsWithLink;

  Block(
      Box box,
      int index,
      int begins,
      List<Node> nodes,
      String text,
      int linked,
      int marked,
      boolean leadsWithLink) {
    this.box = box;
    this.index = index;
    this.begins = begins;
    this.nodes = nodes;
    this.text = text;
    this.linked = linked;
    this.marked = marked;
    this.leadsWithLink = leadsWithLink;
  }

  double linkDensity() {
    return text.isEmpty() ? 0 : (double) linked / text.length();
  }

  boolean isHeading() {
    return box.tag.length() == 2
        && box.tag.charAt(0) == 'h'
        && Character.isDigit(box.tag.charAt(1));
  }

  /** Whether it ends as a sentence does, closing marks aside. */
  boolean endsSentence() {
    int e = text.length() - 1;
    while (e >= 0 && "\"'\u201d\u2019\u00bb)]\u300d".indexOf(text.charAt(e)) >= 0) {
      e--;
    }
    return e >= 0 && ".?!\u2026:;\u3002\uff01\uff1f\u0964\u061f".indexOf(text.charAt(e)) >= 0;
  }

  int words() {
    int n = 0;
    boolean in = false;
    for (int i = 0; i < text.length(); i++) {
      boolean letter = text.charAt(i) != ' ';
      if (letter && !in) {
        n++;
      }
      in = letter;
    }
    return n;
  }

  /** Running text: long enough, mostly not links, or a sentence. */
  boolean isProse() {
    if (linkDensity() > 0.5) {
      return false;
    }
    return text.length() >= 100 || (endsSentence() && text.length() >= 30);
  }
}
