package parley.language.internal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.InflaterInputStream;

/**
 * The models of the language room, loaded together. Immutable; safe for many threads.
 *
 * @param id name and version, for provenance
 */
public record Models(
    String id,
    Lexicon lexicon,
    Weights tags,
    Weights names,
    Weights nameOrder,
    Weights heads,
    Weights relations,
    Lemmatizer lemmatizer) {

  /** Partial trees that the shipped parser was trained to keep. */
  public static final int BEAM = 4;

  private static final String ID = "parley-english-1";

  private interface Part<T> {
    T read(DataInputStream in) throws IOException;
  }

  /** Reads the models that ship in this jar. */
  public static Models load() {
    Weights[] order = new Weights[1];
    Weights names =
        part(
            "names",
            in -> {
              Weights first = Weights.read(in);
              order[0] = Weights.read(in);
              return first;
            });
    return new Models(
        ID,
        part("lexicon", Lexicon::read),
        part("tags", Weights::read),
        names,
        order[0],
        part("heads", Weights::read),
        part("relations", Weights::read),
        part("lemmas", Lemmatizer::read));
  }

  private static <T> T part(String name, Part<T> part) {
    String resource = "/parley/language/models/" + name + ".model";
    try (InputStream in = Models.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + resource);
      }
      return part.read(
          new DataInputStream(new BufferedInputStream(new InflaterInputStream(in), 1 << 16)));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
