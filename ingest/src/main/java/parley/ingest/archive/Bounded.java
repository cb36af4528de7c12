package parley.ingest.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * What unpacks to very much more than it was is no document: reading ends with an exception, so
 * that a small file cannot keep a machine busy for hours.
 */
final class Bounded extends FilterInputStream {

  /** Text packs to a tenth, tables of repeated values to a fiftieth. */
  private static final long MOST_RATIO = 200;

  /** Unpacked bytes up to which the ratio does not matter. */
  private static final long HARMLESS = 256L << 20;

  private final LongSupplier packed;
  private long unpacked;

  /**
   * @param packed how many packed bytes were read so far
   */
  Bounded(InputStream in, LongSupplier packed) {
    super(in);
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    int n = super.read(to, offset, length);
    count(n);
    return n;
  }

  private void count(int n) throws IOException {
    unpacked += Math.max(0, n);
    if (unpacked > HARMLESS && unpacked > MOST_RATIO * packed.getAsLong()) {
      throw new IOException("it unpacks to more than " + MOST_RATIO + " times its size");
    }
  }
}
