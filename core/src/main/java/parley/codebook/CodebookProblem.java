package parley.codebook;

/**
 * What is wrong with a codebook file, and where.
 *
 * @param line 1-based
 * @param key path of the key ("issues[3].triggers"), empty for the whole file
 * @param message what is wrong and how to mend it
 */
public record CodebookProblem(int line, String key, String message) {

  @Override
  public String toString() {
    return "line " + line + (key.isEmpty() ? "" : ", " + key) + ": " + message;
  }
}
