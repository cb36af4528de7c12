package parley.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.link.SharedStatements.Shared;
import parley.link.SharedStatements.Version;

class SharedStatementsTest {

  private static Version version(String report, String day, String text) {
    return new Version(report, "s1", LocalDate.parse(day), SharedStatements.words(text));
  }

  @Test
  void theSameWordsInSeveralReportsAreOneStatementWithItsFirstAndWidestVersion() {
    Version shorter =
        version("r1", "2024-05-02", "“We will not leave the river before the winter ends”");
    Version first =
        version("r2", "2024-05-01", "We will not leave the river before the winter ends.");
    Version widest =
        version(
            "r3",
            "2024-05-03",
            "Let me be clear. We will not leave the river before the winter ends, and nobody can"
                + " make us.");
    Version other = version("r4", "2024-05-03", "The harbour belongs to those who work in it.");
    List<Shared> shared = SharedStatements.link(List.of(shorter, first, widest, other));
    assertThat(shared).hasSize(1);
    assertThat(shared.get(0).versions()).containsExactly(shorter, first, widest);
    assertThat(shared.get(0).first()).isEqualTo(first);
    assertThat(shared.get(0).widest()).isEqualTo(widest);
  }

  @Test
  void shortPhrasesThatManySayAreNotLinked() {
    assertThat(
            SharedStatements.same(
                SharedStatements.words("a great day"),
                SharedStatements.words("a great day for us")))
        .isFalse();
  }

  @Test
  void caseAccentsAndMarksDoNotMatter() {
    assertThat(
            SharedStatements.same(
                SharedStatements.words("The café’s OWNER said no to all of it"),
                SharedStatements.words("the cafe's owner said no, to all of it!")))
        .isTrue();
  }

  @Test
  void twiceInOneReportIsNotShared() {
    Version one = version("r1", "2024-05-02", "We will not leave the river before winter.");
    assertThat(SharedStatements.link(List.of(one, one))).isEmpty();
  }
}
