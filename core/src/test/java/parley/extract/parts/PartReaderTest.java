package parley.extract.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parley.text.Part;

class PartReaderTest {

  /** A report of our own, as copied from a page with all that stands around it. */
  private static final String COPIED =
      """
      Sign in
      Subscribe
      Ministers of Two Coasts Trade Blame as Island Talks Stall
      'We will not sign under guns,' says envoy; mediators ask for a pause of ten days
      By Mara Lindqvist and Tomas Adeyemi
      March 4, 2021 10:15 am IST
      Fishing boats lie idle at the harbour of Port Selene, Tuesday. AP/Joana Reis
      AP/Joana Reis
      Fishing boats lie idle at the harbour of Port Selene, Tuesday. AP/Joana Reis
      PORT SELENE (AP) — The foreign minister of Westmark said on Wednesday that his government would not return to the talks before the blockade of the northern harbour is lifted.
      "We have waited for two weeks," he told reporters. "Nobody waits for ever."
      Read more: Ten days that closed a harbour
      What the mediators propose
      A senior official of the mediating team said that both sides had the text of a ten-day pause, and that neither had answered it by Thursday night.
      Related stories
      Harbour pilots end their strike
      A map of the disputed banks
      The army of Eastmark denied that its boats had fired, according to a statement.
      Sign up for our newsletter
      © 2021 The Coast Courier. All rights reserved
      Terms of use
      """;

  @Test
  void copiedPageIsToldApart() {
    assertThat(lines(COPIED))
        .containsExactly(
            "boilerplate Sign in",
            "boilerplate Subscribe",
            "headline Ministers of Two Coasts Trade Blame as Island Talks Stall",
            "dek 'We will not sign under guns,' says envoy; mediators ask for a pause o",
            "byline By Mara Lindqvist and Tomas Adeyemi",
            "byline March 4, 2021 10:15 am IST",
            "caption Fishing boats lie idle at the harbour of Port Selene, Tuesday.",
            "credit AP/Joana Reis",
            "credit AP/Joana Reis",
            "boilerplate Fishing boats lie idle at the harbour of Port Selene, Tuesday. AP/Joan",
            "dateline PORT SELENE (AP) —",
            "body The foreign minister of Westmark said on Wednesday that his government",
            "body \"We have waited for two weeks,\" he told reporters. \"Nobody waits for e",
            "boilerplate Read more: Ten days that closed a harbour",
            "subheading What the mediators propose",
            "body A senior official of the mediating team said that both sides had the t",
            "boilerplate Related stories",
            "boilerplate Harbour pilots end their strike",
            "boilerplate A map of the disputed banks",
            "body The army of Eastmark denied that its boats had fired, according to a s",
            "boilerplate Sign up for our newsletter",
            "boilerplate © 2021 The Coast Courier. All rights reserved",
            "boilerplate Terms of use");
  }

  @Test
  void quotedSecondLineIsADek() {
    assertThat(
            lines(
                """
                Army Says Northern Road Is Open
                "No convoy was turned back," the spokesman insists as drivers tell another story.
                Drivers who came through the pass on Monday said that they had been held for six hours at a checkpoint.
                """))
        .element(1)
        .asString()
        .startsWith("body \"No convoy was turned back,\"");
    assertThat(
            lines(
                """
                Army Says Northern Road Is Open
                "No convoy was turned back on the northern road this week or the last."
                Drivers who came through the pass on Monday said that they had been held for six hours at a checkpoint.
                """))
        .anyMatch(line -> line.startsWith("dek \"No convoy"));
  }

  @Test
  void textWithoutHeadlineIsAllBody() {
    assertThat(
            lines(
                """
                The two delegations met for an hour on Sunday, and left by different doors.

                "It was frank," one of them said.
                """))
        .allMatch(line -> line.startsWith("body"));
  }

  @Test
  void wrappedLinesAreOneParagraph() {
    String text =
        """
        The two delegations met for an hour on Sunday in the old customs
        house at the harbour, and left by different doors. Neither side
        would say whether a second meeting had been agreed, or where it
        would be held.

        "It was frank," one of the delegates said on the stairs, before a
        guard closed the gate behind her.
        """;
    assertThat(new PartReader().read(text)).hasSize(2);
  }

  @Test
  void quotationsAreNotTakenForFurniture() {
    assertThat(
            lines(
                """
                Union Leaves the Table After Night of Talks
                The union's chair left the building at four in the morning and spoke to nobody there.
                "Share this," she said.
                "More."
                "By Monday we will know," the minister answered when he was asked about it.
                """))
        .filteredOn(line -> line.startsWith("boilerplate"))
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void partsOfAnyTextAreInOrderAndWithoutOverlap() {
    long seed = 20261122L;
    Random random = new Random(seed);
    String[] bits = {
      "\n",
      "\n\n",
      "\r\n",
      " ",
      "By ",
      "AP/",
      "Photo: ",
      "\u201c",
      "\u201d",
      "\"",
      "(",
      ")",
      "\u00a9 ",
      "\ud83d",
      "\0",
      "Read more",
      "said",
      "the minister",
      ".",
      "GENEVA (AP) \u2014 ",
      "March 3, 2020",
      "\u2028",
      "\u00a0",
      "x".repeat(200)
    };
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder();
      int n = random.nextInt(60);
      for (int i = 0; i < n; i++) {
        text.append(bits[random.nextInt(bits.length)]);
      }
      int last = 0;
      for (Part part : new PartReader().read(text.toString())) {
        assertThat(part.span().begin())
            .as("seed %d round %d", seed, round)
            .isGreaterThanOrEqualTo(last);
        assertThat(part.span().end())
            .isGreaterThan(part.span().begin())
            .isLessThanOrEqualTo(text.length());
        last = part.span().end();
      }
    }
  }

  private static List<String> lines(String text) {
    return new PartReader()
        .read(text).stream()
            .map(
                part -> {
                  String words = part.span().of(text).replace('\n', ' ');
                  return part.role().code()
                      + " "
                      + (words.length() > 70 ? words.substring(0, 70).strip() : words);
                })
            .collect(Collectors.toList());
  }
}
