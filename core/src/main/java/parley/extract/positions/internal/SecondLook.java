package parley.extract.positions.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands around a clause, as read at the first look: positions come in runs, of two readings
 * of one clause the likelier is the better, and the members of a list share their stance.
 */
public final class SecondLook {

  private static final int KINDS = 6;
  private static final int PLACES = 8;

  /** Length of what {@link #of} gives. */
  public static final int INPUTS = PLACES * KINDS + 3;

  private static final float[] NOTHING = seen(new double[] {1, 0, 0, 0, 0, 0});

  private final List<FirstLook> looks;

  /** By clause its stances as the second net sees them. */
  private final float[][] seen;

  private final float[] whole;

  /** By clause the first of its sentence. */
  private final int[] first;

  /** By sentence the likeliest position of it. */
  private final Map<Integer, Integer> likeliest = new HashMap<>();

  private final List<Map<Integer, Integer>> byHead = new ArrayList<>();

  public SecondLook(List<FirstLook> looks) {
    this.looks = looks;
    seen = new float[looks.size()][];
    first = new int[looks.size()];
    Map<Integer, Integer> heads = new HashMap<>();
    for (int i = 0; i < looks.size(); i++) {
      seen[i] = seen(looks.get(i).stances());
      int sentence = sentence(i);
      boolean opens = i == 0 || sentence(i - 1) != sentence;
      first[i] = opens ? i : first[i - 1];
      if (opens) {
        heads = new HashMap<>();
      }
      heads.put(looks.get(i).clause().head(), i);
      byHead.add(heads);
      Integer best = likeliest.get(sentence);
      if (best == null || looks.get(i).stances()[0] < looks.get(best).stances()[0]) {
        likeliest.put(sentence, i);
      }
    }
    double[] mean = new double[KINDS];
    for (int i : likeliest.values()) {
      for (int k = 0; k < KINDS; k++) {
        mean[k] += looks.get(i).stances()[k] / likeliest.size();
      }
    }
    whole = seen(mean);
  }

  private int sentence(int i) {
    return looks.get(i).clause().view().index();
  }

  /** Fills {@code into} with what stands around the clause of that index. */
  public void of(int index, float[] into) {
    Arrays.fill(into, 0);
    Candidate c = looks.get(index).clause();
    int sentence = sentence(index);
    put(seen[index], into, 0);
    put(inSentence(sentence - 1), into, 1);
    put(inSentence(sentence + 1), into, 2);
    put(inSentence(sentence - 2), into, 3);
    put(whole, into, 4);
    Integer above = byHead.get(index).get(c.view().head(c.head()));
    put(above == null ? NOTHING : seen[above], into, 5);
    rivals(index, into);
    into[PLACES * KINDS] = above == null ? 0 : 1;
    into[PLACES * KINDS + 1] = Math.min(1, (c.end() - c.begin()) / 20f);
  }

  /** The likeliest other reading of the same words, and the likeliest elsewhere in the sentence. */
  private void rivals(int index, float[] into) {
    Candidate c = looks.get(index).clause();
    float[] same = NOTHING;
    float[] apart = NOTHING;
    double sameNone = 1;
    double apartNone = 1;
    int wider = 0;
    for (int i = first[index]; i < looks.size() && first[i] == first[index]; i++) {
      if (i != index) {
        Candidate other = looks.get(i).clause();
        double none = looks.get(i).stances()[0];
        if (Detector.overlap(c, other) >= Detector.SAME) {
          if (none < sameNone) {
            sameNone = none;
            same = seen[i];
            wider = other.end() - other.begin() > c.end() - c.begin() ? 1 : -1;
          }
        } else if (none < apartNone) {
          apartNone = none;
          apart = seen[i];
        }
      }
    }
    put(same, into, 6);
    put(apart, into, 7);
    into[PLACES * KINDS + 2] = wider;
  }

  private float[] inSentence(int sentence) {
    Integer i = likeliest.get(sentence);
    return i == null ? NOTHING : seen[i];
  }

  /** Odds on "none" as they are, shares of the stances: both of one size. */
  private static float[] seen(double[] p) {
    double any = Math.min(1 - 1e-4, Math.max(1e-4, 1 - p[0]));
    float[] result = new float[KINDS];
    result[0] = (float) (Math.log(any / (1 - any)) / 4);
    for (int k = 1; k < KINDS; k++) {
      result[k] = (float) p[k];
    }
    return result;
  }

  private static void put(float[] seen, float[] into, int place) {
    System.arraycopy(seen, 0, into, place * KINDS, KINDS);
  }
}
