package parley.codebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads codebooks from YAML and tells what is wrong with one.
 *
 * <p>A file has {@code codebook} (its id), {@code version}, {@code title}, {@code language}, {@code
 * stances}, {@code words}, {@code themes} and {@code issues}; with {@code extends: conflict-talks}
 * the stances and words that it does not give come from that shipped codebook.
 */
public final class CodebookReader {

  /** Ids of the codebooks in the jar. */
  public static final List<String> SHIPPED = List.of("conflict-talks", "labour-dispute");

  private CodebookReader() {}

  /**
   * What came of reading a file.
   *
   * @param codebook null if there are problems
   * @param problems in the order of their lines, empty if there are none
   */
  public record Result(@Nullable Codebook codebook, List<CodebookProblem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /** The codebook for talks on an armed conflict. */
  public static Codebook conflictTalks() {
    return Shipped.CONFLICT_TALKS;
  }

  /**
   * A codebook of the jar.
   *
   * @throws IllegalArgumentException if it is none of {@link #SHIPPED}
   */
  public static Codebook shipped(String id) {
    if (!SHIPPED.contains(id)) {
      throw new IllegalArgumentException("no codebook " + id + "; there are " + SHIPPED);
    }
    return id.equals("conflict-talks") ? conflictTalks() : load(id);
  }

  /** Reads a codebook from the text of a YAML file. */
  public static Result read(String yaml) {
    try {
      return new CodebookMaker().make(YamlTree.of(yaml));
    } catch (YamlTree.Malformed e) {
      return new Result(null, List.of(e.problem));
    }
  }

  private static Codebook load(String id) {
    try (InputStream in = CodebookReader.class.getResourceAsStream(id + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("codebook " + id + " is not in the jar");
      }
      Result result = read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      if (result.codebook() == null) {
        throw new IllegalStateException("codebook " + id + ": " + result.problems());
      }
      return result.codebook();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loaded on first use, once. */
  private static final class Shipped {
    static final Codebook CONFLICT_TALKS = load("conflict-talks");
  }
}
