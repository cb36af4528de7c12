package parley.extract.positions.internal;

import parley.language.NameKind;

/** Small questions about a word's place in its clause. */
final class Grammar {

  private Grammar() {}

  /** Tense and mood of a verb as one small number. */
  static int tense(SentenceView v, int i) {
    if (i < 0) {
      return 0;
    }
    if (!v.modal(i).isEmpty()) {
      return 1;
    }
    boolean have = false;
    boolean be = false;
    boolean to = false;
    boolean did = false;
    for (int c : v.children(i)) {
      String rel = v.relation(c);
      if (rel.equals("aux") || rel.equals("cop")) {
        have |= v.lemma(c).equals("have");
        be |= v.lemma(c).equals("be");
        did |= v.tag(c).equals("VBD");
      }
      to |= rel.equals("mark") && v.lemma(c).equals("to");
    }
    if (to) {
      return 2;
    }
    if (have) {
      return did ? 3 : 4;
    }
    if (be) {
      return did ? 5 : 6;
    }
    return switch (v.tag(i)) {
      case "VBD" -> 7;
      case "VBN" -> 8;
      case "VBG" -> 9;
      case "VB" -> did ? 7 : 10;
      case "VBZ", "VBP" -> 11;
      default -> 12;
    };
  }

  /** The subject of a clause, that of its first conjunct if it has none, -1 for none. */
  static int subject(SentenceView v, int clause) {
    int at = clause;
    for (int step = 0; step < Governor.MAX_STEPS && at >= 0; step++) {
      int s = v.child(at, "nsubj");
      if (s >= 0) {
        return s;
      }
      if (!v.relation(at).equals("conj")) {
        return -1;
      }
      at = v.head(at);
    }
    return -1;
  }

  /** What kind of word names somebody: 0 none, else a small number. */
  static int nounClass(SentenceView v, int i) {
    if (i < 0) {
      return 0;
    }
    switch (v.word(i)) {
      case "i", "me", "my" -> {
        return 1;
      }
      case "we", "us", "our" -> {
        return 2;
      }
      case "he", "she", "him", "her", "his" -> {
        return 3;
      }
      case "they", "them", "their" -> {
        return 4;
      }
      case "it", "its" -> {
        return 5;
      }
      case "you", "your" -> {
        return 6;
      }
      case "who", "which", "that", "what" -> {
        return 7;
      }
      case "there" -> {
        return 8;
      }
      case "this", "these", "those" -> {
        return 9;
      }
      default -> {}
    }
    NameKind kind = v.name(i);
    if (kind != null) {
      return 10 + kind.ordinal();
    }
    return v.tag(i).startsWith("NNP") ? 20 : v.isNoun(i) ? 21 : 22;
  }

  /** The preposition of a noun phrase, "" for none. */
  static String preposition(SentenceView v, int i) {
    int c = v.child(i, "case");
    return c < 0 || c > i ? "" : v.lemma(c);
  }
}
