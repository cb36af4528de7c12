package parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.record.Record;
import parley.record.RecordJson;
import parley.text.ReportIds;

/**
 * Many records out of some that were read: names, numbers and dates are changed, letter for letter,
 * so that every span still holds. No text is read anew.
 *
 * <p>Names of people and groups come in {@link #WORLDS} sets, as one process has many people but
 * not new ones in each report; one word of each report and its numbers are its own, so that no two
 * texts are equal.
 */
final class Resampled {

  private static final int WORLDS = 20;
  private static final String OUTLETS = "Courier,Gazette,Herald,Observer,Post,Star,Times,Tribune";
  private static final Pattern WORD = Pattern.compile("\\p{Lu}[\\p{L}]{2,}|\\d+");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");
  private static final String VOWELS = "aeiou";
  private static final String CONSONANTS = "bcdfghjklmnpqrstvwxyz";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<ObjectNode> base = new ArrayList<>();
  private final List<Set<String>> names = new ArrayList<>();
  private final LocalDate first;
  private final int days;

  /**
   * @param records read before
   * @param days over how many the reports are spread, from {@code first} on
   */
  Resampled(List<Record> records, LocalDate first, int days) throws IOException {
    this.first = first;
    this.days = days;
    for (Record record : records) {
      ObjectNode tree = (ObjectNode) JSON.readTree(RecordJson.write(record));
      base.add(tree);
      names.add(names(tree));
    }
  }

  /** Words of the names of people and groups; states and places keep theirs. */
  private static Set<String> names(ObjectNode tree) {
    Set<String> kept = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (JsonNode actor : tree.path("actors")) {
      boolean place = Set.of("state", "place").contains(actor.path("kind").asText());
      Set<String> to = place || !actor.path("named").asBoolean() ? kept : names;
      for (JsonNode mention : actor.path("mentions")) {
        Matcher words = WORD.matcher(mention.path("text").asText());
        while (mention.path("form").asText().equals("name") && words.find()) {
          to.add(words.group());
        }
      }
    }
    names.removeAll(kept);
    return names;
  }

  /** The record of that number; of {@code of} in all. */
  Record record(int number, int of) throws IOException {
    int which = number % base.size();
    int variant = number / base.size();
    Map<String, String> words = new HashMap<>();
    List<String> changed = new ArrayList<>(names.get(which));
    changed.sort(null);
    for (int i = 0; i < changed.size(); i++) {
      int world = i == variant % changed.size() ? variant : variant % WORLDS;
      words.put(changed.get(i), other(changed.get(i), world));
    }
    ObjectNode tree = base.get(which).deepCopy();
    LocalDate day = first.plusDays((long) number * days / of);
    ObjectNode report = (ObjectNode) tree.get("report");
    long shift = day.toEpochDay() - published(report).toEpochDay();
    change(tree, words, variant, shift);
    String[] outlets = OUTLETS.split(",");
    report.put("published", day.toString());
    report.put("source", "The " + (number % 5) + ". " + outlets[number % outlets.length]);
    report.remove("duplicateOf");
    String url = "https://reports.example/" + day + "/" + number;
    report.put("url", url);
    report.put("id", ReportIds.of(url, report.path("text").asText()));
    return RecordJson.read(JSON.writeValueAsString(tree));
  }

  private LocalDate published(ObjectNode report) {
    String published = report.path("published").asText();
    return published.length() < 10 ? first : LocalDate.parse(published.substring(0, 10));
  }

  private static void change(JsonNode node, Map<String, String> words, int variant, long shift) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              field -> {
                if (field.getKey().equals("provenance") || !field.getValue().isTextual()) {
                  change(field.getValue(), words, variant, shift);
                } else if (!Set.of("id", "reader", "language").contains(field.getKey())) {
                  field.setValue(changed(field.getValue().asText(), words, variant, shift, field));
                }
              });
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (!array.get(i).isTextual()) {
          change(array.get(i), words, variant, shift);
        } else if (!array.get(i).asText().matches("[a-z]{1,2}\\d+")) {
          array.set(i, TextNode.valueOf(replaced(array.get(i).asText(), words, variant)));
        }
      }
    }
  }

  private static JsonNode changed(
      String text,
      Map<String, String> words,
      int variant,
      long shift,
      Map.Entry<String, JsonNode> field) {
    if (field.getKey().equals("value") && DAY.matcher(text).matches()) {
      LocalDate day = LocalDate.parse(text.substring(0, 10)).plusDays(shift);
      return TextNode.valueOf(day + text.substring(10));
    }
    boolean reference = text.matches("[a-z]{1,2}\\d+");
    boolean code = field.getKey().equals("rule") || field.getKey().equals("value");
    return reference || code ? field.getValue() : TextNode.valueOf(replaced(text, words, variant));
  }

  private static String replaced(String text, Map<String, String> words, int variant) {
    Matcher matcher = WORD.matcher(text);
    StringBuilder out = new StringBuilder(text.length());
    while (matcher.find()) {
      String word = matcher.group();
      String other = words.getOrDefault(word, word);
      if (Character.isDigit(word.charAt(0)) && word.length() != 4) {
        other = digits(word, variant);
      }
      matcher.appendReplacement(out, other);
    }
    return matcher.appendTail(out).toString();
  }

  private static String digits(String word, int variant) {
    Random random = new Random(word.hashCode() * 31L + variant);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      out.append((char) ('1' + random.nextInt(9)));
    }
    return out.toString();
  }

  /** A word as long, with vowels where vowels were. */
  private static String other(String word, int world) {
    if (world == 0) {
      return word;
    }
    Random random = new Random(word.hashCode() * 1_000_003L + world);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      char lower = Character.toLowerCase(c);
      String from =
          VOWELS.indexOf(lower) >= 0 ? VOWELS : CONSONANTS.indexOf(lower) >= 0 ? CONSONANTS : "";
      char put = from.isEmpty() ? c : from.charAt(random.nextInt(from.length()));
      out.append(Character.isUpperCase(c) ? Character.toUpperCase(put) : put);
    }
    return out.toString();
  }
}
