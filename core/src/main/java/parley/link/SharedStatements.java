package parley.link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.record.Anchor;
import parley.record.Record;
import parley.record.Statement;
import parley.text.Timestamp;
import parley.world.NameKey;

/**
 * Finds the same words of somebody in several reports: contents that are equal after folding of
 * case, accents and punctuation, or of which one holds nearly all of the other's runs of words.
 */
public final class SharedStatements {

  /**
   * A statement as one report has it.
   *
   * @param statement its id in that report
   * @param published null if not known
   * @param words of its content, folded
   */
  public record Version(
      String report, String statement, @Nullable LocalDate published, List<String> words) {

    public Version {
      words = List.copyOf(words);
    }
  }

  /**
   * One statement with its versions in several reports.
   *
   * @param versions at least two, in the order of the reports
   * @param first the earliest published, of equal ones the first given
   * @param widest the one with the most words, of equal ones the earliest
   */
  public record Shared(List<Version> versions, Version first, Version widest) {

    public Shared {
      versions = List.copyOf(versions);
    }
  }

  /** Words of a run that is compared. */
  private static final int RUN = 4;

  /** Shorter contents ("a great day") are said by many. */
  private static final int LEAST = 6;

  /** Share of the shorter one's runs that must stand in the longer. */
  private static final double SHARE = 0.7;

  /** Versions that hold one run of words; more of them are stock phrases. */
  private static final int COMPARED = 60;

  private SharedStatements() {}

  /** The versions in a report: its direct and mixed statements that are long enough to compare. */
  public static List<Version> of(Record record) {
    Timestamp published = record.report().metadata().published();
    LocalDate day = published == null ? null : published.date();
    List<Version> versions = new ArrayList<>();
    for (Statement statement : record.statements()) {
      List<String> words = new ArrayList<>();
      for (Anchor content : statement.content()) {
        words.addAll(words(content.text()));
      }
      if (statement.kind() != Statement.Kind.INDIRECT && words.size() >= LEAST) {
        versions.add(new Version(record.report().id(), statement.id(), day, words));
      }
    }
    return versions;
  }

  /** The folded words of a text. */
  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      int begin = i;
      while (i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || inWord(text, i))) {
        i++;
      }
      if (i > begin) {
        String word = NameKey.plain(text.substring(begin, i).toLowerCase(Locale.ROOT));
        if (!word.isEmpty()) {
          words.add(word);
        }
      } else {
        i++;
      }
    }
    return words;
  }

  private static boolean inWord(String text, int i) {
    char c = text.charAt(i);
    return (c == '\'' || c == '’')
        && i > 0
        && i + 1 < text.length()
        && Character.isLetter(text.charAt(i - 1))
        && Character.isLetter(text.charAt(i + 1));
  }

  /** Whether two contents are the same words, or the one is nearly all within the other. */
  public static boolean same(List<String> a, List<String> b) {
    if (a.equals(b)) {
      return !a.isEmpty();
    }
    if (Math.min(a.size(), b.size()) < LEAST) {
      return false;
    }
    Set<String> mine = runs(a);
    Set<String> others = runs(b);
    Set<String> few = mine.size() <= others.size() ? mine : others;
    Set<String> many = few == mine ? others : mine;
    long common = few.stream().filter(many::contains).count();
    return common >= SHARE * few.size();
  }

  private static Set<String> runs(List<String> words) {
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + RUN <= words.size(); i++) {
      runs.add(String.join(" ", words.subList(i, i + RUN)));
    }
    return runs;
  }

  /** Statements that several reports carry, in the order of their first version given. */
  public static List<Shared> link(List<Version> versions) {
    Map<String, List<Integer>> byRun = new HashMap<>();
    Groups groups = new Groups(versions.size());
    for (int i = 0; i < versions.size(); i++) {
      Set<Integer> near = new HashSet<>();
      for (String run : runs(versions.get(i).words())) {
        List<Integer> holders = byRun.computeIfAbsent(run, k -> new ArrayList<>(1));
        near.addAll(holders);
        if (holders.size() < COMPARED) {
          holders.add(i);
        }
      }
      for (int other : near) {
        if (!versions.get(other).report().equals(versions.get(i).report())
            && same(versions.get(other).words(), versions.get(i).words())) {
          groups.join(i, other);
        }
      }
    }
    List<Shared> shared = new ArrayList<>();
    for (List<Version> group : groups.of(versions)) {
      if (group.stream().map(Version::report).distinct().count() > 1) {
        shared.add(shared(group));
      }
    }
    return shared;
  }

  private static Shared shared(List<Version> group) {
    Comparator<Version> byDay =
        Comparator.comparing(
            v -> v.published() == null ? LocalDate.MAX : v.published(), Comparator.naturalOrder());
    Version first = group.stream().min(byDay).orElseThrow();
    Version widest = first;
    for (Version version : group) {
      boolean wider = version.words().size() > widest.words().size();
      boolean earlier =
          version.words().size() == widest.words().size() && byDay.compare(version, widest) < 0;
      widest = wider || earlier ? version : widest;
    }
    return new Shared(group, first, widest);
  }
}
