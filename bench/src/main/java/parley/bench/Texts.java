package parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Bare texts of the corpora, and reports made of them without telling parts apart. */
final class Texts {

  private Texts() {}

  /** The texts of a JSON Lines file with {@code id} and {@code text}. */
  static Map<String, String> lines(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, String> texts = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = json.readTree(line);
      texts.put(node.path("id").asText(), node.path("text").asText());
    }
    return texts;
  }

  /** The files of a folder by name. */
  static Map<String, String> folder(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.sorted().toList();
    }
    for (Path file : files) {
      texts.put(file.getFileName().toString(), Files.readString(file));
    }
    return texts;
  }
}
