package parley.language.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the word lists that lie beside the models: UTF-8, one entry a line, "#" for remarks. */
final class WordLists {

  private WordLists() {}

  static List<String> lines(String resource) {
    InputStream in = WordLists.class.getResourceAsStream("/parley/language/" + resource);
    if (in == null) {
      throw new IllegalStateException("the build lacks parley/language/" + resource);
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> lines = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          lines.add(line);
        }
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
