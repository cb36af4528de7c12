package parley.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import parley.text.Alignment;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;

class PageReaderTest {

  private static final String PAGE =
      """
      <!DOCTYPE html><html lang="en-GB"><head><title>Islands: talks stall | The Coast Courier</title>
      <link rel="canonical" href="http://localhost/2021/03/04/talks">
      <meta property="og:site_name" content="The Coast Courier">
      <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Talks stall",
        "datePublished": "2021-03-05T00:15:00Z", "author": [{"@type": "Person", "name": "Mara Lindqvist"}],}</script>
      </head><body>
      <nav class="menu"><ul><li><a href="/a">World</a></li><li><a href="/b">Sport</a></li></ul></nav>
      <main><article>
      <h1>Ministers trade blame as island&nbsp;talks stall</h1>
      <h2 class="dek">&#8216;We will not sign under guns,&#8217; says envoy</h2>
      <p class="byline">By Mara Lindqvist and Tomas Adeyemi</p>
      <p class="date">Published March 4, 2021, 7:15 PM</p>
      <figure><img src="x.jpg"><figcaption>Boats in the harbour of Port Selene. <span>AP/Joana Reis</span></figcaption></figure>
      <div class="story">
      <p>PORT SELENE (AP) &mdash; The foreign minister of Westmark said on Wednesday that his
         government would not return to the talks before the blockade is lifted.</p>
      <p>&ldquo;We have waited for two weeks,&rdquo; he told reporters. &ldquo;Nobody waits for ever.&rdquo;</p>
      <div class="related-stories"><h3>Related stories</h3><ul><li><a href="/c">Harbour pilots end their strike</a></li></ul></div>
      <h3>What the mediators propose</h3>
      <p>A senior official said that both sides had the text of a ten-day pause, and that neither had answered it.</p>
      <blockquote><p>There is a text, and there is a table, and there are two empty chairs.</p></blockquote>
      <ul><li>a pause of ten days, watched by neutral pilots;</li><li>no patrols north of the cape.</li></ul>
      <div class="newsletter-signup"><p>Sign up for our newsletter and never miss a story from the islands again.</p></div>
      </div></article></main>
      <section class="comments"><p>I do not believe a word of what any of these ministers have ever said to us.</p></section>
      <footer><p>Copyright 2021 The Coast Courier. All rights reserved. Do not copy this page anywhere.</p></footer>
      </body></html>
      """;

  private final PageReader reader = new PageReader();

  @Test
  void partsOfAPageAreToldApart() {
    Report report = one(PAGE);
    assertThat(words(report, PartRole.HEADLINE))
        .containsExactly("Ministers trade blame as island talks stall");
    assertThat(words(report, PartRole.DEK))
        .containsExactly("‘We will not sign under guns,’ says envoy");
    assertThat(words(report, PartRole.DATELINE)).containsExactly("PORT SELENE (AP) —");
    assertThat(words(report, PartRole.SUBHEADING)).containsExactly("What the mediators propose");
    assertThat(words(report, PartRole.BODY))
        .hasSize(6)
        .last()
        .asString()
        .contains("north of the cape");
    assertThat(words(report, PartRole.CAPTION))
        .singleElement()
        .asString()
        .contains("Boats in the harbour");
    assertThat(report.text())
        .doesNotContain("newsletter", "pilots end", "believe a word", "Copyright");
  }

  @Test
  void metadataIsSettledByWhatThePageShows() {
    Report report = one(PAGE);
    assertThat(report.metadata().title()).isEqualTo("Ministers trade blame as island talks stall");
    assertThat(report.metadata().authors()).containsExactly("Mara Lindqvist", "Tomas Adeyemi");
    assertThat(report.metadata().published()).hasToString("2021-03-04T19:15-05:00");
    assertThat(report.metadata().source()).isEqualTo("The Coast Courier");
    assertThat(report.metadata().url()).isEqualTo("http://localhost/2021/03/04/talks");
    assertThat(report.metadata().agency()).isEqualTo("Associated Press");
    assertThat(report.metadata().foundIn()).containsEntry("authors", "byline");
  }

  @Test
  void everyCharacterMapsToItsPlaceInThePage() {
    placed(PAGE, one(PAGE));
    placed(PAGE.replace("\n", "\r\n"), one(PAGE.replace("\n", "\r\n")));
  }

  @Test
  void deepNestingAndEndlessParagraphsAreRead() {
    String body = PAGE.substring(PAGE.indexOf("<h1>"), PAGE.indexOf("</article>"));
    String deep = "<div>".repeat(100_000) + body;
    assertThat(reader.read(deep, null)).isNotNull();
    assertThat(reader.read("<p>" + "word ".repeat(200_000), null)).hasSize(1);
    assertThat(reader.read("<p>", null)).isEmpty();
  }

