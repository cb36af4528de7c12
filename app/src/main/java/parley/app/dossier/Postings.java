package parley.app.dossier;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Rows by a small number, such as the alias that they name; a row may stand there twice. */
final class Postings {

  private int[][] rows = new int[64][];
  private int[] sizes = new int[64];

  void add(int key, int row) {
    if (key >= rows.length) {
      int size = Math.max(key + 1, rows.length * 2);
      rows = Arrays.copyOf(rows, size);
      sizes = Arrays.copyOf(sizes, size);
    }
    int[] list = rows[key];
    int size = sizes[key];
    if (list == null) {
      list = new int[4];
      rows[key] = list;
    } else if (size == list.length) {
      list = Arrays.copyOf(list, size + (size >> 1) + 1);
      rows[key] = list;
    }
    list[size] = row;
    sizes[key] = size + 1;
  }

  int size(int key) {
    return key < sizes.length ? sizes[key] : 0;
  }

  IntStream of(int key) {
    return size(key) == 0 ? IntStream.empty() : Arrays.stream(rows[key], 0, sizes[key]);
  }
}
