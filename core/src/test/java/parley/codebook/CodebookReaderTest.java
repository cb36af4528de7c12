package parley.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CodebookReaderTest {

  private static final String SMALL =
      """
      codebook: small
      version: "1"
      title: Small
      language: en
      extends: conflict-talks
      issues:
        - {code: pay, label: Pay, definition: Wages., triggers: [wage, "pay rise"]}
        - {code: other, label: Other, definition: The rest., triggers: []}
      """;

  @Test
  void everyShippedCodebookIsSound() {
    for (String id : CodebookReader.SHIPPED) {
      Codebook codebook = CodebookReader.shipped(id);
      assertThat(codebook.id()).isEqualTo(id);
      assertThat(codebook.stances()).extracting(StanceEntry::code).isEqualTo(Codebook.STANCES);
      assertThat(new HashSet<>(codebook.issueCodes())).hasSameSizeAs(codebook.issueCodes());
      assertThat(codebook.issue(Codebook.OTHER)).isPresent();
    }
  }

  @Test
  void theFirstEditionHasTheSpecsIssues() {
    assertThat(CodebookReader.conflictTalks().issueCodes())
        .containsExactly(
            "captives",
            "prisoners",
            "ceasefire",
            "operations",
            "withdrawal",
            "disarmament",
            "aid",
            "territory",
            "security",
            "government",
            "elections",
            "constitution",
            "amnesty",
            "justice",
            "return",
            "sanctions",
            "recognition",
            "talks",
            "money",
            "other");
  }

  @Test
  void stancesAndWordsComeFromTheCodebookThatIsExtended() {
    Codebook small = Objects.requireNonNull(CodebookReader.read(SMALL).codebook());
    assertThat(small.stances()).isEqualTo(CodebookReader.conflictTalks().stances());
    assertThat(small.wordsOf("end")).contains("cease");
    assertThat(small.issueCodes()).containsExactly("pay", "other");
  }

  @Test
  void aProblemNamesLineAndKey() {
    String faulty = SMALL.replace("label: Pay, ", "").replace("language: en", "language: english");
    assertThat(problems(faulty))
        .containsExactly(
            "line 4, language: give an ISO 639-1 code such as en",
            "line 7, issues[0].label: missing");
  }

  @Test
  void anUnknownKeyIsToldWithThoseThatAreKnown() {
    assertThat(problems(SMALL.replace("title:", "name:")))
        .anyMatch(p -> p.startsWith("line 3, name: unknown key; known are [codebook,"));
  }

  @Test
  void aCodeGivenTwiceNamesBothLines() {
    assertThat(problems(SMALL.replace("code: other", "code: pay")))
        .contains("line 8, issues[1].code: 'pay' stands in line 7 already");
  }

  @Test
  void parentsInACircleAreAProblem() {
    assertThat(problems(SMALL.replace("label: Pay", "parent: pay, label: Pay")))
        .containsExactly("line 7, issue pay.parent: its parents run in a circle");
  }

  @Test
  void brokenYamlNamesItsLine() {
    assertThat(problems("codebook: a\nissues: [one\ntitle: x\n"))
        .singleElement()
        .asString()
        .startsWith("line 3: not YAML");
    assertThat(problems("")).containsExactly("line 1: the file is empty");
  }

  @Test
  void deepNestingIsAProblemAndNoCrash() {
    assertThat(problems("a: " + "[".repeat(100_000))).hasSize(1);
    assertThat(problems("a: &x [1]\nb: *x\n")).isNotEmpty();
  }

  private static List<String> problems(String yaml) {
    CodebookReader.Result result = CodebookReader.read(yaml);
    assertThat(result.codebook()).isNull();
    return result.problems().stream().map(CodebookProblem::toString).toList();
  }
}
