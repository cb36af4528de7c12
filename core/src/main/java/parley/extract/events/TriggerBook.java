package parley.extract.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.extract.events.Trigger.Condition;
import parley.extract.events.Trigger.WordClass;

/**
 * The event codebook: which words tell of which event. The form of its file is told in the file's
 * own head.
 */
final class TriggerBook {

  private static final String RESOURCE = "/parley/events/triggers.txt";

  private final Map<String, List<Trigger>> byWord;

  private TriggerBook(Map<String, List<Trigger>> byWord) {
    this.byWord = byWord;
  }

  /** The codebook in the jar. */
  static TriggerBook shipped() {
    return Shipped.BOOK;
  }

  private static final class Shipped {
    static final TriggerBook BOOK = load();

    private static TriggerBook load() {
      InputStream in = TriggerBook.class.getResourceAsStream(RESOURCE);
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the jar");
      }
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return parse(lines.lines().toList());
      } catch (IOException e) {
        throw new UncheckedIOException(RESOURCE, e);
      }
    }
  }

  /**
   * Reads the lines of an event codebook.
   *
   * @throws IllegalArgumentException naming the line, if one cannot be understood
   */
  static TriggerBook parse(List<String> lines) {
    Map<String, List<String>> classes = new HashMap<>();
    for (String line : lines) {
      if (line.startsWith("@")) {
        int equals = line.indexOf('=');
        classes.put(line.substring(0, equals).strip(), words(line.substring(equals + 1)));
      }
    }
    Map<String, List<Trigger>> byWord = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#") || line.startsWith("@")) {
        continue;
      }
      try {
        addLine(line, i, classes, byWord);
      } catch (RuntimeException e) {
        throw new IllegalArgumentException(
            "event codebook, line " + (i + 1) + ": " + e.getMessage() + ": " + line, e);
      }
    }
    return new TriggerBook(byWord);
  }

  private static void addLine(
      String line, int order, Map<String, List<String>> classes, Map<String, List<Trigger>> to) {
    String[] fields = line.split("\\|", -1);
    if (fields.length != 5) {
      throw new IllegalArgumentException("5 fields expected, " + fields.length + " found");
    }
    String[] type = fields[0].strip().split("/");
    WordClass wordClass =
        switch (fields[1].strip()) {
          case "v" -> WordClass.VERB;
          case "n" -> WordClass.NOUN;
          case "a" -> WordClass.ADJECTIVE;
          default -> throw new IllegalArgumentException("class is v, n or a");
        };
    String slots = fields[4].strip();
    boolean reciprocal = slots.endsWith("+");
    List<String> slotList = words(reciprocal ? slots.substring(0, slots.length() - 1) : slots);
    List<Condition> conditions = conditions(fields[3], classes);
    for (String word : words(fields[2])) {
      to.computeIfAbsent(word, w -> new ArrayList<>())
          .add(
              new Trigger(
                  type[0],
                  type.length > 1 ? type[1] : null,
                  wordClass,
                  word,
                  conditions,
                  slotList,
                  reciprocal,
                  order));
    }
  }

  private static List<Condition> conditions(String field, Map<String, List<String>> classes) {
    List<Condition> result = new ArrayList<>();
    Condition.@Nullable Kind open = null;
    boolean holds = true;
    List<String> values = new ArrayList<>();
    for (String item : field.strip().split("\\s+")) {
      if (item.isEmpty()) {
        continue;
      }
      Condition.Kind kind = kindOf(item);
      if (kind == null) {
        values.addAll(expand(item, classes));
        continue;
      }
      if (open != null) {
        result.add(new Condition(open, holds, List.copyOf(values)));
      }
      open = kind;
      holds = !item.startsWith("!");
      values = new ArrayList<>();
      int equals = item.indexOf('=');
      if (equals > 0) {
        for (String value : item.substring(equals + 1).split(",")) {
          values.addAll(expand(value, classes));
        }
      }
    }
    if (open != null) {
      result.add(new Condition(open, holds, List.copyOf(values)));
    }
    return List.copyOf(result);
  }

  private static Condition.@Nullable Kind kindOf(String item) {
    String name = item.startsWith("!") ? item.substring(1) : item;
    int equals = name.indexOf('=');
    return switch (equals < 0 ? name : name.substring(0, equals)) {
      case "obj" -> Condition.Kind.OBJECT;
      case "noobj" -> Condition.Kind.NO_OBJECT;
      case "subj" -> Condition.Kind.SUBJECT;
      case "comp" -> Condition.Kind.CLAUSE;
      case "inf" -> Condition.Kind.INFINITIVE;
      case "prep" -> Condition.Kind.PREPOSITION;
      case "pobj" -> Condition.Kind.PREPOSITION_OBJECT;
      case "adv" -> Condition.Kind.ADVERB;
      default -> null;
    };
  }

  private static List<String> expand(String value, Map<String, List<String>> classes) {
    if (value.isEmpty()) {
      return List.of();
    }
    if (!value.startsWith("@")) {
      return List.of(fold(value));
    }
    List<String> words = classes.get(value);
    if (words == null) {
      throw new IllegalArgumentException("no class " + value);
    }
    return words;
  }

  private static List<String> words(String field) {
    return Arrays.stream(field.strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .map(TriggerBook::fold)
        .toList();
  }

  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /** What a word may tell of, in the order of the codebook; empty for most words. */
  List<Trigger> of(String word) {
    return byWord.getOrDefault(word, List.of());
  }

  /** All words, for checks of a codebook. */
  Set<String> words() {
    return byWord.keySet();
  }
}
