package parley.teacher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import parley.language.internal.NameLists;
import parley.world.Gazetteer;

/**
 * Packs the lists that the name model looks words up in: {@code names.txt}, Parley's regions,
 * organisations and leaders, and GeoNames' towns by size.
 */
final class NameListMaker {

  private static final int NAMES = NameLists.FIRST_LIST;
  private static final int LARGE_PLACES = NAMES + 8;
  private static final int ORGANISATIONS = NAMES + 9;
  private static final int LEADERS = NAMES + 10;
  private static final int SMALL_PLACES = NAMES + 11;

  /** Towns of fewer people stand in no list, of more in one with the regions. */
  private static final double SMALL = 15_000;

  private static final double LARGE = 100_000;

  private NameListMaker() {}

  static SortedMap<Integer, Integer> make() throws IOException {
    SortedMap<Integer, Integer> entries = new TreeMap<>();
    for (String line : lines("/parley/teacher/names.txt")) {
      String[] words = line.split(" ", -1);
      for (int i = 1; i < words.length; i++) {
        NameLists.add(entries, words[i], NAMES + Integer.parseInt(words[0]));
      }
    }
    for (String line : lines("/parley/world/regions.txt")) {
      String[] columns = line.split("\\|", -1);
      for (int i = 1; i < columns.length; i++) {
        NameLists.add(entries, columns[i], LARGE_PLACES);
      }
    }
    for (String line : lines("/parley/world/organisations.txt")) {
      String[] columns = line.split("\\|", -1);
      for (String name : (columns[0] + ";" + columns[1]).split(";", -1)) {
        if (!name.isEmpty()) {
          NameLists.add(entries, name, ORGANISATIONS);
        }
      }
    }
    for (String line : lines("/parley/world/leaders.txt")) {
      String[] columns = line.split("\\|", -1);
      for (int i = 1; i < columns.length; i++) {
        NameLists.add(entries, columns[i], LEADERS);
      }
    }
    Gazetteer.shipped()
        .forEach(
            (name, people) -> {
              if (people >= SMALL && name.length() > 2) {
                NameLists.add(entries, name, people >= LARGE ? LARGE_PLACES : SMALL_PLACES);
              }
            });
    return entries;
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = NameListMaker.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + resource);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String> lines = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          lines.add(line);
        }
      }
      return lines;
    }
  }
}
