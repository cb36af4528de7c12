package parley.language.internal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The models of the language room, loaded together. Immutable; safe for many threads.
 *
 * @param id name and version, for provenance
 */
public record Models(
    String id,
    Lexicon lexicon,
    NameLists lists,
    Weights tags,
    Weights names,
    Weights nameOrder,
    Weights heads,
    Weights relations,
    Lemmatizer lemmatizer) {

  /** Partial trees that the shipped parser was trained to keep. */
  public static final int BEAM = 4;

  private static final String ID = "parley-english-1";

  private static final int BUFFER = 1 << 16;

  private interface Part<T> {
    T read(DataInputStream in) throws IOException;
  }

  private interface Way {
    InputStream through(InputStream in) throws IOException;
  }

  /** Reads the models that ship in this jar, the largest beside the others on a second thread. */
  public static Models load() {
    CompletableFuture<Weights> heads =
        CompletableFuture.supplyAsync(() -> weights("heads", Weights::read));
    Weights[] order = new Weights[1];
    Weights names =
        weights(
            "names",
            in -> {
              Weights first = Weights.read(in);
              order[0] = Weights.read(in);
              return first;
            });
    Weights tags = weights("tags", Weights::read);
    Weights relations = weights("relations", Weights::read);
    return new Models(
        ID,
        part("lexicon", Lexicon::read),
        part("lists", NameLists::read),
        tags,
        names,
        order[0],
        heads.join(),
        relations,
        part("lemmas", Lemmatizer::read));
  }

  /** A model that is read byte by byte. */
  private static <T> T part(String name, Part<T> part) {
    return part(name, part, in -> new Bytes(in.readAllBytes()));
  }

  /** A model that is read in large pieces, so that it need not lie in memory as a whole. */
  private static <T> T weights(String name, Part<T> part) {
    return part(name, part, in -> new BufferedInputStream(in, BUFFER));
  }

  private static <T> T part(String name, Part<T> part, Way way) {
    String resource = "/parley/language/models/" + name + ".model";
    try (InputStream in = Models.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + resource);
      }
      return part.read(
          new DataInputStream(way.through(new InflaterInputStream(in, new Inflater(), BUFFER))));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** An array read byte by byte, without the lock that each read of the JDK's stream takes. */
  private static final class Bytes extends InputStream {
    private final byte[] bytes;
    private int at;

    Bytes(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return at < bytes.length ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
      if (at == bytes.length && length > 0) {
        return -1;
      }
      int n = Math.min(length, bytes.length - at);
      System.arraycopy(bytes, at, to, offset, n);
      at += n;
      return n;
    }
  }
}
