package parley.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kind of a document, told by its first bytes (8 KiB, fewer only if it has no more). */
enum Kind {
  EMPTY,
  BINARY,
  OLD_OFFICE,
  PAGE,
  PDF,
  FEED,
  JSON,
  TABLE,
  MAIL,
  RTF,
  TEXT;

  /** Bytes that are looked at. */
  private static final int HEAD = 8192;

  /** Where a tar file says what it is. */
  private static final int TAR_MARK = 257;

  private static final String[] PAGE_TAGS = {
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<title",
    "<meta ",
    "<article",
    "<div",
    "<p>",
    "<p "
  };

  /** Whether a document of this kind may hold any number of reports, one after the other. */
  boolean isManyReports() {
    return this == JSON || this == TABLE;
  }

  static Kind of(byte[] bytes, Map<String, String> columns) {
    int n = Math.min(bytes.length, HEAD);
    boolean wide = wide(bytes, n);
    int controls = 0;
    int solid = 0;
    for (int i = 0; i < n; i++) {
      int b = bytes[i] & 0xff;
      if (b > ' ') {
        solid++;
      } else if (b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b) {
        controls++;
      }
    }
    if (solid == 0 && controls == 0 && bytes.length < HEAD) {
      return EMPTY;
    }
    String start = new String(bytes, 0, n, StandardCharsets.UTF_8);
    if (start.startsWith("%PDF-")
        || start.substring(0, Math.min(1024, start.length())).contains("%PDF-1.")) {
      return PDF;
    }
    if (n >= 4 && bytes[0] == (byte) 0xd0 && bytes[1] == (byte) 0xcf && bytes[2] == 0x11) {
      return OLD_OFFICE;
    }
    if (!wide && (controls * 20 > n || known(bytes) || packing(bytes) != null)) {
      return BINARY;
    }
    String head = wide ? start.replace("\0", "") : start;
    if (head.startsWith("\ufeff")) {
      head = head.substring(1);
    }
    String lead = head.stripLeading();
    if (lead.startsWith("<") && Feeds.is(lead)) {
      return FEED;
    }
    if (lead.startsWith("{\\rtf")) {
      return RTF;
    }
    if (lead.matches("(?s)\\{\\s*[\"}].*|\\[\\s*[{\\]].*|(?:\\[\\s*){3}.*")) {
      return JSON;
    }
    if (Mail.is(head)) {
      return MAIL;
    }
    if (!lead.startsWith("<") && Tables.is(head, columns)) {
      return TABLE;
    }
    head = head.toLowerCase(Locale.ROOT);
    for (String tag : PAGE_TAGS) {
      if (head.contains(tag)) {
        return PAGE;
      }
    }
    return TEXT;
  }

  /** By what an archive that is not read was packed; null if that cannot be told. */
  static @Nullable String packing(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1);
    return start.startsWith("BZh")
        ? "bzip2"
        : start.startsWith("\u00fd7zXZ")
            ? "xz"
            : start.startsWith("7z\u00bc\u00af")
                ? "7-Zip"
                : start.startsWith("Rar!")
                    ? "RAR"
                    : start.startsWith("ustar", TAR_MARK) ? "tar" : null;
  }

  /** Two bytes a character: a byte order mark, or nearly every other byte is NUL. */
  private static boolean wide(byte[] bytes, int n) {
    if (n >= 2) {
      int mark = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
      if (mark == 0xfeff || mark == 0xfffe) {
        return true;
      }
    }
    int[] zeros = new int[2];
    for (int i = 0; i < n; i++) {
      if (bytes[i] == 0) {
        zeros[i & 1]++;
      }
    }
    return n >= 8
        && Math.max(zeros[0], zeros[1]) * 10 > n * 4
        && Math.min(zeros[0], zeros[1]) * 20 < n;
  }

  /** Pictures, sound, programs: by the marks that such files begin with. */
  private static boolean known(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
    return start.startsWith("\u0089PNG")
        || start.startsWith("\u00ff\u00d8\u00ff")
        || start.startsWith("GIF8")
        || start.startsWith("\u007fELF")
        || start.startsWith("OggS")
        || start.startsWith("ID3");
  }
}
