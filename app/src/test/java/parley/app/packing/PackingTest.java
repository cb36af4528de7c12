package parley.app.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.app.dossier.Json;
import parley.app.dossier.Samples;
import parley.record.RecordJson;

/** Whatever is packed comes back as it was. */
final class PackingTest {

  private static final int RANDOM_TREES = 400;

  private static Packing learnt() {
    Packing.Learning learning = new Packing.Learning();
    for (int i = 0; i < 20; i++) {
      ObjectNode record = sample(i);
      learning.count(text(record), Map.of("record", record));
    }
    return Packing.of(learning.packing().bytes());
  }

  private static ObjectNode sample(int i) {
    String[] stances = {"DEMAND", "OFFER", "REJECT"};
    return Json.own(
        RecordJson.write(
            Samples.position(
                "The Lake Post",
                "2031-05-" + (10 + i % 20),
                "Ana Lune" + (i % 3),
                "River Council",
                "ceasefire",
                stances[i % 3],
                "the truce must hold for " + i + " days")));
  }

  private static String text(ObjectNode record) {
    return record.path("report").path("text").asText();
  }

  private static JsonNode again(Packing packing, String text, JsonNode tree) {
    Packing.Beside beside = packing.pack(text);
    Packing.Unpacked unpacked = packing.unpack(beside.text(), 0);
    assertThat(unpacked.text()).isEqualTo(text);
    return unpacked.tree(beside.tree("record", tree), 0, "record");
  }

  @Test
  void recordComesBackByteForByteAndIsSmall() {
    Packing packing = learnt();
    for (int i = 0; i < 40; i++) {
      ObjectNode record = sample(i);
      assertThat(Json.write(again(packing, text(record), record))).isEqualTo(Json.write(record));
    }
    ObjectNode record = sample(31);
    assertThat(packing.pack(text(record)).tree("record", record).length)
        .isLessThan(Json.write(record).length() / 8);
  }

  @Test
  void entriesReadAloneAreThoseOfTheWhole() {
    Packing packing = learnt();
    Set<String> lists = Set.of("actors", "statements", "events", "positions", "times");
    for (int i = 0; i < 40; i++) {
      ObjectNode record = sample(i);
      Packing.Beside beside = packing.pack(text(record));
      byte[] tree = beside.tree("record", record);
      Packing.Entries entries =
          Objects.requireNonNull(
              packing.unpack(beside.text(), 0).entries(tree, 0, "record", lists));
      List<String> order = new ArrayList<>(lists);
      Collections.shuffle(order, new Random(i));
      for (String list : order) {
        List<String> ids = new ArrayList<>();
        record.path(list).forEach(entry -> ids.add(entry.path("id").asText()));
        assertThat(entries.ids(list)).containsExactlyElementsOf(ids);
        for (int n = ids.size() - 1; n >= 0; n--) {
          assertThat(entries.get(list, ids.get(n))).isEqualTo(record.path(list).get(n));
        }
        assertThat(entries.get(list, "x9")).isNull();
      }
    }
  }

  @Test
  void listsOfOtherThingsAreReadWhole() {
    Packing packing = learnt();
    for (JsonNode list :
        List.of(
            Json.object().put("no", "list"),
            Json.array().add("s1"),
            Json.array().add(Json.object().put("begin", 1).put("id", "s1")),
            Json.array().add(Json.object().put("id", "s1")).add(Json.object().put("id", "s1")))) {
      Packing.Beside beside = packing.pack("Ana Lune said");
      byte[] tree = beside.tree("record", Json.object().set("statements", list));
      assertThat(packing.unpack(beside.text(), 0).entries(tree, 0, "record", Set.of("statements")))
          .isNull();
    }
  }

