package parley.language.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/**
 * The shipped form of a linear model: one byte a weight, the square root of its size in 127 steps.
 * Rows hold only the classes that they speak of. Immutable; safe for many threads.
 */
public final class Weights implements Scorer {

  private static final int MAGIC = 0x50415232;

  /** A row of this many classes, a byte each, fits into its slot. */
  private static final int PACKED = 3;

  private static final int CHECK = 0xFF000000;

  /** The table is filled in so many regions, as a power of two. */
  private static final int REGION_BITS = 8;

  /** Bytes of a model that are read at a time. */
  private static final int PIECE = 1 << 14;

  private final int classes;
  private final float[] value = new float[256];

  /**
   * Open addressing, 0 for a free slot: the feature's uppermost byte, below it the row's weights or
   * its place in {@link #rows}, from 1. That two features with the same byte are taken for each
   * other, one absent feature in several hundred, cost names nothing when measured.
   */
  private final int[] slots;

  private final int mask;

  /**
   * Rows from 1: how many classes, then pairs of class and weight. At 0 stands a row of none; there
   * is nothing else if rows are packed.
   */
  private final byte[] rows;

  /**
   * @param data what is to be kept of each feature, one after the other: three weights if that is
   *     the number of classes, else a row from 1
   */
  private Weights(int classes, float largest, int[] features, byte[] data) {
    this.classes = classes;
    rows = classes == PACKED ? new byte[1] : data;
    for (int i = 0; i < 256; i++) {
      int q = (byte) i;
      value[i] = largest * q * Math.abs(q) / (127f * 127f);
    }
    int capacity = Integer.highestOneBit(Math.max(4, features.length)) * 4;
    if (features.length * 3L < capacity) {
      capacity /= 2;
    }
    slots = new int[capacity];
    mask = capacity - 1;
    fill(slots, byRegion(features, data, classes == PACKED, mask));
  }

  /**
   * Each feature with what is kept of it in its lower half, roughly in the order of their slots:
   * filling the table from one end to the other does not wait for memory.
   */
  private static long[] byRegion(int[] features, byte[] data, boolean packed, int mask) {
    int shift = Math.max(0, Integer.bitCount(mask) - REGION_BITS);
    int[] next = new int[(1 << REGION_BITS) + 1];
    for (int feature : features) {
      next[((feature & mask) >>> shift) + 1]++;
    }
    for (int region = 1; region < next.length; region++) {
      next[region] += next[region - 1];
    }
    long[] result = new long[features.length];
    int at = packed ? 0 : 1;
    for (int feature : features) {
      int payload = at;
      if (packed) {
        payload = data[at] & 0xFF | (data[at + 1] & 0xFF) << 8 | (data[at + 2] & 0xFF) << 16;
        at += PACKED;
      } else {
        at += 1 + 2 * data[at];
      }
      result[next[(feature & mask) >>> shift]++] = (long) feature << Integer.SIZE | payload;
    }
    return result;
  }

  private static void fill(int[] slots, long[] features) {
    int mask = slots.length - 1;
    for (long one : features) {
      int feature = (int) (one >>> Integer.SIZE);
      int at = feature & mask;
      while (slots[at] != 0) {
        at = (at + 1) & mask;
      }
      slots[at] = feature & CHECK | (int) one;
    }
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public void find(int[] features, int from, int count, int[] found, int to) {
    // First all slots are fetched without a branch, so that waiting for memory overlaps.
    for (int i = 0; i < count; i++) {
      found[to + i] = slots[features[from + i] & mask];
    }
    for (int i = 0; i < count; i++) {
      int feature = features[from + i];
      int slot = found[to + i];
      if (((slot ^ feature) & CHECK) != 0) {
        int at = feature & mask;
        while (slot != 0 && ((slot ^ feature) & CHECK) != 0) {
          at = (at + 1) & mask;
          slot = slots[at];
        }
      }
      found[to + i] = slot & ~CHECK;
    }
    if (classes != PACKED) {
      // How long each row is, which fetches them, again all together.
      for (int i = to; i < to + count; i++) {
        found[i] |= rows[found[i]] << 24;
      }
    }
  }

  @Override
  public void add(int[] found, int from, int count, float[] scores) {
    if (classes == PACKED) {
      addPacked(found, from, from + count, scores);
      return;
    }
    for (int i = from; i < from + count; i++) {
      int row = found[i] & ~CHECK;
      int end = row + 2 * (found[i] >>> 24);
      for (int k = row; k < end; k += 2) {
        scores[rows[k + 1]] += value[rows[k + 2] & 0xFF];
      }
    }
  }

  /** A loop of its own: sums that stay in registers. */
  private void addPacked(int[] found, int from, int to, float[] scores) {
    float a = scores[0];
    float b = scores[1];
    float c = scores[2];
    for (int i = from; i < to; i++) {
      int row = found[i];
      a += value[row & 0xFF];
      b += value[row >>> 8 & 0xFF];
      c += value[row >>> 16 & 0xFF];
    }
    scores[0] = a;
    scores[1] = b;
    scores[2] = c;
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param in supports marks
   */
  public static Weights read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("not a model of this version");
    }
    int classes = in.readUnsignedByte();
    float largest = in.readFloat();
    int[] features = new int[in.readInt()];
    readFeatures(in, features);
    byte[] data;
    if (classes == PACKED) {
      data = new byte[features.length * PACKED];
      in.readFully(data);
    } else {
      data = new byte[1 + in.readInt()];
      if (data.length >= ~CHECK) {
        throw new IOException("a model of " + data.length + " bytes does not fit");
      }
      in.readFully(data, 1, data.length - 1);
    }
    return new Weights(classes, largest, features, data);
  }

