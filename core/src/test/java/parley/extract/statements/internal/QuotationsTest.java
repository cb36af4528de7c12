package parley.extract.statements.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import parley.text.Span;

class QuotationsTest {

  private static List<Span> paragraphs(String text) {
    List<Span> result = new ArrayList<>();
    int begin = 0;
    while (begin < text.length()) {
      int end = text.indexOf('\n', begin);
      end = end < 0 ? text.length() : end;
      if (end > begin) {
        result.add(new Span(begin, end));
      }
      begin = end + 1;
    }
    return result;
  }

  /** Each quotation as its stretches joined by " / ". */
  private static List<String> read(String text) {
    return Quotations.in(text, paragraphs(text)).stream()
        .map(
            q ->
                String.join(
                    " / ", q.stretches().stream().map(stretch -> stretch.of(text)).toList()))
        .toList();
  }

  @Test
  void straightMarksPairWithinAParagraph() {
    assertThat(read("\"We will talk,\" she said. \"Tomorrow.\""))
        .containsExactly("\"We will talk,\"", "\"Tomorrow.\"");
  }

  @Test
  void curlyLowAndAngledMarksPair() {
    assertThat(read("He called it “a trap” and «a bluff» and „ein Spiel“ too."))
        .containsExactly("“a trap”", "«a bluff»", "„ein Spiel“");
  }

  @Test
  void apostrophesAreNoQuotationMarks() {
    assertThat(
            read("The miners' union didn't sign in '89; 'tis the owners' fault, they don’t say."))
        .isEmpty();
  }

  @Test
  void singleMarksQuoteWhereTheyOpenAndClose() {
    assertThat(read("‘We’re ready,’ the envoy said. He said the workers’ plan was ‘fine’."))
        .containsExactly("‘We’re ready,’", "‘fine’");
    assertThat(read("'The drivers' pay was cut,' the union said."))
        .containsExactly("'The drivers' pay was cut,'");
  }

  @Test
  void whatIsQuotedInsideAQuotationBelongsToIt() {
    assertThat(read("“She told me ‘never again’ twice,” he said."))
        .containsExactly("“She told me ‘never again’ twice,”");
    assertThat(read("\"She told me 'never again' twice,\" he said."))
        .containsExactly("\"She told me 'never again' twice,\"");
  }

  @Test
  void quotationOverThreeParagraphsIsOneQuotation() {
    assertThat(read("He said: “First.\n“Second.\n“Third.”\nThen he left."))
        .containsExactly("“First. / “Second. / “Third.”");
    assertThat(read("He said: \"First.\n\"Second.\n\"Third.\"\nThen he left."))
        .containsExactly("\"First. / \"Second. / \"Third.\"");
  }

  @Test
  void paragraphThatForgotToOpenAnewStillCloses() {
    assertThat(read("He said: “First.\nSecond.” Then he left."))
        .containsExactly("“First. / Second.”");
  }

  @Test
  void openingMarkWithoutClosingOneHoldsToTheEndOfItsParagraph() {
    assertThat(read("She said “we will go.\nThe next day she went."))
        .containsExactly("“we will go.");
  }

  @Test
  void openingMarkAfterAnOpeningOneEndsTheFirst() {
    assertThat(read("He said “one. She said “two,” and left."))
        .containsExactly("“one. She said", "“two,”");
  }

  @Test
  void closingMarkAloneQuotesFromTheStartOfTheParagraph() {
    assertThat(read("We will go,” she said.")).containsExactly("We will go,”");
  }

  @Test
  void inchMarksAndLoneMarksEndWithTheirParagraph() {
    assertThat(read("A 6\" pipe broke.\nNothing else happened.")).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void aMillionMarksAreReadInOnePass() {
    for (String mark : List.of("\"", "“", "”", "'", "‘a", "'a ", " \"a", "“\n")) {
      String text = mark.repeat(1_000_000 / mark.length());
      List<Quotation> found = Quotations.in(text, paragraphs(text));
      assertThat(found.size()).isLessThanOrEqualTo(1_000_000);
    }
  }

  @Test
  void stretchesAscendWithoutOverlapInAnyText() {
    long seed = 20261122;
    SplittableRandom random = new SplittableRandom(seed);
    String[] pieces = {
      "\"", "“", "”", "'", "’", "‘", "«", "»", "„", " ", "a", "s", ".", ",", "\n", "\ud800", "—",
      "("
    };
    for (int round = 0; round < 3_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(40);
      for (int i = 0; i < length; i++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      String string = text.toString();
      int last = 0;
      for (Quotation q : Quotations.in(string, paragraphs(string))) {
        for (Span stretch : q.stretches()) {
          assertThat(stretch.begin())
              .as("seed %d, round %d, text %s", seed, round, string)
              .isGreaterThanOrEqualTo(last);
          assertThat(stretch.isEmpty()).isFalse();
          assertThat(stretch.end()).isLessThanOrEqualTo(string.length());
          last = stretch.end();
        }
      }
    }
  }
}
