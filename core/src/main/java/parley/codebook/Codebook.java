package parley.codebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The issues, stances and cue words of one kind of dispute. Immutable.
 *
 * @param id name of the codebook ("conflict-talks")
 * @param version as its authors count
 * @param language ISO 639-1 code of its words
 * @param stances in the order of {@link #STANCES}
 * @param themes code to label of the groups that issues are shown under, in the file's order
 * @param issues in the file's order, which is the order of a board's rows
 * @param words classes of words that are no cues by themselves ("end", "continue", "hope")
 */
public record Codebook(
    String id,
    String version,
    String title,
    String language,
    List<StanceEntry> stances,
    Map<String, String> themes,
    List<Issue> issues,
    SortedMap<String, List<String>> words) {

  /** The stances that every codebook has, in the order of the spec. */
  public static final List<String> STANCES =
      List.of("DEMAND", "OFFER", "ACCEPT", "REJECT", "THREATEN");

  /** The issue for whatever no other issue of the codebook covers. */
  public static final String OTHER = "other";

  public Codebook {
    stances = List.copyOf(stances);
    themes = Collections.unmodifiableMap(new LinkedHashMap<>(themes));
    issues = List.copyOf(issues);
    words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
  }

  /** The issue of that code. */
  public Optional<Issue> issue(String code) {
    return issues.stream().filter(issue -> issue.code().equals(code)).findFirst();
  }

  /** The codes of its issues, in the file's order. */
  public List<String> issueCodes() {
    return issues.stream().map(Issue::code).toList();
  }

  /** The words of a class, empty if the codebook has no such class. */
  public List<String> wordsOf(String kind) {
    return words.getOrDefault(kind, List.of());
  }
}
