package parley.extract.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parley.extract.Reader;
import parley.extract.parts.PartReader;
import parley.language.ModelReader;
import parley.record.Anchor;
import parley.record.Statement;
import parley.text.Metadata;
import parley.text.Report;

/** Communiqués and letters: one statement as a whole, and those that stand in it. */
class WholeTextTest {

  private static final Reader READER = new Reader(ModelReader.shipped());

  private static List<Statement> read(String text) {
    return READER
        .read(Report.ofText(Metadata.builder().build(), text, new PartReader().read(text)))
        .statements();
  }

  private static String words(List<Anchor> anchors) {
    return anchors.stream().map(Anchor::text).collect(Collectors.joining(" / "));
  }

  private static List<Statement> whole(String text) {
    return read(text).stream()
        .filter(s -> s.provenance().rule().equals("statement.whole-text"))
        .toList();
  }

  @Test
  void jointStatementIsOneStatementOfThoseWhoIssuedIt() {
    String text =
        """
        Joint statement by the foreign ministries of Norland and Sudmark on the river talks

        The two ministries welcome the reopening of the ferry at Halden.

        They call on all sides to keep the truce. The Norland ministry said it will send observers.

        The ministries will meet again in June.
        """;
    List<Statement> found = read(text);
    Statement whole = found.get(0);
    assertThat(whole.provenance().rule()).isEqualTo("statement.whole-text");
    assertThat(whole.kind()).isEqualTo(Statement.Kind.DIRECT);
    assertThat(words(whole.source())).isEqualTo("the foreign ministries of Norland and Sudmark");
    assertThat(words(whole.cue())).isEqualTo("statement");
    assertThat(words(whole.content()))
        .startsWith("The two ministries welcome")
        .endsWith("again in June.");
    assertThat(found)
        .anySatisfy(
            s -> {
              assertThat(words(s.content())).contains("send observers");
              assertThat(s.within()).isEqualTo(whole.id());
            });
  }

  @Test
  void issuerMayStandBeforeAColon() {
    Statement whole =
        whole(
                """
                Ministry of Foreign Affairs of Norland: official statement

                Norland condemns the shelling of Halden and asks for an inquiry.

                It stands by the truce of 4 May.
                """)
            .get(0);
    assertThat(words(whole.source())).isEqualTo("Ministry of Foreign Affairs of Norland");
  }

  @Test
  void letterIsItsSignatorysFromSalutationToClosing() {
    Statement whole =
        whole(
                """
                An open letter to the river commission

                Dear members of the commission,

                We live beside the ferry and ask you to reopen it before winter.

                Our children cross the ice to go to school.

                Yours sincerely,

                Anna Petrova, for the villagers of Halden
                """)
            .get(0);
    assertThat(whole.mode()).isEqualTo("wrote");
    assertThat(words(whole.source())).isEqualTo("Anna Petrova, for the villagers of Halden");
    assertThat(words(whole.content())).startsWith("We live beside").endsWith("go to school.");
  }

  @Test
  void wireHeadsCommuniquesInBrackets() {
    Statement whole =
        whole(
                """
                HALDEN, 4 MAY 91 (RADIO RIVER) -- [COMMUNIQUE] [RIVER PEOPLE'S FRONT] [TEXT] TO THE PEOPLE OF NORLAND: WE DENOUNCE THE SHELLING OF THE FERRY.

                OUR FORCES WILL KEEP THE TRUCE.

                [SIGNED] RIVER PEOPLE'S FRONT GENERAL COMMAND
                """)
            .get(0);
    assertThat(words(whole.source())).isEqualTo("RIVER PEOPLE'S FRONT");
    assertThat(words(whole.content()))
        .startsWith("TO THE PEOPLE OF NORLAND")
        .endsWith("KEEP THE TRUCE.");
  }

  @Test
  void wireHeadsSpeechesWithWhoSpeaksAndHow() {
    Statement whole =
        whole(
                """
                HALDEN, 4 MAY 91 (RADIO RIVER) -- [SPEECH] [PRESIDENT OLAF BREKKE, IN PROGRESS] [TEXT] FELLOW CITIZENS: THE TRUCE STANDS.

                I THANK ALL WHO KEPT IT.
                """)
            .get(0);
    assertThat(words(whole.source())).isEqualTo("PRESIDENT OLAF BREKKE");
    assertThat(words(whole.content())).startsWith("FELLOW CITIZENS").endsWith("WHO KEPT IT.");
  }

  @Test
  void reportsAboutStatementsAndLettersAreNone() {
    assertThat(
            whole(
                """
                Statement by rebels angers the government of Norland

                The government said on Monday that it would not talk.

                A spokesman called the statement an insult.
                """))
        .isEmpty();
    assertThat(
            whole(
                """
                Minister's letter leaked

                “Dear colleague, I resign,” the minister wrote on Monday.

                Her office did not comment.
                """))
        .isEmpty();
  }
}
