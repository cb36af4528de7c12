package parley.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;

/** What press databases and news services hand out. */
final class ExportsTest {

  private static final String ONE =
      "The envoy of Westmark said on Tuesday that his side would sign the text if the harbour was"
          + " opened first.";

  private static final String TWO =
      "Nobody from Eastmark would answer that in public, but two officials called it a step.";

  private static List<Outcome> read(Settings settings, String text) {
    return new Ingest(settings).read("file", text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Report> reports(String text) {
    return read(Settings.DEFAULT, text).stream()
        .map(outcome -> ((Outcome.Read) outcome).report())
        .toList();
  }

  private static String body(Report report) {
    return report.parts().stream()
        .filter(part -> part.role() == PartRole.BODY)
        .map((Part part) -> part.span().of(report.text()))
        .collect(Collectors.joining("|"));
  }

  private static String published(Report report) {
    return Objects.toString(report.metadata().published());
  }

  private static String nexis(String title, String day) {
    return title
        + "\nThe Coast Courier (Westmark)\nMarch "
        + day
        + ", 2021 Thursday 9:15 AM GMT\n\nCopyright 2021 The Coast Courier All Rights Reserved\n"
        + "Section: WORLD; Pg. 5\nLength: 132 words\nByline: Mara Lindqvist\n\nBody\n\n\n"
        + ONE
        + "\n\nLanguage was not what they spoke of: they spoke of boats.\n\n"
        + TWO
        + "\n\nClassification\n\n\nLanguage: ENGLISH\n\nSubject: TALKS (90%)\n\n"
        + "Load-Date: March 9, 2021\n\n\nEnd of Document\n\n\n";
  }

  @Test
  void nexisDocumentsAreReportsOfTheirOwn() {
    List<Outcome> outcomes =
        read(Settings.DEFAULT, nexis("Talks enter another day", "4") + nexis("Talks end", "5"));
    assertThat(outcomes).hasSize(2);
    assertThat(outcomes.get(1).toString()).contains("document 2");
    Report first = ((Outcome.Read) outcomes.get(0)).report();
    Metadata about = first.metadata();
    assertThat(about.title()).isEqualTo("Talks enter another day");
    assertThat(about.source()).isEqualTo("The Coast Courier (Westmark)");
    assertThat(about.authors()).containsExactly("Mara Lindqvist");
    assertThat(about.section()).isEqualTo("WORLD; Pg. 5");
    assertThat(published(first)).isEqualTo("2021-03-04T09:15Z");
    assertThat(body(first)).startsWith(ONE).endsWith(TWO).contains("spoke of boats");
    assertThat(first.text()).doesNotContain("Load-Date", "ENGLISH", "Copyright", "132 words");
    assertThat(published(((Outcome.Read) outcomes.get(1)).report())).startsWith("2021-03-05");
  }

  @Test
  void olderNexisFilesAreRead() {
    String file =
        "                               1 of 2 DOCUMENTS\n\n\n"
            + "                              The Coast Courier\n\n"
            + "                             March 4, 2021 Thursday\n\n"
            + "Talks enter another day\n\n"
            + "BYLINE: Mara Lindqvist\n\n"
            + "SECTION: WORLD; Pg. 5\n\n"
            + "LENGTH: 132 words\n\n\n"
            + ONE
            + "\n\n"
            + TWO
            + "\n\nLOAD-DATE: March 9, 2021\n\nLANGUAGE: ENGLISH\n\n\n";
    List<Report> reports = reports(file + file.replace("1 of 2", "2 of 2").replace("4,", "5,"));
    assertThat(reports).hasSize(2);
    assertThat(reports.get(0).metadata().title()).isEqualTo("Talks enter another day");
    assertThat(reports.get(0).metadata().source()).isEqualTo("The Coast Courier");
    assertThat(body(reports.get(0))).isEqualTo(ONE + "|" + TWO);
    assertThat(published(reports.get(1))).isEqualTo("2021-03-05");
  }

  @Test
  void factivaFilesWithAndWithoutCodesAreRead() {
    String coded =
        "SE World\n"
            + "HD Talks enter another day\n"
            + "BY By Mara Lindqvist\n"
            + "WC 132 words\n"
            + "PD 4 March 2021\n"
            + "ET 09:15\n"
            + "SN The Coast Courier\n"
            + "SC COAST\n"
            + "LA English\n"
            + "CY (c) 2021 The Coast Courier\n\n"
            + "LP \n\n"
            + ONE
            + "\n\nTD \n\nIN the harbour nobody moved.\n\n"
            + TWO
            + "\n\nNS gdip : International Relations\nAN Document COAST00020210304eh3400021\n\n\n";
    String plain =
        "World\n"
            + "Talks enter another day\n"
            + "By Mara Lindqvist\n"
            + "132 words\n"
            + "4 March 2021\n"
            + "09:15\n"
            + "The Coast Courier\n"
            + "COAST\n"
            + "English\n"
            + "(c) 2021 The Coast Courier\n\n"
            + ONE
            + "\n\nIN the harbour nobody moved.\n\n"
            + TWO
            + "\n\nDocument COAST00020210304eh3400021\n\n\n";
    for (String file : List.of(coded, plain)) {
      List<Report> reports = reports(file + file.replace("4 March", "5 March"));
      assertThat(reports).hasSize(2);
      Report first = reports.get(0);
      assertThat(first.metadata().title()).isEqualTo("Talks enter another day");
      assertThat(first.metadata().source()).isEqualTo("The Coast Courier");
      assertThat(first.metadata().authors()).containsExactly("Mara Lindqvist");
      assertThat(first.metadata().section()).isEqualTo("World");
      assertThat(published(first)).startsWith("2021-03-04");
      assertThat(body(first)).isEqualTo(ONE + "|IN the harbour nobody moved.|" + TWO);
      assertThat(published(reports.get(1))).startsWith("2021-03-05");
    }
  }

  @Test
  void proquestFilesAreRead() {
    String rule = "_".repeat(60) + "\n\n";
    String file =
        "Talks enter another day\n\nAuthor: Lindqvist, Mara; Adeyemi, Tomas\n\n"
            + "Publication info: The Coast Courier ; Port Selene [Port Selene]. 04 Mar 2021.\n\n"
            + "Abstract: None available.\n\nFull text: "
            + ONE
            + "\n\n"
            + TWO
            + "\n\n"
            + "Subject: Talks\n\n"
            + "Publication title: The Coast Courier\n\n"
            + "Publication date: Mar 4, 2021\n\n"
            + "Language of publication: English\n\n"
            + "Document URL: http://localhost/pq/1\n\n";
    List<Report> reports = reports(rule + file + rule + file.replace("Mar 4", "Mar 5") + rule);
    assertThat(reports).hasSize(2);
    Metadata about = reports.get(0).metadata();
    assertThat(about.title()).isEqualTo("Talks enter another day");
    assertThat(about.source()).isEqualTo("The Coast Courier");
    assertThat(about.authors()).containsExactly("Mara Lindqvist", "Tomas Adeyemi");
    assertThat(about.url()).isEqualTo("http://localhost/pq/1");
    assertThat(body(reports.get(0))).isEqualTo(ONE + "|" + TWO);
    assertThat(published(reports.get(1))).isEqualTo("2021-03-05");
  }

  @Test
  void aReportThatQuotesSuchLinesIsNoExport() {
    assertThat(reports("A report\n\n" + ONE + "\n\nEnd of Document\n\n" + TWO)).hasSize(1);
    assertThat(reports("A report\n\n" + ONE + "\n\n" + "_".repeat(40) + "\n\n" + TWO)).hasSize(1);
  }

  @Test
  void newsServicesAnswersAreRead() {
    Report registry =
        reports(
                "{\"articles\":{\"results\":[{\"uri\":\"64\",\"lang\":\"eng\",\"date\":\"2021-03-04\",\"dateTimePub\":\"2021-03-04T09:10:00Z\","
                    + "\"url\":\"http://localhost/er\",\"title\":\"Talks\",\"body\":\""
                    + ONE
                    + "\",\"source\":{\"uri\":\"x\",\"title\":\"The Coast"
                    + " Courier\"},\"authors\":[{\"name\":\"Mara Lindqvist\"}]}]}}")
            .get(0);
    assertThat(registry.metadata().source()).isEqualTo("The Coast Courier");
    assertThat(published(registry)).isEqualTo("2021-03-04T09:10Z");
    Report gdelt =
        reports(
                "{\"articles\":[{\"url\":\"http://localhost/g\",\"title\":\"Envoy signs the"
                    + " text\",\"seendate\":\"20210304T091500Z\","
                    + "\"domain\":\"localhost\",\"language\":\"English\"}]}")
            .get(0);
    assertThat(published(gdelt)).isEqualTo("2021-03-04T09:15Z");
    assertThat(gdelt.metadata().source()).isEqualTo("localhost");
    Report api =
        reports(
                "{\"articles\":[{\"source\":{\"id\":null,\"name\":\"The Coast"
                    + " Courier\"},\"title\":\"Talks\",\"url\":\"http://localhost/n\","
                    + "\"publishedAt\":\"2021-03-04T09:15:00Z\",\"content\":\""
                    + ONE
                    + "\"}]}")
            .get(0);
    assertThat(api.metadata().source()).isEqualTo("The Coast Courier");
    assertThat(published(api)).isEqualTo("2021-03-04T09:15Z");
    String meltwater =
        "Date\tHeadline\tURL\tOpening Text\tHit Sentence\tSource\n"
            + "04-Mar-2021 09:15AM\tTalks\thttp://localhost/m\t"
            + ONE
            + "\t"
            + TWO
            + "\tThe Coast Courier\n";
    assertThat(body(reports(meltwater).get(0))).isEqualTo(ONE);
    Outcome mapped = read(Settings.DEFAULT.withColumns("meltwater"), meltwater).get(0);
    assertThat(body(((Outcome.Read) mapped).report())).isEqualTo(ONE + "|" + TWO);
  }

  @Test
  void ninjsOfLaterVersionsAndJsonFeedsGiveWhatTheySay() {
    Report ninjs =
        reports(
                "{\"uri\":\"urn:x:3\",\"standard\":{\"name\":\"ninjs\",\"version\":\"3.0\"},\"versionCreated\":\"2021-03-04T09:15:00Z\",\"by\":\"Mara"
                    + " Lindqvist\",\"headlines\":[{\"role\":\"main\",\"value\":\"Talks enter"
                    + " another day\"}],\"bodies\":[{\"contentType\":\"text/plain\",\"value\":\""
                    + ONE
                    + "\"}],\"language\":\"en\"}")
            .get(0);
    assertThat(ninjs.metadata().title()).isEqualTo("Talks enter another day");
    assertThat(ninjs.metadata().authors()).containsExactly("Mara Lindqvist");
    assertThat(body(ninjs)).isEqualTo(ONE);
    Report item =
        reports(
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"The Coast"
                    + " Courier\",\"language\":\"en\",\"items\":[{\"id\":\"1\",\"content_text\":\""
                    + ONE
                    + "\"}]}")
            .get(0);
    assertThat(item.metadata().source()).isEqualTo("The Coast Courier");
    assertThat(item.metadata().title()).isNull();
  }

  @Test
  void jsonWithoutReportsSaysSo() {
    assertThat(read(Settings.DEFAULT, "{\"status\":\"ok\",\"hits\":[{\"score\":1}]}"))
        .singleElement()
        .asString()
        .contains("holds no object with a text");
    assertThat(read(Settings.DEFAULT, "{\"a\":1}\n{\"text\":\"" + ONE + "\"}\n"))
        .hasSize(2)
        .first()
        .asString()
        .contains("line 1");
  }
}
