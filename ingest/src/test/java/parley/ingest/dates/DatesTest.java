package parley.ingest.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.text.Timestamp;

class DatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2019-11-19T07:09:00Z | 2019-11-19T07:09Z",
        "2019-11-19T07:09:00.123+0530 | 2019-11-19T07:09+05:30",
        "2019-11-19 07:09 | 2019-11-19T07:09",
        "2019-11-19 | 2019-11-19",
        "20191119T070900Z | 2019-11-19T07:09Z",
        "19 Nov 2019 07:09 GMT | 2019-11-19T07:09Z",
        "Tue, 19 Nov 2019 07:09:11 -0500 | 2019-11-19T07:09:11-05:00",
        "01:38:07 PM IST Nov 20, 2019 | 2019-11-20T13:38:07",
        "November 18, 2019 11:03 PM | 2019-11-18T23:03",
        "Published Nov. 19, 2019 5:50 PM PST | 2019-11-19T17:50-08:00",
        "25. September 2018 | 2018-09-25",
        "21 de junho de 2015 | 2015-06-21",
        "02 Ago 2017 | 2017-08-02",
        "24 сентября 2018 | 2018-09-24",
        "2016年12月1日 | 2016-12-01",
        "18.11.2019 21:17 | 2019-11-18T21:17",
        "23/08/2018 | 2018-08-23",
        "08/23/2018 | 2018-08-23",
        "1574147340 | 2019-11-19T07:09Z",
        "9th of March 1988 | 1988-03-09"
      })
  void formsInUse(String written, String iso) {
    assertThat(Dates.parse(written, Dates.Order.DAY_FIRST)).isEqualTo(Timestamp.parse(iso));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0001-01-01T00:00:00",
        "1970-01-01",
        "1 day ago",
        "version 3.10.2",
        "2019-13-45",
        "''",
        "call 555-0199"
      })
  void whatIsNoDate(String written) {
    assertThat(Dates.parse(written, Dates.Order.MONTH_FIRST)).isNull();
  }

  @Test
  void orderDecidesBetweenDayAndMonth() {
    assertThat(Dates.parse("03/04/2020", Dates.Order.MONTH_FIRST)).hasToString("2020-03-04");
    assertThat(Dates.parse("03/04/2020", Dates.Order.DAY_FIRST)).hasToString("2020-04-03");
  }

  @Test
  void anyStringIsReadWithoutAnException() {
    long seed = 7;
    Random random = new Random(seed);
    String bits = "0123456789:/-.T Z+,amp novdecst\u5e74\u6708\u65e5\u00a0";
    for (int i = 0; i < 20000; i++) {
      StringBuilder text = new StringBuilder();
      int n = random.nextInt(30);
      for (int k = 0; k < n; k++) {
        text.append(bits.charAt(random.nextInt(bits.length())));
      }
      Dates.parse(text.toString(), Dates.Order.DAY_FIRST);
    }
    assertThat(seed).isEqualTo(7);
  }
}
