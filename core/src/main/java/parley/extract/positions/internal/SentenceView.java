package parley.extract.positions.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import parley.language.Name;
import parley.language.NameKind;
import parley.language.Sentence;
import parley.language.Token;

/** A sentence laid out for quick access: arrays by token index, extents of subtrees. */
public final class SentenceView {

  private final Sentence sentence;
  private final int index;
  private final String[] lemmas;
  private final String[] words;
  private final String[] tags;
  private final String[] relations;
  private final int[] heads;
  private final int[][] children;
  private final int[] lemmaHashes;
  private final int[] relationHashes;
  private final NameKind[] names;
  private final int[] nameOf;

  /**
   * @param index place of the sentence in its report
   */
  public SentenceView(Sentence sentence, int index) {
    this.sentence = sentence;
    this.index = index;
    int n = sentence.size();
    lemmas = new String[n];
    words = new String[n];
    tags = new String[n];
    relations = new String[n];
    heads = new int[n];
    lemmaHashes = new int[n];
    relationHashes = new int[n];
    names = new NameKind[n];
    nameOf = new int[n];
    Arrays.fill(nameOf, -1);
    int[] count = new int[n];
    for (int i = 0; i < n; i++) {
      Token token = sentence.token(i);
      words[i] = token.form().toLowerCase(Locale.ROOT).replace('’', '\'');
      lemmas[i] = lemma(token, words[i]);
      tags[i] = token.tag();
      relations[i] = token.plainRelation();
      heads[i] = token.head();
      lemmaHashes[i] = lemmas[i].hashCode();
      relationHashes[i] = relations[i].hashCode();
      if (heads[i] >= 0) {
        count[heads[i]]++;
      }
    }
    children = new int[n][];
    for (int i = 0; i < n; i++) {
      children[i] = new int[count[i]];
    }
    Arrays.fill(count, 0);
    for (int i = 0; i < n; i++) {
      if (heads[i] >= 0) {
        children[heads[i]][count[heads[i]]++] = i;
      }
    }
    List<Name> found = sentence.names();
    for (int k = 0; k < found.size(); k++) {
      Name name = found.get(k);
      if (name.kind() != NameKind.TITLE) {
        Arrays.fill(names, name.begin(), name.end(), name.kind());
        Arrays.fill(nameOf, name.begin(), name.end(), k);
      }
    }
  }

  private static String lemma(Token token, String word) {
    return switch (word) {
      case "'ll", "wo", "'d" -> word.equals("'d") ? "would" : "will";
      case "n't" -> "not";
      case "ca" -> "can";
      default -> token.lemma().toLowerCase(Locale.ROOT);
    };
  }

  public Sentence sentence() {
    return sentence;
  }

  public int index() {
    return index;
  }

  public int size() {
    return words.length;
  }

  public String lemma(int i) {
    return lemmas[i];
  }

  public String word(int i) {
    return words[i];
  }

  public String tag(int i) {
    return tags[i];
  }

  /** The relation without its subtype, but for "nmod:poss" which matters. */
  public String relation(int i) {
    return relations[i];
  }

  public boolean isPossessor(int i) {
    return sentence.token(i).relation().equals("nmod:poss");
  }

  public int head(int i) {
    return heads[i];
  }

  public int[] children(int i) {
    return children[i];
  }

  public int lemmaHash(int i) {
    return lemmaHashes[i];
  }

  public int relationHash(int i) {
    return relationHashes[i];
  }

  /** The kind of the name that the token belongs to, null for none. */
  @org.jspecify.annotations.Nullable
  NameKind name(int i) {
    return names[i];
  }

  /** Index of the name in the sentence's list, -1 for none. */
  int nameIndex(int i) {
    return nameOf[i];
  }

  public boolean isVerb(int i) {
    return tags[i].startsWith("VB");
  }

  public boolean isNoun(int i) {
    return tags[i].startsWith("NN");
  }

  /** The first child with that relation, -1 for none. */
  int child(int i, String relation) {
    for (int c : children[i]) {
      if (relations[c].equals(relation)) {
        return c;
      }
    }
    return -1;
  }

  boolean has(int i, String relation) {
    return child(i, relation) >= 0;
  }

  /** Whether the token is negated: a "not" or "never" of its own, or a "no" before its noun. */
  boolean negated(int i) {
    for (int c : children[i]) {
      String w = lemmas[c];
      if (relations[c].equals("neg")
          || ((relations[c].equals("advmod")
                  || relations[c].equals("det")
                  || relations[c].equals("cc"))
              && isNegation(w))) {
        return true;
      }
    }
    return false;
  }

  static boolean isNegation(String lemma) {
    return switch (lemma) {
      case "not", "never", "no", "n't", "neither", "nor", "without", "hardly" -> true;
      default -> false;
    };
  }

  /** The token's modal or auxiliary of future ("will", "must"), "" for none. */
  String modal(int i) {
    for (int c : children[i]) {
      if (relations[c].equals("aux") && tags[c].equals("MD")) {
        return lemmas[c];
      }
    }
    return "";
  }
}
