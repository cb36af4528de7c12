package parley.app.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.record.Record;

/** A dossier that is asked amid changes answers as one that is opened after them. */
final class FreshTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2035-04-01T10:00:00Z"), ZoneOffset.UTC);

  private static final String[] PARTIES = {
    "the River Front", "Norland", "the Hill Army", "the Lake Union", "Ádám Kovács"
  };
  private static final String[] PERSONS = {"Eve Moor", "Ana Lune", "Ada Moor"};
  private static final String[] ISSUES = {"ceasefire", "aid", "talks", "captives"};
  private static final String[] STANCES = {"DEMAND", "OFFER", "ACCEPT", "REJECT", "THREATEN"};

  /** So many that records are packed ({@link Packings#FIRST}). */
  private static final int REPORTS = 230;

  private static final int CHANGES = 40;

  @TempDir Path directory;

  private static String of(Random random, String[] some) {
    return some[random.nextInt(some.length)];
  }

  private static Record report(Random random) {
    return Samples.position(
        "outlet" + random.nextInt(5) + ".example",
        LocalDate.parse("1999-03-01").plusDays(random.nextInt(40)).toString(),
        of(random, PERSONS),
        of(random, PARTIES),
        of(random, ISSUES),
        of(random, STANCES),
        "lorry " + random.nextInt(400) + " may pass the bridge");
  }

  /** What a dossier answers to questions of all kinds. */
  private static Map<String, String> answers(Dossier dossier) throws IOException {
    Map<String, String> answers = new TreeMap<>();
    for (String day : new String[] {"1999-03-01", "1999-03-11", "1999-04-30"}) {
      LocalDate on = LocalDate.parse(day);
      for (int most : new int[] {2, 30}) {
        answers.put("board " + day + most, Json.write(dossier.board(on, most)));
        answers.put("news " + day + most, Json.write(dossier.news(on.minusDays(9), on, most)));
      }
      for (String party : PARTIES) {
        answers.put("trail " + day + party, Json.write(dossier.trail(party, "ceasefire", on, 20)));
      }
    }
    List<Filter> filters = new ArrayList<>(List.of(Filter.NONE));
    LocalDate from = LocalDate.parse("1999-03-05");
    for (Kind kind : Kind.values()) {
      filters.add(Filter.NONE.withKind(kind));
    }
    filters.add(
        new Filter(null, null, null, "aid", null, null, null, from, null, null, null, null));
    filters.add(
        new Filter(
            null,
            null,
            null,
            null,
            "REJECT",
            null,
            null,
            from,
            from.plusDays(9),
            null,
            null,
            null));
    filters.add(
        new Filter(
            null, null, null, null, null, null, null, null, null, "outlet1.example", null, null));
    filters.add(
        new Filter(
            null, null, null, null, null, null, null, null, null, null, Status.REJECTED, null));
    for (long actor = 1; actor < 8; actor++) {
      filters.add(
          new Filter(null, actor, null, null, null, null, null, null, null, null, null, null));
      filters.add(
          new Filter(null, null, actor, null, null, null, null, from, null, null, null, null));
    }
    for (int i = 0; i < filters.size(); i++) {
      Filter filter = filters.get(i);
      for (String order : new String[] {"newest", "oldest", "confidence"}) {
        answers.put("list " + i + order, Json.write(dossier.entries(filter, order, i % 7, 12)));
      }
      for (String by :
          new String[] {
            "issue", "stance", "party", "actor", "status", "kind", "day", "month", "source"
          }) {
        answers.put("count " + i + by, Json.write(dossier.count(filter, by)));
      }
      answers.put("find " + i, Json.write(dossier.find("truce lorry", filter, i % 2 == 0, 0, 9)));
    }
    answers.put("actors", Json.write(dossier.actors("", 0, 50)));
    answers.put("sources", Json.write(dossier.sources()));
    answers.put("summary", Json.write(dossier.summary()));
    for (String report : dossier.reportIds().subList(0, 12)) {
      for (String id : new String[] {"s1", "p1", "e1", "a1"}) {
        answers.put("entry " + report + id, Json.write(dossier.entry(report, id)));
      }
    }
    return answers;
  }

  @Test
  void noAnswerIsOlderThanTheLastChange() throws IOException {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    Path place = directory.resolve("d");
    try (Dossier dossier = Dossier.openOrStart(place, CLOCK)) {
      while (dossier.reportIds().size() < REPORTS) {
        dossier.add(report(random), "x");
      }
      List<Long> changes = new ArrayList<>();
      for (int i = 0; i < CHANGES; i++) {
        change(dossier, random, changes);
        Map<String, String> answers = answers(dossier);
        if (i % 5 == 4) {
          try (Dossier anew = Dossier.open(place, CLOCK)) {
            Map<String, String> fresh = answers(anew);
            for (Map.Entry<String, String> answer : answers.entrySet()) {
              assertThat(answer.getValue())
                  .as("seed %d, change %d: %s", seed, i, answer.getKey())
                  .isEqualTo(fresh.get(answer.getKey()));
            }
          }
        }
      }
      assertThat(dossier.check()).isEmpty();
    }
  }

  private static void change(Dossier dossier, Random random, List<Long> changes)
      throws IOException {
    List<String> ids = dossier.reportIds();
    String id = ids.get(random.nextInt(random.nextBoolean() ? 12 : ids.size()));
    try {
      switch (random.nextInt(8)) {
        case 0 -> dossier.add(report(random), "x");
        case 1 ->
            changes.add(decided(dossier.decide(decision(id, "p1", Decision.Act.REJECT, null))));
        case 2 ->
            changes.add(
                decided(
                    dossier.decide(
                        decision(
                            id,
                            "p1",
                            Decision.Act.CORRECT,
                            Json.object()
                                .put("issue", of(random, ISSUES))
                                .put("stance", of(random, STANCES))))));
        case 3 -> dossier.decide(decision(id, "s1", Decision.Act.ACCEPT, null));
        case 4 -> changes.add(merged(dossier, random));
        case 5 ->
            dossier.setActor(
                1 + random.nextInt(6),
                Json.object().put("name", "Renamed " + random.nextInt(3)),
                "Ana",
                null);
        case 6 ->
            dossier.reread(
                "by hand " + random.nextInt(3),
                report -> again(report.id(), dossier),
                (report, conflicts) -> {});
        default -> {
          if (!changes.isEmpty()) {
            dossier.undo(changes.remove(changes.size() - 1), "Ben");
          }
        }
      }
    } catch (RefusedException notNow) {
      // What was drawn may have been changed since; the next change is drawn.
      assertThat(notNow.getMessage()).isNotEmpty();
    }
  }

  private static Decision decision(
      String report, String id, Decision.Act act, @Nullable ObjectNode value) {
    return new Decision(report, id, null, act, value, null, "Ana");
  }

  private static long decided(JsonNode answer) {
    return answer.path("change").asLong();
  }

  private static long merged(Dossier dossier, Random random) throws IOException {
    long from = 1 + random.nextInt(7);
    return decided(dossier.merge(from, 1 + (from + random.nextInt(5)) % 7, "Ana", null));
  }

  /** The machine's record of a report, read as by another reader that finds it less sure. */
  private static Record again(String report, Dossier dossier) {
    try {
      ObjectNode record = dossier.report(report).deepCopy();
      for (Kind kind : Kind.values()) {
        record.path(kind.list()).forEach(entry -> ((ObjectNode) entry).remove("review"));
      }
      record.put("reader", "by hand 2");
      record.path("positions").forEach(p -> ((ObjectNode) p).put("confidence", 0.6));
      return Reviews.checked(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