  @Test
  void oddTextsComeBack() {
    Packing packing = learnt();
    for (String text :
        List.of(
            "",
            " ",
            "a",
            "\u0000\u0001\u0002",
            "\uD800 lone \uDC00",
            "😀 said “x” 😀",
            "السلام عليكم و رحمة",
            "e\u0301te\u0301",
            "\"".repeat(5000),
            "new word new word Ana Lune said, new!\n\n",
            "x".repeat(100_000))) {
      ObjectNode tree = Json.object().put("value", text).put(text, "y");
      assertThat(again(packing, text, tree)).isEqualTo(tree);
    }
  }

  @Test
  void anyTreeComesBack() {
    Packing packing = learnt();
    for (int i = 0; i < RANDOM_TREES; i++) {
      long seed = 7_000 + i;
      Random random = new Random(seed);
      String text = string(random) + " Ana Lune said. " + string(random);
      JsonNode tree = tree(random, text, 4);
      assertThat(again(packing, text, tree)).as("seed %d", seed).isEqualTo(tree);
    }
  }

  private static String string(Random random) {
    String[] parts = {
      "a1",
      "s12",
      "Ana",
      " ",
      "said",
      "“",
      "”",
      "\"",
      "0.5",
      "2031-05-11",
      "\u0001",
      "\u0002",
      "-",
      "😀",
      "\uDC00",
      "é",
      "deadbeefdeadbeef",
      "^span",
      "x",
      "\n"
    };
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(5); n > 0; n--) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    return text.toString();
  }

  private static JsonNode tree(Random random, String text, int depth) {
    ObjectNode node = Json.object();
    String[] keys = {
      "id", "name", "begin", "end", "text", "confidence", "^span", "", "x", "actors"
    };
    for (int n = random.nextInt(6); n > 0; n--) {
      String key = keys[random.nextInt(keys.length)];
      switch (random.nextInt(depth > 0 ? 10 : 7)) {
        case 0 -> node.put(key, string(random));
        case 1 -> node.put(key, random.nextInt(20) - 5);
        case 2 -> node.put(key, random.nextLong());
        case 3 -> node.put(key, random.nextDouble());
        case 4 -> node.put(key, Double.longBitsToDouble(random.nextLong() & ~(1L << 62)));
        case 5 -> node.put(key, random.nextBoolean());
        case 6 -> node.putNull(key);
        case 7 -> node.set(key, tree(random, text, depth - 1));
        case 8 -> {
          var array = node.putArray(key);
          for (int i = random.nextInt(4); i > 0; i--) {
            array.add(tree(random, text, depth - 1));
          }
        }
        default -> {
          int length = text.codePointCount(0, text.length());
          int begin = random.nextInt(length);
          int end = begin + random.nextInt(length - begin + 1);
          ObjectNode span = node.putObject(key).put("begin", begin).put("end", end);
          if (random.nextBoolean()) {
            span.put(
                "text",
                text.substring(text.offsetByCodePoints(0, begin), text.offsetByCodePoints(0, end)));
          }
        }
      }
    }
    return node;
  }

  @Test
  void damagedBytesAreToldNotRead() {
    Packing packing = learnt();
    ObjectNode record = sample(5);
    Packing.Beside beside = packing.pack(text(record));
    byte[] tree = beside.tree("record", record);
    Packing.Unpacked unpacked = packing.unpack(beside.text(), 0);
    assertThatExceptionOfType(DamagedException.class)
        .isThrownBy(() -> unpacked.tree(Arrays.copyOf(tree, tree.length / 2), 0, "record"));
    assertThatExceptionOfType(DamagedException.class)
        .isThrownBy(
            () ->
                unpacked.entries(
                    Arrays.copyOf(tree, tree.length / 2), 0, "record", Set.of("positions")));
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = tree.clone();
      Random random = new Random(i);
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        unpacked.tree(damaged, 0, "record");
      } catch (DamagedException told) {
        assertThat(told.getMessage()).isNotBlank();
      } catch (RuntimeException other) {
        fail("seed " + i, other);
      }
    }
  }
}
