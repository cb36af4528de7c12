package parley.app.packing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bits in a row, the first in the highest place of the first byte. */
final class Bits {

  private Bits() {}

  /** Writes. */
  static final class Out {
    private byte[] bytes = new byte[1024];
    private int size;
    private long held;
    private int count;

    /** The lowest {@code width} bits of a value, at most 32. */
    void put(long value, int width) {
      held = held << width | value & (1L << width) - 1;
      count += width;
      while (count >= 8) {
        count -= 8;
        if (size == bytes.length) {
          bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) (held >>> count);
      }
    }

    byte[] bytes() {
      byte[] result = Arrays.copyOf(bytes, size + (count > 0 ? 1 : 0));
      if (count > 0) {
        result[size] = (byte) (held << 8 - count);
      }
      return result;
    }
  }

  /** Reads what {@link Out} wrote. */
  static final class In {

    private static final VarHandle INTEGERS =
        MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    /** Bits that may be looked at behind the end. */
    private static final int BEYOND = 64;

    private final byte[] bytes;
    private int at;
    private long held;
    private int count;

    In(byte[] bytes, int from) {
      this.bytes = bytes;
      this.at = from;
    }

    /**
     * The next {@code width} bits, at most 32, without taking them.
     *
     * @throws DamagedException if there is nothing any more
     */
    int peek(int width) {
      if (count < width) {
        fill();
      }
      return (int) (held >>> count - width & (1L << width) - 1);
    }

    private void fill() {
      if (at + 4 <= bytes.length) {
        held = held << 32 | (int) INTEGERS.get(bytes, at) & 0xFFFF_FFFFL;
        at += 4;
        count += 32;
        return;
      }
      for (int i = 0; i < 4; i++) {
        if (at >= bytes.length + BEYOND / 8) {
          throw new DamagedException("ends too early");
        }
        held = held << 8 | (at < bytes.length ? bytes[at] & 0xFF : 0);
        at++;
        count += 8;
      }
    }

    void skip(int width) {
      count -= width;
    }

    /** Where reading stands. */
    record Mark(int at, long held, int count) {}

    Mark mark() {
      return new Mark(at, held, count);
    }

    void back(Mark to) {
      at = to.at();
      held = to.held();
      count = to.count();
    }

    /** The next {@code width} bits, at most 32. */
    long take(int width) {
      if (width == 0) {
        return 0;
      }
      long value = peek(width) & 0xFFFF_FFFFL;
      skip(width);
      return value;
    }
  }
}
