package parley.extract.times;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.language.AnalysedReport;
import parley.language.Sentence;
import parley.language.Texts;
import parley.record.TimeExpression;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;
import parley.text.Timestamp;

/** Read without tags or trees: the words alone must do. 1988-08-09 is a Tuesday. */
class TimeReaderTest {

  private static List<TimeExpression> read(String text, @Nullable String published) {
    List<Part> parts = new ArrayList<>();
    List<Sentence> sentences = new ArrayList<>();
    int begin = 0;
    for (String line : text.split("\n", -1)) {
      if (!line.isBlank()) {
        parts.add(new Part(PartRole.BODY, new Span(begin, begin + line.length())));
        sentences.add(Texts.sentence(text, begin, begin + line.length()));
      }
      begin += line.length() + 1;
    }
    Metadata.Builder metadata = Metadata.builder();
    if (published != null) {
      metadata.published(Timestamp.parse(published));
    }
    Report report = Report.ofText(metadata.build(), text, parts);
    return new TimeReader().read(new AnalysedReport(report, sentences));
  }

  private static String shown(String text, @Nullable String published) {
    StringBuilder shown = new StringBuilder();
    for (TimeExpression time : read(text, published)) {
      shown
          .append(shown.length() == 0 ? "" : "; ")
          .append(time.anchor().text())
          .append(" = ")
          .append(time.type())
          .append(' ')
          .append(time.value());
    }
    return shown.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "She left on Monday|Monday = DATE 1988-08-08",
        "They will leave on Monday|Monday = DATE 1988-08-15",
        "He spoke Tuesday|Tuesday = DATE 1988-08-09",
        "He spoke last Tuesday|last Tuesday = DATE 1988-08-02",
        "the envoy arrived Friday night|Friday night = TIME 1988-08-05TNI",
        "a truce until Friday|Friday = DATE 1988-08-12",
        "yesterday|yesterday = DATE 1988-08-08",
        "They met this morning|this morning = TIME 1988-08-09TMO",
        "last night|last night = TIME 1988-08-08TNI",
        "last week|last week = DATE 1988-W31",
        "next month|next month = DATE 1988-09",
        "this year|this year = DATE 1988",
        "earlier this year|earlier this year = DATE 1988",
        "late last month|late last month = DATE 1988-07",
        "in the summer of 1987|the summer of 1987 = DATE 1987-SU",
        "last autumn|last autumn = DATE 1987-FA",
        "the end of the year|the end of the year = DATE 1988",
        "It was in mid-October|mid-October = DATE 1987-10",
        "the second quarter of 1986|the second quarter of 1986 = DATE 1986-Q2",
        "two weeks ago|two weeks ago = DATE 1988-W30",
        "ten days ago|ten days ago = DATE 1988-07-30",
        "three years ago|three years ago = DATE 1985",
        "several months ago|several months ago = DATE PAST_REF",
      })
  void datesAreSeenFromTheReportsDate(String text, String expected) {
    assertThat(shown(text, "1988-08-09")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "March 3, 1985|March 3, 1985 = DATE 1985-03-03",
        "on Aug. 10|Aug. 10 = DATE 1988-08-10",
        "on 3 March|3 March = DATE 1988-03-03",
        "20 Aug 88|20 Aug 88 = DATE 1988-08-20",
        "[Text] 7 JAN 90 --|7 JAN 90 = DATE 1990-01-07",
        "the 5th of October 1984|the 5th of October 1984 = DATE 1984-10-05",
        "Friday, August 12|Friday, August 12 = DATE 1988-08-12",
        "on 22 and 23 July|22 = DATE 1988-07-22; 23 July = DATE 1988-07-23",
        "on July 24 and 25.|July 24 = DATE 1988-07-24; 25 = DATE 1988-07-25",
        "in early May.|early May = DATE 1988-05",
        "in October 1984|October 1984 = DATE 1984-10",
        "since 1979|1979 = DATE 1979",
        "in the 1960s|the 1960s = DATE 196",
        "the late 20th century|the late 20th century = DATE 19",
        "on 2013-03-22|2013-03-22 = DATE 2013-03-22",
        "on 22/03/2013|22/03/2013 = DATE 2013-03-22",
        "nineteen eighty-four|nineteen eighty-four = DATE 1984",
        "March last year|March last year = DATE 1987-03",
        "IN JUNE 1986|JUNE 1986 = DATE 1986-06",
      })
  void calendarDatesAreReadInEveryForm(String text, String expected) {
    assertThat(shown(text, "1988-08-09")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a ten-day pause|ten-day = DURATION P10D",
        "a two-and-a-half-year war|two-and-a-half-year = DURATION P2Y6M",
        "two and a half hours|two and a half hours = DURATION PT2H30M",
        "for nearly an hour|nearly an hour = DURATION PT1H",
        "more than 18 months|more than 18 months = DURATION P18M",
        "the past three weeks|the past three weeks = DURATION P3W",
        "half an hour|half an hour = DURATION PT30M",
        "two decades|two decades = DURATION P20Y",
        "for years|years = DURATION PXY",
        "several days|several days = DURATION PXD",
        "two hours and 30 minutes|two hours and 30 minutes = DURATION PT2H30M",
        "a month-long siege|month-long = DURATION P1M",
        "30 seconds|30 seconds = DURATION PT30S",
        "every day|every day = SET P1D",
        "every Monday|every Monday = SET XXXX-WXX-1",
        "twice a week|a week = SET P1W",
        "daily|daily = SET P1D",
        "now|now = DATE PRESENT_REF",
        "in the near future|the near future = DATE FUTURE_REF",
      })
  void lengthsSetsAndVagueTimesHaveValues(String text, String expected) {
    assertThat(shown(text, "1988-08-09")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at 10:35 a.m. Tuesday|10:35 a.m. Tuesday = TIME 1988-08-09T10:35",
        "at 0700 GMT|0700 GMT = TIME 1988-08-09T07:00Z",
        "exploded at 0300 today|0300 today = TIME 1988-08-09T03:00",
        "shortly before 1700|1700 = TIME 1988-08-09T17:00",
        "at about 2115 (0315 GMT)|2115 = TIME 1988-08-09T21:15; 0315 GMT = TIME 1988-08-09T03:15Z",
        "at 5pm|5pm = TIME 1988-08-09T17:00",
        "seven o'clock in the evening|seven o'clock in the evening = TIME 1988-08-09T19:00",
        "noon Saturday|noon Saturday = TIME 1988-08-06T12:00",
      })
  void timesOfDayTakeTheDayBesideThem(String text, String expected) {
    assertThat(shown(text, "1988-08-09")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "On March 3 they met and two days later they signed|1988-03-05",
        "On March 3 they met. The following day they signed|1988-03-04",
        "It began in 1984. A year earlier nobody knew|1983",
        "On 12 May they left. That day the town fell|1988-05-12",
      })
  void narratedTimeRunsFromTheDateNamedLast(String text, String last) {
    List<TimeExpression> times = read(text, "1988-08-09");
    assertThat(times.get(times.size() - 1).value()).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({
    "a 52-year-old farmer",
    "a girl aged three",
    "they may march on the town",
    "2,000 troops",
    "a second man",
    "the fall of the town",
    "The fall from grace",
    "Villa del MAR.",
    "in the Sunday Times",
    "$1,990",
    "the 82nd brigade"
  })
  void whatOnlyLooksLikeATimeIsLeft(String text) {
    assertThat(shown(text, "1988-08-09")).isEmpty();
  }

  @Test
  void theReportsDateIsFoundInItsFirstLines() {
    String text = "PORT REALE, 20 AUG 88 -- The rebels freed two men on Friday.\nThey left today.";
    assertThat(shown(text, null))
        .isEqualTo(
            "20 AUG 88 = DATE 1988-08-20; Friday = DATE 1988-08-19; today = DATE 1988-08-20");
  }

  @Test
  void withoutADateWhatIsOpenStaysOpen() {
    assertThat(shown("They met on Monday and will meet in May, or today", null))
        .isEqualTo("Monday = DATE XXXX-WXX-1; May = DATE XXXX-05; today = DATE PRESENT_REF");
  }

  @Test
  void anyMixtureOfTimeWordsIsReadInOrderAndWithinTheText() {
    String[] words =
        ("the last next this early late mid - of end year years day two ten a and half ago later "
                + "quarter third fiscal Monday May March 3 31 1988 '80s 88 10 : 35 a.m. pm GMT , . "
                + "/ weeks weekend Christmas Day now every each billion 99999999999999 from before "
                + "0 00 \u0000 \uD800 second seconds the the year-ago summer fall noon o'clock old")
            .split(" ");
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 5000; round++) {
      StringBuilder text = new StringBuilder("x");
      for (int i = random.nextInt(15); i >= 0; i--) {
        text.append(random.nextInt(4) == 0 ? "" : " ").append(words[random.nextInt(words.length)]);
      }
      String published = random.nextBoolean() ? "1988-02-29" : null;
      int last = 0;
      for (TimeExpression time : read(text.toString(), published)) {
        assertThat(time.anchor().span().begin())
            .as("seed %d: %s", seed, text)
            .isGreaterThanOrEqualTo(last);
        last = time.anchor().span().end();
      }
    }
  }

  @Test
  void aMillionModifiersAreReadWithoutDeepRecursion() {
    for (String word :
        new String[] {
          "late ", "the ", "the end of ", "two hours and ", "1 ", "last ", "Monday ", "in May "
        }) {
      String text = word.repeat(60_000) + "Monday";
      assertThat(read(text, "1988-08-09")).isNotNull();
    }
  }
}
