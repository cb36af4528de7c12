package parley.extract.positions.internal;

import java.util.List;
import parley.codebook.Codebook;
import parley.codebook.Issue;
import parley.codebook.StanceEntry;

/** The words of a codebook, ready to be looked up: stance cues, word classes, issue triggers. */
public final class Lexicon {

  /** Word classes in the order of their bits, after the bits of the five stances. */
  private static final List<String> CLASSES =
      List.of(
          "allow",
          "blame",
          "continue",
          "end",
          "harm",
          "hinder",
          "hope",
          "intend",
          "praise",
          "proposal",
          "refuse",
          "say");

  static final int STANCE_BITS = 5;
  static final long STANCES = (1L << STANCE_BITS) - 1;
  private static final int MAX_ISSUES = 63;

  private final PhraseTable words = new PhraseTable();
  private final PhraseTable triggers = new PhraseTable();
  private final Codebook codebook;

  /**
   * @throws IllegalArgumentException if the codebook has more than 63 issues
   */
  public Lexicon(Codebook codebook) {
    this.codebook = codebook;
    List<StanceEntry> stances = codebook.stances();
    for (int s = 0; s < stances.size(); s++) {
      for (String cue : stances.get(s).cues()) {
        words.add(cue, 1L << s);
      }
    }
    for (int k = 0; k < CLASSES.size(); k++) {
      for (String word : codebook.wordsOf(CLASSES.get(k))) {
        words.add(word, 1L << (STANCE_BITS + k));
      }
    }
    List<Issue> issues = codebook.issues();
    if (issues.size() > MAX_ISSUES) {
      throw new IllegalArgumentException(
          "codebook " + codebook.id() + " has more than " + MAX_ISSUES + " issues");
    }
    for (int i = 0; i < issues.size(); i++) {
      for (String trigger : issues.get(i).triggers()) {
        triggers.add(trigger, 1L << i);
      }
    }
  }

  public Codebook codebook() {
    return codebook;
  }

  /** The bit of a word class. */
  static long bit(String kind) {
    return 1L << (STANCE_BITS + CLASSES.indexOf(kind));
  }

  /** Bits of stances and word classes by token. */
  long[] words(SentenceView view) {
    return words.match(view);
  }

  /** Bits of issues by token. */
  long[] issues(SentenceView view) {
    return triggers.match(view);
  }
}
