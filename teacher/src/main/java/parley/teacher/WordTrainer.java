package parley.teacher;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import parley.language.internal.Hash;
import parley.language.internal.Labels;
import parley.language.internal.Lemmatizer;
import parley.language.internal.Lexicon;

/** Learns what is known of words by themselves: their tags, and how they make dictionary forms. */
final class WordTrainer {

  /** A word is kept with this many occurrences. */
  private static final int LEAST = 3;

  /** A tag belongs to a word with this share of its occurrences. */
  private static final double SHARE = 0.06;

  /** A frequent word with this share of one tag is not asked about. */
  private static final double SURE = 0.998;

  private WordTrainer() {}

  static SortedMap<Integer, Lexicon.Entry> lexicon(List<Corpus.Example> examples) {
    Map<Integer, int[]> counts = new HashMap<>();
    for (Corpus.Example example : examples) {
      for (int i = 0; i < example.tags().length; i++) {
        counts
            .computeIfAbsent(
                Hash.ofLower(example.forms().get(i)), k -> new int[Labels.TAGS.size()])[
            Labels.tag(example.tags()[i])]++;
      }
    }
    SortedMap<Integer, Lexicon.Entry> entries = new TreeMap<>();
    for (var word : counts.entrySet()) {
      int sum = 0;
      for (int c : word.getValue()) {
        sum += c;
      }
      if (sum >= LEAST) {
        entries.put(
            word.getKey(),
            new Lexicon.Entry(tagSet(word.getValue(), sum), sure(word.getValue(), sum)));
      }
    }
    return entries;
  }

  /** The word's tag, from 1, if it is frequent and nearly always has it. */
  private static int sure(int[] counts, int sum) {
    for (int t = 0; t < counts.length; t++) {
      if (sum >= 40 && counts[t] >= sum * SURE) {
        return t + 1;
      }
    }
    return 0;
  }

  /** A hash of a word's tags, the most frequent first. */
  private static int tagSet(int[] counts, int sum) {
    List<Integer> tags = new ArrayList<>();
    for (int t = 0; t < counts.length; t++) {
      if (counts[t] >= Math.max(2, sum * SHARE)) {
        tags.add(t);
      }
    }
    tags.sort(Comparator.comparingInt((Integer t) -> -counts[t]).thenComparing(t -> t));
    int hash = 17;
    for (int t : tags.subList(0, Math.min(4, tags.size()))) {
      hash = hash * 61 + t + 1;
    }
    return hash;
  }

  /**
   * Rules for endings, from gold and, with a twentieth of its weight, the teacher.
   *
   * @return by tag and ending, the fewest that give every frequent word its form
   */
  static SortedMap<String, Lemmatizer.Rule> lemmas(
      List<Corpus.Example> gold, List<Corpus.Example> silver) {
    Map<String, Map<Lemmatizer.Rule, Integer>> words = new TreeMap<>();
    count(gold, 20, words);
    count(silver, 1, words);
    Map<String, Map<Lemmatizer.Rule, Integer>> endings = new HashMap<>();
    for (var word : words.entrySet()) {
      int bar = word.getKey().indexOf(Lemmatizer.WHOLE);
      String tag = word.getKey().substring(0, bar);
      String form = word.getKey().substring(bar + 1);
      for (int n = 1; n <= Math.min(Lemmatizer.LONGEST_ENDING, form.length()); n++) {
        Map<Lemmatizer.Rule, Integer> rules =
            endings.computeIfAbsent(tag + form.substring(form.length() - n), k -> new HashMap<>());
        // A type counts once or twice, however frequent.
        word.getValue().forEach((rule, c) -> rules.merge(rule, c >= 20 ? 2 : 1, Integer::sum));
      }
    }
    Lemmatizer.Rule none = new Lemmatizer.Rule(0, "");
    SortedMap<String, Lemmatizer.Rule> kept = new TreeMap<>();
    List<String> keys = new ArrayList<>(endings.keySet());
    keys.sort(Comparator.comparingInt(String::length).thenComparing(k -> k));
    for (String key : keys) {
      Map<Lemmatizer.Rule, Integer> rules = Objects.requireNonNull(endings.get(key));
      int sum = rules.values().stream().mapToInt(Integer::intValue).sum();
      Lemmatizer.Rule best = best(rules);
      int count = Objects.requireNonNull(rules.get(best));
      if (sum >= 4 && count * 10 >= sum * 6 && !best.equals(inherited(kept, key, none))) {
        kept.put(key, best);
      }
    }
    for (var word : words.entrySet()) {
      int bar = word.getKey().indexOf(Lemmatizer.WHOLE);
      String tag = word.getKey().substring(0, bar);
      Lemmatizer.Rule best = best(word.getValue());
      int count = Objects.requireNonNull(word.getValue().get(best));
      String form = word.getKey().substring(bar + 1);
      if (count >= 3 && !best.equals(inherited(kept, tag + form + "!", none))) {
        kept.put(word.getKey(), best);
      }
    }
    return kept;
  }

  private static void count(
      List<Corpus.Example> examples, int weight, Map<String, Map<Lemmatizer.Rule, Integer>> words) {
    for (Corpus.Example example : examples) {
      for (int i = 0; i < example.lemmas().length; i++) {
        String tag = example.tags()[i];
        if (Lemmatizer.changes(tag)) {
          String form = example.forms().get(i).toLowerCase(Locale.ROOT).replace('’', '\'');
          String lemma = example.lemmas()[i];
          if (tag.startsWith("NNP")) {
            lemma = lemma.toLowerCase(Locale.ROOT);
          }
          if (form.length() < 200 && lemma.length() < 200) {
            words
                .computeIfAbsent(tag + Lemmatizer.WHOLE + form, k -> new HashMap<>())
                .merge(rule(form, lemma), weight, Integer::sum);
          }
        }
      }
    }
  }

  private static Lemmatizer.Rule rule(String form, String lemma) {
    int same = 0;
    while (same < Math.min(form.length(), lemma.length())
        && form.charAt(same) == lemma.charAt(same)) {
      same++;
    }
    return new Lemmatizer.Rule(form.length() - same, lemma.substring(same));
  }

  private static Lemmatizer.Rule best(Map<Lemmatizer.Rule, Integer> rules) {
    return rules.entrySet().stream()
        .max(
            Comparator.comparingInt((Map.Entry<Lemmatizer.Rule, Integer> e) -> e.getValue())
                .thenComparing(e -> e.getKey().toString()))
        .orElseThrow()
        .getKey();
  }

  /** What the kept rules give a key without the rule of its own length. */
  private static Lemmatizer.Rule inherited(
      SortedMap<String, Lemmatizer.Rule> kept, String key, Lemmatizer.Rule none) {
    boolean whole = key.endsWith("!");
    String text = whole ? key.substring(0, key.length() - 1) : key;
    int tag = 0;
    while (tag < text.length()
        && (Character.isUpperCase(text.charAt(tag)) || text.charAt(tag) == '$')) {
      tag++;
    }
    for (int from = whole ? tag : tag + 1; from < text.length(); from++) {
      Lemmatizer.Rule rule = kept.get(text.substring(0, tag) + text.substring(from));
      if (rule != null) {
        return rule;
      }
    }
    return none;
  }
}
