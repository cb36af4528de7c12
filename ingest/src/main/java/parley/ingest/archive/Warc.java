package parley.ingest.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Records of WARC and ARC files. A record is handed out only when all of it, and the end of the
 * packed member that holds it, was read without fault.
 */
final class Warc {

  /** As long as what a record begins with. */
  private static final String MARK = "WARC/1.";

  private final int largest;
  private final Archive.Members to;

  /** Damage of the member after the record in hand. */
  private Gzip.@Nullable DamagedException next;

  Warc(int largest, Archive.Members to) {
    this.largest = largest;
    this.to = to;
  }

  void read(Records in) throws IOException {
    while (true) {
      String address = "";
      if (next != null) {
        // Found while looking whether the record before it ends well.
        to.damaged("member at byte " + next.offset(), "is damaged: " + next.getMessage());
        next = null;
        in.drop();
      }
      try {
        long from = in.offset();
        byte[] begin = in.peek(5);
        boolean blank = begin.length > 0 && (begin[0] == '\n' || begin[0] == '\r');
        if (!blank && begin.length > 0 && !starts(begin, "WARC/")) {
          boolean more = skipTo(in);
          to.damaged("byte " + from, "holds no WARC record; what stands there was skipped");
          if (!more) {
            return;
          }
          continue;
        }
        String line = in.line();
        if (line == null) {
          return;
        }
        if (line.isBlank()) {
          continue;
        }
        Map<String, String> head = headers(in);
        address = head.getOrDefault("warc-target-uri", "").replaceAll("^<|>$", "");
        long length = number(head.get("content-length"));
        if (length < 0) {
          to.damaged(place(address, in), "states no length");
          skipDamage(in);
          continue;
        }
        byte[] block = in.block(length, largest + 1);
        boolean whole = in.lastRead() == length;
        if (whole && !followedWell(in)) {
          // Its length is wrong, or a damaged member was unpacked on into what is not its own.
          to.damaged(place(address, in), "is damaged at its end");
          int other = nextRecord(block);
          if (other >= 0) {
            in.giveBack(block, other);
          } else {
            skipDamage(in);
          }
          continue;
        }
        record(head, address, block, whole, in);
      } catch (Gzip.DamagedException e) {
        to.damaged(
            address.isEmpty() ? "member at byte " + e.offset() : address,
            "is damaged at byte " + e.offset() + ": " + e.getMessage());
        in.drop();
      }
    }
  }

  /**
   * Whether a record ends with the empty lines that end one, or is followed by another record or by
   * nothing; looking there also checks the sum of a member packed by itself.
   */
  private boolean followedWell(Records in) throws IOException {
    byte[] after;
    try {
      after = in.peek(9);
    } catch (Gzip.DamagedException e) {
      if (e.start() < in.offset()) {
        throw e;
      }
      next = e;
      return true;
    }
    String raw = new String(after, StandardCharsets.ISO_8859_1);
    String following = raw.stripLeading();
    return following.isEmpty()
        || raw.startsWith("\r\n\r\n")
        || "WARC/".startsWith(following)
        || following.startsWith("WARC/");
  }

  private static void skipDamage(Records in) throws IOException {
    try {
      skipTo(in);
    } catch (Gzip.DamagedException sameMember) {
      // The record it belongs to has been reported; reading goes on at the next member.
      in.drop();
    }
  }

  private void record(
      Map<String, String> head, String address, byte[] block, boolean whole, Records in) {
    String type = head.getOrDefault("warc-type", "");
    boolean response = type.equals("response");
    if (!response && !type.equals("resource") && !type.equals("conversion")) {
      return;
    }
    if (!whole) {
      to.damaged(place(address, in), "breaks off");
      return;
    }
    if (block.length > largest) {
      to.damaged(place(address, in), "is larger than " + (largest >> 20) + " MiB");
      return;
    }
    if (!response || !starts(block, "HTTP/")) {
      if (!address.startsWith("dns:")
          && !head.getOrDefault("content-type", "").startsWith("text/dns")) {
        to.member(place(address, in), address.isEmpty() ? null : address, block);
      }
      return;
    }
    http(place(address, in), address, block);
  }

  /** ARC, version 1 and 2: a line of address, IP, date, type and length before each block. */
  void readArc(Records in) throws IOException {
    while (true) {
      String address = "";
      try {
        String line = in.line();
        if (line == null) {
          return;
        }
        if (line.isBlank()) {
          continue;
        }
        String[] fields = line.split(" ");
        long length = number(fields[fields.length - 1]);
        if (fields.length < 5 || length < 0) {
          to.damaged("byte " + in.offset(), "holds no ARC record: the rest of the file is left");
          return;
        }
        address = fields[0];
        byte[] block = in.block(length, largest + 1);
        boolean whole = in.lastRead() == length;
        in.peek(2);
        if (address.startsWith("filedesc:") || address.startsWith("dns:")) {
          continue;
        }
        if (!whole || block.length > largest) {
          to.damaged(address, whole ? "is too large" : "breaks off");
        } else if (starts(block, "HTTP/")) {
          http(address, address, block);
        } else {
          to.member(address, address, block);
        }
      } catch (Gzip.DamagedException e) {
        to.damaged(
            address.isEmpty() ? "member at byte " + e.offset() : address,
            "is damaged: " + e.getMessage());
      }
    }
  }

