package parley.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.app.dossier.Dossier;
import parley.app.dossier.Filter;
import parley.app.dossier.Kind;
import parley.app.dossier.RefusedException;
import parley.app.dossier.Status;
import picocli.CommandLine.Option;

/** Options that choose entries. */
final class Choice {
  @Option(names = "--kind", description = "statement, event or position.")
  @Nullable String kind;

  @Option(names = "--actor", paramLabel = "NAME", description = "Who says or does it.")
  @Nullable String actor;

  @Option(names = "--side", paramLabel = "NAME", description = "The party whose position it is.")
  @Nullable String side;

  @Option(names = "--issue", paramLabel = "CODE", description = "The issue of a position.")
  @Nullable String issue;

  @Option(names = "--stance", description = "demand, offer, accept, reject or threaten.")
  @Nullable String stance;

  @Option(names = "--type", paramLabel = "CODE", description = "The type of an event.")
  @Nullable String type;

  @Option(names = "--from", paramLabel = "DAY", description = "First day (2024-03-14).")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "DAY", description = "Last day.")
  @Nullable String to;

  @Option(names = "--source", paramLabel = "OUTLET", description = "The outlet's name.")
  @Nullable String source;

  @Option(names = "--status", description = "machine, accepted, corrected, added or rejected.")
  @Nullable String status;

  @Option(names = "--report", paramLabel = "ID", description = "One report.")
  @Nullable String report;

  Filter filter(Dossier open) throws IOException {
    return new Filter(
        kind == null ? null : known(Kind.of(kind), "kind", kind),
        actor(open, actor),
        actor(open, side),
        issue,
        stance,
        type == null ? null : type.toUpperCase(Locale.ROOT),
        null,
        day(from),
        day(to),
        source,
        status == null ? null : known(Status.of(status), "status", status),
        report);
  }

  private static <T> T known(@Nullable T value, String what, String word) throws RefusedException {
    if (value == null) {
      throw new RefusedException(RefusedException.Reason.INVALID, "no such " + what + ": " + word);
    }
    return value;
  }

  private static @Nullable LocalDate day(@Nullable String day) throws RefusedException {
    try {
      return day == null ? null : LocalDate.parse(day);
    } catch (DateTimeException e) {
      throw new RefusedException(
          RefusedException.Reason.INVALID, "'" + day + "' is no day; write 2024-03-14");
    }
  }

  static @Nullable Long actor(Dossier open, @Nullable String name) throws IOException {
    if (name == null) {
      return null;
    }
    JsonNode found = open.actors(name, 0, 2).path("actors");
    if (found.isEmpty()) {
      throw new RefusedException(
          RefusedException.Reason.UNKNOWN, "the register has no actor named " + name);
    }
    return found.get(0).path("n").asLong();
  }
}
