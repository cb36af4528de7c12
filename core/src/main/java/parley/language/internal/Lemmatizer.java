package parley.language.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

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

  /** Tag and ending in one; open addressing by {@link #hash}, null for a free slot. */
  private final @Nullable String[] keys;

  private final Rule[] rules;
  private final int mask;

  private Lemmatizer(String[] keys, Rule[] rules) {
    int capacity = Integer.highestOneBit(Math.max(4, keys.length)) * 4;
    mask = capacity - 1;
    this.keys = new String[capacity];
    this.rules = new Rule[capacity];
    for (int i = 0; i < keys.length; i++) {
      int at = mixed(hash(0, keys[i], 0, keys[i].length())) & mask;
      while (this.keys[at] != null) {
        at = (at + 1) & mask;
      }
      this.keys[at] = keys[i];
      this.rules[at] = rules[i];
    }
  }

  /** Goes on from the hash of what follows, so that a longer ending adds to a shorter one's. */
  private static int hash(int after, String text, int begin, int end) {
    int h = after;
    for (int i = end - 1; i >= begin; i--) {
      h = h * 31 + text.charAt(i);
    }
    return h;
  }

  private static int mixed(int hash) {
    int h = hash * 0x9E3779B1;
    return h ^ h >>> 15;
  }

  /** The rule of a tag and the word from {@code begin}, or of the whole word; null for none. */
  private @Nullable Rule find(String tag, boolean whole, String word, int begin, int hash) {
    int at = mixed(hash(whole ? hash * 31 + WHOLE : hash, tag, 0, tag.length())) & mask;
    int ending = tag.length() + (whole ? 1 : 0);
    for (String key = keys[at]; key != null; key = keys[at]) {
      if (key.length() == ending + word.length() - begin
          && key.regionMatches(ending, word, begin, word.length() - begin)
          && key.startsWith(tag)
          && (!whole || key.charAt(tag.length()) == WHOLE)) {
        return rules[at];
      }
      at = (at + 1) & mask;
    }
    return null;
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
    int n = lower.length();
    Rule rule = find(tag, true, lower, 0, hash(0, lower, 0, n));
    if (rule == null) {
      int hash = 0;
      for (int begin = n - 1; begin >= Math.max(0, n - LONGEST_ENDING); begin--) {
        hash = hash(hash, lower, begin, begin + 1);
        Rule longer = find(tag, false, lower, begin, hash);
        rule = longer == null ? rule : longer;
      }
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
    String[] keys = new String[n];
    Rule[] rules = new Rule[n];
    for (int i = 0; i < n; i++) {
      keys[i] = text(in);
      int cut = in.readUnsignedByte();
      rules[i] = new Rule(cut, text(in));
    }
    return new Lemmatizer(keys, rules);
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
