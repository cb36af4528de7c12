package parley.ingest.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import parley.text.Alignment;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Span;

/**
 * Writes a report's text block by block and keeps for each character where in the page's source it
 * stands. White space is folded; an entity maps as a whole.
 */
final class Weaver {

  /** No named or numbered character reference is longer. */
  private static final int LONGEST_ENTITY = 40;

  private final String html;
  private final Places places;
  private final StringBuilder text = new StringBuilder();
  private final List<Part> parts = new ArrayList<>();
  private final List<Alignment.Run> runs = new ArrayList<>();

  /** The run in the making: text and source bounds; no run if {@code runText} is negative. */
  private int runText = -1;

  private int runTextEnd;
  private int runSource;
  private int runSourceEnd;
  private boolean runEven;

  /** White space not yet written: its source, or -1, -1 if it has none. */
  private boolean gap;

  private int gapSource = -1;
  private int gapSourceEnd = -1;
  private int begin;

  Weaver(String html, Places places) {
    this.html = html;
    this.places = places;
  }

  /** Adds a block as a part; blocks stand apart by an empty line. */
  void add(Block block, PartRole role) {
    flush();
    if (text.length() > 0) {
      text.append("\n\n");
    }
    begin = text.length();
    gap = false;
    for (Node node : block.nodes) {
      if (node instanceof TextNode leaf) {
        add(leaf);
      } else {
        gap(-1, -1);
      }
    }
    flush();
    if (text.length() > begin) {
      parts.add(new Part(role, new Span(begin, text.length())));
    } else if (begin > 0) {
      text.setLength(begin - 2);
    }
  }

  String text() {
    return text.toString();
  }

  List<Part> parts() {
    return parts;
  }

  Alignment alignment() {
    flush();
    return new Alignment(runs);
  }

  private void add(TextNode leaf) {
    String decoded = leaf.getWholeText();
    int number = places.of(leaf);
    int at = number < 0 ? -1 : places.begin(number);
    int end = number < 0 ? -1 : Math.min(places.end(number), html.length());
    int i = 0;
    while (i < decoded.length()) {
      if (at >= 0 && !gap && text.length() > begin) {
        // The usual case: plain characters that stand in the source as they are.
        int same = same(decoded, i, at, end);
        if (same > 0) {
          put(decoded, i, same, at);
          i += same;
          at += same;
          continue;
        }
      }
      char c = decoded.charAt(i);
      int taken = 1;
      int width = 1;
      if (at >= 0) {
        while (at < end && html.charAt(at) == '\r' && c != '\r') {
          at++;
        }
        if (at >= end) {
          at = -1;
        } else if (html.charAt(at) == '&') {
          width = entity(at, end);
          taken = width == 1 ? 1 : decodedLength(at, width, decoded, i);
        }
        if (at >= 0 && (taken == 0 || (width == 1 && html.charAt(at) != c && c != '\ufffd'))) {
          at = -1;
          taken = 1;
          width = 1;
        }
      }
      for (int k = 0; k < taken && i + k < decoded.length(); k++) {
        put(decoded.charAt(i + k), k == 0 ? taken : 0, at, at < 0 ? -1 : at + width);
      }
      i += taken;
      if (at >= 0) {
        at += width;
      }
    }
  }

  /** How many units from here on stand in the source alike and need no folding. */
  private int same(String decoded, int i, int at, int end) {
    int limit = Math.min(decoded.length() - i, end - at);
    int n = 0;
    while (n < limit) {
      char c = decoded.charAt(i + n);
      if (c != html.charAt(at + n) || c == '&' || Folded.dropped(c)) {
        break;
      }
      if (Folded.space(c)
          && (n + 1 >= limit
              || c != ' '
              || Folded.space(decoded.charAt(i + n + 1))
              || html.charAt(at + n + 1) == '&')) {
        break;
      }
      n++;
    }
    return n;
  }

  private void put(String decoded, int i, int length, int source) {
    int from = text.length();
    text.append(decoded, i, i + length);
    if (runText >= 0 && runEven && runTextEnd == from && runSourceEnd == source) {
      runTextEnd += length;
      runSourceEnd += length;
      return;
    }
    flush();
    runText = from;
    runTextEnd = from + length;
    runSource = source;
    runSourceEnd = source + length;
    runEven = true;
  }

  /** Length of the character reference at a place in the source; 1 if there is none. */
  private int entity(int at, int end) {
    int limit = Math.min(end, at + LONGEST_ENTITY);
    for (int i = at + 1; i < limit; i++) {
      char c = html.charAt(i);
      if (c == ';') {
        return i + 1 - at;
      }
      if (!Character.isLetterOrDigit(c) && c != '#') {
        return bare(at, i);
      }
    }
    return bare(at, limit);
  }

  /** Length of a reference that no semicolon ends. */
  private int bare(int at, int to) {
    for (int end = to; end > at + 2; end--) {
      String raw = html.substring(at, end);
      if (!Parser.unescapeEntities(raw, false).startsWith("&")) {
        return end - at;
      }
      if (html.charAt(at + 1) == '#') {
        break;
      }
    }
    return 1;
  }

  private int decodedLength(int at, int width, String decoded, int i) {
    String raw = html.substring(at, at + width);
    String one = Parser.unescapeEntities(raw, false);
    if (one.startsWith("&") && one.length() > 1) {
      return decoded.startsWith(one, i) ? one.length() : 0;
    }
    return decoded.startsWith(one, i) ? one.length() : 0;
  }

  /**
   * Puts one unit of decoded text.
   *
   * @param together units that share the source stretch, 0 for all but the first of them
   */
  private void put(char c, int together, int source, int sourceEnd) {
    if (Folded.space(c)) {
      gap(source, sourceEnd);
      return;
    }
    if (Folded.dropped(c)) {
      return;
    }
    if (gap) {
      gap = false;
      if (text.length() > begin) {
        text.append(' ');
        map(gapSource, gapSourceEnd, 1);
      }
    }
    text.append(c);
    if (together == 0) {
      // The second unit of a reference that stands for two.
      if (runText >= 0) {
        runTextEnd++;
      }
      return;
    }
    map(source, sourceEnd, together);
  }

  private void gap(int source, int sourceEnd) {
    if (!gap) {
      gap = true;
      gapSource = source;
      gapSourceEnd = sourceEnd;
    } else if (gapSourceEnd == source && source >= 0) {
      gapSourceEnd = sourceEnd;
    } else if (gapSource < 0) {
      gapSource = source;
      gapSourceEnd = sourceEnd;
    }
  }

  /** Maps the unit just written to a stretch of the source. */
  private void map(int source, int sourceEnd, int together) {
    int at = text.length() - 1;
    if (source < 0) {
      flush();
      return;
    }
    boolean even = together == 1 && sourceEnd - source == 1;
    if (even && runText >= 0 && runEven && runTextEnd == at && runSourceEnd == source) {
      runTextEnd++;
      runSourceEnd++;
      return;
    }
    flush();
    runText = at;
    runTextEnd = at + 1;
    runSource = source;
    runSourceEnd = sourceEnd;
    runEven = even;
  }

  private void flush() {
    if (runText >= 0) {
      runs.add(new Alignment.Run(new Span(runText, runTextEnd), new Span(runSource, runSourceEnd)));
      runText = -1;
    }
  }
}
