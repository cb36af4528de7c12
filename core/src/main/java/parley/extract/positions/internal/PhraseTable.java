package parley.extract.positions.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds phrases of a codebook in lemmas and words, each phrase with a set of bits that says what it
 * points to. Looking up a token costs one hash lookup but for the phrases that begin with it.
 */
final class PhraseTable {

  private record Phrase(String[] rest, long bits) {}

  private final Map<String, Long> single = new HashMap<>();
  private final Map<String, List<Phrase>> longer = new HashMap<>();

  /** Adds a phrase of words parted by single blanks. */
  void add(String phrase, long bits) {
    String[] words = phrase.toLowerCase(Locale.ROOT).trim().split(" +");
    if (words.length == 1) {
      single.merge(words[0], bits, (a, b) -> a | b);
    } else {
      String[] rest = java.util.Arrays.copyOfRange(words, 1, words.length);
      longer.computeIfAbsent(words[0], k -> new ArrayList<>()).add(new Phrase(rest, bits));
    }
  }

  /** For each token, the bits of the phrases that it belongs to. */
  long[] match(SentenceView view) {
    int n = view.size();
    long[] bits = new long[n];
    for (int i = 0; i < n; i++) {
      String lemma = view.lemma(i);
      String word = view.word(i);
      bits[i] |= single.getOrDefault(lemma, 0L);
      if (!word.equals(lemma)) {
        bits[i] |= single.getOrDefault(word, 0L);
      }
      matchLonger(view, i, longer.get(lemma), bits);
      if (!word.equals(lemma)) {
        matchLonger(view, i, longer.get(word), bits);
      }
    }
    return bits;
  }

  private static void matchLonger(
      SentenceView view,
      int at,
      @org.jspecify.annotations.Nullable List<Phrase> phrases,
      long[] bits) {
    if (phrases == null) {
      return;
    }
    for (Phrase phrase : phrases) {
      int length = phrase.rest.length;
      boolean same = at + length < view.size();
      for (int k = 0; same && k < length; k++) {
        String want = phrase.rest[k];
        same = want.equals(view.lemma(at + 1 + k)) || want.equals(view.word(at + 1 + k));
      }
      if (same) {
        for (int k = 0; k <= length; k++) {
          bits[at + k] |= phrase.bits;
        }
      }
    }
  }
}
