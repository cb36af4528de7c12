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

  /** Bytes that are kept after they were read, so that they can be given back. */
  private static final int BEHIND = 1 << 13;

  private final InputStream in;

  /** Tells where packed members begin; null if nothing is packed. */
  private final @Nullable Gzip members;

  private byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private long passed;

  Records(InputStream in) {
    this.in = in;
    this.members = in instanceof Gzip gzip ? gzip : null;
  }

  /** Bytes read so far. */
  long offset() {
    return passed + at;
  }

  private boolean fill() throws IOException {
    int gone = at - Math.min(at, BEHIND);
    if (gone > 0) {
      System.arraycopy(buffer, gone, buffer, 0, end - gone);
      passed += gone;
      end -= gone;
      at -= gone;
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

  /**
   * The next bytes, fewer at the end of the stream, or where a packed member begins with another
   * record: a length that reaches beyond that is wrong.
   */
  byte[] block(long length, int keep) throws IOException {
    ByteArrayOutputStream out =
        new ByteArrayOutputStream((int) Math.min(keep, Math.min(length, 1 << 20)));
    long left = length;
    long begin = offset();
    while (left > 0) {
      if (at == end && !fill()) {
        break;
      }
      long until = members == null ? Long.MAX_VALUE : members.nextStart(begin) - offset();
      if (until <= 0) {
        byte[] next = peek(5);
        if (new String(next, StandardCharsets.ISO_8859_1).equals("WARC/")) {
          break;
        }
        begin = offset();
        continue;
      }
      int n = (int) Math.min(Math.min(left, until), end - at);
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

  /** Gives back the end of the last {@link #block}. */
  void giveBack(byte[] bytes, int from) {
    byte[] all = new byte[Math.max(1 << 16, bytes.length - from + end - at)];
    System.arraycopy(bytes, from, all, 0, bytes.length - from);
    System.arraycopy(buffer, at, all, bytes.length - from, end - at);
    passed = offset() - (bytes.length - from);
    end = bytes.length - from + end - at;
    at = 0;
    buffer = all;
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
