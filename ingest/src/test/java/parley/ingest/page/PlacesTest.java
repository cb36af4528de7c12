package parley.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.PlacingTreeBuilder;
import org.junit.jupiter.api.Test;

final class PlacesTest {

  private static final String[] PIECES = {
    "<p>",
    "</p>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "</tr>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<a href='x?a=1&amp;b=2'>",
    "</a>",
    "<div class=c>",
    "</div>",
    "<br>",
    "<ul><li>",
    "</ul>",
    "<select><option>",
    "</select>",
    "<svg><title>",
    "</svg>",
    "<math><mi>",
    "</math>",
    "<textarea>\n",
    "</textarea>",
    "<script>var a = '<p>';</script>",
    "<style>p{}</style>",
    "<noscript>",
    "</noscript>",
    "<template>",
    "</template>",
    "<!-- comment -->",
    "<![CDATA[ data ]]>",
    "<title>",
    "</title>",
    "<body>",
    "</body>",
    "<html lang=en>",
    "</html>",
    "<frameset>",
    "<button>",
    "</button>",
    "<pre>\n",
    "</pre>",
    "plain words",
    " ",
    "\n",
    "\r\n",
    "\t\t",
    "&amp;",
    "&nbsp;",
    "&notit;",
    "&#x2019;",
    "&",
    "&lt",
    "<",
    ">",
    "\u2019",
    "\u0000",
    "\ud83d\ude00",
    "</",
    "<3",
    "<!DOCTYPE html>",
    "<p",
    "'",
    "\"",
    "="
  };

  @Test
  void placesAreThoseThatJsoupKeepsItself() {
    long seed = 20261123L;
    Random random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder html = new StringBuilder();
      int pieces = 1 + random.nextInt(60);
      for (int k = 0; k < pieces; k++) {
        html.append(PIECES[random.nextInt(PIECES.length)]);
      }
      agrees(html.toString(), "seed " + seed + ", page " + i);
    }
  }

  /** Texts that a table throws out stand before it in the tree and behind it in the source. */
  @Test
  void textsOutOfOrderAreFound() {
    agrees("<table>one<tr>two<td>three</td>four</tr>five</table>six", "table");
  }

  @Test
  void aTextOfAnotherPageHasNoPlace() {
    Places places = new Places();
    parse("<p>one</p>", places);
    assertThat(places.of(new TextNode("one"))).isEqualTo(-1);
  }

  private static void agrees(String html, String which) {
    Places places = new Places();
    List<TextNode> ours = texts(parse(html, places));
    List<TextNode> theirs = texts(Parser.htmlParser().setTrackPosition(true).parseInput(html, ""));
    assertThat(ours).as(which).hasSameSizeAs(theirs);
    for (int i = 0; i < ours.size(); i++) {
      assertThat(ours.get(i).getWholeText()).as(which).isEqualTo(theirs.get(i).getWholeText());
      int number = places.of(ours.get(i));
      int begin = number < 0 ? -1 : places.begin(number);
      int end = number < 0 ? -1 : places.end(number);
      assertThat(begin).as(which).isEqualTo(theirs.get(i).sourceRange().startPos());
      assertThat(end).as(which).isEqualTo(theirs.get(i).sourceRange().endPos());
    }
  }

  private static Document parse(String html, Places places) {
    return new Parser(new PlacingTreeBuilder(places)).parseInput(html, "");
  }

  private static List<TextNode> texts(Document page) {
    List<TextNode> found = new ArrayList<>();
    page.traverse(
        (node, depth) -> {
          if (node instanceof TextNode text) {
            found.add(text);
          }
        });
    return found;
  }
}
