package parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.record.MalformedRecordException;
import parley.record.Record;
import parley.record.RecordJson;

/** What cannot be read is said clearly; what can be read is read all the same. */
class BadInputTest {

  private static final String GOOD =
      "The president of Lesmark said on Monday that her government would open the road to the"
          + " valley before the weekend.\n";

  /** Bytes of a big report; 20 MB take minutes: -Dparley.big=20000000. */
  private static final int BIG = Integer.getInteger("parley.big", 1_000_000);

  @TempDir private Path dir;

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(dir.resolve(name), bytes);
  }

  private Path file(String name, String text) throws IOException {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads the file between two good ones: these must come out whatever happens to it. */
  private Cli.Result amidGood(Path bad) throws IOException, InterruptedException {
    Path before = file("before.txt", GOOD);
    Path after = file("after.txt", GOOD);
    Cli.Result result =
        Cli.run("read", "--format", "json", before.toString(), bad.toString(), after.toString());
    assertThat(result.err()).doesNotContain("\tat ").doesNotContain("Exception");
    List<String> lines = result.out().lines().toList();
    assertThat(lines).hasSizeGreaterThanOrEqualTo(2).first().isEqualTo(lines.get(lines.size() - 1));
    return result;
  }

  private void isRefused(Path bad, String reason) throws IOException, InterruptedException {
    Cli.Result result = amidGood(bad);
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out().lines()).hasSize(2);
    assertThat(result.err()).contains(bad.getFileName().toString()).contains(reason);
    assertThat(result.err().lines()).hasSize(2).last().asString().contains("2 read", "1 failed");
  }

  private Record isRead(Path odd) throws IOException, InterruptedException {
    Cli.Result result = amidGood(odd);
    // On a slow machine lines of progress stand before the last one.
    assertThat(result.err().lines())
        .filteredOn(line -> !line.matches("parley: .* reports, .*/s.*"))
        .singleElement()
        .asString()
        .contains("3 read", "0 failed");
    assertThat(result.status()).isZero();
    List<String> lines = result.out().lines().toList();
    assertThat(lines).hasSize(3);
    try {
      return RecordJson.read(lines.get(1));
    } catch (MalformedRecordException e) {
      throw new AssertionError(lines.get(1).substring(0, 200), e);
    }
  }

  @Test
  void anEmptyFileIsRefused() throws Exception {
    isRefused(file("empty.txt", ""), "is empty");
    isRefused(file("blank.txt", " \n\n\t \n"), "is empty");
  }

  @Test
  void aBinaryFileIsRefused() throws Exception {
    byte[] noise = new byte[50_000];
    new Random(7).nextBytes(noise);
    isRefused(file("noise.bin", noise), "not a kind of document");
    byte[] picture = Arrays.copyOf(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, 400);
    isRefused(file("picture.txt", picture), "not a kind of document");
  }

  @Test
  void aDirectoryIsRefused() throws Exception {
    isRefused(Files.createDirectory(dir.resolve("folder")), "is a directory");
  }

  @Test
  void aMissingFileIsRefused() throws Exception {
    isRefused(dir.resolve("missing.txt"), "does not exist");
  }

  @Test
  void aPageWithoutABodyIsRefused() throws Exception {
    isRefused(
        file(
            "page.html",
            "<!DOCTYPE html><html><head><title>Sign in</title></head><body><nav><a href=/>Home</a>"
                + "<a href=/world>World</a></nav><form><input name=q></form></body></html>"),
        "no");
  }

  @Test
  void aReportInAnotherLanguageKeepsItsPartsOnly() throws Exception {
    Record german =
        isRead(
            file(
                "deutsch.txt",
                "Der Präsident sagte am Montag, dass die Armee das Tal verlassen werde und dass die"
                    + " Gespräche mit der Bewegung in der Hauptstadt weitergehen sollten.\n"));
    assertThat(german.report().metadata().language()).isEqualTo("de");
    assertThat(german.report().parts()).isNotEmpty();
    assertThat(german.statements()).isEmpty();
    assertThat(german.actors()).isEmpty();
    assertThat(german.times()).isEmpty();
    Path arabic =
        file("arabic.txt", "قال الرئيس يوم الاثنين إن الجيش سيغادر الوادي قبل نهاية الأسبوع\n");
    Cli.Result text = Cli.run("read", arabic.toString());
    assertThat(text.status()).isZero();
    assertThat(text.out()).contains("in Arabic: parts and metadata only");
  }

  @Test
  void anotherEncodingIsDetected() throws Exception {
    String text = GOOD.replace("The president", "“Café” president Óscar Núñez");
    for (String charset : new String[] {"windows-1252", "UTF-16", "UTF-16LE"}) {
      Record record = isRead(file(charset + ".txt", text.getBytes(Charset.forName(charset))));
      assertThat(record.report().text()).as(charset).contains("“Café” president Óscar Núñez");
    }
  }

  @Test
  void bytesThatAreNoUtf8DoNotStopTheReading() throws Exception {
    byte[] text = (GOOD + "x?y\n").getBytes(StandardCharsets.UTF_8);
    text[text.length - 3] = (byte) 0x81;
    assertThat(isRead(file("broken.txt", text)).report().text()).startsWith("The president");
  }

  @Test
  void manyMegabytesAreRead() throws Exception {
    Path big = file("big.txt", GOOD.repeat(BIG / GOOD.length()));
    assertThat(isRead(big).report().text()).hasSizeGreaterThan(BIG - 1000);
  }

  @Test
  void aVeryLongParagraphIsRead() throws Exception {
    String line = GOOD.strip() + " ";
    Path big = file("paragraph.txt", line.repeat(BIG / line.length()));
    assertThat(isRead(big).report().text()).hasSizeGreaterThan(BIG - 1000);
  }

  @Test
  void aMillionQuotationMarksAreRead() throws Exception {
    Path quotes = file("quotes.txt", GOOD + "“\"".repeat(500_000));
    assertThat(isRead(quotes).report().text()).hasSizeGreaterThan(1_000_000);
  }

  @Test
  void unpairedSurrogatesAreRead() throws Exception {
    // As a program writes them that encodes each half by itself (CESU): no UTF-8 at all.
    List<Byte> bytes = new ArrayList<>();
    for (byte b : GOOD.getBytes(StandardCharsets.UTF_8)) {
      bytes.add(b);
    }
    for (int b : new int[] {'“', 0xED, 0xA0, 0x80, ' ', 0xED, 0xB0, 0x80, '\n'}) {
      bytes.add((byte) b);
    }
    byte[] raw = new byte[bytes.size()];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = bytes.get(i);
    }
    assertThat(isRead(file("surrogates.txt", raw)).report().text()).startsWith("The president");
  }

  @Test
  void rightToLeftMarksAndNulBytesAreRead() throws Exception {
    String text =
        GOOD.replace("Monday", "\u202EMonday\u202C").replace("road", "\u200Fro\u0000ad\u2066");
    Record record = isRead(file("marks.txt", text));
    assertThat(record.report().text()).contains("\u202EMonday\u202C");
  }

  @Test
  void aNameThatNoSystemCanOpenIsRefused() throws Exception {
    Cli.Result result = Cli.run("read", "");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).doesNotContain("Exception").isNotBlank();
  }
}
