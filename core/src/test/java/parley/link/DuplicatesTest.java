package parley.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parley.text.Metadata;
import parley.text.Part;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;

class DuplicatesTest {

  private final Duplicates duplicates = new Duplicates();

  private Duplicates.Match found(Report report) {
    return Objects.requireNonNull(duplicates.add(report), "nothing was found");
  }

  private static String words(long seed, int n) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < n; i++) {
      text.append("w").append(random.nextInt(900)).append(' ');
    }
    return text.toString().strip();
  }

  private static Report report(@Nullable String source, String url, String text) {
    return Report.ofText(
        Metadata.builder().source(source).url(url).build(),
        text,
        List.of(new Part(PartRole.BODY, new Span(0, text.length()))));
  }

  @Test
  void theSameTextAtAnotherOutletIsADuplicate() {
    Report first = report("Courier", "http://localhost/1", words(1, 300));
    Report copy = report("Ledger", "http://localhost/2", words(1, 300).replace(' ', '\n'));
    assertThat(duplicates.add(first)).isNull();
    Duplicates.Match match = found(copy);
    assertThat(match).isEqualTo(new Duplicates.Match(first.id(), 1, false));
    assertThat(match.link(copy).metadata().duplicateOf()).isEqualTo(first.id());
    assertThat(match.link(copy).metadata().versionOf()).isNull();
  }

  @Test
  void anEditedTextOfTheSameOutletIsAVersionAndOfAnotherADuplicate() {
    Report first = report("Courier", "http://localhost/1", words(1, 300));
    String edited = words(1, 300).replace("w7 ", "changed ") + " and a correction at the end";
    assertThat(duplicates.add(first)).isNull();
    Report version = report("Courier", "http://localhost/1", edited);
    Duplicates.Match own = found(version);
    assertThat(own.link(version).metadata().versionOf()).isEqualTo(first.id());
    Report wire = report("Ledger", "http://localhost/9", edited.substring(0, 900));
    Duplicates.Match other = found(wire);
    assertThat(other.link(wire).metadata().duplicateOf()).isNotNull();
  }

  @Test
  void oneReportGivenTwiceIsNoDuplicateOfItself() {
    Report first = report("Courier", "http://localhost/1", words(1, 300));
    assertThat(duplicates.add(first)).isNull();
    assertThat(duplicates.add(first)).isNull();
  }

  @Test
  void shortTextsRepeatOnlyIfEqual() {
    duplicates.add(report("A", "http://localhost/1", "The talks were put off until Monday."));
    assertThat(
            duplicates.add(
                report("B", "http://localhost/2", "The talks were put off until Tuesday.")))
        .isNull();
    assertThat(
            duplicates.add(
                report("B", "http://localhost/3", "the talks were put off  until Monday")))
        .isNotNull();
  }

  @Test
  void othersAreToldApartAmongThousands() {
    for (int i = 0; i < 3000; i++) {
      assertThat(duplicates.add(report("A" + i, "http://localhost/" + i, words(i, 120)))).isNull();
    }
    Report cut = report("B", "http://localhost/x", words(1234, 120).substring(0, 350));
    Duplicates.Match match = found(cut);
    assertThat(match.id())
        .isEqualTo(report("A1234", "http://localhost/1234", words(1234, 120)).id());
  }
}
