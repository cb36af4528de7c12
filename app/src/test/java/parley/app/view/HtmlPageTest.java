package parley.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import parley.record.ActorKind;
import parley.record.Record;
import parley.record.Statement;
import parley.text.Metadata;

class HtmlPageTest {

  private static Document page(Record... records) {
    HtmlPage page = new HtmlPage(true);
    StringBuilder html = new StringBuilder(page.begin());
    for (Record record : records) {
      html.append(page.report(record, "file.txt"));
    }
    return Jsoup.parse(html.append(page.end()).toString());
  }

  @Test
  void textIsWholeAndMarked() {
    Document page = page(Sample.usual());
    assertThat(page.select("main .source").eachText()).containsExactly("Sunniva Reth", "Officials");
    assertThat(page.select("main .cue").eachText()).containsExactly("told", "said");
    assertThat(page.select("main .content.quoted").eachText())
        .containsExactly("“We have never been closer,”", "“The door is open.”");
    assertThat(page.select("p.boilerplate").text()).isEqualTo("boilerplate © The Ledger");
    Element main = page.expectFirst("main");
    main.select(".label, .role").remove();
    assertThat(main.text()).isEqualTo(Sample.usual().report().text().replaceAll("\\s+", " "));
  }

  @Test
  void everyEntryIsLinkedToItsPlaceAndBack() {
    Document page = page(Sample.usual(), Sample.usual());
    List<String> targets =
        page.select("a[href^=#]").stream().map(a -> a.attr("href").substring(1)).toList();
    assertThat(targets)
        .isNotEmpty()
        .allSatisfy(id -> assertThat(page.getElementById(id)).isNotNull());
    List<String> ids = page.select("[id]").eachAttr("id");
    assertThat(new TreeSet<>(ids)).hasSameSizeAs(ids);
  }

  @Test
  void nothingIsFetchedAndNothingRuns() {
    Document page = page(Sample.usual());
    assertThat(page.select("script, link, img, iframe, object, [src], [onload], [style]"))
        .isEmpty();
    assertThat(page.expectFirst("style").data()).doesNotContain("url(").doesNotContain("@import");
    assertThat(page.expectFirst("meta[http-equiv]").attr("content")).contains("default-src 'none'");
  }

  @Test
  void markupInTheReportIsText() {
    String evil = "<script>alert(1)</script> & \"x' </main> \uD800 \u0000";
    Record record =
        new Sample("</title><img src=x onerror=alert(1)>", "Head\n\nEve said " + evil + " to all")
            .actor("a1", "Eve", ActorKind.PERSON, null, null)
            .statement("s1", Statement.Kind.INDIRECT, "a1", "Eve", "said", null, evil)
            .record();
    Record linked =
        new Record(
            record
                .report()
                .withMetadata(
                    Metadata.builder().url("javascript:alert(1)").title("<b>bold</b>").build()),
            "test",
            record.actors(),
            record.statements(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Document page = page(record, linked);
    assertThat(page.select("script, img, main b, h1 b, [onerror]")).isEmpty();
    assertThat(page.select("a").eachAttr("href")).allMatch(href -> href.startsWith("#"));
    assertThat(page.expectFirst("main .content").wholeText())
        .isEqualTo("<script>alert(1)</script> & \"x' </main> \uFFFD \uFFFD");
  }

  @Test
  void overlappingStatementsEachKeepTheirMarks() {
    Record record =
        new Sample("Head", "Head\n\nAda said Bo had said that it rains.")
            .actor("a1", "Ada", ActorKind.PERSON, null, null)
            .actor("a2", "Bo", ActorKind.PERSON, null, null)
            .statement(
                "s1",
                Statement.Kind.INDIRECT,
                "a1",
                "Ada",
                "said",
                null,
                "Bo had said that it rains")
            .statement("s2", Statement.Kind.INDIRECT, "a2", "Bo", "had said", null, "that it rains")
            .record();
    Document page = page(record);
    assertThat(page.select("main .content.source").eachText()).containsExactly("Bo");
    assertThat(page.select("main .content.cue").eachText()).containsExactly("had said");
    assertThat(page.select("main .label").eachText())
        .containsExactly("1 who", "1 said", "1 what", "2 who", "2 said", "2 what");
  }

  @Test
  void aRightToLeftReportIsLaidOutSo() {
    Record record = new Sample("עמק", "עמק\n\nהצבא יעזוב את העמק").record();
    Record hebrew =
        Record.unread(
            record.report().withMetadata(Metadata.builder().language("he").build()), "test");
    assertThat(page(hebrew).expectFirst("main").attr("dir")).isEqualTo("rtl");
    assertThat(page(Sample.usual()).expectFirst("main").attr("dir")).isEqualTo("ltr");
  }
}
