package parley.ingest.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.world.ActorFile;

class ActorListTest {

  @TempDir private Path dir;

  private final List<String> told = new ArrayList<>();

  private ActorFile open(String text) throws IOException {
    return ActorList.open(Files.writeString(dir.resolve("list"), text), told::add);
  }

  @Test
  void aTableByTabsIsRead() throws IOException {
    ActorFile known =
        open(
            "name\taliases\tkind\tid\n# ours\nAna Ruiz\tA. Ruiz|Anita Ruiz\tperson\tQ1\n\n"
                + "Free Hands\t\t\thttp://www.wikidata.org/entity/Q22\n");
    assertThat(known.of("Anita Ruiz", true)).containsExactly("Q1");
    assertThat(known.of("free hands", false)).containsExactly("Q22");
    assertThat(told).isEmpty();
  }

  @Test
  void jsonLinesAreRead() throws IOException {
    ActorFile known =
        open(
            "{\"name\":\"Ana Ruiz\",\"aliases\":[\"A. Ruiz\"],\"kind\":\"person\",\"id\":\"Q1\"}\n"
                + "{\"name\":\"Free Hands\",\"alias\":\"FH Movement\",\"id\":\"Q22\"}\n");
    assertThat(known.of("A. Ruiz", true)).containsExactly("Q1");
    assertThat(known.of("FH Movement", false)).containsExactly("Q22");
  }

  @Test
  void badLinesAreNamedAndLeftOut() throws IOException {
    open("Ana Ruiz\t\tperson\tQ1\nPedro Salas\t\thero\tQ2\nX\tQ1\nY Z\t\tperson\t17\n{\"a\n");
    assertThat(told)
        .hasSize(4)
        .allMatch(line -> line.endsWith("; it is left out"))
        .anyMatch(line -> line.contains(":2: kind 'hero' is none of"))
        .anyMatch(line -> line.contains(":3: has 2 of the columns"))
        .anyMatch(line -> line.contains(":4: '17' is no Wikidata id"))
        .anyMatch(line -> line.contains(":5: is no JSON"));
  }

  @Test
  void whatIsNoListIsRefused() throws IOException {
    assertThatThrownBy(() -> open("\n")).hasMessageContaining("names no actor");
    Path latin = Files.write(dir.resolve("latin"), "é\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> ActorList.open(latin, told::add)).hasMessageContaining("UTF-8");
  }
}
