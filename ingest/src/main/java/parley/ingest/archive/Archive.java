package parley.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of archives one by one: WARC and ARC, plain and gzip (per record or whole), ZIP
 * and what is made of it (WACZ), and single gzip files. A damaged member is reported and skipped.
 *
 * <p>Memory is bounded by the largest member that is allowed; what unpacks to more is reported.
 */
public final class Archive {

  /** What is in the archive. */
  public interface Members {

    /**
     * A whole member.
     *
     * @param place its name, or the address it was fetched from
     * @param url the address it was fetched from, null if it was not
     */
    void member(String place, @Nullable String url, byte[] bytes);

    /**
     * A member that may be larger than what is handed out whole.
     *
     * @param in ends where the member ends; an exception from it means that the member is damaged
     * @throws IOException what {@code in} threw
     */
    void member(String place, InputStream in) throws IOException;

    /** A member that cannot be had. */
    void damaged(String place, String what);
  }

  /** Kinds of archive, told by the first bytes. */
  public enum Kind {
    GZIP,
    ZIP,
    WARC,
    ARC,
    ZSTD
  }

  private final int largest;

  /**
   * @param largest bytes of the largest member that is handed out
   */
  public Archive(int largest) {
    this.largest = largest;
  }

  /** The kind of archive that begins so; null if it is none. */
  public static @Nullable Kind kind(byte[] head) {
    if (head.length >= 4 && at(head, 0) == 0x1f && at(head, 1) == 0x8b && head[2] == 8) {
      return Kind.GZIP;
    }
    if (head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
      return Kind.ZIP;
    }
    if (head.length >= 4
        && at(head, 0) == 0x28
        && at(head, 1) == 0xb5
        && at(head, 2) == 0x2f
        && at(head, 3) == 0xfd) {
      return Kind.ZSTD;
    }
    if (starts(head, "WARC/")) {
      return Kind.WARC;
    }
    return starts(head, "filedesc://") ? Kind.ARC : null;
  }

  /** The first entry's name of a ZIP file that begins so; null if it cannot be told. */
  public static @Nullable String firstEntry(byte[] head) {
    return Zip.firstName(head);
  }

  /** Reads a stream to its end. */
  public void read(Kind kind, InputStream in, Members to) throws IOException {
    switch (kind) {
      case WARC -> new Warc(largest, to).read(new Records(in));
      case ARC -> new Warc(largest, to).readArc(new Records(in));
      case GZIP -> gzip(in, to);
      case ZIP -> new Zip(to).read(in);
      case ZSTD -> to.damaged("", "is packed with zstd, which is not unpacked here");
    }
  }

  private void gzip(InputStream in, Members to) throws IOException {
    Gzip unpacked = new Gzip(in);
    Records records = new Records(unpacked);
    byte[] head;
    try {
      head = records.peek(16);
    } catch (Gzip.DamagedException e) {
      head = new byte[0];
      to.damaged("byte " + e.offset(), "is damaged: " + e.getMessage());
    }
    Kind inner = kind(head);
    if (inner == Kind.ARC) {
      new Warc(largest, to).readArc(records);
    } else if (inner == Kind.WARC || head.length == 0) {
      new Warc(largest, to).read(records);
    } else {
      try {
        to.member("", new Bounded(records.rest(), unpacked::packed));
      } catch (Gzip.DamagedException e) {
        to.damaged("", "is damaged at byte " + e.offset() + ": " + e.getMessage());
      }
    }
  }

  private static boolean starts(byte[] head, String with) {
    if (head.length < with.length()) {
      return false;
    }
    for (int i = 0; i < with.length(); i++) {
      if (head[i] != with.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int at(byte[] bytes, int i) {
    return bytes[i] & 0xff;
  }
}
