package parley.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Entries of a ZIP file, read as a stream; names are only shown, never opened as files. A damaged
 * entry costs no other: reading goes on at the next entry's header.
 */
final class Zip {

  private static final int ENTRY = 0x04034b50;
  private static final int DESCRIPTOR = 0x08074b50;
  private static final int HEADER_BYTES = 30;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int LOCKED = 1;
  private static final int SIZES_FOLLOW = 8;
  private static final long IN_ZIP64 = 0xffffffffL;

  /** What one file may unpack to, so that a small file cannot keep a machine busy for hours. */
  private static final long MOST = 64L << 30;

  private static final int MOST_ENTRIES = 1_000_000;

  private final Archive.Members to;
  private long unpacked;

  Zip(Archive.Members to) {
    this.to = to;
  }

  /** The name of the first entry of a ZIP file that begins so; null if it cannot be told. */
  static @Nullable String firstName(byte[] head) {
    if (head.length < HEADER_BYTES || number(head, 0, 4) != ENTRY) {
      return null;
    }
    int length = (int) number(head, 26, 2);
    return head.length < HEADER_BYTES + length
        ? null
        : new String(head, HEADER_BYTES, length, StandardCharsets.UTF_8);
  }

  void read(InputStream stream) throws IOException {
    Records in = new Records(stream);
    for (int n = 0; ; n++) {
      byte[] head = in.peek(HEADER_BYTES);
      if (head.length < 4 || head[0] == 'P' && head[1] == 'K' && head[2] != 3) {
        // The list of entries at the end, or nothing.
        return;
      }
      if (head.length < HEADER_BYTES || number(head, 0, 4) != ENTRY) {
        long from = in.offset();
        boolean more = skipTo(in);
        to.damaged("byte " + from, "holds no entry; what stands there was skipped");
        if (!more) {
          return;
        }
        continue;
      }
      if (n >= MOST_ENTRIES || unpacked > MOST) {
        to.damaged("byte " + in.offset(), "and what follows was left: it unpacks to too much");
        return;
      }
      entry(in, head);
    }
  }

  private void entry(Records in, byte[] head) throws IOException {
    int flags = (int) number(head, 6, 2);
    int method = (int) number(head, 8, 2);
    int nameLength = (int) number(head, 26, 2);
    int extraLength = (int) number(head, 28, 2);
    byte[] rest = in.peek(HEADER_BYTES + nameLength + extraLength);
    in.block(rest.length, 0);
    if (rest.length < HEADER_BYTES + nameLength + extraLength) {
      to.damaged("byte " + in.offset(), "breaks off");
      return;
    }
    String name = new String(rest, HEADER_BYTES, nameLength, StandardCharsets.UTF_8);
    boolean told = (flags & SIZES_FOLLOW) == 0;
    long packed = told ? packed(rest, HEADER_BYTES + nameLength, extraLength) : -1;
    String fault =
        (flags & LOCKED) != 0
            ? "is locked with a password"
            : method != STORED && method != DEFLATED
                ? "is packed in a way that is not unpacked here (method " + method + ")"
                : method == STORED && packed < 0 ? "states no length" : null;
    if (fault != null || name.endsWith("/") && packed == 0) {
      if (fault != null) {
        to.damaged(name, fault);
      }
      pass(in, packed);
      return;
    }
    Content content = new Content(in, method == DEFLATED, packed, told ? number(head, 14, 4) : -1);
    long begun = in.offset();
    Bounded bounded = new Bounded(content, () -> in.offset() - begun);
    try {
      to.member(name, bounded);
    } catch (IOException e) {
      content.failed = true;
      to.damaged(name, "is damaged: " + e.getMessage());
    }
    if (!content.ended && !content.failed) {
      pass(bounded, content);
    }
    unpacked += content.size;
    content.inflater.end();
    if (content.failed || !content.ended) {
      // What was taken to be the entry's may be the next one's.
      in.unread(content.taken);
      skipTo(in);
    }
  }

  /** Passes over what the taker left of an entry: why it left it is told already. */
  private static void pass(InputStream rest, Content content) {
    byte[] sink = new byte[1 << 13];
    try {
      while (rest.read(sink) >= 0) {}
    } catch (IOException e) {
      content.failed = true;
    }
  }

