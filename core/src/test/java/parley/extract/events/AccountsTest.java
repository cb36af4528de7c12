package parley.extract.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parley.record.Anchor;
import parley.record.Provenance;
import parley.record.Statement;
import parley.text.Metadata;
import parley.text.PartRole;
import parley.text.Report;
import parley.text.Span;

class AccountsTest {

  private static final Report REPORT =
      Report.ofText(Metadata.builder().build(), "x".repeat(60), List.of());

  private static Statement statement(String id, Span... contents) {
    return new Statement(
        id,
        Statement.Kind.INDIRECT,
        "said",
        null,
        List.of(),
        List.of(),
        Anchor.in(REPORT, List.of(contents)),
        null,
        null,
        null,
        PartRole.BODY,
        false,
        false,
        null,
        Provenance.of("test", 1));
  }

  @Test
  void theInnermostStatementTellsWhatStandsInIt() {
    Accounts accounts =
        new Accounts(
            List.of(
                statement("s1", new Span(0, 20), new Span(30, 40)),
                statement("s2", new Span(5, 15)),
                statement("s3", new Span(5, 15))));
    assertThat(accounts.at(new Span(6, 8))).isEqualTo("s2");
    assertThat(accounts.at(new Span(14, 17))).isEqualTo("s1");
    assertThat(accounts.at(new Span(32, 33))).isEqualTo("s1");
    assertThat(accounts.at(new Span(22, 25))).isNull();
    assertThat(accounts.at(new Span(18, 32))).isNull();
  }

  /** The plain way: look at every content, in order, for the shortest. */
  private static @Nullable String plainly(List<Statement> statements, Span span) {
    String found = null;
    int length = Integer.MAX_VALUE;
    for (Statement s : statements) {
      for (Anchor c : s.content()) {
        if (c.span().contains(span) && c.span().length() < length) {
          found = s.id();
          length = c.span().length();
        }
      }
    }
    return found;
  }

  @Test
  void answersAsLookingAtEveryContentWould() {
    long seed = Long.getLong("parley.seed", 20261122);
    System.out.println("answersAsLookingAtEveryContentWould: -Dparley.seed=" + seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 300; round++) {
      List<Statement> statements = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int begin = random.nextInt(50);
        statements.add(
            statement("s" + i, new Span(begin, begin + 1 + random.nextInt(60 - begin - 1))));
      }
      Accounts accounts = new Accounts(statements);
      for (int k = 0; k < 20; k++) {
        int begin = random.nextInt(58);
        Span span = new Span(begin, begin + 1 + random.nextInt(2));
        String found = accounts.at(span);
        String plain = plainly(statements, span);
        assertThat(found).as("%s in %s", span, statements).isEqualTo(plain);
      }
    }
  }
}
