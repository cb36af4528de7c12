package parley.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.text.Metadata;
import parley.text.Report;

/** Each within bounded time and memory, with a message that names it; the rest is read. */
class BadInputTest {

  private static final String TEXT =
      "The envoy of Westmark said on Tuesday that his side would sign the text if the harbour was"
          + " opened first.";

  private static final Ingest SMALL = new Ingest(Settings.DEFAULT.withMaxDocument(1 << 20));

  private static String page(String head, String body) {
    return "<!DOCTYPE html><html lang=en><head><title>Talks</title>"
        + head
        + "</head><body><article><h1>Talks enter another day</h1><p>"
        + TEXT
        + "</p><p>"
        + body
        + " Nobody from Eastmark would answer that in public, but two officials called it a step."
        + "</p></article></body></html>";
  }

  private static List<Outcome> read(byte[] bytes) {
    return new Ingest(Settings.DEFAULT).read("file", bytes);
  }

  private static List<Outcome> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Outcome> read(InputStream in) {
    List<Outcome> found = new ArrayList<>();
    SMALL.read("file", in, found::add);
    return found;
  }

  private static List<Report> reports(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(Outcome.Read.class::isInstance)
        .map(o -> ((Outcome.Read) o).report())
        .toList();
  }

  private static Metadata about(String page) {
    return reports(read(page)).get(0).metadata();
  }

  /** A stream that says the same again and again. */
  private static InputStream endless(String first, String again, long bytes) {
    byte[] begin = first.getBytes(StandardCharsets.UTF_8);
    byte[] rest = again.getBytes(StandardCharsets.UTF_8);
    return new InputStream() {
      private long at;

      @Override
      public int read() {
        return at >= bytes
            ? -1
            : at < begin.length ? begin[(int) at++] : rest[(int) (at++ % rest.length)];
      }
    };
  }

