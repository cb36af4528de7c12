package parley.language.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * Dictionary forms by the longest known ending of a word with its tag. A rule cuts so many letters
 * and adds an ending; whole irregular words are endings too. Immutable.
 */
public final class Lemmatizer {

  /** What an ending does: cut {@code cut} letters, add {@code add}. */
  public record Rule(int cut, String add) {}

  public static final int LONGEST_ENDING = 12;

  /** Begins the ending that is a whole word. */
  public static final char WHOLE = '^';

  private final Map<String, Rule> rules;

  public Lemmatizer(Map<String, Rule> rules) {
    this.rules = Map.copyOf(rules);
  }

  /** Tags whose words change: the others are their own lemma in lower case. */
  public static boolean changes(String tag) {
    return switch (tag) {
      case "NNS",
          "NNPS",
          "VBD",
          "VBG",
          "VBN",
          "VBP",
          "VBZ",
          "VB",
          "JJR",
          "JJS",
          "RBR",
          "RBS",
          "MD",
          "PRP",
          "PRP$",
          "DT",
          "RB",
          "POS",
          "IN",
          "WP$",
          "JJ",
          "NN",
          "CD",
          "TO",
          "CC" ->
          true;
      default -> false;
    };
  }

  public String lemma(String form, String tag) {
    boolean name = tag.startsWith("NNP");
    boolean capitals = name && form.length() > 1 && isUpper(form);
    String word = name ? form : plain(form.toLowerCase(Locale.ROOT));
    if (!changes(tag)) {
      return word;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    Rule rule = rules.get(tag + WHOLE + lower);
    for (int n = Math.min(LONGEST_ENDING, lower.length()); rule == null && n > 0; n--) {
      rule = rules.get(tag + lower.substring(lower.length() - n));
    }
    if (rule == null || rule.cut() > word.length()) {
      return word;
    }
    String lemma =
        word.substring(0, word.length() - rule.cut())
            + (capitals ? rule.add().toUpperCase(Locale.ROOT) : rule.add());
    return lemma.isEmpty() ? word : lemma;
  }

  private static String plain(String word) {
    return word.indexOf('’') < 0 ? word : word.replace('’', '\'');
  }

  private static boolean isUpper(String form) {
    return Character.isUpperCase(form.charAt(0))
        && Character.isUpperCase(form.charAt(form.length() - 1));
  }

  static Lemmatizer read(DataInputStream in) throws IOException {
    int n = in.readInt();
    Map<String, Rule> rules = new HashMap<>(n * 2);
    for (int i = 0; i < n; i++) {
      String key = text(in);
      int cut = in.readUnsignedByte();
      rules.put(key, new Rule(cut, text(in)));
    }
    return new Lemmatizer(rules);
  }

  private static String text(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readUnsignedByte()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  public static void write(DataOutputStream out, SortedMap<String, Rule> rules) throws IOException {
    out.writeInt(rules.size());
    for (var rule : rules.entrySet()) {
      write(out, rule.getKey());
      out.writeByte(rule.getValue().cut());
      write(out, rule.getValue().add());
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeByte(bytes.length);
    out.write(bytes);
  }
}
