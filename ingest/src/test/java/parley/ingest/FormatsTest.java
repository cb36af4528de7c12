package parley.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.text.PartRole;
import parley.text.Report;

class FormatsTest {

  private static final String BODY =
      "<p>The envoy of Westmark said on Tuesday that his side would sign the text if the harbour was opened first.</p>"
          + "<p>Nobody from Eastmark would answer that in public, but two officials called it a step.</p>";

  private static String page(int n) {
    return "<!DOCTYPE html><html lang=en><head><title>Talks, day "
        + n
        + " | Coast Courier</title></head><body><nav><a href=/>Home</a></nav>"
        + "<article><h1>Talks enter day number "
        + n
        + "</h1><div class=body>"
        + BODY
        + "<p>It was day "
        + n
        + " of the talks at the old customs house.</p></div></article>"
        + "<footer>© Coast Courier</footer></body></html>";
  }

  private static byte[] record(int n) {
    byte[] body = page(n).getBytes(StandardCharsets.UTF_8);
    byte[] http =
        join(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".getBytes(StandardCharsets.UTF_8),
            body);
    String head =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://localhost/"
            + n
            + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
            + http.length
            + "\r\n\r\n";
    return join(
        head.getBytes(StandardCharsets.UTF_8), http, "\r\n\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] join(byte[]... pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      out.writeBytes(piece);
    }
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }

  private static List<Report> reports(List<Outcome> outcomes) {
    List<Report> found = new ArrayList<>();
    outcomes.forEach(
        o -> {
          if (o instanceof Outcome.Read read) {
            found.add(read.report());
          }
        });
    return found;
  }

  private static List<Outcome> read(byte[] bytes) {
    return new Ingest(Settings.DEFAULT).read("file", bytes);
  }

  private static List<Outcome> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void warcPlainAndPackedAsAWhole() throws IOException {
    byte[] warc = join(record(1), record(2), record(3));
    assertThat(reports(read(warc))).hasSize(3);
    assertThat(reports(read(gzip(warc)))).hasSize(3);
  }

  @Test
  void brokenMembersOfAPackedWarcAreNamedAndTheRestIsRead() throws IOException {
    ByteArrayOutputStream warc = new ByteArrayOutputStream();
    for (int n = 0; n < 40; n++) {
      byte[] member = gzip(record(n));
      if (n % 10 == 3) {
        member[member.length / 2] ^= 0x55;
      } else if (n % 10 == 7) {
        member = java.util.Arrays.copyOf(member, member.length - 20);
      }
      warc.writeBytes(member);
    }
    List<Outcome> outcomes = read(warc.toByteArray());
    assertThat(reports(outcomes)).hasSize(32);
    assertThat(outcomes).filteredOn(o -> o instanceof Outcome.Problem).hasSize(8);
  }

