package parley.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoardCsvTest {

  @Test
  void whatASpreadsheetWouldRunIsMadeText() {
    assertThat(BoardCsv.field("=1+1")).isEqualTo("'=1+1");
    assertThat(BoardCsv.field("-cmd|x")).isEqualTo("'-cmd|x");
    assertThat(BoardCsv.field(-3)).isEqualTo("-3");
  }

  @Test
  void fieldsWithCommasQuotesOrLinesAreQuoted() {
    assertThat(BoardCsv.field("a, \"b\"")).isEqualTo("\"a, \"\"b\"\"\"");
    assertThat(BoardCsv.field("a\nb")).isEqualTo("\"a\nb\"");
    assertThat(BoardCsv.field(null)).isEmpty();
  }
}
