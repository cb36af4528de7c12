package parley.extract.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PersonNameTest {

  private static PersonName name(String words) {
    return PersonName.of(Arrays.asList(words.split(" ", -1)), Gender.UNKNOWN, Lexicon.shipped());
  }

  @Test
  void initialsNicknamesAndFurtherSurnamesMatch() {
    assertThat(name("B. Obama").matches(name("Barack Obama"))).isTrue();
    assertThat(name("Bill Clinton").matches(name("William Clinton"))).isTrue();
    assertThat(name("Juan Santos").matches(name("Juan Manuel Santos Calderon"))).isTrue();
    assertThat(name("Muammar al-Qadhafi").matches(name("Muammar Gaddafi"))).isTrue();
  }

  @Test
  void otherFirstNamesDoNot() {
    assertThat(name("Hafez al-Assad").matches(name("Bashar al-Assad"))).isFalse();
    assertThat(name("Raúl Castro").matches(name("Fidel Castro"))).isFalse();
    assertThat(name("Mrs. Hillary Clinton").matches(name("Bill Clinton"))).isFalse();
  }

  @Test
  void titlesAreNoPartOfTheName() {
    assertThat(name("President Barack Obama").words()).containsExactly("barack", "obama");
    assertThat(name("Mrs. Clinton").gender()).isEqualTo(Gender.FEMALE);
  }
}