  @Test
  void aGzipBombIsRefusedAtTheLimit() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      byte[] block = new byte[1 << 20];
      Arrays.fill(block, (byte) 'a');
      for (int i = 0; i < 300; i++) {
        gzip.write(block);
      }
    }
    assertThat(read(new ByteArrayInputStream(out.toByteArray())))
        .singleElement()
        .asString()
        .contains("is larger than 1 MiB");
  }

  @Test
  void aBombInAZipCostsNoOtherEntryAndNestedOnesEnd() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("bomb.html"));
      zip.write(("<html>" + " ".repeat(5 << 20)).getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("good.html"));
      zip.write(page("", "").getBytes(StandardCharsets.UTF_8));
    }
    List<Outcome> outcomes = read(new ByteArrayInputStream(out.toByteArray()));
    assertThat(outcomes).as("one problem, one report").hasSize(2);
    assertThat(reports(outcomes)).hasSize(1);
    assertThat(outcomes.get(0).toString()).contains("bomb.html", "is larger than 1 MiB");
    byte[] nested = out.toByteArray();
    for (int i = 0; i < 6; i++) {
      ByteArrayOutputStream around = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(around)) {
        zip.putNextEntry(new ZipEntry("inner" + i + ".zip"));
        zip.write(nested);
      }
      nested = around.toByteArray();
    }
    assertThat(read(nested)).singleElement().asString().contains("packed 3 times over");
  }

  @Test
  void aPageOf200MegabytesIsRefusedWithoutBeingKept() {
    assertThat(read(endless("<!DOCTYPE html><html><body>", "<p>Words of a page. ", 200_000_000)))
        .singleElement()
        .asString()
        .contains("is larger than 1 MiB");
  }

  @Test
  void aTableOfAnyLengthIsReadAndARowOfAnyLengthRefused() {
    int[] rows = new int[1];
    SMALL.read(
        "file",
        endless(
            "Headline,Body\n",
            "Bridge closed,Words of one report that goes on and on.\n",
            20_000_000),
        outcome -> rows[0]++);
    assertThat(rows[0]).isGreaterThan(300_000);
    assertThat(read(endless("Headline,Body\nBridge,", "words and ", 5_000_000)))
        .singleElement()
        .asString()
        .contains("row at line 2", "longer than");
    assertThat(
            read(
                endless(
                    "{\"title\": \"A\", \"text\": \"The first text.\"}\n{\"text\": \"",
                    "words and ",
                    5_000_000)))
        .hasSize(2)
        .last()
        .asString()
        .contains("line 2", "longer than");
  }

  @Test
  void htmlNested100000DeepIsRead() {
    assertThat(
            reports(
                read("<html>" + "<div>".repeat(100_000) + page("", "") + "</div>".repeat(100_000))))
        .hasSize(1);
    assertThat(read("<rss>" + "<item>".repeat(100_000))).isNotEmpty();
    assertThat(read("{\"a\":".repeat(100_000))).last().asString().contains("broken JSON");
  }

  @Test
  void charsetsThatLieAreNotBelieved() {
    String words = "“Señor Núñez’s café” is where they met.";
    String lying = page("<meta charset=utf-8>", words);
    byte[] latin = lying.getBytes(Charset.forName("windows-1252"));
    assertThat(reports(read(latin)).get(0).text()).contains("Señor Núñez’s café");
    byte[] utf8 = page("<meta charset=iso-8859-1>", words).getBytes(StandardCharsets.UTF_8);
    assertThat(reports(read(utf8)).get(0).text()).contains("“Señor Núñez’s café”");
    byte[] unknown = page("<meta charset=x-none>", words).getBytes(StandardCharsets.UTF_8);
    assertThat(reports(read(unknown)).get(0).text()).contains("“Señor Núñez’s café”");
  }

  @Test
  void malformedXmlIsReadAsFarAsItGoes() {
    String broken =
        "<?xml version='1.0'?><rss><channel><title>C & D</title><item><title>One"
            + " \u0001<b></title><description>"
            + TEXT
            + "</description></item><item><title>Two</title><x:y>z</q><description>Words of the"
            + " second one";
    assertThat(reports(read(broken))).isNotEmpty();
    assertThat(read("<?xml version='1.0'?><rss>"))
        .singleElement()
        .asString()
        .contains("feed without items");
  }

  @Test
  void entitiesThatMultiplyAreNotExpanded() {
    StringBuilder bomb = new StringBuilder("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'lol'>");
    for (char c = 'b'; c < 'm'; c++) {
      bomb.append("<!ENTITY ")
          .append(c)
          .append(" '")
          .append(("&" + (char) (c - 1) + ";").repeat(10))
          .append("'>");
    }
    bomb.append(
        "]><rss><channel><item><title>T</title><description>Some &l; words stand"
            + " here.</description></item></channel></rss>");
    assertThat(reports(read(bomb.toString())))
        .allSatisfy(r -> assertThat(r.text()).hasSizeLessThan(1000));
  }

  @Test
  void linksThatAreNoAddressesAreNotKept() {
    for (String link :
        List.of("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", " JavaScript:x")) {
      assertThat(
              about(
                      page(
                          "<link rel=canonical href='"
                              + link
                              + "'><meta property='og:url' content='"
                              + link
                              + "'>",
                          ""))
                  .url())
          .as(link)
          .isNull();
      String rss =
          "<rss><channel><item><title>T</title><link>"
              + link
              + "</link><description>"
              + TEXT
              + "</description></item></channel></rss>";
      assertThat(reports(read(rss)).get(0).metadata().url()).as(link).isNull();
    }
  }

  @Test
  void datesOfNoNewsAreNotBelieved() {
    for (String date :
        List.of(
            "1970-01-01T00:00:00Z",
            "1970-01-01T05:30:00+05:30",
            "1969-12-31T19:00:00-05:00",
            "0001-01-01",
            "2999-12-31",
            "9999-12-31T00:00:00Z")) {
      assertThat(
              about(page("<meta property='article:published_time' content='" + date + "'>", ""))
                  .published())
          .as(date)
          .isNull();
      assertThat(
              reports(read("Headline,Date,Body\nA," + date + ",\"" + TEXT + "\"\n"))
                  .get(0)
                  .metadata()
                  .published())
          .as(date)
          .isNull();
    }
  }

  @Test
  void aDateInTheFutureIsToldAndLeftOut() {
    Settings today =
        Settings.DEFAULT.asOf(Clock.fixed(Instant.parse("2021-03-04T12:00:00Z"), ZoneOffset.UTC));
    String head = "<meta property='article:published_time' content='%sT09:00:00Z'>";
    List<Outcome> outcomes =
        new Ingest(today)
            .read("file", page(head.formatted("2021-03-06"), "").getBytes(StandardCharsets.UTF_8));
    assertThat(reports(outcomes).get(0).metadata().published()).isNull();
    assertThat(outcomes.get(1).toString()).contains("file", "in the future", "2021-03-06");
    // It is tomorrow already in the east.
    assertThat(
            reports(
                    new Ingest(today)
                        .read(
                            "file",
                            page(head.formatted("2021-03-05"), "")
                                .getBytes(StandardCharsets.UTF_8)))
                .get(0)
                .metadata()
                .published())
        .isNotNull();
  }

  @Test
  void whatIsPackedOtherwiseSaysByWhat() {
    assertThat(read("BZh91AY&SY".getBytes(StandardCharsets.UTF_8)))
        .singleElement()
        .asString()
        .contains("packed with bzip2");
    assertThat(read("[".repeat(100_000))).singleElement().asString().contains("nesting depth");
  }

  @Test
  void aSpreadsheetIsNotReadAsItsXml() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      zip.write(("<sst><si><t>" + TEXT + "</t></si></sst>").getBytes(StandardCharsets.UTF_8));
    }
    assertThat(read(out.toByteArray()))
        .singleElement()
        .asString()
        .contains("is a spreadsheet", "CSV");
  }

  @Test
  void linksInCirclesAndToNowhereAreNamed(@TempDir Path dir) throws IOException {
    Files.writeString(dir.resolve("a.txt"), TEXT);
    Files.createSymbolicLink(dir.resolve("b"), dir.resolve("c"));
    Files.createSymbolicLink(dir.resolve("c"), dir.resolve("b"));
    Files.createSymbolicLink(dir.resolve("d"), dir);
    Files.createSymbolicLink(dir.resolve("e"), dir.resolve("none"));
    List<Outcome> outcomes = new ArrayList<>();
    new Ingest(Settings.DEFAULT).read(dir, outcomes::add);
    assertThat(reports(outcomes)).hasSize(1);
    assertThat(outcomes).filteredOn(o -> o.toString().contains("leads nowhere")).hasSize(3);
    outcomes.clear();
    new Ingest(Settings.DEFAULT).read(dir.resolve("b"), outcomes::add);
    assertThat(outcomes).singleElement().asString().contains("cannot be opened");
  }

  @Test
  void aDirectoryThatMayNotBeReadIsNamedAndTheRestIsRead(@TempDir Path dir) throws IOException {
    Files.writeString(dir.resolve("a.txt"), TEXT);
    Path closed = Files.createDirectory(dir.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(closed), "this user may read everything");
    List<Outcome> outcomes = new ArrayList<>();
    new Ingest(Settings.DEFAULT).read(dir, outcomes::add);
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    assertThat(reports(outcomes)).hasSize(1);
    assertThat(outcomes).filteredOn(o -> o.toString().contains("permission denied")).hasSize(1);
  }
}
