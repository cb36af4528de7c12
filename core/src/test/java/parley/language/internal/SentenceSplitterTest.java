package parley.language.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {

  private static List<String> split(String text) {
    Tokens tokens = Tokenizer.tokenize(text, 0, text.length());
    int[] starts = SentenceSplitter.split(text, tokens);
    List<String> sentences = new ArrayList<>();
    for (int s = 0; s + 1 < starts.length; s++) {
      sentences.add(text.substring(tokens.begin(starts[s]), tokens.end(starts[s + 1] - 1)));
    }
    return sentences;
  }

  @Test
  void titlesAndInitialsDoNotEndSentences() {
    assertThat(split("Gen. J. P. Ortega met Dr. Lee. They talked."))
        .containsExactly("Gen. J. P. Ortega met Dr. Lee.", "They talked.");
  }

  @Test
  void abbreviationsMayEndSentences() {
    assertThat(split("It was 7 p.m. The guards left. They flew to the U.S. He stayed."))
        .containsExactly(
            "It was 7 p.m.", "The guards left.", "They flew to the U.S.", "He stayed.");
    assertThat(split("The U.S. Army left.")).containsExactly("The U.S. Army left.");
  }

  @Test
  void closingQuotesBelongToTheSentenceBefore() {
    assertThat(split("“We will not go.” She left. \"They must.\" He agreed."))
        .containsExactly("“We will not go.”", "She left.", "\"They must.\"", "He agreed.");
  }

  @Test
  void aQuestionIsOneSentenceWithItsSpeaker() {
    assertThat(split("“Will they sign?” the minister asked. Nobody knew."))
        .containsExactly("“Will they sign?” the minister asked.", "Nobody knew.");
    assertThat(split("\"Go!\" he shouted.")).containsExactly("\"Go!\" he shouted.");
  }

  @Test
  void emptyLinesAndHeadingsEndSentences() {
    assertThat(split("Talks resume\n\nThe two sides met"))
        .containsExactly("Talks resume", "The two sides met");
    assertThat(split("Background\nThe war began in May."))
        .containsExactly("Background", "The war began in May.");
    assertThat(
            split(
                "The two sides met for the third time this week in the capital of the republic and\n"
                    + "agreed on nothing."))
        .hasSize(1);
  }

  @Test
  void capitalsAreSplitLikeOtherText() {
    assertThat(split("THE ARMY LEFT. GEN. RUIZ SAID SO. NO. 5 STAYED."))
        .containsExactly("THE ARMY LEFT.", "GEN. RUIZ SAID SO.", "NO. 5 STAYED.");
  }

  @Test
  void endlessSentencesAreCut() {
    for (String sentence : split("word ".repeat(1000))) {
      assertThat(sentence.split(" ", -1)).hasSizeLessThanOrEqualTo(SentenceSplitter.LONGEST);
    }
  }
}
