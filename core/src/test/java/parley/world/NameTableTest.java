package parley.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTableTest {

  private final World world = World.shipped();

  @Test
  void aMinisterIsKnownByFullNameInAnySpellingOfItsAccents() {
    assertThat(world.codeOf("Wolfgang Schäuble")).isEqualTo("DEU");
    assertThat(world.codeOf("Finance Minister Wolfgang Schauble")).isEqualTo("DEU");
    assertThat(world.codeOf("Aaron David Miller")).isEqualTo("USA");
  }

  @Test
  void aSurnameOfTheLongListAloneTellsNothing() {
    assertThat(world.codeOf("Schäuble")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"officials.txt", "bodies.txt"})
  void everyLineIsFoundAndNamesAKnownState(String resource) {
    byte[][] before = {new byte[0]};
    NameTable table = resource.equals("bodies.txt") ? NameTable.bodies() : NameTable.officials();
    World.lines(
        resource,
        f -> {
          byte[] key = f[0].getBytes(StandardCharsets.UTF_8);
          assertThat(Arrays.compareUnsigned(before[0], key)).as(f[0]).isNegative();
          assertThat(World.key(f[0])).isEqualTo(f[0]);
          assertThat(table.codeOf(f[0])).isEqualTo(f[1]);
          assertThat(world.byCode(f[1]).isPresent() || List.of("UNO", "IGO").contains(f[1]))
              .as(f[1])
              .isTrue();
          before[0] = key;
        });
  }
}