  @Test
  void waczIsOpenedAndItsIndexLeftOut() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("archive/data.warc.gz"));
      zip.write(join(gzip(record(1)), gzip(record(2))));
      zip.putNextEntry(new ZipEntry("indexes/index.cdx.gz"));
      zip.write(gzip("com,host)/ 2020".getBytes(StandardCharsets.UTF_8)));
      zip.putNextEntry(new ZipEntry("datapackage.json"));
      zip.write("{}".getBytes(StandardCharsets.UTF_8));
    }
    List<Outcome> outcomes = read(out.toByteArray());
    assertThat(reports(outcomes)).hasSize(2);
    assertThat(outcomes).hasSize(2);
  }

  @Test
  void whatUnpacksToTooMuchIsAProblem() throws IOException {
    Ingest small = new Ingest(Settings.DEFAULT.withMaxDocument(1 << 20));
    List<Outcome> outcomes = small.read("bomb.gz", gzip(new byte[20 << 20]));
    assertThat(outcomes).hasSize(1);
    assertThat(outcomes.get(0).toString()).contains("is larger than 1 MiB");
  }

  @Test
  void feedItemsAreReports() {
    String rss =
        "<?xml version='1.0'?><rss xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Coast Courier</title>"
            + "<item><title>Harbour &amp; hope</title><link>http://localhost/a</link><pubDate>Tue, 19 Nov 2019 07:09:11 -0500</pubDate>"
            + "<description>Short.</description><content:encoded><![CDATA["
            + BODY
            + "]]></content:encoded></item>"
            + "<item><title>Second</title><description>&lt;p&gt;Words of the second one.&lt;/p&gt;</description></item></channel></rss>";
    List<Report> found = reports(read(rss));
    assertThat(found).hasSize(2);
    assertThat(found.get(0).metadata().title()).isEqualTo("Harbour & hope");
    assertThat(found.get(0).metadata().published()).hasToString("2019-11-19T07:09:11-05:00");
    assertThat(found.get(0).metadata().url()).isEqualTo("http://localhost/a");
    assertThat(found.get(0).parts()).filteredOn(p -> p.role() == PartRole.BODY).hasSize(2);
    assertThat(found.get(1).text()).contains("Words of the second one.").doesNotContain("<p>");
  }

  @Test
  void atomAndJsonFeedAreRead() {
    String atom =
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>C</title><entry><title>One</title><link href='http://localhost/1'/>"
            + "<published>2020-01-02T03:04:05Z</published><author><name>Mara Lind</name></author><content type='html'>&lt;p&gt;Some words of the entry here.&lt;/p&gt;</content></entry></feed>";
    assertThat(reports(read(atom)))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.metadata().authors()).containsExactly("Mara Lind");
              assertThat(r.metadata().published()).hasToString("2020-01-02T03:04:05Z");
            });
    String json =
        "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"C\", \"items\": [{\"id\": \"1\", \"url\": \"http://localhost/1\","
            + " \"title\": \"One\", \"content_html\": \"<p>Some words of the item.</p>\", \"date_published\": \"2020-01-02\", \"authors\": [{\"name\": \"Mara Lind\"}]}]}";
    assertThat(reports(read(json)))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.metadata().title()).isEqualTo("One");
              assertThat(r.metadata().authors()).containsExactly("Mara Lind");
            });
  }

  @Test
  void jsonLinesWithABrokenLine() {
    String lines =
        "{\"title\": \"A\", \"text\": \"The first text.\"}\n{\"title\": \"B\", \"text\": \n{\"title\": \"C\", \"text\": \"The third text.\"}\n";
    List<Outcome> outcomes = read(lines);
    assertThat(reports(outcomes)).hasSize(2);
    assertThat(outcomes)
        .filteredOn(o -> o instanceof Outcome.Problem)
        .singleElement()
        .satisfies(o -> assertThat(o.place()).isEqualTo("line 2"));
  }

  @Test
  void tableWithAnUnclosedQuotationMarkLosesOneRow() {
    String csv =
        "Headline,Date,Body\n\"One, two\",2020-01-02,\"Text of the \"\"first\"\" row.\"\n\"Broken,2020-01-03,Text\nThree,2020-01-04,Text of the third row.\n";
    List<Outcome> outcomes = read(csv);
    assertThat(reports(outcomes)).hasSize(2);
    assertThat(reports(outcomes).get(0).text()).contains("Text of the \"first\" row.");
    assertThat(outcomes)
        .filteredOn(o -> o instanceof Outcome.Problem)
        .singleElement()
        .satisfies(o -> assertThat(o.place()).isEqualTo("row at line 3"));
  }

  @Test
  void columnsAreFoundByTheCallersNames() {
    Settings map = Settings.DEFAULT.withColumns(Map.of("text", "Inhalt", "title", "Kopf"));
    List<Outcome> outcomes =
        new Ingest(map)
            .read(
                "t.csv",
                "Kopf;Inhalt\nEin Titel;Ein Text steht hier.\n".getBytes(StandardCharsets.UTF_8));
    assertThat(reports(outcomes))
        .singleElement()
        .satisfies(r -> assertThat(r.metadata().title()).isEqualTo("Ein Titel"));
  }

  @Test
  void columnsOfAPdfAreReadOneAfterTheOther() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
      try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
        for (int column = 0; column < 2; column++) {
          for (int line = 0; line < 12; line++) {
            stream.beginText();
            stream.setFont(font, 10);
            stream.newLineAtOffset(60 + column * 270, 700 - line * 12);
            stream.showText(
                "Column " + (column + 1) + " line " + line + " of the report and govern-");
            stream.endText();
          }
        }
      }
      document.save(out);
    }
    Report report = reports(read(out.toByteArray())).get(0);
    assertThat(report.text().indexOf("Column 1 line 11"))
        .isPositive()
        .isLessThan(report.text().indexOf("Column 2 line 0"));
  }

  /** A PDF of one column; each list is a page. */
  private static byte[] pdf(List<List<String>> pages, @Nullable String password)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
      for (List<String> lines : pages) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
          for (int i = 0; i < lines.size(); i++) {
            stream.beginText();
            stream.setFont(font, 10);
            stream.newLineAtOffset(60, 740 - i * 12);
            stream.showText(lines.get(i));
            stream.endText();
          }
        }
      }
      if (password != null) {
        document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      }
      document.save(out);
    }
    return out.toByteArray();
  }

  @Test
  void wordsBrokenInAPdfAreJoinedAndRunningHeadsLeftOut() throws IOException {
    List<List<String>> pages = new ArrayList<>();
    for (String place : List.of("Northmark", "Southmark", "Eastmark", "Westmark")) {
      pages.add(
          List.of(
              "The Coast Courier, 4 March 2031",
              "The envoy of " + place + " said on the bridge at the customs house that his govern-",
              "ment would sign the text of "
                  + place
                  + ", and that the quarrel about the harbour was",
              "over. The ministers of "
                  + place
                  + " would meet again before the week was out, he told",
              "reporters at the customs house of " + place + ".",
              "Page " + (pages.size() + 1) + " of 4"));
    }
    String text = reports(read(pdf(pages, null))).get(0).text();
    assertThat(text)
        .contains(
            "that his government would sign the text of Northmark",
            "that his government would sign the text of Westmark",
            "customs house of Southmark.")
        .doesNotContain("Coast Courier", "Page 2", "govern-");
  }

  @Test
  void lockedFilesSaySo() throws IOException {
    byte[] locked = pdf(List.of(List.of("The envoy said that the talks would go on.")), "secret");
    assertThat(read(locked)).singleElement().asString().contains("is locked with a password");
    byte[] zip =
        zip(
            "a.txt",
            "The envoy said that the talks would go on.",
            "b.txt",
            "The minister said that they would not.");
    zip[6] |= 1;
    List<Outcome> outcomes = read(zip);
    assertThat(outcomes.get(0).toString()).contains("a.txt", "is locked with a password");
    assertThat(reports(outcomes)).as("the other is read").hasSize(1);
    byte[] old = new byte[600];
    System.arraycopy(
        new byte[] {
          (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
        },
        0,
        old,
        0,
        8);
    assertThat(read(old)).singleElement().asString().contains("old Word", "password");
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  @Test
  void aDamagedEntryOfAZipCostsNoOther() throws IOException {
    String[] entries = new String[20];
    for (int i = 0; i < 20; i += 2) {
      entries[i] = i + ".html";
      entries[i + 1] = page(i);
    }
    byte[] zip = zip(entries);
    int third = new String(zip, StandardCharsets.ISO_8859_1).indexOf("4.html") + 40;
    for (int i = 0; i < 40; i++) {
      zip[third + i] ^= 0x5a;
    }
    List<Outcome> outcomes = read(zip);
    assertThat(reports(outcomes)).hasSize(9);
    assertThat(outcomes)
        .filteredOn(o -> o instanceof Outcome.Problem)
        .singleElement()
        .satisfies(o -> assertThat(o.place()).isEqualTo("4.html"));
    byte[] cut = java.util.Arrays.copyOf(zip(entries), 700);
    assertThat(read(cut)).last().isInstanceOf(Outcome.Problem.class);
  }

  @Test
  void pdfWithoutTextSaysSo() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(out);
    }
    assertThat(read(out.toByteArray()).get(0).toString()).contains("holds no text");
    assertThat(read("%PDF-1.4\nbroken").get(0)).isInstanceOf(Outcome.Problem.class);
  }

  @Test
  void mailRtfAndWordAreRead() throws IOException {
    String mail =
        "From: Desk <desk@localhost>\r\nSubject: =?utf-8?q?Tr=C3=AAve?=\r\nDate: Tue, 19 Nov 2019 07:09:11 +0000\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/alternative; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            + "The general said =E2=80=9Cno=E2=80=9D.\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>html</p>\r\n--x--\r\n";
    assertThat(reports(read(mail)))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.metadata().title()).isEqualTo("Trêve");
              assertThat(r.text()).contains("“no”").doesNotContain("html");
            });
    assertThat(
            reports(
                read(
                    "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 The general said \\u8220 ?no\\u8221 ?.\\par Second line.}")))
        .singleElement()
        .satisfies(
            r -> assertThat(r.text()).contains("The general said “no”.").doesNotContain("Arial"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(
          "<w:document><w:body><w:p><w:r><w:t>The general said no.</w:t></w:r></w:p></w:body></w:document>"
              .getBytes(StandardCharsets.UTF_8));
    }
    assertThat(reports(read(out.toByteArray())))
        .singleElement()
        .satisfies(r -> assertThat(r.text()).isEqualTo("The general said no."));
  }

  @Test
  void xmlEntitiesFromOutsideAreNotResolved(@TempDir Path dir) throws IOException {
    Path secret = dir.resolve("secret.txt");
    Files.writeString(secret, "SECRET");
    String rss =
        "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM '"
            + secret.toUri()
            + "'>]><rss><channel><item><title>T</title><description>Some &x; words stand here.</description></item></channel></rss>";
    assertThat(reports(read(rss)))
        .singleElement()
        .satisfies(r -> assertThat(r.text()).doesNotContain("SECRET"));
  }

  @Test
  void directoriesAreReadInOrderAndLinkLoopsEnd(@TempDir Path dir) throws IOException {
    Files.createDirectory(dir.resolve("b"));
    Files.writeString(dir.resolve("b/2.txt"), "The second report says that the talks go on.");
    Files.writeString(dir.resolve("a.txt"), "The first report says that the talks have ended.");
    Files.createSymbolicLink(dir.resolve("b/loop"), dir);
    List<Outcome> outcomes = new ArrayList<>();
    new Ingest(Settings.DEFAULT).read(dir, outcomes::add);
    assertThat(reports(outcomes)).hasSize(2);
    assertThat(reports(outcomes).get(0).text()).startsWith("The first");
  }

  @Test
  void languageIsToldByTheText() {
    String german =
        "Der Minister sagte am Dienstag, dass die Gespräche nach der Pause fortgesetzt werden und nicht abgebrochen sind.";
    assertThat(reports(read(german)).get(0).metadata().language()).isEqualTo("de");
    String english =
        "The minister said on Tuesday that the talks would go on after the pause and had not been broken off.";
    assertThat(reports(read(english)).get(0).metadata().language()).isEqualTo("en");
    String russian =
        "Министр сказал во вторник, что переговоры будут продолжены и что они не прерваны.";
    assertThat(reports(read(russian)).get(0).metadata().language()).isEqualTo("ru");
  }
}
