package parley.language.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * The shipped form of a linear model: one byte a weight, the square root of its size in 127 steps.
 * Immutable; safe for many threads.
 */
public final class Weights implements Scorer {

  private static final int MAGIC = 0x50415231;

  private final int classes;
  private final float[] value = new float[256];

  /** Pairs of feature and row, open addressing; feature 0 marks a free slot. */
  private final int[] slots;

  private final int mask;

  /** {@code classes} bytes a row. */
  private final byte[] cells;

  private Weights(int classes, float largest, int[] features, byte[] cells) {
    this.classes = classes;
    this.cells = cells;
    for (int i = 0; i < 256; i++) {
      int q = (byte) i;
      value[i] = largest * q * Math.abs(q) / (127f * 127f);
    }
    int capacity = Integer.highestOneBit(Math.max(4, features.length)) * 4;
    if (features.length * 2 < capacity / 2) {
      capacity /= 2;
    }
    slots = new int[capacity * 2];
    mask = capacity - 1;
    for (int row = 0; row < features.length; row++) {
      int at = features[row] & mask;
      while (slots[at * 2] != 0) {
        at = (at + 1) & mask;
      }
      slots[at * 2] = features[row];
      slots[at * 2 + 1] = row * classes;
    }
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public void score(int[] features, int count, float[] scores) {
    Arrays.fill(scores, 0, classes, 0f);
    for (int i = 0; i < count; i++) {
      int feature = features[i];
      int at = feature & mask;
      int key = slots[at * 2];
      while (key != feature && key != 0) {
        at = (at + 1) & mask;
        key = slots[at * 2];
      }
      if (key == 0) {
        continue;
      }
      int row = slots[at * 2 + 1];
      for (int c = 0; c < classes; c++) {
        scores[c] += value[cells[row + c] & 0xFF];
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  static Weights read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("not a model of this version");
    }
    int classes = in.readUnsignedByte();
    float largest = in.readFloat();
    int rows = in.readInt();
    int[] features = new int[rows];
    int feature = Integer.MIN_VALUE;
    for (int row = 0; row < rows; row++) {
      feature += readVarint(in);
      features[row] = feature;
    }
    byte[] cells = new byte[rows * classes];
    for (int row = 0; row < rows; row++) {
      int present = in.readUnsignedByte();
      for (int k = 0; k < present; k++) {
        int c = in.readUnsignedByte();
        cells[row * classes + c] = in.readByte();
      }
    }
    return new Weights(classes, largest, features, cells);
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
    for (int k = 0; k < kept; k++) {
      int row = order[k];
      int present = 0;
      for (int c = 0; c < classes; c++) {
        present += cells[row * classes + c] != 0 ? 1 : 0;
      }
      out.writeByte(present);
      for (int c = 0; c < classes; c++) {
        if (cells[row * classes + c] != 0) {
          out.writeByte(c);
          out.writeByte(cells[row * classes + c]);
        }
      }
    }
    return kept;
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
