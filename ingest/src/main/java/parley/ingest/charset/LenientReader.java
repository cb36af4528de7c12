package parley.ingest.charset;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes a stream of any length; a byte that the encoding does not know is taken as windows-1252
 * has it, so that one stray byte spoils one character.
 */
final class LenientReader extends Reader {

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
  private boolean ended;

  /** A character that was decoded and not yet handed out, -1 if there is none. */
  private int pending = -1;

  LenientReader(InputStream in, Charset charset) {
    this.in = in;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read(char[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (pending >= 0) {
      to[offset] = (char) pending;
      pending = -1;
      return 1;
    }
    // A pair of surrogates needs two places even where one character was asked for.
    CharBuffer out = length > 1 ? CharBuffer.wrap(to, offset, length) : CharBuffer.allocate(2);
    int begin = out.position();
    while (out.position() == begin) {
      if (!ended && bytes.remaining() < 16) {
        fill();
      }
      if (ended && !bytes.hasRemaining()) {
        return -1;
      }
      CoderResult result = decoder.decode(bytes, out, ended);
      if (result.isError()) {
        for (int i = 0; i < result.length() && out.hasRemaining(); i++) {
          out.put(new String(new byte[] {bytes.get()}, Decoded.WINDOWS_1252).charAt(0));
        }
      }
    }
    if (length > 1) {
      return out.position() - begin;
    }
    to[offset] = out.get(0);
    pending = out.position() > 1 ? out.get(1) : -1;
    return 1;
  }

  private void fill() throws IOException {
    bytes.compact();
    int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (n < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + n);
    }
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
