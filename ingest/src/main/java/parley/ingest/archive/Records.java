package parley.ingest.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines and counted blocks of a stream, with a look ahead. */
final class Records {

  private static final int LONGEST_LINE = 1 << 16;

  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private long passed;

  Records(InputStream in) {
    this.in = in;
  }

  /** Bytes read so far. */
  long offset() {
    return passed + at;
  }

  private boolean fill() throws IOException {
    if (at > 0) {
      System.arraycopy(buffer, at, buffer, 0, end - at);
      passed += at;
      end -= at;
      at = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int n = in.read(buffer, end, buffer.length - end);
    if (n <= 0) {
      return false;
    }
    end += n;
    return true;
  }

  /** Lets go of what was read ahead: the rest of a member that turned out to be damaged. */
  void drop() {
    passed += end;
    at = 0;
    end = 0;
  }

  /** Up to that many of the next bytes, which stay to be read. */
  byte[] peek(int bytes) throws IOException {
    while (end - at < bytes && fill()) {}
    return Arrays.copyOfRange(buffer, at, Math.min(end, at + bytes));
  }

  /** The next line without its end; null at the end of the stream. Very long lines are cut. */
  @Nullable String line() throws IOException {
    int i = at;
    while (true) {
      while (i < end && buffer[i] != '\n') {
        i++;
      }
      if (i < end || i - at > LONGEST_LINE) {
        break;
      }
      int before = i - at;
      if (!fill()) {
        if (end == at) {
          return null;
        }
        i = end;
        break;
      }
      i = at + before;
    }
    int stop = i;
    if (stop > at && buffer[stop - 1] == '\r') {
      stop--;
    }
    String line = new String(buffer, at, stop - at, StandardCharsets.UTF_8);
    at = Math.min(i + 1, end);
    return line;
  }

  /** The next bytes, fewer only at the end of the stream. */
  byte[] block(long length, int keep) throws IOException {
    ByteArrayOutputStream out =
        new ByteArrayOutputStream((int) Math.min(keep, Math.min(length, 1 << 20)));
    long left = length;
    while (left > 0) {
      if (at == end && !fill()) {
        break;
      }
      int n = (int) Math.min(left, end - at);
      int kept = Math.min(n, keep - out.size());
      if (kept > 0) {
        out.write(buffer, at, kept);
      }
      at += n;
      left -= n;
    }
    read = length - left;
    return out.toByteArray();
  }

  private long read;

  /** Bytes that the last {@link #block} passed over, kept or not. */
  long lastRead() {
    return read;
  }

  /** Some of the next bytes, at least one; -1 at the end of the stream. */
  int read(byte[] to, int offset, int length) throws IOException {
    if (at == end && !fill()) {
      return -1;
    }
    int n = Math.min(length, end - at);
    System.arraycopy(buffer, at, to, offset, n);
    at += n;
    return n;
  }

  /** Gives back bytes of the last {@link #read}. */
  void unread(int bytes) {
    at -= bytes;
  }

  /** All that is left. */
  InputStream rest() {
    return new SequenceInputStream(new ByteArrayInputStream(buffer, at, end - at), in);
  }
}
