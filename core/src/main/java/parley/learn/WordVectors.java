package parley.learn;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;

/**
 * What words mean by the company they keep: a short vector for each of the commonest words of
 * English newswire. Words are known by their hash alone; a foreign word meets one of theirs once in
 * a hundred thousand times.
 *
 * <p>Shipped are GloVe's vectors of Wikipedia and Gigaword (Pennington, Socher and Manning 2014,
 * Public Domain Dedication and License), their first principal components, in one byte each.
 */
public final class WordVectors {

  /** One of the stored steps as a number. */
  private static final float STEP = 1 / 40f;

  private final int dims;
  private final int[] hashes;
  private final byte[] rows;

  /**
   * @param hashes of the words in lower case, ascending
   * @param rows by the same order
   */
  private WordVectors(int dims, int[] hashes, byte[] rows) {
    this.dims = dims;
    this.hashes = hashes;
    this.rows = rows;
  }

  /** The vectors of the jar, loaded on first use. */
  public static WordVectors shipped() {
    return Shipped.VECTORS;
  }

  /** Length of a vector. */
  public int dims() {
    return dims;
  }

  /** Where a word in lower case stands, negative if it is not known. */
  public int row(String lowerCase) {
    return Arrays.binarySearch(hashes, lowerCase.hashCode());
  }

  /** Adds a word's vector to {@code sum} from {@code at}; a negative row adds nothing. */
  public void add(int row, float weight, float[] sum, int at) {
    if (row < 0) {
      return;
    }
    int from = row * dims;
    float step = weight * STEP;
    for (int k = 0; k < dims; k++) {
      sum[at + k] += rows[from + k] * step;
    }
  }

  /** The vectors of words one after the other, nought for a negative row: to be added often. */
  public float[] unpack(int[] words) {
    float[] result = new float[words.length * dims];
    for (int i = 0; i < words.length; i++) {
      int from = words[i] * dims;
      int to = i * dims;
      for (int k = 0; words[i] >= 0 && k < dims; k++) {
        result[to + k] = rows[from + k];
      }
    }
    return result;
  }

  /** Adds, as {@link #add(int, float, float[], int)} does, the word of that number. */
  public void add(float[] unpacked, int word, float weight, float[] sum, int at) {
    int from = word * dims;
    float step = weight * STEP;
    for (int k = 0; k < dims; k++) {
      sum[at + k] += unpacked[from + k] * step;
    }
  }

  private static final class Shipped {
    static final WordVectors VECTORS = load();

    private static WordVectors load() {
      try (InputStream file = WordVectors.class.getResourceAsStream("vectors.bin")) {
        if (file == null) {
          throw new IllegalStateException("vectors.bin is not in the jar");
        }
        DataInputStream in = new DataInputStream(new InflaterInputStream(file));
        int n = in.readInt();
        int dims = in.readInt();
        byte[] packed = in.readNBytes(4 * n);
        int[] hashes = new int[n];
        ByteBuffer.wrap(packed).asIntBuffer().get(hashes);
        return new WordVectors(dims, hashes, in.readNBytes(n * dims));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
