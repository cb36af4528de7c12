package parley.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks a gzip file of any number of members. Where a member is damaged it throws, and stands at
 * the next member that can be unpacked: the caller may read on.
 */
final class Gzip extends InputStream {

  /** Packed bytes kept behind, in which the next member is looked for after damage. */
  private static final int KEPT = 16 << 20;

  private static final int CHUNK = 1 << 16;

  /** A damaged member. */
  static final class DamagedException extends IOException {
    private static final long serialVersionUID = 1L;
    private final long offset;
    private final long start;

    DamagedException(String what, long offset, long start) {
      super(what);
      this.offset = offset;
      this.start = start;
    }

    /** How much had been unpacked when the damaged member began. */
    long start() {
      return start;
    }

    /** Where the damaged member begins in the packed file. */
    long offset() {
      return offset;
    }
  }

  private final InputStream in;
  private byte[] buffer = new byte[CHUNK * 2];

  /** Offset in the file of the buffer's first byte. */
  private long base;

  private int end;
  private int at;

  /** Where the member in hand begins in the buffer. */
  private int member;

  private long memberOffset;

  /** Unpacked so far, and where in that members begin which were not asked for yet. */
  private long total;

  private long memberStart;
  private final Deque<Long> starts = new ArrayDeque<>();
  private boolean open;
  private boolean ended;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private long unpacked;

  Gzip(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int n = read(one, 0, 1);
    return n < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] out, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (true) {
      if (!open && !nextMember()) {
        return -1;
      }
      try {
        int n = inflater.inflate(out, offset, length);
        if (n > 0) {
          crc.update(out, offset, n);
          unpacked += n;
          total += n;
          return n;
        }
        if (inflater.finished()) {
          at = end - inflater.getRemaining();
          finish();
          continue;
        }
        if (inflater.needsDictionary()) {
          throw damaged("a dictionary is asked for");
        }
        at = end;
        if (!fill()) {
          throw damaged("it ends within a member");
        }
        inflater.setInput(buffer, at, end - at);
      } catch (DataFormatException e) {
        throw damaged(e.getMessage() == null ? "bad data" : e.getMessage());
      }
    }
  }

  /** Checks a member's sum and length. */
  private void finish() throws IOException {
    open = false;
    if (!need(8)) {
      throw damaged("it ends within a member");
    }
    long sum = little(at);
    long size = little(at + 4);
    if (sum != crc.getValue() || size != (unpacked & 0xffffffffL)) {
      throw damaged("its checksum is wrong");
    }
    at += 8;
  }

  /** Packed bytes read so far. */
  long packed() {
    return base + end;
  }

  private long little(int i) {
    return (buffer[i] & 0xffL)
        | (buffer[i + 1] & 0xffL) << 8
        | (buffer[i + 2] & 0xffL) << 16
        | (buffer[i + 3] & 0xffL) << 24;
  }

  /** Opens the member at {@link #at}; false at the end of the file. */
  private boolean nextMember() throws IOException {
    if (ended) {
      return false;
    }
    while (need(1) && buffer[at] == 0) {
      at++;
    }
    if (!need(1)) {
      ended = true;
      return false;
    }
    member = at;
    memberOffset = base + at;
    memberStart = total;
    if (!need(10) || !magic(at)) {
      throw damaged("no member begins here");
    }
    int flags = buffer[at + 3];
    at += 10;
    if ((flags & 4) != 0 && need(2)) {
      int extra = (buffer[at] & 0xff) | (buffer[at + 1] & 0xff) << 8;
      at += 2;
      if (!need(extra)) {
        throw damaged("it ends within a member");
      }
      at += extra;
    }
    for (int bit = 8; bit <= 16; bit <<= 1) {
      if ((flags & bit) != 0) {
        while (need(1) && buffer[at] != 0) {
          at++;
        }
        at++;
      }
    }
    if ((flags & 2) != 0) {
      at += 2;
    }
    need(1);
    inflater.reset();
    crc.reset();
    unpacked = 0;
    inflater.setInput(buffer, Math.min(at, end), Math.max(0, end - at));
    open = true;
    starts.add(total);
    return true;
  }

  /** Where, in what is unpacked, the first member after an offset begins that was opened. */
  long nextStart(long offset) {
    while (!starts.isEmpty() && starts.peek() <= offset) {
      starts.remove();
    }
    Long next = starts.peek();
    return next == null ? Long.MAX_VALUE : next;
  }

  private boolean magic(int i) {
    return buffer[i] == 0x1f && (buffer[i + 1] & 0xff) == 0x8b && buffer[i + 2] == 8;
  }

  /** Stands at the next member after the one in hand, or at the end. */
  private DamagedException damaged(String what) throws IOException {
    long from = memberOffset;
    long start = memberStart;
    open = false;
    int i = Math.max(member + 1, 0);
    while (true) {
      at = i;
      if (!need(4)) {
        at = end;
        ended = true;
        break;
      }
      i = at;
      if (magic(i) && (buffer[i + 3] & 0xe0) == 0) {
        break;
      }
      i++;
    }
    member = at;
    return new DamagedException(what, from, start);
  }

  private boolean need(int bytes) throws IOException {
    while (end - at < bytes) {
      if (!fill()) {
        return false;
      }
    }
    return true;
  }

  /** Reads more; what lies before the member in hand, or too far behind, is let go. */
  private boolean fill() throws IOException {
    int keep = Math.min(member, at);
    if (at - keep > KEPT) {
      keep = at - KEPT;
    }
    if (keep > CHUNK || end == buffer.length) {
      System.arraycopy(buffer, keep, buffer, 0, end - keep);
      base += keep;
      end -= keep;
      at -= keep;
      member = Math.max(0, member - keep);
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int n = in.read(buffer, end, Math.min(CHUNK, buffer.length - end));
    if (n <= 0) {
      return false;
    }
    end += n;
    return true;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
