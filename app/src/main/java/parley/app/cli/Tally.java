package parley.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import parley.ingest.Outcome;

/** What became of the inputs of one call. */
final class Tally {

  /** Reasons that are told one by one; a long archive fails in few ways. */
  private static final int MOST_REASONS = 6;

  private final Map<String, Integer> reasons = new LinkedHashMap<>();
  private int read;
  private int repeated;
  private int foreign;
  private int known;
  private int failed;

  /**
   * A report that was read.
   *
   * @param repeats whether it repeats another one, or is a version of it
   * @param foreign whether it is not in English, so that only its parts were kept
   */
  void read(boolean repeats, boolean foreign) {
    read++;
    this.repeated += repeats ? 1 : 0;
    this.foreign += foreign ? 1 : 0;
  }

  /** A report that was there before. */
  void known() {
    known++;
  }

  void failed(Outcome.Problem problem) {
    failed++;
    // Damage is told with its place; summed up, it is one reason.
    String why = problem.what().replaceAll(" at byte \\d+", "");
    boolean told = reasons.size() < MOST_REASONS || reasons.containsKey(why);
    reasons.merge(told ? why : "other reasons", 1, Integer::sum);
  }

  int reports() {
    return read + known;
  }

  int failures() {
    return failed;
  }

  /** Whether there is more to sum up than one line would say again. */
  boolean isWorthTelling() {
    return read + known + failed > 1;
  }

  /**
   * One line.
   *
   * @param done what became of the reports: "read", "added"
   */
  String line(String done) {
    StringBuilder line = new StringBuilder();
    line.append(read).append(' ').append(done).append(", ");
    line.append(repeated).append(repeated == 1 ? " duplicate, " : " duplicates, ");
    line.append(foreign).append(" not English, ");
    if (known > 0) {
      line.append(known).append(" there already, ");
    }
    line.append(failed).append(" failed");
    if (failed > 0) {
      StringJoiner why = new StringJoiner(", ", " (", ")");
      reasons.forEach((reason, n) -> why.add(n + " " + reason));
      line.append(why);
    }
    return line.toString();
  }
}