  /** Passes over the bytes of an entry, by its length if that is told. */
  private static void pass(Records in, long packed) throws IOException {
    if (packed >= 0) {
      in.block(packed, 0);
    } else {
      skipTo(in);
    }
  }

  /** The packed length that a header tells, or its extra field for what is larger than 4 GB. */
  private static long packed(byte[] header, int extra, int length) {
    long packed = number(header, 18, 4);
    for (int at = extra; packed == IN_ZIP64 && at + 4 <= extra + length; ) {
      int size = (int) number(header, at + 2, 2);
      if (number(header, at, 2) == 1 && size >= 16 && at + 20 <= extra + length) {
        return number(header, at + 12, 8);
      }
      at += 4 + size;
    }
    return packed;
  }

  /** Stands at the next entry's header or the list of entries; false if there is none. */
  private static boolean skipTo(Records in) throws IOException {
    while (true) {
      byte[] next = in.peek(1 << 12);
      if (next.length < 4) {
        in.block(next.length, 0);
        return false;
      }
      for (int i = 0; i + 4 <= next.length; i++) {
        if (next[i] == 'P'
            && next[i + 1] == 'K'
            && (next[i + 2] == 3 && next[i + 3] == 4 || next[i + 2] == 1 && next[i + 3] == 2)) {
          in.block(i, 0);
          return true;
        }
      }
      in.block(next.length - 3, 0);
    }
  }

  private static long number(byte[] bytes, int at, int length) {
    long value = 0;
    for (int i = length - 1; i >= 0; i--) {
      value = value << 8 | bytes[at + i] & 0xff;
    }
    return value;
  }

  /** What an entry holds, unpacked; its sum is checked at its end. */
  private static final class Content extends InputStream {

    private final Records in;
    private final boolean deflated;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private final byte[] chunk = new byte[1 << 13];

    /** Packed bytes that are left; negative if not told. */
    private long left;

    /** As the header tells it, negative if it follows. */
    private final long told;

    /** Packed bytes taken last, of which some may not be the entry's. */
    private int taken;

    private long size;
    private boolean ended;
    private boolean failed;

    Content(Records in, boolean deflated, long packed, long told) {
      this.in = in;
      this.deflated = deflated;
      this.left = packed;
      this.told = told;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      if (ended || failed || length == 0) {
        return length == 0 ? 0 : -1;
      }
      try {
        int n = deflated ? inflate(to, offset, length) : copy(to, offset, length);
        if (n > 0) {
          sum.update(to, offset, n);
          size += n;
          return n;
        }
        ended = true;
        check();
        return -1;
      } catch (DataFormatException e) {
        failed = true;
        throw new IOException(e.getMessage() == null ? "bad data" : e.getMessage(), e);
      } catch (IOException e) {
        failed = true;
        throw e;
      }
    }

    private int copy(byte[] to, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int n = in.read(to, offset, (int) Math.min(length, left));
      if (n < 0) {
        throw new IOException("it breaks off");
      }
      left -= n;
      return n;
    }

    private int inflate(byte[] to, int offset, int length) throws IOException, DataFormatException {
      while (true) {
        int n = inflater.inflate(to, offset, length);
        if (n > 0) {
          return n;
        }
        if (inflater.finished()) {
          in.unread(inflater.getRemaining());
          taken = 0;
          return -1;
        }
        if (inflater.needsDictionary()) {
          throw new IOException("a dictionary is asked for");
        }
        int more = in.read(chunk, 0, chunk.length);
        if (more < 0) {
          throw new IOException("it breaks off");
        }
        taken = more;
        inflater.setInput(chunk, 0, more);
      }
    }

    private void check() throws IOException {
      long expected = told;
      if (told < 0) {
        byte[] next = in.peek(24);
        int at = next.length >= 4 && number(next, 0, 4) == DESCRIPTOR ? 4 : 0;
        if (next.length < at + 12) {
          throw new IOException("it breaks off");
        }
        expected = number(next, at, 4);
        // Lengths of four bytes, or of eight in a file for more than 4 GB: the entry's own tells.
        boolean wide = next.length >= at + 20 && number(next, at + 12, 8) == size && size > 0;
        in.block(at + (wide ? 20 : 12), 0);
      }
      if (sum.getValue() != expected) {
        throw new IOException("its checksum is wrong");
      }
    }
  }
}
