package parley.app.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The issue x party table as of a day, and what moved in it. */
final class Boards {

  private static final int REJECTED = Status.REJECTED.number();

  /** The newest positions of a cell that are looked at for its sources and splits. */
  private static final int LOOKED_AT = 24;

  /** Accounts that are at most so many days older than the newest may contest it. */
  private static final int CONTEST_DAYS = 7;

  private static final int MOST_NEWS = 400;

  private final Entries entries;

  Boards(Entries entries) {
    this.entries = entries;
  }

  /**
   * The board at the end of {@code day}.
   *
   * @param parties how many parties at most, those with the most positions first
   */
  ObjectNode at(Sql sql, LocalDate day, int parties) throws SQLException {
    long end = day.toEpochDay();
    ObjectNode board = Json.object().put("day", day.toString());
    ArrayNode shown = board.putArray("parties");
    ArrayNode issues = board.putArray("issues");
    ArrayNode cells = board.putArray("cells");
    Map<String, Long> byIssue = new LinkedHashMap<>();
    List<ObjectNode> all =
        sql.list(
            "SELECT party, count(*) FROM entry INDEXED BY entry_cell WHERE kind = 5 AND status <> ? AND day <= ? GROUP BY"
                + " party ORDER BY 2 DESC",
            row -> {
              ObjectNode node = Json.object();
              if (Sql.longOrNull(row, 1) != null) {
                node.put("n", row.getLong(1));
              }
              return node.put("positions", row.getLong(2));
            },
            REJECTED,
            end);
    board.put("partiesInAll", all.size());
    for (ObjectNode party : all.subList(0, Math.min(parties, all.size()))) {
      Long n = party.has("n") ? party.path("n").asLong() : null;
      if (n != null) {
        ObjectNode actor = Actors.brief(sql, n);
        if (actor != null) {
          party.setAll(actor);
        }
      }
      shown.add(party);
      for (long[] code :
          sql.list(
              "SELECT code, count(*) FROM entry INDEXED BY entry_cell WHERE kind = 5 AND party IS ? AND status <> ? AND day"
                  + " <= ? GROUP BY code",
              row -> new long[] {row.getLong(1), row.getLong(2)},
              n,
              REJECTED,
              end)) {
        ObjectNode cell = cell(sql, n, code[0], end);
        if (cell != null) {
          cell.put("positions", code[1]);
          cells.add(cell);
          byIssue.merge(cell.path("issue").asText(), code[1], Long::sum);
        }
      }
    }
    byIssue.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(e -> issues.addObject().put("code", e.getKey()).put("positions", e.getValue()));
    return board;
  }

  private static @Nullable ObjectNode cell(Sql sql, @Nullable Long party, long code, long end)
      throws SQLException {
    record Held(ObjectNode brief, long day, @Nullable Long outlet, int stance) {}
    List<Held> held =
        sql.list(
            "SELECT "
                + Entries.COLUMNS
                + ", e.outlet FROM entry e INDEXED BY entry_cell WHERE e.kind = 5 AND e.party IS ? AND e.code = ? AND e.day"
                + " <= ? AND e.status <> ? ORDER BY e.day DESC, e.report DESC, e.id DESC LIMIT ?",
            row ->
                new Held(
                    Entries.brief(sql, row),
                    row.getLong(9),
                    Sql.longOrNull(row, 13),
                    row.getInt(8)),
            party,
            code,
            end,
            REJECTED,
            LOOKED_AT);
    if (held.isEmpty()) {
      return null;
    }
    Held newest = held.get(0);
    ObjectNode cell = Json.object();
    if (party != null) {
      cell.put("party", party);
    }
    cell.put("issue", word(sql, code));
    String[] fields = {"id", "stance", "day", "status", "confidence", "words"};
    for (String field : fields) {
      cell.set(field, newest.brief().get(field));
    }
    cell.put("report", reportId(sql, newest.brief().path("n").asLong()));
    Set<Long> outlets = new HashSet<>();
    Set<String> rivals = new HashSet<>();
    ObjectNode before = null;
    for (Held other : held) {
      if (newest.day() - other.day() <= CONTEST_DAYS) {
        if (other.outlet() != null) {
          outlets.add(other.outlet());
        }
        boolean elsewhere = other.outlet() != null && !other.outlet().equals(newest.outlet());
        if (elsewhere && other.stance() != newest.stance()) {
          rivals.add(Entries.stance(Kind.POSITION, other.stance()));
        }
      }
      if (before == null && other.stance() != newest.stance() && other.day() < newest.day()) {
        before = other.brief();
      }
    }
    cell.put("sources", outlets.size());
    if (!rivals.isEmpty()) {
      ArrayNode contested = cell.putArray("contested");
      rivals.stream().sorted().forEach(contested::add);
    }
    if (before != null) {
      cell.putObject("before")
          .put("stance", before.path("stance").asText())
          .put("day", before.path("day").asText());
    }
    return cell;
  }

