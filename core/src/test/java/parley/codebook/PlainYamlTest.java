package parley.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the quick way reads is what all of YAML would make of it. */
class PlainYamlTest {

  private static final String[] PIECES = {
    "issues",
    "a b",
    "red line",
    "x",
    "7",
    "-",
    "- ",
    ":",
    ": ",
    "\n",
    "\n",
    "\n  ",
    "\n    ",
    " ",
    "[",
    "]",
    "[]",
    ", ",
    ",",
    "#",
    " # no",
    "\"",
    "\"1\"",
    "'",
    "key: ",
    "key:\n  ",
    "- key: ",
    "\n- ",
    "- - ",
    "{",
    "}",
    "|",
    ">",
    "&a",
    "*a",
    "!",
    "---",
    "...",
    "~",
    "?",
    "é",
    "\t",
    "word.",
    "a: [b, c]",
    "a: [b,\n  c]",
    "it's",
    "%",
    "@",
    "a:\n",
    "\n\n",
    "1.5",
    "null",
    "true"
  };

  @ParameterizedTest
  @ValueSource(strings = {"conflict-talks", "labour-dispute"})
  void shippedCodebooksArePlain(String id) throws IOException, YamlTree.Malformed {
    String yaml = text(id);
    assertThat(PlainYaml.read(yaml)).isNotNull().isEqualTo(YamlTree.byEngine(yaml));
  }

  private static String text(String id) throws IOException {
    try (InputStream in = CodebookReader.class.getResourceAsStream(id + ".yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void whateverIsReadTheQuickWayIsReadTheSameByTheEngine() throws IOException {
    long seed = Long.getLong("parley.seed", System.nanoTime());
    Random random = new Random(seed);
    String shipped = text("labour-dispute");
    int plain = 0;
    for (int round = 0; round < 2_000; round++) {
      int at = random.nextInt(shipped.length());
      int to = Math.min(shipped.length(), at + random.nextInt(4));
      String piece = PIECES[random.nextInt(PIECES.length)];
      String yaml = shipped.substring(0, at) + piece + shipped.substring(to);
      YamlNode read = PlainYaml.read(yaml);
      if (read != null) {
        plain++;
        assertThat(byEngine(yaml)).as("-Dparley.seed=%d: %s", seed, yaml).isEqualTo(read);
      }
    }
    for (int round = 0; round < 60_000; round++) {
      StringBuilder yaml = new StringBuilder(random.nextBoolean() ? "key: " : "");
      for (int n = random.nextInt(12); n >= 0; n--) {
        yaml.append(PIECES[random.nextInt(PIECES.length)]);
      }
      YamlNode read = PlainYaml.read(yaml.toString());
      if (read != null) {
        plain++;
        assertThat(byEngine(yaml.toString()))
            .as("-Dparley.seed=%d: %s", seed, yaml)
            .isEqualTo(read);
      }
    }
    assertThat(plain).isGreaterThan(500);
  }

  private static Object byEngine(String yaml) {
    try {
      return YamlTree.byEngine(yaml);
    } catch (YamlTree.Malformed e) {
      return "malformed: " + e.problem;
    }
  }
}
