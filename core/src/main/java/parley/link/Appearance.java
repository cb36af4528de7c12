package parley.link;

/**
 * An actor of one record.
 *
 * @param report the report's id
 * @param actor the actor's id in that record
 */
public record Appearance(String report, String actor) implements Comparable<Appearance> {

  @Override
  public int compareTo(Appearance other) {
    int byReport = report.compareTo(other.report);
    return byReport != 0 ? byReport : actor.compareTo(other.actor);
  }
}
