package parley.extract.statements.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Paragraphs led by who speaks: "SMITH: …", "Q: …", "The minister: …". A report is taken for a
 * transcript if at least two of its paragraphs are so led by one label, or by labels in capitals.
 */
final class Transcripts {

  private static final int LONGEST_LABEL = 6;
  private static final double CONFIDENCE = 0.8;

  private final Map<String, Integer> counts = new HashMap<>();
  private int capitals;

  private Transcripts() {}

  /** Reads the labels of all passages. */
  static Transcripts of(List<Passage> passages) {
    Transcripts result = new Transcripts();
    for (Passage p : passages) {
      int colon = colon(p);
      if (colon > 0) {
        result.counts.merge(label(p, colon), 1, Integer::sum);
        result.capitals += capitals(p, colon) ? 1 : 0;
      }
    }
    return result;
  }

  /** The label's speaker with the rest of the paragraph; null if the paragraph is not so led. */
  @Nullable Candidate read(Passage p) {
    int colon = colon(p);
    if (colon <= 0 || colon + 1 >= p.size) {
      return null;
    }
    boolean repeated = counts.getOrDefault(label(p, colon), 0) > 1;
    if (!(repeated || capitals > 1 && capitals(p, colon))) {
      return null;
    }
    return Candidate.byRule(
        p,
        colon,
        List.of(new Candidate.Run(0, colon)),
        List.of(new Candidate.Run(colon, colon + 1)),
        List.of(new Candidate.Run(colon + 1, p.size)),
        CONFIDENCE);
  }

  /** Where the colon of a label stands, -1 if the passage has none. */
  private static int colon(Passage p) {
    for (int i = 0; i < Math.min(p.size, LONGEST_LABEL + 1); i++) {
      if (p.word[i] == Words.COLON) {
        return i;
      }
      if (p.shape[i] == 1 && p.tokens[i].form().length() == 1 && p.word[i] != Words.STOP) {
        return -1;
      }
      String form = p.tokens[i].form();
      if (Character.isLetter(form.charAt(0)) && Character.isLowerCase(form.charAt(0)) && i == 0) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean capitals(Passage p, int colon) {
    for (int i = 0; i < colon; i++) {
      String form = p.tokens[i].form();
      if (!form.equals(form.toUpperCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  private static String label(Passage p, int colon) {
    StringBuilder label = new StringBuilder();
    for (int i = 0; i < colon; i++) {
      label.append(p.tokens[i].form()).append(' ');
    }
    return label.toString();
  }
}
