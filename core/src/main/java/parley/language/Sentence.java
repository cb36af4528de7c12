package parley.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parley.text.Part;
import parley.text.Span;

/**
 * One sentence with its tokens, names and dependency tree. It lies within one part of the report.
 * Immutable; at least one token.
 */
public final class Sentence {

  private final Part part;
  private final List<Token> tokens;
  private final List<Name> names;
  private final int[][] dependents;

  /**
   * @param part the part of the report in which the sentence stands
   * @param tokens in text order; each token's index is its place in the list
   * @param names in text order, without overlap but for {@link NameKind#TITLE}
   * @throws IllegalArgumentException if tokens are missing, overlap, leave the part, or name heads
   *     that do not exist
   */
  public Sentence(Part part, List<Token> tokens, List<Name> names) {
    this.part = part;
    this.tokens = List.copyOf(tokens);
    this.names = List.copyOf(names);
    if (this.tokens.isEmpty()) {
      throw new IllegalArgumentException("a sentence without tokens in " + part);
    }
    int[] count = new int[this.tokens.size()];
    int last = part.span().begin();
    for (int i = 0; i < count.length; i++) {
      Token token = this.tokens.get(i);
      if (token.index() != i || token.span().begin() < last || token.head() >= count.length) {
        throw new IllegalArgumentException("token " + token + " is out of place at " + i);
      }
      last = token.span().end();
      if (!token.isRoot()) {
        count[token.head()]++;
      }
    }
    if (last > part.span().end()) {
      throw new IllegalArgumentException("sentence leaves its " + part);
    }
    for (Name name : this.names) {
      if (name.end() > count.length) {
        throw new IllegalArgumentException(name + " leaves a sentence of " + count.length);
      }
    }
    dependents = new int[count.length][];
    for (int i = 0; i < count.length; i++) {
      dependents[i] = new int[count[i]];
    }
    Arrays.fill(count, 0);
    for (Token token : this.tokens) {
      if (!token.isRoot()) {
        dependents[token.head()][count[token.head()]++] = token.index();
      }
    }
  }

  public Part part() {
    return part;
  }

  public List<Token> tokens() {
    return tokens;
  }

  public Token token(int index) {
    return tokens.get(index);
  }

  public int size() {
    return tokens.size();
  }

  public List<Name> names() {
    return names;
  }

  /** From the first token's begin to the last token's end, in the report's text. */
  public Span span() {
    return new Span(tokens.get(0).span().begin(), tokens.get(tokens.size() - 1).span().end());
  }

  /** The tokens that depend directly on {@code head}, in text order. */
  public List<Token> dependents(int head) {
    List<Token> result = new ArrayList<>(dependents[head].length);
    for (int d : dependents[head]) {
      result.add(tokens.get(d));
    }
    return result;
  }

  /**
   * All tokens at or below {@code head}, as ascending indices. A malformed tree with a cycle yields
   * each token once.
   */
  public int[] subtree(int head) {
    boolean[] seen = new boolean[tokens.size()];
    int[] stack = new int[tokens.size()];
    int top = 0;
    stack[top++] = head;
    seen[head] = true;
    int n = 0;
    while (top > 0) {
      int at = stack[--top];
      n++;
      for (int d : dependents[at]) {
        if (!seen[d]) {
          seen[d] = true;
          stack[top++] = d;
        }
      }
    }
    int[] result = new int[n];
    for (int i = 0, k = 0; i < seen.length; i++) {
      if (seen[i]) {
        result[k++] = i;
      }
    }
    return result;
  }

  /** The characters from the first to the last token of {@code [begin, end)}. */
  public Span span(int begin, int end) {
    return new Span(tokens.get(begin).span().begin(), tokens.get(end - 1).span().end());
  }
}