  private void http(String place, String address, byte[] block) {
    int body = bodyOf(block);
    String[] lines = new String(block, 0, body, StandardCharsets.ISO_8859_1).split("\r?\n");
    String[] status = lines[0].split(" ");
    if (status.length > 1 && !status[1].startsWith("2")) {
      return;
    }
    Map<String, String> head = new HashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        head.putIfAbsent(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    String type = head.getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
    if (type.startsWith("image/")
        || type.startsWith("video/")
        || type.startsWith("audio/")
        || type.startsWith("font/")
        || type.contains("javascript")
        || type.startsWith("text/css")
        || type.startsWith("application/octet-stream")) {
      return;
    }
    byte[] bytes = Arrays.copyOfRange(block, body, block.length);
    if (head.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT).contains("chunked")) {
      bytes = unchunked(bytes);
    }
    String encoding = head.getOrDefault("content-encoding", "").toLowerCase(Locale.ROOT);
    if (encoding.contains("gzip") || encoding.contains("deflate")) {
      byte[] unpacked = unpacked(bytes, encoding);
      if (unpacked != null && unpacked.length > largest) {
        to.damaged(place, "unpacks to more than " + (largest >> 20) + " MiB");
        return;
      }
      // Crawlers often store the body unpacked under the header that says otherwise.
      bytes = unpacked == null ? bytes : unpacked;
    }
    to.member(place, address, bytes);
  }

  private byte @Nullable [] unpacked(byte[] bytes, String encoding) {
    boolean gzip = bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
    if (encoding.contains("gzip") && !gzip) {
      return null;
    }
    try (InputStream in =
        gzip
            ? new GZIPInputStream(new ByteArrayInputStream(bytes))
            : new InflaterInputStream(new ByteArrayInputStream(bytes))) {
      return in.readNBytes(largest + 1);
    } catch (IOException notPacked) {
      return null;
    }
  }

  /** The body without the sizes of its chunks; as it is if they do not fit. */
  private static byte[] unchunked(byte[] bytes) {
    byte[] out = new byte[bytes.length];
    int n = 0;
    int i = 0;
    while (i < bytes.length) {
      int size = 0;
      int digits = 0;
      while (i < bytes.length && Character.digit(bytes[i], 16) >= 0 && digits < 8) {
        size = size * 16 + Character.digit(bytes[i++], 16);
        digits++;
      }
      while (i < bytes.length && bytes[i] != '\n') {
        i++;
      }
      i++;
      if (digits == 0 || size < 0 || i + size > bytes.length) {
        return bytes;
      }
      if (size == 0) {
        break;
      }
      System.arraycopy(bytes, i, out, n, size);
      n += size;
      i += size + 2;
    }
    return Arrays.copyOf(out, n);
  }

  private static int bodyOf(byte[] block) {
    for (int i = 0; i + 1 < block.length; i++) {
      if (block[i] == '\n'
          && (block[i + 1] == '\n'
              || (i + 2 < block.length && block[i + 1] == '\r' && block[i + 2] == '\n'))) {
        return i + (block[i + 1] == '\n' ? 2 : 3);
      }
    }
    return block.length;
  }

  private static Map<String, String> headers(Records in) throws IOException {
    Map<String, String> head = new HashMap<>();
    String name = "";
    for (String line = in.line(); line != null && !line.isEmpty(); line = in.line()) {
      int colon = line.indexOf(':');
      if (Character.isWhitespace(line.charAt(0)) && !name.isEmpty()) {
        head.merge(name, line.strip(), (a, b) -> a + " " + b);
      } else if (colon > 0) {
        name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        head.putIfAbsent(name, line.substring(colon + 1).strip());
      }
    }
    return head;
  }

  private static boolean skipTo(Records in) throws IOException {
    while (true) {
      byte[] window = in.peek(1 << 12);
      int found = record(window, 0);
      if (found >= 0) {
        in.block(found, 0);
        return true;
      }
      if (window.length < MARK.length()) {
        in.block(window.length, 0);
        return false;
      }
      in.block(window.length - MARK.length() + 1, 0);
    }
  }

  /** Where another record begins within a block, after the empty line that ends one; or -1. */
  private static int nextRecord(byte[] block) {
    for (int i = record(block, 4); i >= 0; i = record(block, i + 1)) {
      if (block[i - 1] == '\n' && block[i - 2] == '\r' && block[i - 3] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Where the first line of a record stands in bytes, from a place on; -1 if none does. */
  private static int record(byte[] bytes, int from) {
    for (int i = from; i + MARK.length() <= bytes.length; i++) {
      if (bytes[i] == 'W'
          && starts(Arrays.copyOfRange(bytes, i, i + MARK.length()), "WARC/")
          && Character.isDigit(bytes[i + 5])
          && bytes[i + 6] == '.') {
        return i;
      }
    }
    return -1;
  }

  private static boolean starts(byte[] bytes, String with) {
    return bytes.length >= with.length()
        && new String(bytes, 0, with.length(), StandardCharsets.ISO_8859_1).equals(with);
  }

  private static long number(@Nullable String digits) {
    if (digits == null || digits.isEmpty() || digits.length() > 15) {
      return -1;
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return -1;
      }
    }
    return Long.parseLong(digits);
  }

  private static String place(String address, Records in) {
    return address.isEmpty() ? "record before byte " + in.offset() : address;
  }
}
