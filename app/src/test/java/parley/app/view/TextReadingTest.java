package parley.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.record.ActorKind;
import parley.record.Record;
import parley.record.Statement;

class TextReadingTest {

  private static String plain(Record record, int width) {
    return new TextReading(width, false, false).of(record, "file.txt");
  }

  @Test
  void saysWhoSaidWhatAndWhen() {
    assertThat(plain(Sample.usual(), 80))
        .isEqualTo(
            """
            Talks go on
            2024-03-14 · file.txt

            2 statements
              s1  direct    Sunniva Reth — told — “We have never been closer,” … “The door
                            is open.”
                            Wednesday (2024-03-13)
              s2  indirect  Officials — said — an attack killed at least four

            1 position
              p1            Sunniva Reth — OFFER talks — The door is open
                            in s1

            1 event
              e1  asserted  (not told) — ASSAULT “killed”
                            at least 4 killed · as told in s2

            Who
              Sunniva Reth  president · for Lesmark · 1 statement
              Officials     1 statement · group
              also named: Lesmark

            When
              Wednesday = 2024-03-13

            Left out
              boilerplate  © The Ledger
            """);
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    for (int width : new int[] {40, 41, 57, 80, 110}) {
      assertThat(plain(Sample.usual(), width).lines())
          .allSatisfy(line -> assertThat(TerminalText.columns(line)).isLessThanOrEqualTo(width));
    }
  }

  @Test
  void colourChangesNoWord() {
    String coloured = new TextReading(80, true, true).of(Sample.usual(), "file.txt");
    assertThat(coloured).contains("\u001B[1;36mSunniva Reth\u001B[0m");
    assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", ""))
        .isEqualTo(new TextReading(80, false, true).of(Sample.usual(), "file.txt"));
  }

  @Test
  void explainTellsRuleConfidenceAndReasons() {
    assertThat(new TextReading(100, false, true).of(Sample.usual(), "file.txt"))
        .contains("by rule.of-test, confidence 0.90: because it says so");
  }

  @Test
  void wordsOfTheReportCannotSteerTheTerminal() {
    Record record =
        new Sample(
                "evil \u001B]0;owned\u0007 title",
                "evil\n\nMal\u202Elory\u009B31m said \u001B[2J\rhi\u0000 there")
            .actor("a1", "Mal\u202Elory\u009B31m", ActorKind.PERSON, null, null)
            .statement(
                "s1",
                Statement.Kind.INDIRECT,
                "a1",
                "Mal",
                "said",
                null,
                "\u001B[2J\rhi\u0000 there")
            .record();
    String reading = plain(record, 80);
    assertThat(reading).contains("evil ␛]0;owned␇ title").contains("␛[2J hi␀ there");
    assertThat(reading.codePoints().filter(c -> c != '\n'))
        .noneMatch(c -> c < 0x20 || c >= 0x7F && c < 0xA0 || c >= 0x202A && c <= 0x202E);
  }

  @Test
  void anyTextComesOutSafeAndInWidth() {
    long seed = Long.getLong("parley.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(80); n > 0; n--) {
        text.append(
            (char) (random.nextBoolean() ? random.nextInt(0x3000) : random.nextInt(0x10000)));
      }
      StringBuilder out = new StringBuilder();
      new Paragraph().add(text.toString(), Ink.WHO).add(" x ").to(out, "  ", 40, false);
      assertThat(out.toString().lines())
          .as("-Dparley.seed=%d", seed)
          .allSatisfy(line -> assertThat(TerminalText.columns(line)).isLessThanOrEqualTo(40))
          .allSatisfy(
              line ->
                  assertThat(line.codePoints())
                      .noneMatch(c -> Character.isISOControl(c) || c == 0x202E));
    }
  }
}
