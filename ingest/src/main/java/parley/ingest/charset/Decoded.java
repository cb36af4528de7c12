package parley.ingest.charset;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Characters that were made of bytes.
 *
 * @param text without byte order mark
 * @param charset the encoding that was used
 * @param how "mark", "utf-8", "detected" or "assumed"
 */
public record Decoded(String text, Charset charset, String how) {

  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Decodes plain text. */
  public static Decoded text(byte[] bytes) {
    return decode(bytes, bytes);
  }

  /**
   * Decodes a page. What a page says of its own encoding is not asked: where that is not UTF-8 it
   * is wrong too often; the encoding is detected on the text between the tags.
   */
  public static Decoded page(byte[] bytes) {
    Decoded known = strict(bytes);
    return known != null ? known : decode(bytes, Visible.of(bytes));
  }

  /**
   * Decodes a stream of any length, by the encoding that its beginning tells.
   *
   * @param in supports marks of {@code look} bytes
   */
  public static Reader stream(InputStream in, int look) throws IOException {
    in.mark(look);
    byte[] head = in.readNBytes(look);
    in.reset();
    if (head.length == look) {
      // The last character may be cut; what stands before the last line's end is whole.
      int end = head.length;
      while (end > 0 && head[end - 1] != '\n') {
        end--;
      }
      head = Arrays.copyOf(head, end == 0 ? head.length - 4 : end);
    }
    Decoded begin = text(head);
    if (begin.how().equals("mark")) {
      in.skipNBytes(begin.charset().equals(StandardCharsets.UTF_8) ? 3 : 2);
    }
    return new LenientReader(in, begin.charset());
  }

  private static Decoded decode(byte[] bytes, byte[] sample) {
    Decoded known = strict(bytes);
    if (known != null) {
      return known;
    }
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(sample, 0, sample.length);
    detector.dataEnd();
    String name = detector.getDetectedCharset();
    if (name != null && Charset.isSupported(name)) {
      Charset charset = Charset.forName(name);
      if (charset.equals(StandardCharsets.US_ASCII) || charset.equals(StandardCharsets.UTF_8)) {
        // A stray byte in text that is otherwise UTF-8: better one bad letter than all of them.
        return charset.equals(StandardCharsets.UTF_8)
            ? new Decoded(new String(bytes, charset), charset, "detected")
            : assumed(bytes);
      }
      return new Decoded(new String(bytes, charset), charset, "detected");
    }
    return assumed(bytes);
  }

  private static Decoded assumed(byte[] bytes) {
    return new Decoded(new String(bytes, WINDOWS_1252), WINDOWS_1252, "assumed");
  }

  /** By byte order mark, by the NULs of plain UTF-16, or as UTF-8 without one fault; else null. */
  private static @Nullable Decoded strict(byte[] bytes) {
    int n = bytes.length;
    if (n >= 3 && at(bytes, 0) == 0xef && at(bytes, 1) == 0xbb && at(bytes, 2) == 0xbf) {
      String text = new String(bytes, 3, n - 3, StandardCharsets.UTF_8);
      return new Decoded(text, StandardCharsets.UTF_8, "mark");
    }
    if (n >= 2 && at(bytes, 0) == 0xfe && at(bytes, 1) == 0xff) {
      return wide(bytes, 2, StandardCharsets.UTF_16BE, "mark");
    }
    if (n >= 2 && at(bytes, 0) == 0xff && at(bytes, 1) == 0xfe) {
      return wide(bytes, 2, StandardCharsets.UTF_16LE, "mark");
    }
    int even = 0;
    int odd = 0;
    int look = Math.min(n, 4096);
    for (int i = 0; i < look; i++) {
      if (bytes[i] == 0) {
        if ((i & 1) == 0) {
          even++;
        } else {
          odd++;
        }
      }
    }
    if (look >= 8 && Math.max(even, odd) * 10 > look * 4 && Math.min(even, odd) * 20 < look) {
      Charset charset = even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
      return wide(bytes, 0, charset, "detected");
    }
    try {
      CharBuffer chars =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return new Decoded(chars.toString(), StandardCharsets.UTF_8, "utf-8");
    } catch (CharacterCodingException notUtf8) {
      return null;
    }
  }

  private static Decoded wide(byte[] bytes, int from, Charset charset, String how) {
    return new Decoded(new String(bytes, from, bytes.length - from, charset), charset, how);
  }

  private static int at(byte[] bytes, int i) {
    return bytes[i] & 0xff;
  }
}
