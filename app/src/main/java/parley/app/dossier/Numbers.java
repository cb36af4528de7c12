package parley.app.dossier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import parley.app.packing.Columns;

/**
 * Whole numbers as bytes, small ones in one: seven bits a byte, the last with its top bit free. Of
 * which columns they are makes no difference.
 */
final class Numbers {

  private Numbers() {}

  /** Writes. */
  static final class Out implements Columns.Out {
    private byte[] bytes = new byte[512];
    private int size;

    void raw(int b) {
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, size * 2);
      }
      bytes[size++] = (byte) b;
    }

    @Override
    public void number(int column, long value) {
      long left = value;
      while (left > 0x7F || left < 0) {
        raw((int) left & 0x7F | 0x80);
        left >>>= 7;
      }
      raw((int) left);
    }

    @Override
    public void signed(int column, long value) {
      number(column, value << 1 ^ value >> 63);
    }

    @Override
    public void fixed(long value, int width) {
      for (int i = 0; i < width; i++) {
        raw((int) (value >>> 8 * i));
      }
    }

    @Override
    public void text(int column, String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      number(column, utf8.length);
      for (byte b : utf8) {
        raw(b);
      }
    }

    byte[] bytes() {
      return Arrays.copyOf(bytes, size);
    }
  }

  /** Reads what {@link Out} wrote. */
  static final class In implements Columns.In {
    private final byte[] bytes;
    private int at;

    In(byte[] bytes) {
      this.bytes = bytes;
    }

    int raw() {
      return bytes[at++] & 0xFF;
    }

    @Override
    public long number(int column) {
      long value = 0;
      for (int shift = 0; ; shift += 7) {
        int b = raw();
        value |= (long) (b & 0x7F) << shift;
        if (b < 0x80) {
          return value;
        }
      }
    }

    @Override
    public long signed(int column) {
      long value = number(column);
      return value >>> 1 ^ -(value & 1);
    }

    @Override
    public long fixed(int width) {
      long value = 0;
      for (int i = 0; i < width; i++) {
        value |= (long) raw() << 8 * i;
      }
      return value;
    }

    @Override
    public String text(int column) {
      int length = small(column);
      String text = new String(bytes, at, length, StandardCharsets.UTF_8);
      at += length;
      return text;
    }
  }
}
