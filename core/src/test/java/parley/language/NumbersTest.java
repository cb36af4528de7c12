package parley.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.language.Amount.Kind;

class NumbersTest {

  private static Amount only(String text) {
    List<Amount> found = Numbers.in(Texts.sentence(text));
    assertThat(found).as(text).hasSize(1);
    return found.get(0);
  }

  private static String words(String text, Amount amount) {
    return amount.span().of(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seven|7",
        "twenty-five|25",
        "twenty six|26",
        "a hundred|100",
        "a hundred and thirty|130",
        "two hundred five|205",
        "five thousand two hundred|5200",
        "fifteen hundred|1500",
        "three million two hundred thousand and six|3200006",
        "THIRTY-ONE|31",
        "half a dozen|6",
        "half a million|500000",
        "two dozen|24",
        "2,000|2000",
        "1,234,567|1234567",
        "2.5 million|2500000",
        "$3bn|3000000000",
        "2 1/2|2.5",
        "2½|2.5",
        "3/4|0.75",
        "one and a half|1.5",
        "two-and-a-half|2.5",
        "5 and a half|5.5",
        "30kg|30",
      })
  void numbersInFiguresAndWordsAreExact(String text, double value) {
    Amount amount = only(text);
    assertThat(amount.kind()).isEqualTo(Kind.EXACT);
    assertThat(amount.low()).isEqualTo(value);
    assertThat(amount.high()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "about thirty|ABOUT|30|30",
        "some 200|ABOUT|200|200",
        "an estimated 4,000|ABOUT|4000|4000",
        "thirty or so|ABOUT|30|30",
        "30-odd|ABOUT|30|30",
        "a couple|ABOUT|2|2",
        "at least thirty|AT_LEAST|30|Infinity",
        "more than 1,500|AT_LEAST|1500|Infinity",
        "no fewer than six|AT_LEAST|6|Infinity",
        "50+|AT_LEAST|50|Infinity",
        "ten or more|AT_LEAST|10|Infinity",
        "up to 40|AT_MOST|0|40",
        "as many as nine|AT_MOST|0|9",
        "no more than sixty|AT_MOST|0|60",
        "fewer than 12|AT_MOST|0|12",
        "between 20 and 30|RANGE|20|30",
        "from ten to fifteen|RANGE|10|15",
        "20-30|RANGE|20|30",
        "20–30|RANGE|20|30",
        "two or three|RANGE|2|3",
        "two to three million|RANGE|2000000|3000000",
        "about 20 to 30|RANGE|20|30",
        "several|VAGUE|3|Infinity",
        "a few hundred|VAGUE|200|Infinity",
        "dozens|VAGUE|24|Infinity",
        "tens of thousands|VAGUE|20000|Infinity",
        "hundreds of thousands|VAGUE|200000|Infinity",
        "more than several dozen|AT_LEAST|36|Infinity",
      })
  void amountsKeepWhatBlursOrBoundsThem(String text, Kind kind, double low, double high) {
    Amount amount = only(text);
    assertThat(words(text, amount)).isEqualTo(text);
    assertThat(amount.kind()).isEqualTo(kind);
    assertThat(amount.low()).isEqualTo(low);
    assertThat(amount.high()).isEqualTo(high);
  }

  @Test
  void theNumberInAnUndividedCompoundIsFoundWithinItsToken() {
    String text = "They offered a ten-day pause and 2,000 troops.";
    List<Amount> found = Numbers.in(Texts.sentence(text));
    assertThat(found).extracting(a -> words(text, a)).containsExactly("ten", "2,000");
    assertThat(found.get(0).begin()).isEqualTo(3);
    assertThat(found.get(0).end()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the 1980s",
        "the 5th floor",
        "an F16 jet",
        "an AK-47 rifle",
        "at 10am",
        "he scores often",
        "a house",
        "between them and others",
        "over there",
      })
  void namesDecadesAndTimesOfDayAreNoAmounts(String text) {
    assertThat(Numbers.in(Texts.sentence(text))).isEmpty();
  }

  @Test
  void aListOfNumbersIsNotOneNumber() {
    String text = "three two four, 12 13 and 9-3";
    assertThat(Numbers.in(Texts.sentence(text)))
        .extracting(a -> words(text, a))
        .containsExactly("three", "two", "four", "12", "13", "9", "3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"third|3", "21st|21", "twenty-first|21", "thirtieth|30", "fifty fifth|55"})
  void ordinalsAreRead(String text, double value) {
    Amount amount = Objects.requireNonNull(Numbers.ordinalAt(Pieces.of(Texts.sentence(text)), 0));
    assertThat(amount.low()).isEqualTo(value);
    assertThat(words(text, amount)).isEqualTo(text);
  }

  @Test
  void anyStringOfNumberWordsIsReadWithinItsBounds() {
    String[] vocabulary =
        ("a an one two twenty thirty hundred thousand million dozen and half few of tens scores "
                + "between to or - 1 22 333 , . / 4,000 1/2 + -odd up about at least ½ \uD83D \0")
            .split(" ");
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder("x");
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(random.nextInt(3) == 0 ? "" : " ")
            .append(vocabulary[random.nextInt(vocabulary.length)]);
      }
      Sentence sentence = Texts.sentence(text.toString());
      int last = 0;
      for (Amount amount : Numbers.in(sentence)) {
        assertThat(amount.span().begin())
            .as("seed %d: %s", seed, text)
            .isGreaterThanOrEqualTo(last);
        assertThat(amount.span().end()).isLessThanOrEqualTo(text.length());
        assertThat(amount.end()).isGreaterThan(amount.begin());
        last = amount.span().end();
      }
    }
  }
}
