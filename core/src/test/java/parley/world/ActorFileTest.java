package parley.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ActorFileTest {

  private static final ActorFile KNOWN =
      ActorFile.of(
          List.of(
              new ActorFile.Entry("Ana Ruíz", List.of("A. Ruiz"), true, "Q1"),
              new ActorFile.Entry("Pedro Salas", List.of(), true, "Q2"),
              new ActorFile.Entry("Pedro Salas", List.of(), true, "Q3"),
              new ActorFile.Entry("United Nations", List.of(), false, "Q1065"),
              new ActorFile.Entry("Orsania Defence Organisation", List.of("ODO"), null, "Q5")),
          "test");

  @Test
  void namesAreComparedWithoutCaseAndAccents() {
    assertThat(KNOWN.of("ANA RUIZ", true)).containsExactly("Q1");
    assertThat(KNOWN.of("A. Ruiz", true)).containsExactly("Q1");
    assertThat(KNOWN.of("Ana", true)).isEmpty();
  }

  @Test
  void aPersonIsNoOrganisation() {
    assertThat(KNOWN.of("Ana Ruíz", false)).isEmpty();
    assertThat(KNOWN.of("United Nations", true)).isEmpty();
  }

  @Test
  void aNameOfTwoTellsBoth() {
    assertThat(KNOWN.of("Pedro Salas", true)).containsExactlyInAnyOrder("Q2", "Q3");
  }

  @Test
  void aKnownOrganisationIsFoundByAnyOfItsNames() {
    assertThat(KNOWN.of("UN", false)).containsExactly("Q1065");
    assertThat(KNOWN.of("the Orsania Defense Organization", false)).containsExactly("Q5");
  }
}
