package parley.extract.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.extract.events.Trigger.Condition;

class TriggerBookTest {

  private static final Set<String> PLOVER =
      Set.of(
          "AGREE",
          "CONSULT",
          "SUPPORT",
          "COOPERATE",
          "AID",
          "CONCEDE",
          "REQUEST",
          "ACCUSE",
          "REJECT",
          "THREATEN",
          "PROTEST",
          "SANCTION",
          "MOBILIZE",
          "COERCE",
          "ASSAULT",
          "RETREAT");

  @Test
  void shippedCodebookNamesPloversSixteenTypesAndNoOther() {
    TriggerBook book = TriggerBook.shipped();
    Set<String> types = new java.util.HashSet<>();
    for (String word : book.words()) {
      book.of(word).forEach(trigger -> types.add(trigger.type()));
    }
    assertThat(types).isEqualTo(PLOVER);
  }

  @Test
  void conditionsTakeClassesAndSeveralWords() {
    TriggerBook book =
        TriggerBook.parse(
            List.of(
                "@aid = food tent",
                "AID/x | v | send | obj=@aid water noobj !prep=with,by | to iobj+"));
    Trigger trigger = book.of("send").get(0);
    assertThat(trigger.conditions())
        .containsExactly(
            new Condition(Condition.Kind.OBJECT, true, List.of("food", "tent", "water")),
            new Condition(Condition.Kind.NO_OBJECT, true, List.of()),
            new Condition(Condition.Kind.PREPOSITION, false, List.of("with", "by")));
    assertThat(trigger.slots()).containsExactly("to", "iobj");
    assertThat(trigger.reciprocal()).isTrue();
    assertThat(trigger.mode()).isEqualTo("x");
  }

  @Test
  void aWrongLineIsNamed() {
    assertThatThrownBy(() -> TriggerBook.parse(List.of("", "AID | v | send | obj=@none | to")))
        .hasMessageContaining("line 2")
        .hasMessageContaining("no class @none");
    assertThatThrownBy(() -> TriggerBook.parse(List.of("AID | q | send | | to")))
        .hasMessageContaining("line 1")
        .hasMessageContaining("class is v, n or a");
  }
}
