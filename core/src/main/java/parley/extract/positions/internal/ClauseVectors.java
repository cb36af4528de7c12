package parley.extract.positions.internal;

import java.util.Arrays;
import java.util.List;
import parley.learn.WordVectors;

/** The words of a clause and around it as vectors, one for each place that tells something. */
public final class ClauseVectors {

  private static final int SLOTS = 11;

  private final WordVectors vectors = WordVectors.shipped();
  private final int dims = vectors.dims();
  private final int[][] rows;

  /** The vectors of a sentence's words, from when they are first asked for. */
  private final float[][] unpacked;

  private final float[][] means;
  private final float[] whole;

  ClauseVectors(List<SentenceView> views) {
    rows = new int[views.size()][];
    unpacked = new float[views.size()][0];
    means = new float[views.size()][dims];
    whole = new float[dims];
    for (SentenceView v : views) {
      int[] own = new int[v.size()];
      for (int i = 0; i < own.length; i++) {
        own[i] = vectors.row(v.word(i));
      }
      rows[v.index()] = own;
      sentenceMean(v, means[v.index()]);
    }
    for (float[] mean : means) {
      for (int k = 0; k < dims; k++) {
        whole[k] += mean[k] / means.length;
      }
    }
  }

  /** Length of what {@link #of} gives. */
  public static int length() {
    return SLOTS * WordVectors.shipped().dims();
  }

  /** Fills {@code into} with the vectors of the clause. */
  public void of(Candidate c, float[] into) {
    Arrays.fill(into, 0);
    SentenceView v = c.view();
    int h = c.head();
    if (unpacked[v.index()].length == 0) {
      unpacked[v.index()] = vectors.unpack(rows[v.index()]);
    }
    word(v, h, into, 0);
    int object = v.child(h, "obj");
    word(v, object >= 0 ? object : v.child(h, "obl"), into, 1);
    word(v, Grammar.subject(v, h), into, 2);
    Governor g = Governor.of(v, h);
    word(v, g.token(), into, 3);
    if (g.token() >= 0) {
      word(v, Governor.of(v, g.token()).token(), into, 4);
    }
    mean(v, c.begin(), c.end(), into, 5 * dims);
    around(v, c.begin() - 3, c.begin(), into, 6);
    around(v, c.end(), c.end() + 3, into, 7);
    System.arraycopy(means[v.index()], 0, into, 8 * dims, dims);
    if (v.index() > 0) {
      System.arraycopy(means[v.index() - 1], 0, into, 9 * dims, dims);
    }
    System.arraycopy(whole, 0, into, 10 * dims, dims);
  }

  private void word(SentenceView v, int i, float[] into, int slot) {
    if (i >= 0) {
      vectors.add(unpacked[v.index()], i, 1, into, slot * dims);
    }
  }

  private void around(SentenceView v, int begin, int end, float[] into, int slot) {
    for (int i = Math.max(0, begin); i < Math.min(v.size(), end); i++) {
      vectors.add(unpacked[v.index()], i, 0.5f, into, slot * dims);
    }
  }

  /** The mean of the words that carry meaning. */
  private void mean(SentenceView v, int begin, int end, float[] into, int at) {
    float weight = weight(v, begin, end);
    for (int i = begin; i < end; i++) {
      if (carries(v, i)) {
        vectors.add(unpacked[v.index()], i, weight, into, at);
      }
    }
  }

  /** The same of a whole sentence, whose words may never be asked for again. */
  private void sentenceMean(SentenceView v, float[] into) {
    float weight = weight(v, 0, v.size());
    for (int i = 0; i < v.size(); i++) {
      if (carries(v, i)) {
        vectors.add(rows[v.index()][i], weight, into, 0);
      }
    }
  }

  private static float weight(SentenceView v, int begin, int end) {
    int n = 0;
    for (int i = begin; i < end; i++) {
      n += carries(v, i) ? 1 : 0;
    }
    return 1.5f / (1 + n / 2f);
  }

  private static boolean carries(SentenceView v, int i) {
    char kind = v.tag(i).isEmpty() ? '.' : v.tag(i).charAt(0);
    return kind == 'N' || kind == 'V' || kind == 'J';
  }
}
