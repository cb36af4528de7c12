package parley.extract.statements.internal;

import java.util.ArrayList;
import java.util.List;

/** A cue with the source and content that the model gives it; nothing is decided yet. */
public final class Candidate {

  /**
   * Tokens of the passage.
   *
   * @param begin first
   * @param end one past the last
   */
  public record Run(int begin, int end) {
    int length() {
      return end - begin;
    }
  }

  final Passage passage;
  final int head;

  /** Probability that the head is a cue's. */
  final double cueProbability;

  /** Probability of these roles among all ways to give them, given the cue. */
  final double spanProbability;

  /** Rank of a reading by quotation marks alone, after those of the model. */
  static final int BESIDE = 4;

  /** 0 for the likeliest reading of its cue, then 1, 2, 3; {@link #BESIDE}. */
  final int rank;

  /** Share of the ways that have a source as this one or none, and one content or more. */
  final double kindProbability;

  final List<Run> source;
  final List<Run> cue;
  final List<Run> content;

  /** Probability that all is right; set by the judge. */
  double confidence;

  Candidate(
      Passage passage,
      CueWindow window,
      int[] roles,
      double cueProbability,
      double spanProbability,
      double kindProbability,
      int rank) {
    this(
        passage,
        window.cue,
        runs(passage, window.begin, roles, RoleLattice.SOURCE),
        runs(passage, window.begin, roles, RoleLattice.CUE),
        runs(passage, window.begin, roles, RoleLattice.CONTENT),
        cueProbability,
        spanProbability,
        kindProbability,
        rank,
        cueProbability);
  }

  private Candidate(
      Passage passage,
      int head,
      List<Run> source,
      List<Run> cue,
      List<Run> content,
      double cueProbability,
      double spanProbability,
      double kindProbability,
      int rank,
      double confidence) {
    this.passage = passage;
    this.head = head;
    this.source = source;
    this.cue = cue;
    this.content = content;
    this.cueProbability = cueProbability;
    this.spanProbability = spanProbability;
    this.kindProbability = kindProbability;
    this.rank = rank;
    this.confidence = confidence;
  }

  /** A candidate that a rule found. */
  static Candidate byRule(
      Passage passage,
      int head,
      List<Run> source,
      List<Run> cue,
      List<Run> content,
      double confidence) {
    return new Candidate(passage, head, source, cue, content, confidence, 1, 1, 0, confidence);
  }

  /** A reading of a cue by the quotation marks beside it. */
  static Candidate byMarks(
      Passage passage, int head, Run source, Run cue, List<Run> content, double cueProbability) {
    return new Candidate(
        passage, head, List.of(source), List.of(cue), content, cueProbability, 0, 0, BESIDE, 0);
  }

  private static List<Run> runs(Passage p, int from, int[] roles, int role) {
    List<Run> result = new ArrayList<>();
    int i = 0;
    while (i < roles.length) {
      if (roles[i] != role) {
        i++;
        continue;
      }
      int j = i;
      while (j < roles.length && roles[j] == role) {
        j++;
      }
      result.add(new Run(from + i, from + j));
      i = j;
    }
    return result;
  }

  public Passage passage() {
    return passage;
  }

  public int head() {
    return head;
  }

  public List<Run> source() {
    return source;
  }

  public List<Run> cue() {
    return cue;
  }

  public List<Run> content() {
    return content;
  }

  public int rank() {
    return rank;
  }

  public double cueProbability() {
    return cueProbability;
  }

  public double confidence() {
    return confidence;
  }

  public void confide(double probability) {
    confidence = probability;
  }

  /** Tokens of the content. */
  int contentSize() {
    int n = 0;
    for (Run run : content) {
      n += run.length();
    }
    return n;
  }

  boolean contentHolds(int token) {
    for (Run run : content) {
      if (run.begin <= token && token < run.end) {
        return true;
      }
    }
    return false;
  }
}