  @Test
  void anyMarkupIsReadAndPlaced() {
    long seed = 20261122L;
    Random random = new Random(seed);
    String[] bits = {
      "<p>",
      "</p>",
      "<div class='story'>",
      "</div>",
      "<br>",
      "<b>",
      "</b>",
      "<table><tr><td>",
      "</table>",
      "&amp;",
      "&nbsp;",
      "&notit;",
      "&#x1F600;",
      "&lt",
      "&",
      "<",
      "\0",
      "\r\n",
      "\ud83d",
      "\u00ad",
      "<!--",
      "-->",
      "<h1>",
      "</h1>",
      "<a href=x>",
      "</a>",
      "The minister said that the talks would go on in the old customs house by the harbour. ",
      "words ",
      "  ",
      "<script>",
      "</script>",
      "<svg>"
    };
    for (int round = 0; round < 400; round++) {
      StringBuilder html = new StringBuilder("<html><body>");
      int n = random.nextInt(120);
      for (int i = 0; i < n; i++) {
        html.append(bits[random.nextInt(bits.length)]);
      }
      for (Report report : reader.read(html.toString(), null)) {
        Alignment map = report.sourceMap();
        assertThat(map).as("seed %d round %d", seed, round).isNotNull();
      }
    }
  }

  private static String liveBlog(String mark) {
    StringBuilder page =
        new StringBuilder("<!DOCTYPE html><html lang=en><head><title>Island talks, live</title>");
    page.append("<link rel=canonical href='http://localhost/live'>")
        .append(mark)
        .append("</head><body>");
    page.append(
        "<nav><a href=/>Home</a></nav><main><h1>Island talks: what happened on Thursday</h1><div"
            + " class=posts>");
    for (int i = 1; i <= 4; i++) {
      page.append("<article id=post-")
          .append(i)
          .append("><header><time datetime='2031-03-06T1")
          .append(i)
          .append(":05:00+01:00'>1")
          .append(i)
          .append(":05</time><h2>Entry number ")
          .append(i)
          .append("</h2></header><p>The envoy told reporters at ")
          .append(i)
          .append(
              " o'clock that the talks at the customs house would go on until the text was"
                  + " ready.</p>")
          .append("<p>Nobody from the other side would say so.</p></article>");
    }
    return page.append(
            "</div></main><footer><p>All rights reserved by the Coast"
                + " Courier.</p></footer></body></html>")
        .toString();
  }

  @Test
  void entriesOfALiveBlogAreReportsWithTheirOwnTimes() {
    String byTime =
        liveBlog(
            "<script type='application/ld+json'>{'@type': 'LiveBlogPosting', 'headline': 'Island"
                + " talks'}</script>");
    List<Report> reports = reader.read(byTime, null);
    assertThat(reports).hasSize(4);
    assertThat(reports.get(1).metadata().published()).hasToString("2031-03-06T12:05+01:00");
    assertThat(reports.get(1).metadata().title()).isEqualTo("Entry number 2");
    assertThat(reports.get(1).metadata().url()).isEqualTo("http://localhost/live#post-2");
    assertThat(words(reports.get(1), PartRole.BODY))
        .hasSize(2)
        .first()
        .asString()
        .contains("at 2 o'clock");
    reports.forEach(report -> placed(byTime, report));
    StringBuilder updates = new StringBuilder();
    for (int i = 4; i >= 1; i--) {
      updates.append(
          "{'@type': 'BlogPosting', 'url': 'http://localhost/live#post-%d', 'datePublished': '2031-03-06T1%d:07:00Z'},"
              .formatted(i, i));
    }
    String byName =
        liveBlog(
                "<script type='application/ld+json'>{'@type': 'LiveBlogPosting', 'liveBlogUpdate':"
                    + " ["
                    + updates
                    + "]}</script>")
            .replaceAll("<time[^>]*>", "<span>");
    assertThat(reader.read(byName, null))
        .extracting(r -> String.valueOf(r.metadata().published()))
        .containsExactly(
            "2031-03-06T11:07Z", "2031-03-06T12:07Z", "2031-03-06T13:07Z", "2031-03-06T14:07Z");
    assertThat(reader.read(liveBlog(""), null)).as("not marked").hasSize(1);
    String byClass = liveBlog("").replace("class=posts", "class='live-blog__posts'");
    assertThat(reader.read(byClass, null)).as("marked by a class").hasSize(4);
  }