  /** All positions of a cell up to a day, the newest first. */
  ArrayNode trail(Sql sql, @Nullable Long party, String issue, LocalDate day, int limit)
      throws SQLException, IOException {
    List<ObjectNode> rows =
        sql.list(
            "SELECT "
                + Entries.COLUMNS
                + " FROM entry e INDEXED BY entry_cell WHERE e.kind = 5 AND e.party IS ? AND e.code = (SELECT n FROM word"
                + " WHERE text = ?) AND e.day <= ? ORDER BY e.day DESC, e.report DESC, e.id DESC"
                + " LIMIT ?",
            row -> Entries.brief(sql, row),
            party,
            issue,
            day.toEpochDay(),
            limit);
    ArrayNode trail = Json.array();
    for (ObjectNode row : rows) {
      trail.add(entries.whole(sql, row));
    }
    return trail;
  }

  /**
   * What is new from a day on: cells whose stance or terms differ from the last position before,
   * positions in cells that were empty, events.
   */
  ObjectNode since(Sql sql, LocalDate from, LocalDate to, int limit)
      throws SQLException, IOException {
    ObjectNode news = Json.object().put("from", from.toString()).put("to", to.toString());
    ArrayNode moved = news.putArray("moved");
    ArrayNode fresh = news.putArray("new");
    Set<String> seen = new HashSet<>();
    List<ObjectNode> positions =
        sql.list(
            "SELECT "
                + Entries.COLUMNS
                + " FROM entry e WHERE e.kind = 5 AND e.day BETWEEN ? AND ? AND e.status <> ? ORDER BY"
                + " e.day DESC, e.report DESC, e.id DESC LIMIT ?",
            row -> Entries.brief(sql, row),
            from.toEpochDay(),
            to.toEpochDay(),
            REJECTED,
            MOST_NEWS);
    for (ObjectNode now : positions) {
      String cell = now.path("party").asText() + "/" + now.path("code").asText();
      if (!now.has("party") || !seen.add(cell)) {
        continue;
      }
      ObjectNode old =
          sql.one(
              "SELECT "
                  + Entries.COLUMNS
                  + " FROM entry e INDEXED BY entry_cell WHERE e.kind = 5 AND e.party = ? AND e.code = ? AND e.day < ? AND"
                  + " e.status <> ? ORDER BY e.day DESC, e.report DESC, e.id DESC LIMIT 1",
              row -> Entries.brief(sql, row),
              now.path("party").asLong(),
              now.path("code").asLong(),
              LocalDate.parse(now.path("day").asText()).toEpochDay(),
              REJECTED);
      if (old == null && fresh.size() < limit) {
        fresh.add(entries.whole(sql, now));
      } else if (old != null && differ(old, now) && moved.size() < limit) {
        ObjectNode move = moved.addObject();
        move.put("stance", !old.path("stance").equals(now.path("stance")));
        move.put("sources", sources(sql, now));
        move.set("before", entries.whole(sql, old));
        move.set("after", entries.whole(sql, now));
      }
    }
    ArrayNode events = news.putArray("events");
    List<ObjectNode> happened =
        new ArrayList<>(
            sql.list(
                "SELECT "
                    + Entries.COLUMNS
                    + " FROM entry e WHERE e.kind = 3 AND e.day BETWEEN ? AND ? AND e.status <> ? ORDER BY"
                    + " e.day DESC, e.report DESC LIMIT ?",
                row -> Entries.brief(sql, row),
                from.toEpochDay(),
                to.toEpochDay(),
                REJECTED,
                limit));
    for (ObjectNode event : happened) {
      events.add(entries.whole(sql, event));
    }
    return news;
  }

  private static boolean differ(ObjectNode old, ObjectNode now) {
    return !old.path("stance").equals(now.path("stance"))
        || !old.path("words").path("condition").equals(now.path("words").path("condition"))
        || !old.path("words").path("quantity").equals(now.path("words").path("quantity"));
  }

  private static long sources(Sql sql, ObjectNode position) throws SQLException {
    long day = LocalDate.parse(position.path("day").asText()).toEpochDay();
    return sql.number(
        "SELECT count(DISTINCT outlet) FROM entry WHERE kind = 5 AND party = ? AND code = ? AND day"
            + " BETWEEN ? AND ? AND status <> ?",
        position.path("party").asLong(),
        position.path("code").asLong(),
        day - CONTEST_DAYS,
        day,
        REJECTED);
  }

  private static String word(Sql sql, long n) throws SQLException {
    String text = sql.one("SELECT text FROM word WHERE n = ?", row -> row.getString(1), n);
    return text == null ? "" : text;
  }

  private static String reportId(Sql sql, long n) throws SQLException {
    String id = sql.one("SELECT id FROM report WHERE n = ?", row -> row.getString(1), n);
    return id == null ? "" : id;
  }
}