  /** Ascending numbers, each as its distance from the one before: read in large pieces. */
  private static void readFeatures(DataInputStream in, int[] features) throws IOException {
    byte[] piece = new byte[PIECE];
    int row = 0;
    while (row < features.length) {
      in.mark(PIECE);
      int used = whole(piece, in.readNBytes(piece, 0, PIECE), features.length - row);
      if (used == 0) {
        throw new EOFException();
      }
      row = unpack(piece, used, features, row);
      // The rest is part of what follows.
      in.reset();
      in.skipNBytes(used);
    }
  }

  /** Length of the numbers that are there as a whole, of at most so many. */
  private static int whole(byte[] piece, int length, int most) {
    int end = 0;
    int n = 0;
    for (int at = 0; at < length && n < most; at++) {
      if (piece[at] >= 0) {
        n++;
        end = at + 1;
      }
    }
    return end;
  }

  /** Adds the numbers of a piece to those known; how many there are then. */
  private static int unpack(byte[] piece, int length, int[] features, int known) {
    int row = known;
    int last = row == 0 ? Integer.MIN_VALUE : features[row - 1];
    int distance = 0;
    int shift = 0;
    for (int at = 0; at < length; at++) {
      int b = piece[at];
      distance |= (b & 0x7F) << shift;
      shift += 7;
      if (b >= 0) {
        last += distance;
        features[row++] = last;
        distance = 0;
        shift = 0;
      }
    }
    return row;
  }

  /**
   * Writes a trained model, without the rows that the byte rounds to nothing.
   *
   * @param features hash of each row
   * @param weights {@code classes} values a row
   * @param least weights smaller than this are left out
   * @return rows written
   */
  public static int write(
      DataOutputStream out, int classes, int[] features, float[] weights, float least)
      throws IOException {
    float largest = 0;
    for (int i = 0; i < features.length * classes; i++) {
      largest = Math.max(largest, Math.abs(weights[i]));
    }
    byte[] cells = new byte[features.length * classes];
    Integer[] order = new Integer[features.length];
    int kept = 0;
    for (int row = 0; row < features.length; row++) {
      boolean any = false;
      for (int c = 0; c < classes; c++) {
        float w = weights[row * classes + c];
        if (Math.abs(w) >= least) {
          int q = Math.round(127f * (float) Math.sqrt(Math.abs(w) / largest));
          cells[row * classes + c] = (byte) (w < 0 ? -q : q);
          any |= q != 0;
        }
      }
      if (any) {
        order[kept++] = row;
      }
    }
    Arrays.sort(order, 0, kept, (a, b) -> Integer.compare(features[a], features[b]));
    out.writeInt(MAGIC);
    out.writeByte(classes);
    out.writeFloat(largest);
    out.writeInt(kept);
    int last = Integer.MIN_VALUE;
    for (int k = 0; k < kept; k++) {
      int feature = features[order[k]];
      writeVarint(out, feature - last);
      last = feature;
    }
    writeRows(out, classes, order, kept, cells);
    return kept;
  }

  private static void writeRows(
      DataOutputStream out, int classes, Integer[] order, int kept, byte[] cells)
      throws IOException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (int k = 0; k < kept; k++) {
      int from = order[k] * classes;
      if (classes == PACKED) {
        data.write(cells, from, classes);
        continue;
      }
      int present = 0;
      for (int c = 0; c < classes; c++) {
        present += cells[from + c] != 0 ? 1 : 0;
      }
      data.write(present);
      for (int c = 0; c < classes; c++) {
        if (cells[from + c] != 0) {
          data.write(c);
          data.write(cells[from + c]);
        }
      }
    }
    if (classes != PACKED) {
      out.writeInt(data.size());
    }
    data.writeTo(out);
  }

  static int readVarint(DataInputStream in) throws IOException {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      int b = in.readUnsignedByte();
      value |= (b & 0x7F) << shift;
      if (b < 128) {
        return value;
      }
    }
  }

  static void writeVarint(DataOutputStream out, int value) throws IOException {
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      out.writeByte(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }
}