  @Test
  void entriesWithAddressesOfTheirOwnAreKnownByTheirHeadlines() {
    StringBuilder updates = new StringBuilder();
    for (int i = 4; i >= 1; i--) {
      updates.append(
          "{'@type': 'BlogPosting', 'url': 'http://localhost/live?update=%d', 'headline': 'Entry number %d', 'datePublished': '2021-03-06T1%d:07:00Z'},"
              .formatted(i, i, i));
    }
    String page =
        liveBlog(
                "<script type='application/ld+json'>{'@type': 'LiveBlogPosting', 'liveBlogUpdate':"
                    + " ["
                    + updates
                    + "]}</script>")
            .replaceAll("<time[^>]*>", "<span>")
            .replaceAll("<article id=post-.>", "<article>");
    List<Report> reports = reader.read(page, null);
    assertThat(reports)
        .extracting(r -> r.metadata().url() + " " + r.metadata().published())
        .containsExactly(
            "http://localhost/live?update=1 2021-03-06T11:07Z",
            "http://localhost/live?update=2 2021-03-06T12:07Z",
            "http://localhost/live?update=3 2021-03-06T13:07Z",
            "http://localhost/live?update=4 2021-03-06T14:07Z");
    reports.forEach(report -> placed(page, report));
  }

  @Test
  void entriesThatThePageLoadsLaterAreReadFromWhatItStates() {
    String page =
        """
        <!DOCTYPE html><html lang=en><head><title>Island talks, live</title><script type='application/ld+json'>
        {'@type': 'LiveBlogPosting', 'datePublished': '2021-03-06T08:00:00Z', 'liveBlogUpdate': [
        {'@type': 'BlogPosting', 'headline': 'Second', 'url': 'http://localhost/live#2', 'datePublished': '2021-03-06T12:07:00Z',
         'articleBody': '<p>The envoy told reporters that the talks would go on until the text was ready.</p><p>He left.</p>'},
        {'@type': 'BlogPosting', 'headline': 'First', 'url': 'http://localhost/live#1', 'datePublished': '2021-03-06T11:07:00Z',
         'articleBody': 'Nobody from the other side would say so at the customs house on Thursday.'}]}
        </script></head><body><div id=app></div></body></html>
        """;
    List<Report> reports = reader.read(page, null);
    assertThat(reports).hasSize(2);
    assertThat(reports.get(0).metadata().title()).isEqualTo("Second");
    assertThat(reports.get(0).metadata().published()).hasToString("2021-03-06T12:07Z");
    assertThat(reports.get(0).metadata().url()).isEqualTo("http://localhost/live#2");
    assertThat(words(reports.get(0), PartRole.BODY)).hasSize(2).last().isEqualTo("He left.");
    assertThat(reports.get(0).metadata().foundIn()).containsEntry("text", "json-ld");
  }

  @Test
  void aPaywallIsMarkedByWhatThePageStatesAndByTheLookOfItsEnd() {
    assertThat(one(PAGE).metadata().paywall()).isNull();
    String stated =
        PAGE.replace("\"datePublished\"", "\"isAccessibleForFree\": false, \"datePublished\"");
    assertThat(one(stated).metadata().paywall()).isEqualTo("stated");
    String cut =
        PAGE.replace(
            "</div></article>", "<div><p>Subscribe to continue reading.</p></div></div></article>");
    assertThat(one(cut).metadata().paywall()).isEqualTo("cut");
    assertThat(
            one(stated.replace("no patrols north of the cape.", "no patrols north of the\u2026"))
                .metadata()
                .paywall())
        .isEqualTo("both");
  }

  private Report one(String html) {
    List<Report> reports = reader.read(html, null);
    assertThat(reports).hasSize(1);
    return reports.get(0);
  }

  private static void placed(String html, Report report) {
    Alignment map = Objects.requireNonNull(report.sourceMap());
    int covered = 0;
    for (Alignment.Run run : map.runs()) {
      String there =
          Parser.unescapeEntities(run.source().of(html), false).replaceAll("[\\s\u00a0]+", " ");
      assertThat(run.text().of(report.text())).isEqualTo(there);
      covered += run.text().length();
    }
    int parts = report.parts().stream().mapToInt(p -> p.span().length()).sum();
    assertThat(covered).isBetween(parts - 2, parts + 2);
  }

  private static List<String> words(Report report, PartRole role) {
    return report.parts().stream()
        .filter(p -> p.role() == role)
        .map((Part p) -> p.span().of(report.text()))
        .toList();
  }
}
